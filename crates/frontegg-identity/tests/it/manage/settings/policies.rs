//! Policies that are not there until somebody sets them.

use std::time::Duration;

use frontegg_identity::manage::{
    AppFactor, CaptchaPolicy, EmailFactor, LockoutPolicy, MfaFactors, PasswordHistory,
    PasswordRotation, PasswordRules, PasswordTests, SessionCount, SessionLimits, SmsFactor,
    TenantId,
};
use frontegg_identity::{EnforceMfa, ErrorKind, Login, MfaPolicy, MfaStrategy};

use super::settings;
use crate::world::{ADA, World};

const HOUR: Duration = Duration::from_secs(60 * 60);
const LOCKOUT: &str = "/identity/resources/configurations/v1/lockout-policy";

/// A key of reCAPTCHA has a form that is checked.
const KEY: &str = "6Labcdefghijklmnopqrstuvwxyzabcdefghijkl";

#[tokio::test]
async fn a_lockout_policy_is_none_until_it_is_set_and_then_changes() {
    let (world, settings) = settings().await;
    let lockout = settings.lockout();
    assert_eq!(lockout.policy().await.unwrap(), None);
    for policy in [LockoutPolicy::after(5), LockoutPolicy::after(3).off()] {
        lockout.set(&policy).await.unwrap();
        assert_eq!(lockout.policy().await.unwrap(), Some(policy));
    }
    let counts = ["PATCH", "POST"].map(|method| world.count(method, LOCKOUT));
    assert_eq!(counts, [2, 1]);
}

#[tokio::test]
async fn a_tenant_has_a_policy_of_its_own_beside_the_environments() {
    let (world, settings) = settings().await;
    let lockout = settings.lockout();
    lockout.set(&LockoutPolicy::after(9)).await.unwrap();
    let own = lockout.in_tenant(&TenantId::from("t-1"));
    assert_eq!(own.policy().await.unwrap(), None);
    own.set(&LockoutPolicy::after(1)).await.unwrap();
    let now = (lockout.policy().await, own.policy().await);
    assert_eq!(now.0.unwrap(), Some(LockoutPolicy::after(9)));
    assert_eq!(now.1.unwrap(), Some(LockoutPolicy::after(1)));
    let who = frontegg_identity::Identifier::email(ADA);
    let wrong = "not S3NTINEL".into();
    let refused = world.identity.sign_in_with_password(&who, &wrong).await;
    assert!(refused.is_err());
    let locked = world.sign_in(ADA).await.unwrap_err();
    assert_eq!(locked.kind(), ErrorKind::Locked);
}

#[tokio::test]
async fn nothing_is_sent_that_counts_to_zero() {
    let (world, settings) = settings().await;
    let sent = world.emulator.requests().all().len();
    let history = PasswordHistory::of(0);
    let rotation = PasswordRotation::every(Duration::ZERO);
    let passwords = settings.passwords();
    let errors = [
        settings.lockout().set(&LockoutPolicy::after(0)).await,
        passwords.set_history(&history).await,
        passwords.set_rotation(&rotation).await,
        settings
            .sessions()
            .set(&SessionLimits::new().concurrent(0))
            .await,
    ]
    .map(|outcome| outcome.unwrap_err().kind());
    assert_eq!(errors, [ErrorKind::Input; 4]);
    assert_eq!(world.emulator.requests().all().len(), sent);
}

#[tokio::test]
async fn who_has_to_show_a_second_factor_is_decided_for_all_or_for_one_tenant() {
    let (_world, settings) = settings().await;
    let mfa = settings.mfa();
    assert_eq!(mfa.policy().await.unwrap(), None);
    let policy = MfaPolicy::new(EnforceMfa::DontForce).remember_devices(HOUR);
    mfa.set_policy(&policy).await.unwrap();
    assert_eq!(mfa.policy().await.unwrap(), Some(policy.clone()));
    let own = mfa.in_tenant(&TenantId::from("t-1"));
    assert_eq!(own.policy().await.unwrap(), None);
    let strict = MfaPolicy::new(EnforceMfa::Force);
    own.set_policy(&strict).await.unwrap();
    assert_eq!(own.policy().await.unwrap(), Some(strict));
    assert_eq!(mfa.policy().await.unwrap(), Some(policy));
}

#[tokio::test]
async fn what_the_environment_sets_is_what_its_machine_reads() {
    let (world, settings) = settings().await;
    let policy = MfaPolicy::new(EnforceMfa::ForceExceptSaml).remember_devices(HOUR);
    settings.mfa().set_policy(&policy).await.unwrap();
    let machine = world.environment().await;
    assert_eq!(machine.mfa_policy().await.unwrap(), Some(policy));
}

#[tokio::test]
async fn a_kind_of_second_factor_is_switched_on_and_off() {
    let (_world, settings) = settings().await;
    let mfa = settings.mfa();
    let sms = MfaStrategy::Sms;
    mfa.disable_strategy(&sms).await.unwrap();
    assert!(!mfa.strategies().await.unwrap().contains(&sms));
    mfa.enable_strategy(&sms).await.unwrap();
    assert!(mfa.strategies().await.unwrap().contains(&sms));
}

#[tokio::test]
async fn a_factor_that_is_left_out_stays_as_it_is() {
    let (_world, settings) = settings().await;
    let mfa = settings.mfa();
    let app = AppFactor {
        is_active: true,
        service_name: "Acme".to_owned(),
    };
    let sms = SmsFactor {
        is_active: false,
        code_life: HOUR,
    };
    let email = EmailFactor {
        is_active: true,
        code_life: 2 * HOUR,
        sender: "codes@acme.example".to_owned(),
    };
    let factors = MfaFactors::new().app(app.clone()).email(email.clone());
    mfa.set_factors(&factors).await.unwrap();
    let sms_only = MfaFactors::new().sms(sms.clone());
    mfa.set_factors(&sms_only).await.unwrap();
    let now = mfa.factors().await.unwrap();
    assert_eq!(
        (now.app, now.sms, now.email),
        (Some(app), Some(sms), Some(email))
    );
}

#[tokio::test]
async fn rules_for_passwords_hold_and_what_is_not_said_stays() {
    let (world, settings) = settings().await;
    let passwords = settings.passwords();
    assert_eq!(passwords.rules().await.unwrap().min_length, None);
    let mut tests = PasswordTests::default();
    (tests.has_number, tests.has_uppercase) = (true, true);
    let rules = PasswordRules::new()
        .min_length(12)
        .max_length(64)
        .blocks_breached(true)
        .refuses_triples(true)
        .optional_tests(tests)
        .min_optional_tests(2)
        .allow_phrases(30);
    passwords.set_rules(&rules).await.unwrap();
    assert_eq!(passwords.rules().await.unwrap(), rules);
    let longer = PasswordRules::new().min_length(20);
    passwords.set_rules(&longer).await.unwrap();
    assert_eq!(passwords.rules().await.unwrap(), rules.min_length(20));
    let ada = world.ada().await;
    let short = "Sh0rt!".into();
    let old = crate::world::PASSWORD.into();
    let refused = ada.change_password(&old, &short).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Rejected);
}

#[tokio::test]
async fn a_history_of_passwords_is_none_until_it_is_set_and_then_changes() {
    let (_world, settings) = settings().await;
    let passwords = settings.passwords();
    assert_eq!(passwords.history().await.unwrap(), None);
    for history in [PasswordHistory::of(3), PasswordHistory::of(2).off()] {
        passwords.set_history(&history).await.unwrap();
        assert_eq!(passwords.history().await.unwrap(), Some(history));
    }
}

#[tokio::test]
async fn a_password_that_is_older_than_the_policy_lets_it_be_has_expired() {
    let (world, settings) = settings().await;
    let passwords = settings.passwords();
    let own = passwords.in_tenant(&TenantId::from("t-1"));
    assert_eq!(passwords.rotation().await.unwrap(), None);
    let rotation = PasswordRotation::every(2 * HOUR).warn_before(HOUR);
    passwords.set_rotation(&rotation).await.unwrap();
    assert_eq!(passwords.rotation().await.unwrap(), Some(rotation.clone()));
    assert_eq!(own.rotation().await.unwrap(), None);
    world.pass(chrono::TimeDelta::hours(3));
    let login = world.sign_in(ADA).await.unwrap();
    assert!(matches!(login, Login::PasswordExpired(_)), "{login:?}");
    let off = rotation.off();
    own.set_rotation(&off).await.unwrap();
    assert_eq!(own.rotation().await.unwrap(), Some(off));
    let login = world.sign_in(ADA).await.unwrap();
    assert!(matches!(login, Login::Complete(_)), "{login:?}");
}

#[tokio::test]
async fn sessions_have_the_limits_that_were_set() {
    let (world, settings) = settings().await;
    let sessions = settings.sessions();
    assert_eq!(sessions.limits().await.unwrap(), SessionLimits::new());
    let mut limits = SessionLimits::new().idle(HOUR).whole(24 * HOUR);
    limits.concurrent = Some(SessionCount {
        is_active: false,
        max: 3,
    });
    sessions.set(&limits).await.unwrap();
    assert_eq!(sessions.limits().await.unwrap(), limits);
    let tenant = world.manager().await.tenant("t-1").settings().sessions();
    assert_eq!(tenant.limits().await.unwrap(), SessionLimits::new());
    let one = SessionLimits::new().concurrent(1);
    tenant.set(&one).await.unwrap();
    assert_eq!(tenant.limits().await.unwrap(), one);
    let (first, second) = (world.ada().await, world.ada().await);
    assert_eq!(second.sessions().await.unwrap().len(), 1);
    world.expire();
    assert!(first.access_token().await.is_err());
}

#[tokio::test]
async fn a_captcha_policy_is_none_until_it_is_set_and_is_replaced_as_a_whole() {
    let (_world, settings) = settings().await;
    let captcha = settings.captcha();
    assert!(captcha.policy().await.unwrap().is_none());
    let policy = CaptchaPolicy::new(KEY, KEY.into(), 0.7).spare_emails([ADA]);
    captcha.set(&policy).await.unwrap();
    let now = captcha.policy().await.unwrap().unwrap();
    assert_eq!((now.is_enabled, now.site_key.as_str()), (true, KEY));
    assert_eq!(now.secret_key.expose(), KEY);
    assert_eq!(
        (now.min_score, now.spared_emails),
        (0.7, vec![ADA.to_owned()])
    );
    let policy = CaptchaPolicy::new(KEY, KEY.into(), 0.5).off();
    captcha.set(&policy).await.unwrap();
    let now = captcha.policy().await.unwrap().unwrap();
    assert_eq!((now.is_enabled, now.min_score), (false, 0.5));
    assert!(now.spared_emails.is_empty());
    let bad = CaptchaPolicy::new("no key", KEY.into(), 0.5);
    let refused = captcha.set(&bad).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Rejected);
    let none = CaptchaPolicy::new(KEY, KEY.into(), f64::NAN);
    let refused = captcha.set(&none).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
}

#[tokio::test]
async fn addresses_of_users_may_change_or_not() {
    let (_world, settings) = settings().await;
    let emails = settings.user_emails();
    emails.forbid_changes().await.unwrap();
    assert_eq!(emails.may_change().await.unwrap(), Some(false));
    emails.allow_changes().await.unwrap();
    assert_eq!(emails.may_change().await.unwrap(), Some(true));
}

#[tokio::test]
async fn a_policy_is_set_from_a_task_of_its_own() {
    let world = World::new().await;
    let lockout = world.manager().await.settings().lockout();
    let setting = tokio::spawn(async move { lockout.set(&LockoutPolicy::after(5)).await });
    setting.await.unwrap().unwrap();
}
