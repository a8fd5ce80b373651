//! Runs progenitor, and says where it failed when it fails.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use anyhow::{Context, Result, anyhow};
use proc_macro2::TokenStream;
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle};
use serde_json::Value;

/// The settings of progenitor, in one place.
///
/// Positional is a third of the builder's text and checks 1.4 times faster; the pleasant interface is the facade's.
/// Ordered maps make what a client sends the same at each run.
fn settings() -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_tag(TagStyle::Merged)
        .with_map_type("::std::collections::BTreeMap");
    settings
}

/// Generates a client from the lowered document.
///
/// # Errors
/// When progenitor refuses the document or panics: the message names the schema or operation that it was at.
pub fn generate(document: &Value) -> Result<syn::File> {
    let spec: openapiv3::OpenAPI = serde_json::from_value(document.clone())
        .context("the lowered document is not OpenAPI 3.0 as the generator reads it (pre-flight should have said where)")?;
    let tokens = run(&spec).map_err(|fault| narrow(document, &fault))?;
    syn::parse2(tokens).context("progenitor's output is not Rust")
}

/// Runs progenitor; its error or panic comes back as text.
fn run(spec: &openapiv3::OpenAPI) -> std::result::Result<TokenStream, String> {
    watched(|| {
        Generator::new(&settings())
            .generate_tokens(spec)
            .map_err(|error| anyhow!("{error}"))
    })
}

/// Runs `work`; an error or a panic comes back with the schema that typify converted last.
fn watched<T>(work: impl FnOnce() -> Result<T>) -> std::result::Result<T, String> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = lock(&ONE_AT_A_TIME);
    Trace::install();
    lock(Trace::last()).take();
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(work));
    std::panic::set_hook(hook);
    let fault = match outcome {
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(error)) => format!("{error:#}"),
        Err(panic) => {
            let text = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied());
            format!("panic: {}", text.unwrap_or("without a message"))
        }
    };
    Err(match lock(Trace::last()).take() {
        Some(schema) => format!("{fault} (last schema converted: {schema})"),
        None => fault,
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// typify logs each schema before it converts it; nothing else tells where it stood when it failed.
struct Trace;

impl Trace {
    fn last() -> &'static Mutex<Option<String>> {
        static LAST: Mutex<Option<String>> = Mutex::new(None);
        &LAST
    }

    fn install() {
        static INSTALLED: OnceLock<()> = OnceLock::new();
        INSTALLED.get_or_init(|| {
            if log::set_logger(&Self).is_ok() {
                log::set_max_level(log::LevelFilter::Info);
            }
        });
    }
}

impl log::Log for Trace {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.target().starts_with("typify")
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            let text = record.args().to_string();
            let line = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
            *lock(Self::last()) = Some(line.chars().take(200).collect());
        }
    }

    fn flush(&self) {}
}

/// Generates from one operation after the other, and names those that fail alone as the whole did.
fn narrow(document: &Value, fault: &str) -> anyhow::Error {
    let mut culprits = Vec::new();
    for operation in super::document::operations(document) {
        let mut alone = document.clone();
        let item = serde_json::json!({ operation.path: { operation.method: operation.value } });
        alone["paths"] = item;
        let Ok(spec) = serde_json::from_value::<openapiv3::OpenAPI>(alone) else {
            continue;
        };
        if run(&spec).is_err() {
            culprits.push(operation.pointer().to_string());
        }
    }
    let total = super::document::operations(document).count();
    if culprits.len() == total {
        return anyhow!(
            "progenitor failed, whatever the operation: a component schema is to blame: {fault}"
        );
    }
    if culprits.is_empty() {
        return anyhow!(
            "progenitor failed on the document as a whole, not on a single operation: {fault}"
        );
    }
    anyhow!("progenitor failed at {}: {fault}", culprits.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn document(good: &str, schema: Value) -> Value {
        json!({
            "openapi": "3.0.0",
            "info": {"title": "t", "version": "1"},
            "paths": {
                "/good": {"get": {"operationId": "good", "responses": {"2XX": {"description": good}}}},
                "/bad": {"get": {"operationId": "bad", "parameters": [
                    {"name": "x", "in": "query", "schema": schema}
                ], "responses": {"2XX": {"description": ""}}}},
            },
        })
    }

    #[test]
    fn a_good_document_gives_a_client() {
        let file = generate(&document("", json!({"type": "string"}))).unwrap();
        let text = prettyplease::unparse(&file);
        assert!(text.contains("pub async fn good"), "{text}");
    }

    #[test]
    fn a_panic_is_caught_and_narrowed_to_its_operation_and_schema() {
        let bad = json!({"type": "string", "enum": ["a", "A"]});
        let message = format!("{:#}", generate(&document("", bad)).unwrap_err());
        assert!(
            message.contains("progenitor failed at #/paths/~1bad/get"),
            "{message}"
        );
        assert!(message.contains("unique variant names"), "{message}");
    }

    #[test]
    fn an_error_in_a_component_schema_is_said_to_be_one() {
        let mut document = document("", json!({"type": "string"}));
        document["components"] = json!({"schemas": {"Thing": {"type": "string", "pattern": "("}}});
        let message = format!("{:#}", generate(&document).unwrap_err());
        assert!(
            message.contains("a component schema is to blame"),
            "{message}"
        );
        assert!(message.contains("Thing"), "{message}");
    }
}
