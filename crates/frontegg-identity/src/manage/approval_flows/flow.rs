//! An approval flow, as the service tells it.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;

use super::{ApprovalChannels, ApprovalSettings, Approvers};
use crate::manage::{ApprovalFlowId, ApprovalStepId, TenantId};

/// Who has to approve something, one step after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApprovalFlow {
    /// Names the flow.
    pub id: ApprovalFlowId,
    /// As shown to people.
    pub name: Option<String>,
    /// For people as well.
    pub description: Option<String>,
    /// Whether it can be run.
    pub is_active: Option<bool>,
    /// The ways on which people are asked.
    pub channels: ApprovalChannels,
    /// Times and notices.
    pub settings: ApprovalSettings,
    /// The steps, in their order.
    pub steps: Vec<ApprovalStep>,
    /// The tenant that it belongs to, if it is one's.
    pub tenant_id: Option<TenantId>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A step of an approval flow.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApprovalStep {
    /// Names the step.
    pub id: ApprovalStepId,
    /// Who is asked.
    pub approvers: Approvers,
    /// How many of them have to approve.
    pub approvals: Option<u32>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

impl ApprovalFlow {
    pub(super) fn read(flow: types::ApprovalFlowResponseDto) -> Option<Self> {
        let mut steps = flow.steps;
        steps.sort_by_key(|step| step.step_order);
        let steps: Option<_> = steps.into_iter().map(ApprovalStep::read).collect();
        Some(Self {
            id: flow.id?.into(),
            name: flow.name,
            description: flow.description,
            is_active: flow.is_active,
            channels: ApprovalChannels::read(&flow.channels.unwrap_or_default()),
            settings: flow.configuration.unwrap_or_default().into(),
            steps: steps?,
            tenant_id: flow.tenant_id.map(Into::into),
            created_at: flow.created_at,
            updated_at: flow.updated_at,
        })
    }
}

impl ApprovalStep {
    fn read(step: types::ApprovalFlowStepResponseDto) -> Option<Self> {
        let approvals = step.configuration.and_then(|told| told.min_approvals);
        Some(Self {
            id: step.id?.into(),
            approvers: step.approver_selectors.unwrap_or_default().into(),
            approvals: approvals.and_then(|number| number.try_into().ok()),
            created_at: step.created_at,
            updated_at: step.updated_at,
        })
    }
}
