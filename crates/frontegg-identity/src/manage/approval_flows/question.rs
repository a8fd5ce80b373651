//! What an approver is asked.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;
use serde_json::Value;

use crate::manage::{ApprovalRunId, ApprovalStepId, ApproverId, Metadata};

/// What one approver is asked in one step of one run. The three ids come with the message that asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApprovalQuestion {
    pub(super) run: ApprovalRunId,
    pub(super) step: ApprovalStepId,
    pub(super) approver: ApproverId,
}

impl ApprovalQuestion {
    /// The wire calls a run an execution.
    #[must_use]
    pub fn new(run: ApprovalRunId, step: ApprovalStepId, approver: ApproverId) -> Self {
        Self {
            run,
            step,
            approver,
        }
    }
}

/// What an approver decides. There is no third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApprovalDecision {
    /// Yes.
    Approve,
    /// No.
    Reject,
}

/// What an approver has to know before the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApprovalCase {
    /// The name of the flow.
    pub flow_name: Option<String>,
    /// Its description.
    pub flow_description: Option<String>,
    /// For whom it is run. In which form the user is named is not known.
    pub requester: Option<String>,
    /// When it was asked for.
    pub requested_at: Option<DateTime<Utc>>,
    /// What is to be approved, as an object; an empty one if the run was started without.
    pub data: Metadata,
}

impl From<types::ExecutionDataResponseDto> for ApprovalCase {
    fn from(case: types::ExecutionDataResponseDto) -> Self {
        Self {
            flow_name: case.approval_flow_name,
            flow_description: case.approval_flow_description,
            requester: case.requester,
            requested_at: case.approval_flow_request_date,
            data: Value::Object(case.execution_data).into(),
        }
    }
}
