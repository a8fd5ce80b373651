//! Everything that goes wrong, at every moment of a session, for one caller and for a hundred, with and without a store.
//!
//! `cargo xtask faults` prints the table.

mod cell;
mod network;
mod table;

use std::fmt::Write as _;

use self::cell::{Cell, Moment};
use self::table::{MOMENTS, rows};
use crate::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[allow(
    clippy::print_stdout,
    reason = "the table is what `cargo xtask faults` is for"
)]
async fn no_session_is_lost_to_anything_but_a_refusal() {
    let world = World::new().await;
    let (mut cells, mut lost, mut wrong) = (0, 0, Vec::new());
    let mut table = format!("{:30}", "");
    for moment in MOMENTS {
        write!(table, "{moment:14}").unwrap();
    }
    table.push_str("afterwards\n");
    for row in rows() {
        let mut line = format!("{:30}", row.name);
        let mut afterwards = Vec::new();
        for (moment, right) in Moment::ALL.into_iter().zip(row.right) {
            let mut sendings = Vec::new();
            for is_kept in [false, true] {
                // What only a store can know.
                if matches!(row.trouble, table::Trouble::Stale) && !is_kept {
                    continue;
                }
                for callers in [1, 100] {
                    let cell = Cell {
                        row: &row,
                        moment,
                        callers,
                        is_kept,
                    };
                    let outcome = cell.run(&world).await;
                    cells += 1;
                    lost += usize::from(outcome.is_lost);
                    sendings.push(outcome.renewals);
                    afterwards.push(outcome.is_alive);
                    let is_right = outcome.callers == right
                        && (outcome.is_alive == row.is_alive || moment == Moment::Logout)
                        && !outcome.is_lost;
                    if !is_right {
                        wrong.push(format!(
                            "{} / {moment:?} / {callers} callers / kept: {is_kept}: {outcome:?}, not {right}",
                            row.name
                        ));
                    }
                }
            }
            // A logout meets a renewal in the middle of anything.
            if moment != Moment::Logout && sendings.iter().any(|sent| *sent != sendings[0]) {
                wrong.push(format!(
                    "{} / {moment:?}: more callers, other renewals: {sendings:?}",
                    row.name
                ));
            }
            write!(line, "{right:14}").unwrap();
        }
        let is_alive = row.is_alive;
        writeln!(table, "{line}{}", if is_alive { "alive" } else { "over" }).unwrap();
    }
    println!("{table}\n{cells} cells, sessions lost: {lost}");
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(cells >= 500, "{cells} cells");
    assert_eq!(lost, 0);
}
