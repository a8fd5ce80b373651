use serde_json::{Value, json};

use super::super::tests::with;
use crate::state::NewUser;
use crate::testing::Emulated;

const COUNT: &str = "/identity/resources/tenants/users/v1/count";
const STATUSES: &str = "/identity/resources/tenants/users/v1/statuses";

fn people() -> Emulated {
    let emulated = with(|_| {});
    let user = |email: &str, id: &str| NewUser::new(email).id(id).password("x");
    emulated.user(
        user("ann@example.com", "u-1")
            .tenant("t-2", &[])
            .tenant("t-1", &[]),
    );
    emulated.user(user("bea@example.com", "u-2").tenant("t-2", &[]));
    emulated.user(
        user("cat@example.com", "u-3")
            .tenant("t-3", &[])
            .unverified(),
    );
    emulated
}

#[test]
fn users_are_counted_by_tenant() {
    let emulated = people();
    emulated.state(|state| {
        let bea = state.users.get_mut("u-2").unwrap();
        bea.is_invisible = true;
        bea.membership_mut("t-2").unwrap().is_disabled = true;
    });
    let count = |tenant: &str, skip: bool| {
        let body = json!({ "tenantIds": [tenant, tenant], "excludeInvisibleUsers": skip });
        let answer = emulated.post(COUNT, body).vendor().send();
        let entries = answer.body.as_array().expect("a list").clone();
        assert_eq!(entries.len(), 1);
        (
            entries[0]["totalUsers"].as_u64(),
            entries[0]["totalAccessAllowedUsers"].as_u64(),
        )
    };
    assert_eq!(count("t-2", false), (Some(2), Some(1)));
    assert_eq!(count("t-2", true), (Some(1), Some(1)));
    assert_eq!(count("t-9", false), (Some(0), Some(0)));
}

#[test]
fn a_user_counts_where_they_can_look() {
    let emulated = people();
    let login = emulated.log_in("bea@example.com", "x");
    let count = |tenants: Value| {
        let sending = emulated.post(COUNT, json!({ "tenantIds": tenants }));
        sending.bearer(login.text("accessToken")).send()
    };
    let below = count(json!(["t-2", "t-3"]));
    assert_eq!(below.body.as_array().map(Vec::len), Some(2));
    let foreign = count(json!(["t-2", "t-1"]));
    foreign.is_refused(403, "User does not belong to the tenant", None);
}

#[test]
fn a_status_tells_how_far_a_user_has_got() {
    let emulated = people();
    emulated.log_in("ann@example.com", "x");
    emulated.state(|state| {
        let ann = state.users.get_mut("u-1").unwrap();
        ann.membership_mut("t-1").unwrap().is_activated = false;
        let cat = state.users.get_mut("u-3").unwrap();
        cat.membership_mut("t-3").unwrap().is_activated = false;
    });
    let ask = |query: &str| emulated.get(&format!("{STATUSES}?{query}")).vendor().send();
    let all = ask("userIds=u-1,u-2,u-3,u-9");
    assert_eq!(
        all.body,
        json!([
            { "userId": "u-1", "tenantsStatuses": [
                { "tenantId": "t-2", "status": "Activated" },
                { "tenantId": "t-1", "status": "PendingInvitation" },
            ] },
            { "userId": "u-2", "tenantsStatuses": [{ "tenantId": "t-2", "status": "PendingLogin" }] },
            { "userId": "u-3", "tenantsStatuses": [{ "tenantId": "t-3", "status": "NotActivated" }] },
        ])
    );
    let some = ask("userIds=u-1&userTenantStatuses=Activated");
    assert_eq!(
        some.body[0]["tenantsStatuses"].as_array().map(Vec::len),
        Some(1)
    );
    let many = vec!["x"; 201].join(",");
    ask(&format!("userIds={many}")).is_refused(
        400,
        "userIds must contain no more than 200 elements",
        None,
    );
}
