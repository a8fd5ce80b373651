//! Approval flows: who has to approve what, asked by e-mail or text message.

mod approvers;
mod calls;
mod flow;
mod question;
mod request;
mod runs;
mod settings;

pub use self::approvers::Approvers;
pub use self::flow::{ApprovalFlow, ApprovalStep};
pub use self::question::{ApprovalCase, ApprovalDecision, ApprovalQuestion};
pub use self::request::{ApprovalFlowChange, NewApprovalFlow, NewApprovalStep};
pub use self::runs::{NewApprovalRun, UserApprovals};
pub use self::settings::{ApprovalChannels, ApprovalSettings};
use super::scope::Scope;
use crate::silent::silent_debug;

/// Approval flows; [`Environment::approval_flows`](super::Environment::approval_flows) gives it.
///
/// ```
/// # use frontegg_identity::manage::{ApprovalChannels, Approvers, Environment, NewApprovalFlow};
/// # use frontegg_identity::manage::{NewApprovalRun, NewApprovalStep};
/// # async fn run(environment: Environment) -> Result<(), frontegg_identity::Error> {
/// let flow = NewApprovalFlow::new("Payments", ApprovalChannels::EMAIL)
///     .step(NewApprovalStep::new(Approvers::new().emails(["ada@example.com"])))
///     .step(NewApprovalStep::new(Approvers::new().roles(["Admin"])));
/// let flow = environment.approval_flows().create(&flow).await?;
///
/// let alan = environment.tenant("t-1").user("u-2");
/// let run = NewApprovalRun::new().data(serde_json::json!({ "amount": 300 }));
/// alan.approvals().start(&flow.id, &run).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ApprovalFlows {
    scope: Scope,
}

impl ApprovalFlows {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }
}

silent_debug!(ApprovalFlows);
