//! Work that is done in the background and asked about by id.

use std::collections::VecDeque;

use crate::crypto::random;

/// Tasks that are remembered; the oldest go first.
const MOST: usize = 1000;

/// Tasks with what they came to.
#[derive(Debug)]
pub(crate) struct Tasks<T> {
    rows: VecDeque<Task<T>>,
}

#[derive(Debug)]
struct Task<T> {
    id: String,
    outcome: T,
    is_done: bool,
}

impl<T> Default for Tasks<T> {
    fn default() -> Self {
        Self {
            rows: VecDeque::new(),
        }
    }
}

impl<T> Tasks<T> {
    /// Adds a task and returns its id.
    pub(crate) fn start(&mut self, outcome: T) -> String {
        if self.rows.len() == MOST {
            self.rows.pop_front();
        }
        let id = random::uuid();
        self.rows.push_back(Task {
            id: id.clone(),
            outcome,
            is_done: false,
        });
        id
    }

    /// What a task comes to, and whether it shows as done. The first who asks is told that it is under way, so that those who
    /// wait for the end have to ask again.
    pub(crate) fn poll(&mut self, id: &str) -> Option<(&T, bool)> {
        let task = self.rows.iter_mut().find(|task| task.id == id)?;
        let was_done = std::mem::replace(&mut task.is_done, true);
        Some((&task.outcome, was_done))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_done_at_the_second_look_and_forgotten_in_the_end() {
        let mut tasks = Tasks::default();
        let id = tasks.start(7);
        assert_eq!(tasks.poll(&id), Some((&7, false)));
        assert_eq!(tasks.poll(&id), Some((&7, true)));
        assert_eq!(tasks.poll("other"), None);
        for number in 0..MOST {
            tasks.start(number);
        }
        assert_eq!(tasks.poll(&id), None);
    }
}
