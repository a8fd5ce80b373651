//! What waits for a person may be kept: a web service has another request in between.

use frontegg_identity::{
    AuthenticatorSecret, ExpiredPassword, Identity, KeyQuestion, KeyRemoval, KnownDevice, Login,
    LoginCode, LoginLink, MfaChallenge, MfaEnrolment, NewKey, NewPasskey, Next, OwnAuthenticator,
    OwnKey, OwnPhone, PasskeyLogin, PhoneCode, PhoneRemoval, SentCode, Session, StepUp,
    WebauthnDeviceType,
};
use frontegg_identity_emulator::devices::SoftwareAuthenticator;
use frontegg_identity_emulator::{NewUser, SentKind};

use crate::world::{ALAN, PASSWORD, World, challenge, enrolment, session};

const NUMBER: &str = "+15550100123";

#[test]
fn what_waits_for_a_person_borrows_nothing() {
    fn is_kept<T: Send + Sync + 'static>() {}
    fn is_cheap_to_clone<T: Clone + Send + Sync + 'static>() {}
    is_cheap_to_clone::<MfaChallenge>();
    is_cheap_to_clone::<MfaEnrolment>();
    is_cheap_to_clone::<Next>();
    is_cheap_to_clone::<Identity>();
    is_cheap_to_clone::<KnownDevice>();
    is_cheap_to_clone::<Session>();
    is_kept::<SentCode>();
    is_kept::<KeyQuestion>();
    is_kept::<AuthenticatorSecret>();
    is_kept::<PhoneCode>();
    is_kept::<NewKey>();
    is_kept::<OwnAuthenticator>();
    is_kept::<OwnPhone>();
    is_kept::<OwnKey>();
    is_kept::<PhoneRemoval>();
    is_kept::<KeyRemoval>();
    is_kept::<LoginCode>();
    is_kept::<LoginLink>();
    is_kept::<PasskeyLogin>();
    is_kept::<NewPasskey>();
    is_kept::<ExpiredPassword>();
    is_kept::<Login>();
    is_kept::<StepUp>();
}

#[tokio::test]
async fn a_code_that_was_sent_outlives_its_challenge() {
    let world = World::new().await;
    let sent = {
        let challenge = challenge(world.sign_in(ALAN).await.unwrap());
        let email = challenge.emails().next().unwrap();
        email.send().await.unwrap()
    };
    let code = world.emulator.sent(SentKind::MfaCode, ALAN).await.code;
    let login = tokio::spawn(async move { sent.verify(&code.unwrap()).await });
    session(login.await.unwrap().unwrap());
}

#[tokio::test]
async fn what_is_being_set_up_outlives_the_sign_in_that_asked_for_it() {
    let grace = NewUser::with_username("grace")
        .password(PASSWORD)
        .must_enrol_mfa();
    let world = World::with(|_| {}, [grace]).await;
    let open = async || enrolment(world.sign_in_by_username("grace").await);
    let app = {
        let open = open().await;
        open.authenticator().unwrap().start().await.unwrap()
    };
    let phone = {
        let open = open().await;
        open.phone().unwrap().send(NUMBER).await.unwrap()
    };
    let key = {
        let open = open().await;
        let platform = open.key(WebauthnDeviceType::Platform).unwrap();
        platform.start().await.unwrap()
    };
    let mut browser = SoftwareAuthenticator::new(world.emulator.base_url());
    let answer = browser.register(key.options()).unwrap();
    session(key.verify(&answer).await.unwrap());
    // The user has a factor now, so the other two come too late; they are refused, and by the server.
    let code = world.code_of(app.secret().unwrap().expose());
    let error = app.verify(&code).await.unwrap_err();
    assert_eq!(error.messages(), ["MFA is already enrolled"]);
    let code = world.emulator.sent(SentKind::MfaCode, NUMBER).await.code;
    let error = phone.verify(&code.unwrap()).await.unwrap_err();
    assert_eq!(error.messages(), ["MFA is already enrolled"]);

    let question = {
        let challenge = challenge(world.sign_in_by_username("grace").await);
        let key = challenge.keys().next().unwrap();
        key.start().await.unwrap()
    };
    let answer = browser.assert(question.options()).unwrap();
    session(question.verify(&answer).await.unwrap());
}

#[tokio::test]
async fn a_clone_is_the_same_challenge() {
    let world = World::new().await;
    let first = challenge(world.sign_in(ALAN).await.unwrap());
    let second = first.clone();
    let app = second.authenticators().next().unwrap();
    session(app.verify(&world.app_code()).await.unwrap());
    let app = first.authenticators().next().unwrap();
    let error = app.verify(&world.app_code()).await.unwrap_err();
    assert_eq!(error.messages(), ["MFA token is not valid"]);
}
