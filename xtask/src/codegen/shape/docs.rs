//! Doc comments: one attribute a line, and nothing in the text that rustdoc would take for markup.

/// Doc attributes for `text`, one a line.
pub(super) fn doc(text: &str) -> Vec<syn::Attribute> {
    lines(text).iter().map(|line| attribute(line)).collect()
}

/// `#[doc = "line"]`, put together by hand: parsing it for each of ten thousand lines takes half a second.
fn attribute(line: &str) -> syn::Attribute {
    let text = syn::LitStr::new(line, proc_macro2::Span::call_site());
    syn::Attribute {
        pound_token: Default::default(),
        style: syn::AttrStyle::Outer,
        bracket_token: Default::default(),
        meta: syn::Meta::NameValue(syn::MetaNameValue {
            path: syn::Ident::new("doc", proc_macro2::Span::call_site()).into(),
            eq_token: Default::default(),
            value: syn::Expr::Lit(syn::ExprLit {
                attrs: Vec::new(),
                lit: syn::Lit::Str(text),
            }),
        }),
    }
}

/// The lines of `text` as they follow `///`: made safe, wrapped, without blank lines at the ends.
fn lines(text: &str) -> Vec<String> {
    safe(text).trim().lines().flat_map(wrap).collect()
}

/// Breaks a long line between words, so that a change of one word is a change of one line.
fn wrap(line: &str) -> Vec<String> {
    const WIDTH: usize = 100;
    if line.trim().is_empty() {
        return vec![String::new()];
    }
    if line.starts_with('|') {
        return vec![format!(" {}", line.trim_end())];
    }
    let indent = if line.trim_start().starts_with("- ") {
        "  "
    } else {
        ""
    };
    let mut lines = Vec::new();
    let mut current = String::from(" ");
    for word in line.split_whitespace() {
        if current.len() + word.len() > WIDTH && !current.trim().is_empty() {
            lines.push(current.trim_end().to_owned());
            current = format!(" {indent}");
        }
        current.push_str(word);
        current.push(' ');
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// Escapes what would be a link or a tag, outside code spans: `[x]` and `<x>` in prose are meant as they stand.
pub(super) fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' => in_code = !in_code,
            '[' | ']' | '<' | '>' if !in_code => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
    out
}

/// The description in typify's doc attributes as attributes of our own.
pub(super) fn described(attributes: &[syn::Attribute], name: &str) -> Vec<syn::Attribute> {
    described_lines(attributes, name)
        .iter()
        .map(|line| attribute(line))
        .collect()
}

/// The lines of the description in typify's doc attributes, without the name that stands in for a missing one.
pub(super) fn described_lines(attributes: &[syn::Attribute], name: &str) -> Vec<String> {
    let text: Vec<String> = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }) => Some(text.value()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let text = text.join("\n");
    let text = text.split("<details>").next().unwrap_or_default().trim();
    if text.is_empty() || text == format!("`{name}`") {
        Vec::new()
    } else {
        lines(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{lines, safe};

    #[test]
    fn long_lines_break_between_words_and_list_items_stay_items() {
        let text = format!("- `id`: {}", "word ".repeat(30));
        let wrapped = lines(&text);
        assert!(
            wrapped.len() == 2 && wrapped.iter().all(|line| line.len() <= 101),
            "{wrapped:#?}"
        );
        assert!(wrapped[1].starts_with("   word"), "{wrapped:#?}");
        assert_eq!(lines("a\n\n| b | c |"), [" a", "", " | b | c |"]);
    }

    #[test]
    fn brackets_are_escaped_in_prose_and_kept_in_code() {
        assert_eq!(
            safe("a [b] <c> `d[0] <e>` f"),
            r"a \[b\] \<c\> `d[0] <e>` f"
        );
    }
}
