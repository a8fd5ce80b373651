// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Approval Flows: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Definitions of multi-step approvals and their executions: a flow lists steps, each step names its
/// approvers, and an execution asks them for a decision by e-mail or SMS. Back ends and administration
/// tools define flows; the environment token is expected to be the right one for that. Executing a
/// flow happens for a user, named in `frontegg-user-id`, inside the tenant of `frontegg-tenant-id`.
impl Client {
    /// List approval flows
    ///
    /// Returns the flows that the caller can see, as `items` with a `total`. An environment token is
    /// expected to be needed. There are neither paging nor filter parameters, and the answer has neither
    /// `_links` nor `_metadata`. Compare `total` with the number of items to notice a shortened list.
    ///
    /// # Wire
    ///
    /// `GET /resources/approval-flows/v1`
    pub async fn list_approval_flows(
        &self,
    ) -> Result<Response<types::ApprovalFlowsListResponseDto>, Error> {
        self.call(&catalogue::LIST_APPROVAL_FLOWS).send().await
    }

    /// Create an approval flow
    ///
    /// Stores the definition of a flow: its channels, its timing and its steps with their approvers. An
    /// environment token is expected to be needed. Creating a flow asks nobody for anything;
    /// `/resources/approval-flows/v1/{id}/execute` does. The answer is the stored flow with its ids, under
    /// 200 or 201 alike.
    ///
    /// # Wire
    ///
    /// `POST /resources/approval-flows/v1`
    pub async fn create_approval_flow(
        &self,
        body: &types::CreateApprovalFlowDto,
    ) -> Result<Response<types::ApprovalFlowResponseDto>, Error> {
        self.call(&catalogue::CREATE_APPROVAL_FLOW).json(body).send().await
    }

    /// Get an approval flow
    ///
    /// Returns one flow with its configuration and all its steps. An environment token is expected to be
    /// needed. It shows the definition only; what approvers see of a running execution is at
    /// `/resources/approval-flows/v1/execution-data`.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the flow to return.
    ///
    /// # Wire
    ///
    /// `GET /resources/approval-flows/v1/{id}`
    pub async fn get_approval_flow(
        &self,
        id: &str,
    ) -> Result<Response<types::ApprovalFlowResponseDto>, Error> {
        self.call(&catalogue::GET_APPROVAL_FLOW).path("id", id).send().await
    }

    /// Delete an approval flow
    ///
    /// Removes the definition of a flow. An environment token is expected to be needed. Both 200 and 204
    /// mean success, and neither has a body. What happens to executions that are still waiting for a
    /// decision is not known.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the flow to delete.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/approval-flows/v1/{id}`
    pub async fn delete_approval_flow(&self, id: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_APPROVAL_FLOW).path("id", id).send_unit().await
    }

    /// Update an approval flow
    ///
    /// Changes a flow; members left out are expected to stay as they are. An environment token is expected
    /// to be needed. Steps carry no id in the request, so a `steps` list is expected to replace all steps
    /// of the flow: send the complete list. Setting `isActive` to false retires a flow without deleting
    /// it.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the flow to change.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/approval-flows/v1/{id}`
    pub async fn update_approval_flow(
        &self,
        id: &str,
        body: &types::UpdateApprovalFlowDto,
    ) -> Result<Response<types::ApprovalFlowResponseDto>, Error> {
        self.call(&catalogue::UPDATE_APPROVAL_FLOW)
            .path("id", id)
            .json(body)
            .send()
            .await
    }

    /// Record an approver's decision
    ///
    /// Approves or rejects one step of an execution on behalf of one approver. The three ids in the body
    /// name the execution, the step and the approver; they are expected to come from the message the
    /// approver received. The call takes no context header; which token is needed, if any, is not known.
    /// Nothing is returned.
    ///
    /// # Wire
    ///
    /// `POST /resources/approval-flows/v1/approver-action`
    pub async fn set_approval_flow_decision(
        &self,
        body: &types::ApproverActionDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_APPROVAL_FLOW_DECISION).json(body).send_unit().await
    }

    /// Get what an approver is asked to decide
    ///
    /// Returns the facts an approver needs before a decision: the flow's name and description, who asked
    /// and when, and the data that was passed at execution. The three ids name the execution, the step and
    /// the approver, and all are required; they are the same that
    /// `/resources/approval-flows/v1/approver-action` takes. Which token is needed, if any, is not known.
    ///
    /// # Arguments
    ///
    /// - `approval_flow_execution_id`: Id of the execution, that is of one run of a flow.
    /// - `approval_flow_step_id`: Id of the step on which the approver decides.
    /// - `approver_id`: Id of the approver who looks at the request.
    ///
    /// # Wire
    ///
    /// `GET /resources/approval-flows/v1/execution-data`
    pub async fn get_approval_flow_execution(
        &self,
        approval_flow_execution_id: &str,
        approval_flow_step_id: &str,
        approver_id: &str,
    ) -> Result<Response<types::ExecutionDataResponseDto>, Error> {
        self.call(&catalogue::GET_APPROVAL_FLOW_EXECUTION)
            .query("approvalFlowExecutionId", &approval_flow_execution_id)
            .query("approvalFlowStepId", &approval_flow_step_id)
            .query("approverId", &approver_id)
            .send()
            .await
    }

    /// Execute an approval flow
    ///
    /// Starts one run of a flow for a user, which asks the approvers of its steps for their decision.
    /// `frontegg-user-id` names the user on whose behalf approval is sought. `frontegg-tenant-id` is
    /// needed with an environment token on a regional API host; a user access token or API token implies
    /// the tenant. The call does not wait for the outcome, which is expected to reach the flow's webhook,
    /// or the one given in the body. The answer is free JSON and may be empty, so do not rely on an
    /// execution id in it.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the flow to run.
    /// - `frontegg_tenant_id`: Id of the tenant in which the flow runs; needed with an environment token.
    /// - `frontegg_user_id`: Id of the user on whose behalf approval is sought.
    ///
    /// # Wire
    ///
    /// `POST /resources/approval-flows/v1/{id}/execute`
    pub async fn execute_approval_flow(
        &self,
        id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: &str,
        body: &types::ExecuteApprovalFlowDto,
    ) -> Result<Response<::serde_json::Value>, Error> {
        self.call(&catalogue::EXECUTE_APPROVAL_FLOW)
            .path("id", id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send()
            .await
    }

    /// Execute the step-up approval flow
    ///
    /// Starts the approval that stands behind a step-up, that is behind an action for which the user has
    /// to gain more assurance than the login gave. No flow id is given: the service is expected to know
    /// the flow for this purpose. `frontegg-user-id` names the requesting user; `frontegg-tenant-id` is
    /// needed with an environment token and implied by a user access token. As with an ordinary execution,
    /// the outcome comes later, and the answer is free JSON that may be empty.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Id of the tenant in which the user acts; needed with an environment token.
    /// - `frontegg_user_id`: Id of the user who asks for the step-up.
    ///
    /// # Wire
    ///
    /// `POST /resources/approval-flows/v1/step-up/execute`
    pub async fn execute_step_up_approval_flow(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: &str,
        body: &types::ExecuteApprovalFlowDto,
    ) -> Result<Response<::serde_json::Value>, Error> {
        self.call(&catalogue::EXECUTE_STEP_UP_APPROVAL_FLOW)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send()
            .await
    }
}
