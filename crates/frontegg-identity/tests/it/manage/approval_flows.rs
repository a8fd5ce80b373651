//! Approval flows, and runs of them.

use std::num::NonZeroU32;
use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    ApprovalChannels, ApprovalDecision, ApprovalFlowChange, ApprovalQuestion, ApprovalSettings,
    Approvers, NewApprovalFlow, NewApprovalRun, NewApprovalStep,
};
use serde_json::json;

use crate::world::World;

const PATH: &str = "/identity/resources/approval-flows/v1";

fn minutes(number: u64) -> Duration {
    Duration::from_secs(60 * number)
}

fn payments() -> NewApprovalFlow {
    let settings = ApprovalSettings::new()
        .auto_approval(minutes(30))
        .timeout(minutes(60))
        .reminder(minutes(90))
        .with_notices()
        .webhook_url("https://example.com/hook");
    let first = Approvers::new().emails(["ada@example.com"]);
    let second = Approvers::new()
        .roles(["Admin"])
        .phone_numbers(["+15551234567"]);
    let two = NonZeroU32::new(2).unwrap();
    NewApprovalFlow::new("Payments", ApprovalChannels::EMAIL)
        .description("Before money goes out")
        .active(true)
        .settings(settings)
        .step(NewApprovalStep::new(first))
        .step(NewApprovalStep::new(second).approvals(two))
}

#[tokio::test]
async fn a_flow_is_kept_as_it_was_made() {
    let world = World::new().await;
    let flows = world.manager().await.approval_flows();
    let flow = flows.create(&payments()).await.unwrap();
    assert_eq!(flow.name.as_deref(), Some("Payments"));
    assert_eq!(flow.description.as_deref(), Some("Before money goes out"));
    assert_eq!(
        (flow.channels, flow.is_active),
        (ApprovalChannels::EMAIL, Some(true))
    );
    assert_eq!(flow.settings.auto_approval, Some(minutes(30)));
    assert_eq!(flow.settings.timeout, Some(minutes(60)));
    assert_eq!(flow.settings.reminder, Some(minutes(90)));
    assert_eq!(flow.settings.has_notices, Some(true));
    let url = flow.settings.webhook_url.as_deref();
    assert_eq!(url, Some("https://example.com/hook"));
    assert_eq!(flow.steps[0].approvers.emails, ["ada@example.com"]);
    assert_eq!(flow.steps[1].approvers.role_keys, ["Admin"]);
    assert_eq!(flow.steps[1].approvers.phone_numbers, ["+15551234567"]);
    assert_eq!(
        (flow.steps[0].approvals, flow.steps[1].approvals),
        (Some(1), Some(2))
    );
    assert_eq!(flows.get(&flow.id).await.unwrap(), flow);
    let list = flows.list().await.unwrap();
    assert!(list.is_complete());
    assert_eq!(list.items, [flow]);
}

#[tokio::test]
async fn a_change_of_a_flow_keeps_what_it_does_not_say() {
    let world = World::new().await;
    let flows = world.manager().await.approval_flows();
    let flow = flows.create(&payments()).await.unwrap();
    let change = ApprovalFlowChange::new()
        .name("Refunds")
        .description("Before money goes back".to_owned())
        .active(false)
        .channels(ApprovalChannels::BOTH);
    let changed = flows.update(&flow.id, &change).await.unwrap();
    assert_eq!(changed.name.as_deref(), Some("Refunds"));
    let description = changed.description.as_deref();
    assert_eq!(description, Some("Before money goes back"));
    assert_eq!(
        (changed.is_active, changed.channels),
        (Some(false), ApprovalChannels::BOTH)
    );
    assert_eq!(
        (&changed.settings, &changed.steps),
        (&flow.settings, &flow.steps)
    );

    let kept = NewApprovalStep::from(&flow.steps[1]);
    let last = NewApprovalStep::new(Approvers::new().roles(["Owner"]));
    let change = ApprovalFlowChange::new()
        .settings(ApprovalSettings::new())
        .steps([kept, last]);
    let changed = flows.update(&flow.id, &change).await.unwrap();
    assert_eq!(changed.settings, ApprovalSettings::new());
    assert_eq!(changed.steps.len(), 2);
    assert_eq!(changed.steps[0].approvers, flow.steps[1].approvers);
    assert_eq!(changed.steps[0].approvals, Some(2));
    assert_eq!(changed.steps[1].approvers.role_keys, ["Owner"]);

    flows.delete(&flow.id).await.unwrap();
    let gone = flows.get(&flow.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_run_names_the_tenant_and_the_user() {
    let world = World::new().await;
    let environment = world.manager().await;
    let flow = environment.approval_flows().create(&payments()).await;
    let flow = flow.unwrap().id;
    let approvals = environment.tenant("t-1").user("u-7").approvals();
    let run = NewApprovalRun::new()
        .data(json!({ "amount": 300 }))
        .webhook_url("https://example.com/hook");
    approvals.start(&flow, &run).await.unwrap();
    let sent = world.last("POST", &format!("{PATH}/{flow}/execute"));
    assert_eq!(sent.header("frontegg-tenant-id"), Some("t-1"));
    assert_eq!(sent.header("frontegg-user-id"), Some("u-7"));
    assert_eq!(sent.body["executionData"], json!({ "amount": 300 }));
    assert_eq!(sent.body["webhookUrl"], "https://example.com/hook");
    approvals
        .start_step_up(&NewApprovalRun::new())
        .await
        .unwrap();
    let sent = world.last("POST", &format!("{PATH}/step-up/execute"));
    assert_eq!(
        (sent.header("frontegg-user-id"), &sent.body),
        (Some("u-7"), &json!({}))
    );
    let run = NewApprovalRun::new().data(json!(300));
    let error = approvals.start(&flow, &run).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
}

#[tokio::test]
async fn an_approver_sees_the_case_and_decides() {
    let world = World::new().await;
    let flows = world.manager().await.approval_flows();
    let question = ApprovalQuestion::new("run-1".into(), "step-1".into(), "who-1".into());
    flows.case(&question).await.unwrap();
    let asked = world.last("GET", &format!("{PATH}/execution-data"));
    let query = asked
        .query
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let mut query: Vec<_> = query.collect();
    query.sort_unstable();
    let expected = [
        ("approvalFlowExecutionId", "run-1"),
        ("approvalFlowStepId", "step-1"),
        ("approverId", "who-1"),
    ];
    assert_eq!(query, expected);
    for (decision, approved) in [
        (ApprovalDecision::Approve, true),
        (ApprovalDecision::Reject, false),
    ] {
        flows.decide(&question, decision).await.unwrap();
        let sent = world.last("POST", &format!("{PATH}/approver-action"));
        let expected = json!({
            "approvalFlowExecutionId": "run-1",
            "approvalFlowStepId": "step-1",
            "approverId": "who-1",
            "approved": approved,
        });
        assert_eq!(sent.body, expected);
    }
}
