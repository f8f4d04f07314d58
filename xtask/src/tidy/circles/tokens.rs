//! Rust source as the few kinds of tokens that imports and paths are made of.

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or keyword.
    Word(String),
    /// `::`.
    Colons,
    /// Any other sign.
    Sign(char),
    /// A number, a character or a string.
    Literal,
}

impl Token {
    /// Whether it is this word.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

/// The tokens of `source`, comments left out.
pub(super) fn split(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            rest = rest.trim_start();
        } else if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if rest.starts_with("/*") {
            rest = after_comment(rest);
        } else if let Some(after) = after_text(rest) {
            tokens.push(Token::Literal);
            rest = after;
        } else if c == '\'' {
            // not a character, so that it is a lifetime
            rest = rest[1..].trim_start_matches(is_word);
        } else if is_word(c) {
            let after = rest.strip_prefix("r#").unwrap_or(rest).trim_start_matches(is_word);
            let word = rest[..rest.len() - after.len()].trim_start_matches("r#");
            tokens.push(if c.is_ascii_digit() { Token::Literal } else { Token::Word(word.to_owned()) });
            rest = after;
        } else if let Some(after) = rest.strip_prefix("::") {
            tokens.push(Token::Colons);
            rest = after;
        } else {
            tokens.push(Token::Sign(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What comes after the comment at the beginning, which may hold others.
fn after_comment(source: &str) -> &str {
    let mut depth = 0;
    let mut rest = source;
    loop {
        if let Some(after) = rest.strip_prefix("/*") {
            depth += 1;
            rest = after;
        } else if let Some(after) = rest.strip_prefix("*/") {
            depth -= 1;
            rest = after;
        } else {
            let mut chars = rest.chars();
            chars.next();
            rest = chars.as_str();
        }
        if depth == 0 || rest.is_empty() {
            return rest;
        }
    }
}

/// What comes after the string or character at the beginning, if one begins there.
fn after_text(source: &str) -> Option<&str> {
    let plain = source.strip_prefix(['b', 'c']).unwrap_or(source);
    if let Some(raw) = plain.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if let Some(inner) = raw[hashes..].strip_prefix('"') {
            let end = format!("\"{}", &raw[..hashes]);
            return Some(inner.split_once(&end).map_or("", |(_, after)| after));
        }
        return None;
    }
    if let Some(inner) = plain.strip_prefix('"') {
        return Some(after_quote(inner, '"'));
    }
    let inner = plain.strip_prefix('\'')?;
    let mut chars = inner.chars();
    match chars.next()? {
        '\\' => Some(after_quote(inner, '\'')),
        _ => chars.as_str().strip_prefix('\''),
    }
}

/// What comes after the next `quote` without a backslash before it.
fn after_quote(source: &str, quote: char) -> &str {
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else if c == quote {
            break;
        }
    }
    chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of `source`, with a dot for each literal.
    fn words(source: &str) -> String {
        let word = |token: Token| match token {
            Token::Word(word) => Some(word),
            Token::Literal => Some(".".to_owned()),
            _ => None,
        };
        split(source).into_iter().filter_map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_no_code_is_left_out() {
        for (source, expected) in [
            ("a // b\nc /* d /* e */ f */ g", "a c g"),
            (r##"a "b \" c" d r#"e " f"# g b"h" br"\" i"##, "a . d . g . . i"),
            (r"f('a', '\'', '\u{1f}', b'\\', 'é') x", "f . . . . . x"),
            ("fn f<'a>(x: &'a str, y: &'static T) {}", "fn f x str y T"),
            ("1u8 0x1f 1.5e3 x.0", ". . . . x ."),
            ("r#type rest b c", "type rest b c"),
            ("\"open", "."),
            ("/* open", ""),
            ("'", ""),
        ] {
            assert_eq!(words(source), expected, "{source}");
        }
        assert_eq!(split("a::b:c")[1..4], [Token::Colons, Token::Word("b".into()), Token::Sign(':')]);
    }
}
