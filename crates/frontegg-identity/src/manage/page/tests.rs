use super::progress::{Progress, Repeated};
use super::*;

fn page(items: &[&'static str], total: u64, pages: u64) -> Page<&'static str> {
    Page {
        items: items.to_vec(),
        total_items: Some(total),
        total_pages: Some(pages),
    }
}

fn untold(items: &[&'static str]) -> Page<&'static str> {
    Page::new(items.to_vec(), None)
}

fn take(progress: &mut Progress, page: Page<&'static str>) -> Result<Vec<&'static str>, Repeated> {
    progress.take(page, |item| item)
}

#[test]
fn the_end_is_where_the_server_says() {
    let mut progress = Progress::new(0);
    assert_eq!(progress.wanted(), Some(0));
    assert_eq!(
        take(&mut progress, page(&["a", "b"], 3, 2)),
        Ok(vec!["a", "b"])
    );
    assert_eq!(progress.wanted(), Some(1));
    assert_eq!(take(&mut progress, page(&["c"], 3, 2)), Ok(vec!["c"]));
    assert_eq!(progress.wanted(), None);
}

#[test]
fn without_a_count_an_empty_page_is_the_end() {
    let mut progress = Progress::new(0);
    assert_eq!(take(&mut progress, untold(&["a"])), Ok(vec!["a"]));
    assert_eq!(progress.wanted(), Some(1));
    assert_eq!(take(&mut progress, untold(&[])), Ok(vec![]));
    assert_eq!(progress.wanted(), None);
}

#[test]
fn an_item_added_in_front_is_no_second_one() {
    let mut progress = Progress::new(0);
    take(&mut progress, page(&["a", "b"], 4, 2)).unwrap();
    assert_eq!(take(&mut progress, page(&["b", "c"], 5, 3)), Ok(vec!["c"]));
    assert_eq!(take(&mut progress, page(&["d"], 5, 3)), Ok(vec!["d"]));
    assert_eq!(progress.wanted(), None);
}

#[test]
fn a_page_that_an_addition_repeats_is_no_repeated_page() {
    let mut progress = Progress::new(0);
    take(&mut progress, page(&["a"], 2, 2)).unwrap();
    assert_eq!(take(&mut progress, page(&["a"], 3, 3)), Ok(vec![]));
    assert_eq!(take(&mut progress, page(&["b"], 3, 3)), Ok(vec!["b"]));
    assert_eq!(progress.wanted(), None);
}

#[test]
fn a_repeated_page_ends_the_list() {
    for second in [page(&["a", "b"], 9, 5), untold(&["a", "b"])] {
        let mut progress = Progress::new(0);
        take(&mut progress, page(&["a", "b"], 9, 5)).unwrap();
        assert_eq!(take(&mut progress, second), Err(Repeated));
        assert_eq!(progress.wanted(), None);
    }
}

#[test]
fn pages_are_looked_at_again_when_items_are_gone() {
    let mut progress = Progress::new(0);
    take(&mut progress, page(&["a", "b"], 5, 3)).unwrap();
    // "a" is gone: "c" is on the first page now.
    assert_eq!(
        take(&mut progress, page(&["d", "e"], 4, 2)),
        Ok(vec!["d", "e"])
    );
    assert_eq!((progress.wanted(), progress.position()), (Some(0), 0));
    assert_eq!(take(&mut progress, page(&["b", "c"], 4, 2)), Ok(vec!["c"]));
    assert_eq!(progress.wanted(), None);
}

#[test]
fn the_last_page_that_went_away_sends_us_back() {
    let mut progress = Progress::new(0);
    take(&mut progress, page(&["a", "b"], 3, 2)).unwrap();
    assert_eq!(take(&mut progress, page(&[], 2, 1)), Ok(vec![]));
    assert_eq!(progress.wanted(), Some(0));
    assert_eq!(take(&mut progress, page(&["b", "c"], 2, 1)), Ok(vec!["c"]));
    assert_eq!(progress.wanted(), None);
}

#[test]
fn a_count_that_is_wrong_leads_nobody_past_the_end() {
    let mut progress = Progress::new(0);
    take(&mut progress, page(&["a"], 100, 100)).unwrap();
    take(&mut progress, page(&[], 100, 100)).unwrap();
    assert_eq!(progress.wanted(), None);
}

#[test]
fn the_last_page_there_can_be_does_not_overflow() {
    let mut progress = Progress::new(u64::MAX);
    assert_eq!(take(&mut progress, untold(&["a"])), Ok(vec!["a"]));
    assert_eq!(progress.wanted(), Some(u64::MAX));
}

#[test]
fn nobody_looks_back_before_the_page_where_they_began() {
    let first = u64::MAX / 2;
    let mut progress = Progress::new(first);
    take(&mut progress, page(&["a"], u64::MAX, u64::MAX)).unwrap();
    take(&mut progress, page(&["b"], 0, u64::MAX)).unwrap();
    assert_eq!(progress.wanted(), Some(first));
}
