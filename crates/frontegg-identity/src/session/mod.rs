mod engine;

pub(crate) use self::engine::policy::Deadline;
