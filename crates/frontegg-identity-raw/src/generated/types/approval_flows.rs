// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Approval Flows: types.
use super::*;

/// Channels over which approvers are asked for their decision. Both members are required.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ApprovalFlowChannelDto {
    /// Whether approvers are asked by e-mail.
    pub email: bool,
    /// Whether approvers are asked by SMS.
    pub sms: bool,
}

/// Timing and notification settings in a request to create or change a flow. All members are optional.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct ApprovalFlowConfigurationDto {
    /// Time in minutes after which a request without a decision is approved by itself; at least 1. Without
    /// it nothing is expected to be approved by itself.
    #[serde(
        rename = "autoApproveInMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub auto_approve_in_minutes: ::std::option::Option<::std::num::NonZeroU64>,
    /// Whether decisions are announced by a notification; who receives it is not known.
    #[serde(
        rename = "notifyOnDecisions",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub notify_on_decisions: ::std::option::Option<bool>,
    /// Time in minutes between reminders to approvers; at least 60.
    #[serde(
        rename = "reminderIntervalMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reminder_interval_minutes: ::std::option::Option<i64>,
    /// Time in minutes after which a request without a decision lapses; 5 to 10080, which is 7 days.
    #[serde(
        rename = "timeoutMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub timeout_minutes: ::std::option::Option<i64>,
    /// Address to which the outcome of executions is expected to be posted.
    #[serde(
        rename = "webhookUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub webhook_url: ::std::option::Option<::std::string::String>,
}

/// Timing and notification settings of a stored flow. All members may be absent.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ApprovalFlowConfigurationResponseDto {
    /// Time in minutes after which a request without a decision is approved by itself; absent if not set.
    #[serde(
        rename = "autoApproveInMinutes",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub auto_approve_in_minutes: ::std::option::Option<i64>,
    /// Whether executions are logged. It appears in answers only and cannot be set by a request.
    #[serde(default)]
    pub logging: ::std::option::Option<bool>,
    /// Whether decisions are announced by a notification.
    #[serde(rename = "notifyOnDecisions", default)]
    pub notify_on_decisions: ::std::option::Option<bool>,
    /// Time in minutes between reminders to approvers; absent if not set.
    #[serde(
        rename = "reminderIntervalMinutes",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub reminder_interval_minutes: ::std::option::Option<i64>,
    /// Time in minutes after which a request without a decision lapses; absent if not set.
    #[serde(
        rename = "timeoutMinutes",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub timeout_minutes: ::std::option::Option<i64>,
    /// Address to which the outcome of executions is expected to be posted.
    #[serde(rename = "webhookUrl", default)]
    pub webhook_url: ::std::option::Option<::std::string::String>,
}

/// A stored approval flow with its steps.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ApprovalFlowResponseDto {
    /// Channels that approvers are asked through, as any JSON; whether names or switches come is not
    /// captured.
    #[serde(default)]
    pub channels: ::std::option::Option<::serde_json::Value>,
    #[serde(default)]
    pub configuration: ::std::option::Option<ApprovalFlowConfigurationResponseDto>,
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Whether the flow can be executed.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Steps of the flow; sort by `stepOrder` rather than rely on the order here.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub steps: ::std::vec::Vec<ApprovalFlowStepResponseDto>,
    /// Id of the tenant that owns the flow; expected to be absent for a flow of the whole environment.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Time of the last change, RFC 3339.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the environment that owns the flow.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

/// One step of a stored approval flow: who decides, and how many approvals it takes.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ApprovalFlowStepResponseDto {
    #[serde(rename = "approverSelectors", default)]
    pub approver_selectors: ::std::option::Option<ApproverSelectorResponseDto>,
    #[serde(default)]
    pub configuration: ::std::option::Option<StepConfigurationResponseDto>,
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the step, called `approvalFlowStepId` where approvers decide.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Position of the step in the flow, a whole number from 1.
    #[serde(rename = "stepOrder", default, deserialize_with = "crate::read::integer")]
    pub step_order: ::std::option::Option<i64>,
    /// Time of the last change, RFC 3339.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

/// List of approval flows. It differs from the usual page: there are neither `_links` nor `_metadata`.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ApprovalFlowsListResponseDto {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<ApprovalFlowResponseDto>,
    /// Number of flows, a whole number.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub total: ::std::option::Option<i64>,
}

/// Decision of one approver on one step of an execution.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ApproverActionDto {
    /// Id of the execution, that is of one run of a flow.
    #[serde(rename = "approvalFlowExecutionId")]
    pub approval_flow_execution_id: ::std::string::String,
    /// Id of the step on which the decision is made.
    #[serde(rename = "approvalFlowStepId")]
    pub approval_flow_step_id: ::std::string::String,
    /// `true` approves the request, `false` rejects it.
    pub approved: bool,
    /// Id of the approver who decides.
    #[serde(rename = "approverId")]
    pub approver_id: ::std::string::String,
}

/// Chooses the approvers of a step, by role, by e-mail address or by phone number. All members are
/// optional and can be combined.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct ApproverSelectorDto {
    /// E-mail addresses of approvers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emails: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Phone numbers of approvers, for the SMS channel.
    #[serde(
        rename = "phoneNumbers",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_numbers: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Keys, not ids, of roles whose holders may approve.
    #[serde(rename = "roleKeys", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_keys: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}

/// Approvers of a stored step. All three lists are expected to be present, empty where not used.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ApproverSelectorResponseDto {
    /// E-mail addresses of approvers.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub emails: ::std::vec::Vec<::std::string::String>,
    /// Phone numbers of approvers, for the SMS channel.
    #[serde(
        rename = "phoneNumbers",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub phone_numbers: ::std::vec::Vec<::std::string::String>,
    /// Keys, not ids, of roles whose holders may approve.
    #[serde(rename = "roleKeys", default, deserialize_with = "crate::read::or_default")]
    pub role_keys: ::std::vec::Vec<::std::string::String>,
}

/// Definition of a new approval flow.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateApprovalFlowDto {
    pub channels: ApprovalFlowChannelDto,
    pub configuration: ApprovalFlowConfigurationDto,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Whether the flow can be executed; the default for an absent value is not known.
    #[serde(rename = "isActive", skip_serializing_if = "::std::option::Option::is_none")]
    pub is_active: ::std::option::Option<bool>,
    pub name: ::std::string::String,
    /// Steps of the flow, ordered by their `stepOrder`.
    pub steps: ::std::vec::Vec<CreateApprovalFlowStepDto>,
}

/// Definition of one step, in a request to create or change a flow.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateApprovalFlowStepDto {
    #[serde(rename = "approverSelectors")]
    pub approver_selectors: ApproverSelectorDto,
    pub configuration: StepConfigurationDto,
    /// Position of the step in the flow, a whole number from 1.
    #[serde(rename = "stepOrder")]
    pub step_order: ::std::num::NonZeroU64,
}

/// Input of one execution; may be the empty object `{}`.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct ExecuteApprovalFlowDto {
    /// Any JSON object that describes what is to be approved; approvers can see it, so keep secrets out of
    /// it.
    #[serde(
        rename = "executionData",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub execution_data: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Address to which the outcome of this execution is expected to be posted, instead of the one in the
    /// flow's configuration.
    #[serde(
        rename = "webhookUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub webhook_url: ::std::option::Option<::std::string::String>,
}

/// What an approver sees of an execution before the decision.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ExecutionDataResponseDto {
    #[serde(rename = "approvalFlowDescription", default)]
    pub approval_flow_description: ::std::option::Option<::std::string::String>,
    #[serde(rename = "approvalFlowName", default)]
    pub approval_flow_name: ::std::option::Option<::std::string::String>,
    /// Time at which the approval was requested, RFC 3339.
    #[serde(
        rename = "approvalFlowRequestDate",
        default,
        deserialize_with = "crate::read::date_time"
    )]
    pub approval_flow_request_date: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
    /// The JSON object that was passed when the flow was executed; absent if there was none.
    #[serde(
        rename = "executionData",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub execution_data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// The user on whose behalf the flow was executed; in which form the user is named is not known.
    #[serde(default)]
    pub requester: ::std::option::Option<::std::string::String>,
}

/// Conditions under which a step passes, in a request.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct StepConfigurationDto {
    /// Number of approvals that the step needs, a whole number from 1.
    #[serde(rename = "minApprovals")]
    pub min_approvals: ::std::num::NonZeroU64,
}

/// Conditions under which a stored step passes.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct StepConfigurationResponseDto {
    /// Number of approvals that the step needs, a whole number.
    #[serde(rename = "minApprovals", default, deserialize_with = "crate::read::integer")]
    pub min_approvals: ::std::option::Option<i64>,
}

/// Changes to an approval flow. Members left out are expected to stay as they are.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateApprovalFlowDto {
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub channels: crate::Patch<ApprovalFlowChannelDto>,
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub configuration: crate::Patch<ApprovalFlowConfigurationDto>,
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub description: crate::Patch<::std::string::String>,
    /// Whether the flow can be executed.
    #[serde(rename = "isActive", skip_serializing_if = "crate::Patch::is_absent")]
    pub is_active: crate::Patch<bool>,
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub name: crate::Patch<::std::string::String>,
    /// The complete new list of steps, expected to replace the old one; steps have no id in a request.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub steps: crate::Patch<::std::vec::Vec<CreateApprovalFlowStepDto>>,
}
