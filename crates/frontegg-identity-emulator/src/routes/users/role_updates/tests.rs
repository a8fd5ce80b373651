use http::Method;
use serde_json::{Value, json};

use super::super::tests::with;
use crate::settings::Settings;
use crate::state::{NewRole, NewUser};
use crate::testing::{Answer, Emulated};

const VENDOR: &str = "/identity/resources/vendor-only/users/v1";

/// A user of two tenants, and the ids of the role they have, of one they lack, and of one that only the second tenant has.
fn ann(change: impl FnOnce(&mut Settings)) -> (Emulated, [String; 3]) {
    let emulated = with(change);
    let now = chrono::Utc::now();
    let roles = [
        NewRole::new("old"),
        NewRole::new("new"),
        NewRole::new("own").tenant("t-2"),
    ];
    let roles = roles.map(|role| emulated.state(|state| state.seed_role(role, now)));
    let user = NewUser::new("ann@example.com").id("u-1");
    emulated.user(user.tenant("t-1", &["old"]).tenant("t-2", &["old"]));
    (emulated, roles)
}

fn patch(emulated: &Emulated, id: &str, body: &Value) -> Answer {
    let path = format!("{VENDOR}/{id}/roles/bulk");
    let sending = emulated.request(Method::PATCH, &path).vendor();
    sending.json(body).send()
}

fn roles_in(emulated: &Emulated, tenant: &str) -> Vec<String> {
    emulated.state(|state| {
        let user = state.users.get("u-1").expect("the user");
        let membership = user.membership(tenant).expect("a membership");
        membership.role_ids.clone()
    })
}

#[test]
fn roles_change_in_all_tenants_or_in_some() {
    let (emulated, [old, new, _]) = ann(|_| {});
    let body = json!({ "addRoleIds": [new], "tenantIds": ["t-2"] });
    let some = patch(&emulated, "u-1", &body);
    assert_eq!(
        (some.status, &some.body["affectedTenants"]),
        (200, &json!(1))
    );
    assert_eq!(roles_in(&emulated, "t-1").first(), Some(&old));
    let body = json!({ "addRoleIds": [new], "removeRoleIds": [old] });
    let all = patch(&emulated, "u-1", &body);
    assert_eq!(all.body["affectedTenants"], 2);
    assert_eq!(
        (&all.body["rolesAdded"], &all.body["rolesRemoved"]),
        (&json!([new]), &json!([old]))
    );
    for tenant in ["t-1", "t-2"] {
        assert_eq!(roles_in(&emulated, tenant).join(" "), new, "{tenant}");
    }
}

#[test]
fn what_does_not_fit_everywhere_is_done_nowhere() {
    let (emulated, [old, new, own]) = ann(|_| {});
    let refused = |user: &str, body: &Value, status: u16, message: &str| {
        patch(&emulated, user, body).is_refused(status, message, None);
    };
    let body = json!({ "addRoleIds": [own] });
    refused("u-1", &body, 400, "Role was not found in the tenant");
    let body = json!({ "addRoleIds": [new], "tenantIds": ["t-2", "t-3"] });
    refused("u-1", &body, 400, "User does not belong to the tenant");
    let body = json!({ "removeRoleIds": ["r-9"] });
    refused("u-1", &body, 400, "Role r-9 was not found");
    refused("u-9", &json!({}), 404, "User not found");
    assert_eq!(roles_in(&emulated, "t-2"), [old]);
}

#[test]
fn a_queued_change_is_asked_about() {
    let (emulated, [_, new, own]) = ann(|settings| settings.role_update_queue = Some(2));
    let status = |task: &str| {
        let path = format!("{VENDOR}/bulk-roles/status/{task}");
        emulated.get(&path).vendor().send()
    };
    let few = json!({ "addRoleIds": [new], "tenantIds": ["t-1"] });
    assert!(patch(&emulated, "u-1", &few).body.get("taskId").is_none());
    let queued = patch(&emulated, "u-1", &json!({ "addRoleIds": [new] }));
    let first = status(queued.text("taskId"));
    assert_eq!(
        (first.text("status"), &first.body["processedTenants"]),
        ("InProgress", &json!(0))
    );
    let second = status(queued.text("taskId"));
    assert_eq!(
        (second.text("status"), &second.body["processedTenants"]),
        ("Completed", &json!(2))
    );
    let queued = patch(&emulated, "u-1", &json!({ "addRoleIds": [own] }));
    status(queued.text("taskId"));
    let failed = status(queued.text("taskId"));
    assert_eq!(failed.text("status"), "CompletedWithErrors");
    assert_eq!(failed.body["errors"][0]["tenantId"], "t-1");
    assert!(roles_in(&emulated, "t-2").contains(&own));
    status("no-task").is_refused(404, "Task not found", None);
}
