//! Which operations the facade reaches, and how. The others are a typed call of `raw()`.

use std::collections::BTreeSet;

use frontegg_identity_raw::catalogue;
use xtask::reach::{Operation, Reach};

use crate::support::root;
use crate::surface::assert_snapshot;

fn operations() -> Vec<Operation> {
    let all = catalogue::ALL.iter().map(|operation| Operation {
        id: operation.id().to_owned(),
        method: operation.method().to_string(),
        path: operation.path().to_owned(),
    });
    all.collect()
}

#[test]
fn the_documentation_names_what_the_code_calls() {
    let reach = Reach::read(&root(), &operations()).unwrap();
    assert_eq!(reach.unknown, [""; 0], "no operation has these routes");
    let told: BTreeSet<_> = reach.told.into_keys().collect();
    let untold: Vec<_> = reach.called.difference(&told).collect();
    assert_eq!(untold, [""; 0], "called, and in no `# Wire`");
    let uncalled: Vec<_> = told.difference(&reach.called).collect();
    assert_eq!(uncalled, [""; 0], "in a `# Wire`, and never called");
}

#[test]
fn every_operation_is_reached_and_the_list_says_how() {
    let operations = operations();
    let reach = Reach::read(&root(), &operations).unwrap();
    let mut lines = Vec::new();
    for operation in &operations {
        let Operation { id, method, path } = operation;
        let items = reach.told.get(id).map(|items| {
            let items: Vec<_> = items.iter().map(String::as_str).collect();
            items.join(", ")
        });
        let how = items.unwrap_or_else(|| "raw()".to_owned());
        lines.push(format!("{id} ({method} {path}): {how}"));
    }
    let by_name = lines
        .iter()
        .filter(|line| !line.ends_with(": raw()"))
        .count();
    let head = format!("{} operations, {by_name} by name", lines.len());
    assert_snapshot("reach", &format!("{head}\n\n{}", lines.join("\n")));
}
