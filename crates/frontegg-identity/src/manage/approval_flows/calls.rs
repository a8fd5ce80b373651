//! Approval flows are listed, created, changed and deleted.

use frontegg_identity_raw::{catalogue, types};

use super::{
    ApprovalCase, ApprovalDecision, ApprovalFlow, ApprovalFlowChange, ApprovalFlows,
    ApprovalQuestion, NewApprovalFlow,
};
use crate::error::Error;
use crate::manage::Excerpt;
use crate::manage::ids::ApprovalFlowId;

impl ApprovalFlows {
    /// The approval flows.
    ///
    /// # Wire
    /// `GET /identity/resources/approval-flows/v1`
    pub async fn list(&self) -> Result<Excerpt<ApprovalFlow>, Error> {
        const DOING: &str = "cannot list the approval flows";
        let operation = &catalogue::LIST_APPROVAL_FLOWS;
        let outcome = self.scope.client().list_approval_flows().await;
        self.scope.part(DOING, operation, outcome, |list| {
            Excerpt::read(list.items, list.total, ApprovalFlow::read)
        })
    }

    /// One approval flow.
    ///
    /// # Wire
    /// `GET /identity/resources/approval-flows/v1/{id}`
    pub async fn get(&self, id: &ApprovalFlowId) -> Result<ApprovalFlow, Error> {
        const DOING: &str = "cannot read the approval flow";
        let operation = &catalogue::GET_APPROVAL_FLOW;
        let outcome = self.scope.client().get_approval_flow(id.as_str()).await;
        self.scope
            .part(DOING, operation, outcome, ApprovalFlow::read)
    }

    /// Creates an approval flow. Nobody is asked for anything yet: see
    /// [`UserApprovals::start`](super::UserApprovals::start).
    ///
    /// # Wire
    /// `POST /identity/resources/approval-flows/v1`
    pub async fn create(&self, flow: &NewApprovalFlow) -> Result<ApprovalFlow, Error> {
        const DOING: &str = "cannot create the approval flow";
        let operation = &catalogue::CREATE_APPROVAL_FLOW;
        let client = self.scope.client();
        let outcome = client.create_approval_flow(&flow.body()).await;
        self.scope
            .part(DOING, operation, outcome, ApprovalFlow::read)
    }

    /// Changes an approval flow.
    ///
    /// # Wire
    /// `PATCH /identity/resources/approval-flows/v1/{id}`
    pub async fn update(
        &self,
        id: &ApprovalFlowId,
        change: &ApprovalFlowChange,
    ) -> Result<ApprovalFlow, Error> {
        const DOING: &str = "cannot change the approval flow";
        let operation = &catalogue::UPDATE_APPROVAL_FLOW;
        let client = self.scope.client();
        let outcome = client
            .update_approval_flow(id.as_str(), &change.body())
            .await;
        self.scope
            .part(DOING, operation, outcome, ApprovalFlow::read)
    }

    /// Deletes an approval flow. What becomes of runs that wait for a decision is not known.
    ///
    /// # Wire
    /// `DELETE /identity/resources/approval-flows/v1/{id}`
    pub async fn delete(&self, id: &ApprovalFlowId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the approval flow";
        let outcome = self.scope.client().delete_approval_flow(id.as_str()).await;
        self.scope
            .told(DOING, &catalogue::DELETE_APPROVAL_FLOW, outcome)
    }

    /// What an approver has to know before the decision.
    ///
    /// # Wire
    /// `GET /identity/resources/approval-flows/v1/execution-data`
    pub async fn case(&self, question: &ApprovalQuestion) -> Result<ApprovalCase, Error> {
        const DOING: &str = "cannot read what is to be approved";
        let client = self.scope.client();
        let outcome = client
            .get_approval_flow_execution(
                question.run.as_str(),
                question.step.as_str(),
                question.approver.as_str(),
            )
            .await;
        let case = self
            .scope
            .told(DOING, &catalogue::GET_APPROVAL_FLOW_EXECUTION, outcome)?;
        Ok(case.into())
    }

    /// Tells what an approver has decided.
    ///
    /// # Wire
    /// `POST /identity/resources/approval-flows/v1/approver-action`
    pub async fn decide(
        &self,
        question: &ApprovalQuestion,
        decision: ApprovalDecision,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot tell the approver's decision";
        let body = types::ApproverActionDto {
            approval_flow_execution_id: question.run.clone().into(),
            approval_flow_step_id: question.step.clone().into(),
            approved: decision == ApprovalDecision::Approve,
            approver_id: question.approver.clone().into(),
        };
        let client = self.scope.client();
        let outcome = client.set_approval_flow_decision(&body).await;
        self.scope
            .told(DOING, &catalogue::SET_APPROVAL_FLOW_DECISION, outcome)
    }
}
