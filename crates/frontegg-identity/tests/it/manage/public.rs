//! Every public type of the module, formatted with planted secrets.

mod settings;
