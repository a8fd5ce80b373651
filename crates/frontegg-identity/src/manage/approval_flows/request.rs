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

    /// Whether it can be run. What holds for a flow that does not say it is not known.
    pub fn active(mut self, is_active: bool) -> Self {
        self.is_active = Some(is_active);
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

/// What changes in an approval flow. What is not said stays.
///
/// ```
/// # use frontegg_identity::manage::{ApprovalFlow, ApprovalFlowChange, Approvers, NewApprovalStep};
/// # fn longer(flow: &ApprovalFlow) -> ApprovalFlowChange {
/// let steps = flow.steps.iter().map(NewApprovalStep::from);
/// let last = NewApprovalStep::new(Approvers::new().roles(["Admin"]));
/// ApprovalFlowChange::new().steps(steps.chain([last]))
/// # }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a flow is changed by `ApprovalFlows::update`"]
pub struct ApprovalFlowChange {
    name: Patch<String>,
    description: Patch<String>,
    is_active: Patch<bool>,
    channels: Patch<ApprovalChannels>,
    settings: Patch<ApprovalSettings>,
    steps: Patch<Vec<NewApprovalStep>>,
}

impl ApprovalFlowChange {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into().into();
        self
    }

    /// For people as well. [`Patch::Null`] asks for none, which the service does not promise to grant.
    pub fn description(mut self, text: impl Into<Patch<String>>) -> Self {
        self.description = text.into();
        self
    }

    /// Whether it can be run.
    pub fn active(mut self, is_active: bool) -> Self {
        self.is_active = is_active.into();
        self
    }

    /// The ways on which people are asked.
    pub fn channels(mut self, channels: ApprovalChannels) -> Self {
        self.channels = channels.into();
        self
    }

    /// Times and notices, all of them: whether the server keeps what is left out is not known.
    pub fn settings(mut self, settings: ApprovalSettings) -> Self {
        self.settings = settings.into();
        self
    }

    /// The steps, in place of all that were there.
    pub fn steps(mut self, steps: impl IntoIterator<Item = NewApprovalStep>) -> Self {
        self.steps = steps.into_iter().collect::<Vec<_>>().into();
        self
    }

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
