//! Approval is asked for.

use std::fmt;

use frontegg_identity_raw::{catalogue, types};
use serde_json::Value;

use crate::error::Error;
use crate::manage::Metadata;
use crate::manage::ids::{ApprovalFlowId, UserId};
use crate::manage::scope::Scope;
use crate::silent::silent_debug;

/// What others have to approve for a user; [`TenantUser::approvals`](crate::manage::TenantUser::approvals) gives it.
///
/// Nothing here waits for a decision. It is posted to the webhook of the run or of the flow.
#[derive(Clone)]
pub struct UserApprovals {
    scope: Scope,
    user_id: UserId,
}

/// What is to be approved.
#[derive(Clone, Default)]
#[must_use = "a run is started by `UserApprovals`"]
pub struct NewApprovalRun {
    data: Option<Metadata>,
    webhook_url: Option<String>,
}

impl NewApprovalRun {
    /// Without anything to tell approvers.
    pub fn new() -> Self {
        Self::default()
    }

    /// What approvers see of it. It has to be an object.
    pub fn data(mut self, data: impl Into<Metadata>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Where the outcome is posted, in place of the flow's own address.
    pub fn webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(url.into());
        self
    }

    fn body(&self, doing: &'static str) -> Result<types::ExecuteApprovalFlowDto, Error> {
        let data = self.data.as_ref();
        Ok(types::ExecuteApprovalFlowDto {
            execution_data: data.map(|data| data.object(doing)).transpose()?,
            webhook_url: self.webhook_url.clone(),
        })
    }
}

impl UserApprovals {
    pub(in crate::manage) fn new(scope: Scope, user_id: UserId) -> Self {
        Self { scope, user_id }
    }

    /// Asks the approvers of a flow. What the server answers is not described: it may be nothing, which is `null`.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the data is no object.
    ///
    /// # Wire
    /// `POST /identity/resources/approval-flows/v1/{id}/execute`
    pub async fn start(&self, flow: &ApprovalFlowId, run: &NewApprovalRun) -> Result<Value, Error> {
        const DOING: &str = "cannot ask for approval";
        let body = run.body(DOING)?;
        let (flow, user) = (flow.as_str(), self.user_id.as_str());
        let client = self.scope.client();
        let outcome = client.execute_approval_flow(flow, None, user, &body).await;
        self.scope
            .told(DOING, &catalogue::EXECUTE_APPROVAL_FLOW, outcome)
    }

    /// Asks for approval of a step-up, by the flow that the environment has for it. The answer is as for
    /// [`start`](Self::start).
    ///
    /// # Errors
    /// As for [`start`](Self::start).
    ///
    /// # Wire
    /// `POST /identity/resources/approval-flows/v1/step-up/execute`
    pub async fn start_step_up(&self, run: &NewApprovalRun) -> Result<Value, Error> {
        const DOING: &str = "cannot ask for approval of the step-up";
        let body = run.body(DOING)?;
        let user = self.user_id.as_str();
        let client = self.scope.client();
        let outcome = client
            .execute_step_up_approval_flow(None, user, &body)
            .await;
        self.scope
            .told(DOING, &catalogue::EXECUTE_STEP_UP_APPROVAL_FLOW, outcome)
    }
}

silent_debug!(UserApprovals);

/// Webhook addresses may let in who knows them.
impl fmt::Debug for NewApprovalRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewApprovalRun")
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}
