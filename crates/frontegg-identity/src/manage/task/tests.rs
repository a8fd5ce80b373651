use serde_json::json;

use super::*;
use crate::error::{Called, ErrorKind};

#[test]
fn a_task_ends_with_the_words_for_an_end() {
    for (word, state) in [
        ("NotStarted", TaskState::NotStarted),
        ("in_progress", TaskState::InProgress),
        ("IN PROGRESS", TaskState::InProgress),
    ] {
        assert_eq!(TaskState::from(word), state);
        assert!(!state.is_final(), "{word}");
    }
    for (word, state) in [
        ("completed", TaskState::Completed),
        ("CompletedWithErrors", TaskState::CompletedWithErrors),
        ("COMPLETED_WITH_ERRORS", TaskState::CompletedWithErrors),
        ("failed", TaskState::Failed),
    ] {
        assert_eq!(TaskState::from(word), state);
        assert!(state.is_final(), "{word}");
    }
    assert_eq!(
        TaskState::from("zzNew"),
        TaskState::Unknown("zzNew".to_owned())
    );
    assert!(!TaskState::from("zzNew").is_final());
}

#[test]
fn a_report_without_a_state_is_none() {
    for json in [
        json!({}),
        json!(null),
        json!({ "status": 3 }),
        json!("done"),
    ] {
        assert_eq!(BulkReport::of(json), None);
    }
    let report = BulkReport::of(json!({ "state": "done", "failed": 2 })).unwrap();
    assert_eq!(report.state, TaskState::Completed);
    assert_eq!(report.as_json()["failed"], 2);
}

#[test]
fn a_task_has_its_id_under_one_of_several_names() {
    for (body, id) in [
        (r#"{"taskId":"t"}"#, Some("t")),
        (r#"{"migrationId":"m","id":"x"}"#, Some("m")),
        (r#"{"id":7}"#, Some("7")),
        (r#"{"id":""}"#, None),
        (r#"{"userId":"u"}"#, None),
        ("", None),
        ("[]", None),
    ] {
        assert_eq!(id_in(body.as_bytes()).as_deref(), id, "{body}");
    }
}

#[test]
fn between_two_questions_there_is_the_time_that_was_said_or_that_the_server_wants() {
    let (every, long) = (Duration::from_secs(2), Duration::from_secs(60));
    let mut failures = 3;
    let going_on = pause(Ok(&TaskState::InProgress), &mut failures, every);
    assert_eq!((going_on, failures), (Some(every), 0));
    let over = pause(Ok(&TaskState::Failed), &mut failures, every);
    assert_eq!(over, None);

    let busy = |retry_after| {
        let call = Called {
            status: Some(429),
            retry_after,
            ..Called::default()
        };
        Error::answered("cannot ask", call)
    };
    for (wish, pauses) in [
        (None, every),
        (Some(long), long),
        (Some(Duration::ZERO), every),
    ] {
        assert_eq!(pause(Err(&busy(wish)), &mut 0, every), Some(pauses));
    }
    let mut failures = BEARS;
    assert_eq!(pause(Err(&busy(None)), &mut failures, every), None);
    let unknown = Error::new(ErrorKind::NotFound, "cannot ask");
    assert_eq!(pause(Err(&unknown), &mut 0, every), None);
}
