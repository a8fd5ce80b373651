//! Approval flows.

use std::time::Duration;

use frontegg_identity::manage::{
    ApprovalChannels, ApprovalFlowChange, ApprovalQuestion, ApprovalSettings, Approvers,
    NewApprovalFlow, NewApprovalRun, NewApprovalStep, Patch,
};
use serde_json::{Value, json};

use super::Wire;

#[tokio::test]
async fn a_flow_has_numbered_steps_and_counts_in_minutes() {
    let mut wire = Wire::new().await;
    let step = |number: u64, approvers: Value| {
        json!({
            "stepOrder": number, "approverSelectors": approvers,
            "configuration": { "minApprovals": 1 },
        })
    };
    let body = json!({
        "name": "N", "channels": { "email": false, "sms": true },
        "configuration": {
            "autoApproveInMinutes": 1, "timeoutMinutes": 6, "reminderIntervalMinutes": 60,
            "notifyOnDecisions": true, "webhookUrl": "https://a.b",
        },
        "steps": [step(1, json!({ "roleKeys": ["A"] })), step(2, json!({ "emails": ["a@b.c"] }))],
    });
    let path = "/approval-flows/v1";
    wire.expect_json(("POST", path), None, Some(body), &json!({ "id": "f-1" }))
        .await;
    let settings = ApprovalSettings::new()
        .auto_approval(Duration::ZERO)
        .timeout(Duration::from_secs(301))
        .reminder(Duration::from_secs(3600))
        .with_notices()
        .webhook_url("https://a.b");
    let flow = NewApprovalFlow::new("N", ApprovalChannels::SMS)
        .settings(settings)
        .step(NewApprovalStep::new(Approvers::new().roles(["A"])))
        .step(NewApprovalStep::new(Approvers::new().emails(["a@b.c"])));
    let flows = wire.environment().await.approval_flows();
    let flow = flows.create(&flow).await.unwrap();
    assert_eq!(
        (flow.id.as_str(), flow.channels),
        ("f-1", ApprovalChannels::default())
    );
    wire.done().await;
}

#[tokio::test]
async fn a_change_of_a_flow_sends_what_is_said() {
    let mut wire = Wire::new().await;
    let path = "/approval-flows/v1/f-1";
    for body in [
        json!({ "description": null, "isActive": false }),
        json!({ "configuration": {}, "steps": [] }),
        json!({ "name": "N", "channels": { "email": true, "sms": true } }),
    ] {
        wire.expect_json(("PATCH", path), None, Some(body), &json!({ "id": "f-1" }))
            .await;
    }
    let flows = wire.environment().await.approval_flows();
    for change in [
        ApprovalFlowChange::new()
            .description(Patch::Null)
            .active(false),
        ApprovalFlowChange::new()
            .settings(ApprovalSettings::new())
            .steps([]),
        ApprovalFlowChange::new()
            .name("N")
            .channels(ApprovalChannels::BOTH),
    ] {
        flows.update(&"f-1".into(), &change).await.unwrap();
    }
    wire.done().await;
}

#[tokio::test]
async fn flows_come_with_ordered_steps_and_either_form_of_channels() {
    let mut wire = Wire::new().await;
    let step = |number: u64| json!({ "id": format!("s-{number}"), "stepOrder": number });
    let list = json!({ "total": 3, "items": [
        { "id": "f-1", "channels": ["EMAIL"], "steps": [step(2), step(1)] },
        { "id": "f-2", "channels": { "email": false, "sms": true }, "configuration": {
            "autoApproveInMinutes": 5.0, "timeoutMinutes": 10, "logging": true,
        } },
    ] });
    wire.expect_json(("GET", "/approval-flows/v1"), None, None, &list)
        .await;
    let flows = wire.environment().await.approval_flows();
    let list = flows.list().await.unwrap();
    assert_eq!((list.total, list.is_complete()), (Some(3), false));
    let channels = (list.items[0].channels, list.items[1].channels);
    assert_eq!(channels, (ApprovalChannels::EMAIL, ApprovalChannels::SMS));
    let steps = list.items[0].steps.iter().map(|step| step.id.as_str());
    assert!(steps.eq(["s-1", "s-2"]));
    let settings = &list.items[1].settings;
    assert_eq!(settings.auto_approval, Some(Duration::from_secs(300)));
    assert_eq!(settings.timeout, Some(Duration::from_secs(600)));
    assert_eq!((settings.reminder, settings.is_logged), (None, Some(true)));
    wire.done().await;
}

#[tokio::test]
async fn a_run_may_be_answered_with_nothing() {
    let mut wire = Wire::new().await;
    let path = "approval-flows/v1/f-1/execute";
    let who = (Some("t-1"), Some("u-1"));
    wire.expect(("POST", path), who, Some(json!({})), "null")
        .await;
    let user = wire.environment().await.tenant("t-1").user("u-1");
    let run = NewApprovalRun::new();
    let answer = user.approvals().start(&"f-1".into(), &run).await.unwrap();
    assert_eq!(answer, Value::Null);
    wire.done().await;
}

#[tokio::test]
async fn a_case_says_what_is_asked_for_whom() {
    let mut wire = Wire::new().await;
    let path = "/approval-flows/v1/execution-data?approvalFlowExecutionId=x-1\
                &approvalFlowStepId=s-1&approverId=w-1";
    let case = json!({
        "approvalFlowName": "Payments", "approvalFlowDescription": null, "requester": "ada",
        "approvalFlowRequestDate": "2026-02-03T04:05:06Z", "executionData": { "amount": 3 },
    });
    wire.expect_json(("GET", path), None, None, &case).await;
    let question = ApprovalQuestion::new("x-1".into(), "s-1".into(), "w-1".into());
    let flows = wire.environment().await.approval_flows();
    let case = flows.case(&question).await.unwrap();
    assert_eq!(case.flow_name.as_deref(), Some("Payments"));
    assert_eq!(
        (case.flow_description, case.requester.as_deref()),
        (None, Some("ada"))
    );
    let at = case.requested_at.map(|at| at.timestamp());
    assert_eq!(at, Some(1_770_091_506));
    assert_eq!(case.data.to_json().unwrap(), json!({ "amount": 3 }));
    wire.done().await;
}
