//! Approval flows that are to be, and changes of approval flows.

use std::num::{NonZeroU32, NonZeroU64};

use frontegg_identity_raw::types;

use super::{ApprovalChannels, ApprovalSettings, ApprovalStep, Approvers};
use crate::manage::Patch;

/// An approval flow to create.
#[derive(Clone, Debug)]
#[must_use = "a flow is created by `ApprovalFlows::create`"]
pub struct NewApprovalFlow {
    name: String,
    description: Option<String>,
    is_active: Option<bool>,
    channels: ApprovalChannels,
    settings: ApprovalSettings,
    steps: Vec<NewApprovalStep>,
}

impl NewApprovalFlow {
    /// One without steps, whose approvers will be asked in these ways.
    pub fn new(name: impl Into<String>, channels: ApprovalChannels) -> Self {
        Self {
            name: name.into(),
            description: None,
            is_active: None,
            channels,
            settings: ApprovalSettings::new(),
            steps: Vec::new(),
        }
    }

    /// For people.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Can be run from the beginning.
    pub fn active(mut self) -> Self {
        self.is_active = Some(true);
        self
    }

    /// Cannot be run yet.
    pub fn inactive(mut self) -> Self {
        self.is_active = Some(false);
        self
    }

    /// Times and notices.
    pub fn settings(mut self, settings: ApprovalSettings) -> Self {
        self.settings = settings;
        self
    }

    /// A further step, after those before.
    pub fn step(mut self, step: NewApprovalStep) -> Self {
        self.steps.push(step);
        self
    }

    pub(super) fn body(&self) -> types::CreateApprovalFlowDto {
        types::CreateApprovalFlowDto {
            channels: self.channels.body(),
            configuration: self.settings.body(),
            description: self.description.clone(),
            is_active: self.is_active,
            name: self.name.clone(),
            steps: bodies(&self.steps),
        }
    }
}

/// A step of an approval flow to create.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a step belongs to a flow"]
pub struct NewApprovalStep {
    approvers: Approvers,
    approvals: NonZeroU64,
}

impl NewApprovalStep {
    /// One of these approvers is enough.
    pub fn new(approvers: Approvers) -> Self {
        Self {
            approvers,
            approvals: NonZeroU64::MIN,
        }
    }

    /// So many of the approvers have to approve.
    pub fn approvals(mut self, number: NonZeroU32) -> Self {
        self.approvals = number.into();
        self
    }
}

/// The same step as one that is there. Steps have no id in a change, so that those to keep are sent again.
impl From<&ApprovalStep> for NewApprovalStep {
    fn from(step: &ApprovalStep) -> Self {
        let approvals = step.approvals.and_then(NonZeroU32::new);
        Self::new(step.approvers.clone()).approvals(approvals.unwrap_or(NonZeroU32::MIN))
    }
}

/// Steps are numbered from 1.
fn bodies(steps: &[NewApprovalStep]) -> Vec<types::CreateApprovalFlowStepDto> {
    let numbers = std::iter::successors(Some(NonZeroU64::MIN), |number| number.checked_add(1));
    let body = |(number, step): (NonZeroU64, &NewApprovalStep)| types::CreateApprovalFlowStepDto {
        approver_selectors: step.approvers.body(),
        configuration: types::StepConfigurationDto {
            min_approvals: step.approvals,
        },
        step_order: number,
    };
    numbers.zip(steps).map(body).collect()
}

/// What changes in an approval flow.
///
/// ```
/// # use frontegg_identity::manage::{ApprovalFlow, ApprovalFlowChange, Approvers, NewApprovalStep};
/// # fn longer(flow: &ApprovalFlow) -> ApprovalFlowChange {
/// let mut steps: Vec<NewApprovalStep> = flow.steps.iter().map(NewApprovalStep::from).collect();
/// steps.push(NewApprovalStep::new(Approvers::new().roles(["Admin"])));
/// ApprovalFlowChange { steps: steps.into(), ..ApprovalFlowChange::default() }
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApprovalFlowChange {
    /// As shown to people.
    pub name: Patch<String>,
    /// For people as well.
    pub description: Patch<String>,
    /// Whether it can be run.
    pub is_active: Patch<bool>,
    /// The ways on which people are asked.
    pub channels: Patch<ApprovalChannels>,
    /// Times and notices, all of them.
    pub settings: Patch<ApprovalSettings>,
    /// The steps, all of them.
    pub steps: Patch<Vec<NewApprovalStep>>,
}

impl ApprovalFlowChange {
    pub(super) fn body(&self) -> types::UpdateApprovalFlowDto {
        types::UpdateApprovalFlowDto {
            channels: self.channels.map(ApprovalChannels::body),
            configuration: self.settings.as_ref().map(ApprovalSettings::body),
            description: self.description.clone(),
            is_active: self.is_active,
            name: self.name.clone(),
            steps: self.steps.as_ref().map(|steps| bodies(steps)),
        }
    }
}
