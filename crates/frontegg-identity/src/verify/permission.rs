//! Whether a permission that a token carries grants the one that is asked for.

/// What stands for any part of a permission's key.
const ANY: &str = "*";

/// Whether `granted` covers `asked`, from its first to its last character.
///
/// Keys are parts with dots between them. A part `*` of `granted` covers one part, whatever it says, and as the last part
/// all that are left, one at least. Everything else is literal: `*` inside a part, and each `*` of `asked`.
pub(super) fn grants(granted: &str, asked: &str) -> bool {
    if asked.is_empty() {
        return false;
    }
    let (mut granted, mut asked) = (granted.split('.').peekable(), asked.split('.'));
    while let Some(part) = granted.next() {
        match asked.next() {
            None => return false,
            Some(_) if part == ANY && granted.peek().is_none() => return true,
            Some(wanted) if part == ANY || part == wanted => {}
            Some(_) => return false,
        }
    }
    asked.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_cover_whole_parts_from_end_to_end() {
        for (granted, asked, is_granted) in [
            ("fe.users.read", "fe.users.read", true),
            ("fe.users.read", "fe.users.write", false),
            ("fe.users.read", "fe.users", false),
            ("fe.users.read", "fe.users.read.all", false),
            ("fe.users.read", "xfe.users.read", false),
            ("fe.users.read", "FE.users.read", false),
            ("fe.users.read", "fe-users-read", false),
            ("*", "fe", true),
            ("*", "fe.users.read", true),
            ("*", "", false),
            ("", "", false),
            ("", "fe", false),
            ("fe.*", "fe.users", true),
            ("fe.*", "fe.users.read", true),
            ("fe.*", "fe", false),
            ("fe.*", "fex.users", false),
            ("fe.*", "x.fe.users", false),
            ("fe.users.*", "fe.users.read", true),
            ("fe.users.*", "fe.users", false),
            ("fe.users.*", "fe.usersx.read", false),
            ("fe.users.*", "fe.roles.read", false),
            ("fe.*.read", "fe.users.read", true),
            ("fe.*.read", "fe.users.write", false),
            ("fe.*.read", "fe.users.all.read", false),
            ("fe.*.read", "fe.read", false),
            ("*.read", "fe.read", true),
            ("*.read", "read", false),
            ("*.read", "fe.users.read", false),
            ("fe.us*", "fe.users", false),
            ("fe.us*", "fe.us*", true),
            ("fe.users.read", "fe.*", false),
            ("fe.users.read", "*", false),
            ("fe.**", "fe.users", false),
            ("fe..read", "fe.users.read", false),
            ("[a-z]*", "fe", false),
        ] {
            assert_eq!(grants(granted, asked), is_granted, "{granted} for {asked}");
        }
    }
}
