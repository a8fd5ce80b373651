//! The pipeline as a maintainer meets it: on another copy of the description, on stale output, on names that are words
//! of Rust.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};
use xtask::codegen::load::Source;
use xtask::codegen::shape::secrets::Secrets;
use xtask::codegen::shape::shape;
use xtask::codegen::{generate, lower, preflight};

use crate::support::{altered, generate as generate_all, generated_once, inputs, root};

/// Members that hold names of one's choice, in which `description` is a name like any other.
const NAMED: [&str; 10] = [
    "properties",
    "schemas",
    "paths",
    "content",
    "responses",
    "parameters",
    "headers",
    "requestBodies",
    "securitySchemes",
    "mapping",
];

/// Takes the prose out of a document: descriptions, summaries, and the paragraphs of the tags.
fn strip(value: &mut Value, named: bool) {
    match value {
        Value::Object(map) => {
            if !named {
                map.retain(|key, inner| {
                    !(matches!(key.as_str(), "description" | "summary") && inner.is_string())
                });
            }
            for (key, inner) in map.iter_mut() {
                strip(inner, !named && NAMED.contains(&key.as_str()));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, false)),
        _ => {}
    }
}

/// The lines that are code: neither doc comments nor the hash of an input.
fn code(text: &str) -> Vec<&str> {
    let is_prose = |line: &&str| {
        ["///", "//!", "// sha256"]
            .iter()
            .any(|mark| line.trim_start().starts_with(mark))
    };
    text.lines()
        .filter(|line| !is_prose(line) && !line.is_empty())
        .collect()
}

#[test]
fn a_copy_of_the_description_without_prose_gives_the_same_code() {
    let bare = altered(|document| {
        document.as_object_mut().unwrap().shift_remove("tags");
        strip(document, false);
    });
    assert!(
        bare.spec.text.len() < inputs().spec.text.len() / 2,
        "the prose is gone"
    );
    let (with_prose, _) = generated_once();
    let (without, _) = generate_all(&bare);
    assert!(with_prose.files.keys().eq(without.files.keys()));
    let mut documented = 0;
    for (name, text) in &with_prose.files {
        if name.ends_with(".rs") {
            assert_eq!(code(text), code(&without.files[name]), "{name}");
            documented += usize::from(*text != without.files[name]);
        }
    }
    assert!(documented > 40, "only {documented} files have prose");
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    let (first, _) = generated_once();
    let (second, _) = generate_all(&inputs());
    assert_eq!(first.files, second.files);
    let drift = first.check(&root());
    assert!(
        drift.is_none(),
        "run `cargo xtask codegen`: {}",
        drift.unwrap_or_default()
    );
}

#[test]
fn drift_is_found_wherever_it_is() {
    const FILE: &str = "crates/frontegg-identity-raw/src/generated/types/mfa.rs";
    let (output, _) = generated_once();
    let copy = tempfile::tempdir().unwrap();
    output.write(copy.path()).unwrap();
    assert_eq!(output.check(copy.path()), None);

    let path = copy.path().join(FILE);
    std::fs::write(
        &path,
        output.files[FILE].replacen("pub struct", "pub  struct", 1),
    )
    .unwrap();
    let drift = output.check(copy.path()).unwrap();
    assert!(
        drift.contains(FILE) && drift.contains("-pub  struct") && drift.contains("+pub struct"),
        "{drift}"
    );

    std::fs::remove_file(&path).unwrap();
    assert!(output.check(copy.path()).unwrap().contains(FILE));

    output.write(copy.path()).unwrap();
    std::fs::write(path.with_file_name("left_over.rs"), "").unwrap();
    assert!(output.check(copy.path()).unwrap().contains("left_over.rs"));
    let done = output.write(copy.path()).unwrap();
    assert_eq!((done.written, done.removed), (0, 1));
}

#[test]
fn a_description_that_moved_names_the_action_and_what_to_do() {
    let moved = altered(|document| {
        let schemas = document["components"]["schemas"].as_object_mut().unwrap();
        schemas.shift_remove("MailgunDto");
    });
    let error = xtask::codegen::generate_all(&moved, &mut |_, _, _| {}).unwrap_err();
    let message = format!("{error:#}");
    assert!(
        message.contains("corrections.overlay.yaml") && message.contains("MailgunDto"),
        "{message}"
    );
    assert!(message.contains("delete the action"), "{message}");
}

/// Rust's keywords, strict, reserved and weak, and the names that the generated code itself uses.
const NAMES: &str = "as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub ref \
    return self Self static struct super trait true type unsafe use where while async await dyn abstract become box do final \
    macro override priv typeof unsized virtual yield try gen union auto raw safe default client body result query path header \
    json send call request response option string vec error types catalogue value secret patch std serde core";

/// A document that uses `name` in every place where a description has names.
fn with_name(document: &mut Value, name: &str) {
    let method = format!("{}_it", name.to_lowercase());
    let operation = |id: &str, parameters: Value, body: bool| {
        let mut operation = json!({
            "operationId": id,
            "tags": ["Words"],
            "parameters": parameters,
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}Dto")}}}}},
        });
        if body {
            operation["requestBody"] = json!({"required": true, "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}Dto")}}}});
        }
        operation
    };
    let text = json!({"type": "string"});
    let query =
        json!({"name": name, "in": "query", "schema": {"type": "string", "enum": [name, "other"]}});
    let segment = json!({"name": name, "in": "path", "required": true, "schema": text});
    let header = json!({"name": name, "in": "header", "schema": text});
    let paths = document["paths"].as_object_mut().unwrap();
    paths.insert(
        format!("/q/{name}"),
        json!({"post": operation(&method, json!([query]), true)}),
    );
    paths.insert(
        format!("/p/{{{name}}}"),
        json!({"put": operation(&format!("put_{method}"), json!([segment]), true)}),
    );
    paths.insert(
        format!("/h/{name}"),
        json!({"get": operation(&format!("get_{method}"), json!([header]), false)}),
    );
    let mut properties = Map::new();
    properties.insert(
        name.to_owned(),
        json!({"type": "array", "items": {"type": "string", "enum": [name, "Unknown"]}}),
    );
    properties.insert(
        "plain".to_owned(),
        json!({"type": "string", "nullable": true}),
    );
    document["components"]["schemas"][format!("{name}Dto")] =
        json!({"type": "object", "required": [name], "properties": properties});
}

/// G11: a parameter called `default` made code that does not compile.
#[test]
fn g11_words_of_rust_are_good_names() {
    let mut document = json!({
        "openapi": "3.0.0",
        "info": {"title": "Words", "version": "1"},
        "x-tagGroups": [{"name": "Words Group", "tags": ["Words"]}],
        "paths": {},
        "components": {"schemas": {}},
    });
    for name in NAMES.split_whitespace() {
        with_name(&mut document, name);
    }
    // `Self` and `self` would be one method and one type.
    document["paths"]
        .as_object_mut()
        .unwrap()
        .retain(|path, _| !path.contains("Self"));
    document["components"]["schemas"]
        .as_object_mut()
        .unwrap()
        .shift_remove("SelfDto");
    lower::mend(&mut document);
    lower::fit(&mut document);
    assert_eq!(preflight::preflight(&document), []);
    let table = "secret: []\nplain: {'*.secret': a word here}";
    let secrets = Secrets::parse(&Source::from_text("secrets.yaml", table)).unwrap();
    let shaped = shape(generate::generate(&document).unwrap(), &document, &secrets).unwrap();

    let copy = tempfile::tempdir().unwrap();
    raw_crate_without_generated(copy.path());
    let generated = copy.path().join("raw/src/generated");
    for (name, text) in &shaped.files {
        let path = generated.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "--all-features"])
        .current_dir(copy.path().join("raw"))
        .env("CARGO_TARGET_DIR", target_folder())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The hand-written part of the raw crate as a workspace of its own, with the features that the words need.
fn raw_crate_without_generated(target: &Path) {
    let source = root().join("crates/frontegg-identity-raw");
    copy_folder(&source.join("src"), &target.join("raw/src"));
    let manifest = std::fs::read_to_string(source.join("Cargo.toml")).unwrap();
    let (head, rest) = manifest
        .split_once("# <features written by cargo xtask codegen>\n")
        .unwrap();
    let (_, tail) = rest
        .split_once("# </features written by cargo xtask codegen>\n")
        .unwrap();
    let head = head.replace("\"authentication\", ", "");
    let own = "edition = \"2024\"\nversion = \"0.0.0\"\npublish = false\n";
    let kept = |text: &str| {
        let lines = text
            .lines()
            .filter(|line| !line.contains("workspace = true"));
        lines.fold(String::new(), |text, line| text + line + "\n")
    };
    let text = format!(
        "{}words = []\n{}\n[workspace]\n",
        kept(&head).replacen("[package]\n", &format!("[package]\n{own}"), 1),
        kept(tail)
    );
    std::fs::write(target.join("raw/Cargo.toml"), text.replace("[lints]\n", "")).unwrap();
    std::fs::copy(root().join("Cargo.lock"), target.join("raw/Cargo.lock")).unwrap();
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            if entry.file_name() != "generated" {
                copy_folder(&entry.path(), &target);
            }
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Where this test was built, so that the dependencies need not be built again.
fn target_folder() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    program
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").exists())
        .unwrap()
        .to_path_buf()
}

#[test]
fn a_source_that_is_not_utf_8_or_missing_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("latin1.yaml");
    std::fs::write(&path, b"openapi: \xe9").unwrap();
    let message = format!("{:#}", Source::read(&path).unwrap_err());
    assert!(message.contains("latin1.yaml is not UTF-8"), "{message}");
}
