//! Reads a document: YAML or JSON, OpenAPI 3.0.
//!
//! Every complaint is one line that says what is wrong and where.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// An input file as it was read: where it came from, its hash, its text.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as the user would write it.
    pub path: PathBuf,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The text.
    pub text: String,
}

impl Source {
    /// Reads `path` as UTF-8 text.
    ///
    /// # Errors
    /// When the file cannot be read or is not UTF-8; the message names the path.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes =
            std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let text = String::from_utf8(bytes)
            .with_context(|| format!("{} is not UTF-8 text", path.display()))?;
        Ok(Self::from_text(path, text))
    }

    /// A source with the given text, whether or not there is such a file.
    pub fn from_text(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            path: path.into(),
            sha256: hex(&Sha256::digest(text.as_bytes())),
            text,
        }
    }

    /// Parses the text as YAML (of which JSON is a part), whatever its content is.
    ///
    /// # Errors
    /// When the text is not YAML; the message has the line and the column.
    pub fn parse(&self) -> Result<Value> {
        // JSON first: it is quicker, and a JSON error is the better message for a `.json` file.
        if self.path.extension().is_some_and(|ext| ext == "json") {
            return serde_json::from_str(&self.text)
                .with_context(|| format!("{} is not JSON", self.path.display()));
        }
        serde_norway::from_str(&self.text).map_err(|error| match error.location() {
            Some(at) => anyhow::anyhow!(
                "{}:{}:{}: not YAML: {error}",
                self.path.display(),
                at.line(),
                at.column()
            ),
            None => anyhow::anyhow!("{}: not YAML: {error}", self.path.display()),
        })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Reads an OpenAPI 3.0 document.
///
/// # Errors
/// When it is not YAML or JSON, or not an OpenAPI 3.0 document.
pub fn load(source: &Source) -> Result<Value> {
    let document = source.parse()?;
    let path = source.path.display();
    let Some(version) = document.get("openapi") else {
        bail!("{path} is not an OpenAPI document: it has no `openapi` member at the top");
    };
    match version.as_str() {
        Some(version) if version.starts_with("3.0") => {}
        Some(version) => bail!(
            "{path} is OpenAPI {version}: only 3.0 is supported (progenitor reads no other); convert the document to 3.0 first"
        ),
        None => bail!("{path}: `openapi` should be text such as \"3.0.0\", found {version}"),
    }
    for member in ["info", "paths"] {
        if !document.get(member).is_some_and(Value::is_object) {
            bail!("{path}: `{member}` is missing or is not an object (#/{member})");
        }
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(name: &str, text: &str) -> String {
        format!("{:#}", load(&Source::from_text(name, text)).unwrap_err())
    }

    #[test]
    fn a_yaml_error_has_line_and_column() {
        let message = failure("broken.yaml", "openapi: 3.0.0\ninfo: {title: [}\n");
        assert!(message.starts_with("broken.yaml:2:"), "{message}");
    }

    #[test]
    fn openapi_3_1_is_refused_by_name() {
        let message = failure("new.yaml", "openapi: 3.1.0\ninfo: {}\npaths: {}\n");
        assert!(message.contains("new.yaml is OpenAPI 3.1.0"), "{message}");
    }

    #[test]
    fn something_else_is_not_an_openapi_document() {
        let message = failure("other.yaml", "swagger: '2.0'\n");
        assert!(message.contains("not an OpenAPI document"), "{message}");
        let message = failure("list.json", "[1, 2]");
        assert!(message.contains("not an OpenAPI document"), "{message}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = Source::read(Path::new("/nowhere/spec.yaml")).unwrap_err();
        assert!(format!("{error:#}").contains("cannot read /nowhere/spec.yaml"));
    }

    #[test]
    fn json_and_yaml_give_the_same_document() {
        let yaml = load(&Source::from_text(
            "a.yaml",
            "openapi: 3.0.0\ninfo: {title: t}\npaths: {}\n",
        ));
        let json = load(&Source::from_text(
            "a.json",
            r#"{"openapi":"3.0.0","info":{"title":"t"},"paths":{}}"#,
        ));
        assert_eq!(yaml.unwrap(), json.unwrap());
    }
}
