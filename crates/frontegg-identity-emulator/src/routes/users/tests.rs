use http::Method;
use serde_json::{Value, json};

use crate::settings::{ErrorForm, Settings};
use crate::state::environment::Assigned;
use crate::state::outbox::SentKind;
use crate::state::{NewRole, NewTenant, NewUser};
use crate::testing::{Answer, Emulated};

const V1: &str = "/identity/resources/users/v1";
const V2: &str = "/identity/resources/users/v2";
const V3: &str = "/identity/resources/users/v3";
const VENDOR: &str = "/identity/resources/vendor-only/users/v1";

pub(super) fn with(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = Emulated::with(change);
    emulated.state(|state| {
        let now = chrono::Utc::now();
        state.seed_tenant(NewTenant::new("One").id("t-1"), now);
        state.seed_tenant(NewTenant::new("Two").id("t-2"), now);
        state.seed_tenant(NewTenant::new("Below").id("t-3").parent("t-2"), now);
        state.seed_role(
            NewRole::new("member")
                .permission("docs.read")
                .default_role(),
            now,
        );
    });
    emulated
}

fn create(emulated: &Emulated, tenant: &str, body: Value) -> Answer {
    emulated.post(V2, body).vendor().tenant(tenant).send()
}

#[test]
fn a_created_user_has_roles_and_permissions_as_objects() {
    let emulated = with(|_| {});
    let body = json!({ "email": "ann@example.com", "name": "Ann", "metadata": null, "skipInviteEmail": true });
    for (path, email) in [(V1, "ann@example.com"), (V2, "bea@example.com")] {
        let mut body = body.clone();
        body["email"] = json!(email);
        let created = emulated.post(path, body).vendor().tenant("t-1").send();
        assert_eq!(
            (
                created.status,
                created.text("email"),
                &created.body["metadata"]
            ),
            (201, email, &Value::Null)
        );
        assert_eq!(created.body["roles"][0]["key"], "member");
        assert_eq!(created.body["permissions"][0]["key"], "docs.read");
    }
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), 0);
}

#[test]
fn a_new_user_is_mailed_a_link_and_a_known_one_an_invitation() {
    let emulated = with(|_| {});
    let created = create(&emulated, "t-1", json!({ "email": "ann@example.com" }));
    assert_eq!(created.body["activatedForTenant"], false);
    let again = create(&emulated, "t-2", json!({ "email": "ANN@example.com" }));
    assert_eq!((again.status, again.text("id")), (201, created.text("id")));
    for kind in [SentKind::Activation, SentKind::Invitation] {
        assert!(emulated.sent(kind, "ann@example.com").is_some(), "{kind:?}");
    }
    let third = create(&emulated, "t-2", json!({ "email": "ann@example.com" }));
    third.is_refused(409, "User already exists", None);
}

#[test]
fn a_user_needs_a_name_to_be_found_by_and_known_roles() {
    let emulated = with(|_| {});
    let nameless = create(&emulated, "t-1", json!({ "name": "Ann" }));
    nameless.is_refused(
        400,
        "Either email or username must be provided",
        Some("ER-000a64f544"),
    );
    let body = json!({ "email": "ann@example.com", "roleIds": ["r-9"] });
    create(&emulated, "t-1", body).is_refused(400, "Role r-9 was not found", None);
    let malformed = create(&emulated, "t-1", json!({ "email": "nonsense" }));
    assert_eq!(
        (malformed.status, &malformed.body["errors"][0]),
        (400, &json!("email must be an email"))
    );
}

#[test]
fn an_application_has_to_be_there_and_open_to_the_tenant() {
    let emulated = with(|settings| settings.default_application = false);
    let body = || json!({ "email": "ann@example.com" });
    create(&emulated, "t-1", body()).is_refused(
        403,
        "Application ID is not specified",
        Some("ER-00008"),
    );
    let app = emulated.service.settings().application_id.clone();
    let text = "This account/tenant is not assigned to the requested application";
    let named = |app: &str, tenant: &str| {
        emulated
            .post(V1, body())
            .vendor()
            .tenant(tenant)
            .header("frontegg-application-id", app)
            .send()
    };
    named("other", "t-1").is_refused(404, text, Some("ER-01008"));
    named(&app, "t-9").is_refused(404, text, Some("ER-01008"));
    emulated.service.change_settings(|settings| {
        settings.unknown_tenant_on_create = ErrorForm::new(400, "No such tenant");
    });
    named(&app, "t-9").is_refused(400, "No such tenant", None);
    emulated.state(|state| {
        let only = ["t-2".to_owned()].into_iter().collect();
        state
            .environment
            .applications
            .get_mut(&app)
            .unwrap()
            .tenants = Assigned::Only(only);
    });
    named(&app, "t-1").is_refused(404, text, Some("ER-01008"));
    assert_eq!(named(&app, "t-2").status, 201);
}

#[test]
fn the_environment_creates_users_with_more_members() {
    let emulated = with(|_| {});
    let body = json!({
        "email": "ann@example.com", "tenantId": "t-1", "password": "x",
        "mfaBypass": true, "vendorMetadata": "{}", "externalId": "e-1",
    });
    let created = emulated.post(VENDOR, body).vendor().send();
    assert_eq!(
        (created.status, &created.body["mfaBypass"]),
        (201, &json!(true))
    );
    assert_eq!(
        (created.text("externalId"), created.text("vendorMetadata")),
        ("e-1", "{}")
    );
    let found = emulated
        .get(&format!("{VENDOR}/{}", created.text("id")))
        .vendor()
        .send();
    assert_eq!(found.body["tenants"][0]["roles"][0]["key"], "member");
    assert_eq!(emulated.log_in("ann@example.com", "x").status, 200);
    let token = emulated.token_of("ann@example.com", "x");
    let path = format!("{VENDOR}/{}", created.text("id"));
    emulated
        .get(&path)
        .bearer(&token)
        .send()
        .is_refused(404, "Not Found", Some("ER-00004"));
}

#[test]
fn a_temporary_user_is_out_when_the_time_is_up() {
    let emulated = with(|_| {});
    let body = json!({ "email": "ann@example.com", "password": "x", "expirationInSeconds": 300 });
    assert!(create(&emulated, "t-1", body).body["temporaryExpirationDate"].is_string());
    assert_eq!(emulated.log_in("ann@example.com", "x").status, 200);
    emulated
        .service
        .clock
        .advance(chrono::TimeDelta::seconds(300));
    emulated
        .log_in("ann@example.com", "x")
        .is_refused(401, "User is disabled", None);
}

#[test]
fn a_user_is_read_in_a_tenant() {
    let emulated = with(|_| {});
    let id = emulated.user(
        NewUser::new("ann@example.com")
            .tenant("t-1", &["Admin"])
            .tenant("t-2", &["member"]),
    );
    let path = format!("{V1}/{id}");
    emulated
        .get(&path)
        .vendor()
        .send()
        .is_refused(403, "Tenant ID is not specified", None);
    let found = emulated.get(&path).vendor().tenant("t-2").send();
    assert_eq!(
        (found.text("tenantId"), &found.body["roles"][0]["key"]),
        ("t-2", &json!("member"))
    );
    emulated
        .get(&path)
        .vendor()
        .tenant("t-3")
        .send()
        .is_refused(404, "User not found", None);
    let by_email = emulated
        .get(&format!("{V1}/email?email=ann@example.com"))
        .vendor()
        .send();
    assert_eq!(by_email.text("id"), id);
}

#[test]
fn lists_are_paged_and_only_the_older_versions_have_roles() {
    let emulated = with(|_| {});
    for index in 0..5 {
        emulated.user(NewUser::new(format!("u{index}@example.com")).tenant("t-1", &["Admin"]));
    }
    for (path, has_roles) in [(V1, true), (V2, true), (V3, false)] {
        let page = emulated
            .get(&format!("{path}?_limit=2&_offset=2"))
            .vendor()
            .send();
        assert_eq!(
            page.body["_metadata"],
            json!({ "totalItems": 5, "totalPages": 3 })
        );
        assert_eq!(page.body["items"][0]["email"], "u4@example.com");
        assert_eq!(
            page.body["items"][0]["tenants"][0].get("roles").is_some(),
            has_roles,
            "{path}"
        );
        let past = emulated
            .get(&format!("{path}?_limit=2&_offset=3"))
            .vendor()
            .send();
        assert_eq!(past.body["items"], json!([]));
    }
}

#[test]
fn lists_are_narrowed_and_sorted() {
    let emulated = with(|_| {});
    emulated.user(
        NewUser::new("ann@example.com")
            .id("a")
            .name("Zoe")
            .tenant("t-1", &[]),
    );
    emulated.user(
        NewUser::new("bea@example.com")
            .id("b")
            .name("Ann")
            .tenant("t-2", &[]),
    );
    emulated.user(
        NewUser::new("cat@example.com")
            .id("c")
            .name("Max")
            .tenant("t-3", &[]),
    );
    let ids = |query: &str, tenant: Option<&str>| {
        let mut sending = emulated.get(&format!("{V3}?{query}")).vendor();
        if let Some(id) = tenant {
            sending = sending.tenant(id);
        }
        let page = sending.send();
        let items = page.body["items"]
            .as_array()
            .unwrap_or_else(|| panic!("{}", page.body))
            .clone();
        items
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
            .join("")
    };
    assert_eq!(ids("", Some("t-2")), "bc");
    assert_eq!(ids("_includeSubTenants=false", Some("t-2")), "b");
    assert_eq!(ids("_tenantId=t-1", None), "a");
    assert_eq!(ids("_email=BEA", None), "b");
    assert_eq!(ids("_namePrefix=z", None), "a");
    assert_eq!(ids("ids=a,c", None), "ac");
    assert_eq!(ids("_ids=c", None), "c");
    assert_eq!(ids("_sortBy=name&_order=DESC", None), "acb");
    assert_eq!(ids("nonsense=1", None), "abc");
    let unsorted = emulated
        .get(&format!("{V3}?_sortBy=colour"))
        .vendor()
        .send();
    assert_eq!(unsorted.status, 400);
}

#[test]
fn phrases_narrow_a_search() {
    let emulated = with(|_| {});
    for (id, name, tenant) in [
        ("a", "Anna Berg", "t-1"),
        ("b", "Bert Berg", "t-1"),
        ("c", "Cleo Stein", "t-2"),
    ] {
        let user = NewUser::new(format!("{id}@example.com")).id(id).name(name);
        emulated.user(user.tenant(tenant, &[]));
    }
    let ids = |query: &str| {
        let path = format!("{V1}/query/phrase?{query}");
        let page = emulated.get(&path).vendor().send();
        let items = page.body["items"].as_array().expect("items").clone();
        let ids: Vec<&str> = items.iter().filter_map(|one| one["id"].as_str()).collect();
        ids.concat()
    };
    assert_eq!(ids(""), "abc");
    assert_eq!(ids("_phraseSearchContains=berg"), "ab");
    assert_eq!(ids("_phraseSearchContains=berg,ANNA"), "a");
    assert_eq!(ids("_phraseSearchExcludes=berg"), "c");
    assert_eq!(ids("_phraseSearchOptional=cleo,bert"), "bc");
    assert_eq!(
        ids("_phraseSearchContains=ana%20berk&_phraseSearchApproximate=true"),
        "a"
    );
    assert_eq!(ids("_phraseSearchContains=ana%20berk"), "");
    assert_eq!(ids("_phraseSearchContains=berg&_tenantId=t-2"), "");
    assert_eq!(ids("ids=c,a,a"), "ca");
}

#[test]
fn invisible_users_are_hidden_from_people_only() {
    let emulated = with(|_| {});
    emulated.user(
        NewUser::new("ann@example.com")
            .password("x")
            .tenant("t-1", &[]),
    );
    let hidden = emulated.user(NewUser::new("bea@example.com").tenant("t-1", &[]));
    emulated.state(|state| state.users.get_mut(&hidden).unwrap().is_invisible = true);
    let login = emulated.log_in("ann@example.com", "x");
    let total = |answer: Answer| answer.body["_metadata"]["totalItems"].clone();
    let by_person = emulated.get(V3).bearer(login.text("accessToken"));
    assert_eq!(total(by_person.send()), 1);
    assert_eq!(total(emulated.get(V3).vendor().send()), 2);
}

#[test]
fn deleting_with_a_tenant_only_leaves_it() {
    let emulated = with(|_| {});
    let id = emulated.user(
        NewUser::new("ann@example.com")
            .tenant("t-1", &[])
            .tenant("t-2", &[]),
    );
    let path = format!("{V1}/{id}");
    let left = emulated
        .request(Method::DELETE, &path)
        .vendor()
        .tenant("t-1")
        .send();
    assert_eq!((left.status, left.body), (200, Value::Null));
    assert_eq!(
        emulated.get(&format!("{VENDOR}/{id}")).vendor().send().body["tenantIds"],
        json!(["t-2"])
    );
    assert_eq!(
        emulated
            .request(Method::DELETE, &path)
            .vendor()
            .send()
            .status,
        200
    );
    assert_eq!(
        emulated
            .get(&format!("{VENDOR}/{id}"))
            .vendor()
            .send()
            .status,
        404
    );
    emulated
        .request(Method::DELETE, &path)
        .vendor()
        .send()
        .is_refused(404, "User not found", None);
}
