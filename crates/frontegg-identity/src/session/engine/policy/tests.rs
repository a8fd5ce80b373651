use proptest::prelude::*;

use super::*;

fn moment(seconds: f64) -> Moment {
    let milliseconds = (seconds * 1000.0) as i64;
    Moment {
        wall: DateTime::UNIX_EPOCH + TimeDelta::milliseconds(milliseconds),
        steady: Duration::from_millis(milliseconds.unsigned_abs()),
    }
}

fn life(seconds: i64) -> Life {
    let start = moment(0.0);
    Life::new(
        start.wall,
        Some(start.wall + TimeDelta::seconds(seconds)),
        start,
    )
}

#[test]
fn margins_are_capped_by_the_life() {
    for (seconds, soft, hard) in [
        (86_400, 69_120.0, 86_370.0),
        (300, 240.0, 270.0),
        (60, 48.0, 54.0),
        (2, 1.6, 1.8),
        (0, 0.0, 0.0),
    ] {
        let life = life(seconds);
        let just_before = |at: f64| moment((at - 0.001).max(0.0));
        assert!(life.soft.has_come(moment(soft)), "{seconds}");
        assert!(life.hard.has_come(moment(hard)), "{seconds}");
        if seconds > 0 {
            assert!(!life.soft.has_come(just_before(soft)), "{seconds}");
            assert!(!life.hard.has_come(just_before(hard)), "{seconds}");
            assert!(!life.end.has_come(just_before(seconds as f64)), "{seconds}");
        }
        assert!(life.end.has_come(moment(seconds as f64)), "{seconds}");
    }
}

#[test]
fn a_token_that_was_old_when_it_was_loaded_stays_as_old() {
    let obtained = moment(0.0).wall;
    let expires = Some(obtained + TimeDelta::seconds(100));
    let loaded = Life::new(obtained, expires, moment(85.0));
    assert!(loaded.soft.has_come(moment(85.0)));
    assert!(!loaded.hard.has_come(moment(89.9)));
    assert!(loaded.hard.has_come(moment(90.0)));
    let dead = Life::new(obtained, expires, moment(1000.0));
    assert!(dead.hard.has_come(moment(1000.0)));
}

#[test]
fn s13_either_clock_ends_a_life() {
    let life = life(3600);
    let slept = Moment {
        wall: moment(5.0 * 3600.0).wall,
        steady: Duration::from_secs(1),
    };
    let set_back = Moment {
        wall: moment(-3600.0).wall,
        steady: Duration::from_secs(2 * 3600),
    };
    assert!(life.hard.has_come(slept));
    assert!(life.hard.has_come(set_back));
}

#[test]
fn what_a_caller_gets() {
    use Renewal::{Blocked, Idle, InFlight, Resting};
    use Step::{Join, Refuse, RenewAndJoin, Serve, ServeAndRenew};
    let life = life(100);
    let rest = Resting(Deadline::after(moment(85.0), TimeDelta::seconds(10)));
    let late = Resting(Deadline::after(moment(95.0), TimeDelta::seconds(10)));
    for (at, renewal, step) in [
        (0.0, Idle, Serve),
        (79.9, Idle, Serve),
        (79.9, Blocked, Serve),
        (80.0, Idle, ServeAndRenew),
        (89.9, Idle, ServeAndRenew),
        (80.0, InFlight, Serve),
        (80.0, Blocked, Serve),
        (89.9, rest, Serve),
        (90.0, Idle, RenewAndJoin),
        (90.0, InFlight, Join),
        (90.0, Blocked, Serve),
        (94.9, rest, Serve),
        (95.0, rest, RenewAndJoin),
        (99.9, Blocked, Serve),
        (99.9, late, Serve),
        (100.0, Idle, RenewAndJoin),
        (100.0, InFlight, Join),
        (100.0, Blocked, Refuse),
        (104.9, late, Refuse),
        (105.0, late, RenewAndJoin),
    ] {
        assert_eq!(
            decide(Some(&life), &renewal, moment(at)),
            step,
            "{at} {renewal:?}"
        );
    }
}

#[test]
fn rests_grow_to_a_minute_and_the_server_may_wish_for_more() {
    let seconds = Duration::from_secs;
    for (failures, wish, expected) in [
        (0, None, 1),
        (1, None, 1),
        (2, None, 2),
        (4, None, 8),
        (7, None, 60),
        (u32::MAX, None, 60),
        (1, Some(3), 3),
        (4, Some(3), 8),
        (1, Some(0), 1),
        (1, Some(100_000), 900),
    ] {
        assert_eq!(rest(failures, wish.map(seconds), 0.0), seconds(expected));
    }
    assert_eq!(rest(3, None, 1.0), seconds(6));
    assert_eq!(rest(3, None, f64::NAN).as_secs(), 4);
}

proptest! {
    #[test]
    fn renewing_never_starts_after_serving_has_ended(obtained in -1_000_000_000_i64..1_000_000_000, seconds: i64, now in 0_u32..) {
        let now = Moment {
            wall: DateTime::from_timestamp(i64::from(now), 0).unwrap(),
            steady: Duration::from_secs(u64::from(now)),
        };
        let obtained = DateTime::from_timestamp(obtained, 0).unwrap();
        let expires = TimeDelta::try_seconds(seconds).and_then(|life| obtained.checked_add_signed(life));
        let life = Life::new(obtained, expires, now);
        prop_assert!(life.soft.distance(now) <= life.hard.distance(now));
    }

    #[test]
    fn whatever_stands_a_good_token_is_never_withheld(at in 0.0..89.9_f64, which in 0..4_u8) {
        let renewal = match which {
            0 => Renewal::Idle,
            1 => Renewal::InFlight,
            2 => Renewal::Resting(Deadline::after(moment(at), TimeDelta::seconds(60))),
            _ => Renewal::Blocked,
        };
        let step = decide(Some(&life(100)), &renewal, moment(at));
        prop_assert!(matches!(step, Step::Serve | Step::ServeAndRenew));
    }
}
