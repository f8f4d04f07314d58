//! One source file: its modules, what they define and import, and the paths they mention. Tests are left out.

use super::tokens::{self, Token};
use std::collections::BTreeSet;

/// A module of a file: the file itself, or one in braces inside it.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// Names of the modules around it in the same file, and its own; empty for the file itself.
    pub(super) inside: Vec<String>,
    /// Modules in another file: `mod name;`.
    pub(super) children: Vec<String>,
    /// Names of what it defines.
    pub(super) items: BTreeSet<String>,
    pub(super) imports: Vec<Import>,
    /// Paths in its code, a list of names each.
    pub(super) paths: Vec<Vec<String>>,
}

/// One name, or everything of a module, made known by `use`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Import {
    pub(super) path: Vec<String>,
    /// What it is called here; `None` for `*`.
    pub(super) name: Option<String>,
}

/// Reads a file.
pub(super) fn read(source: &str) -> Vec<Module> {
    let mut reader = Reader { tokens: tokens::split(source), at: 0, done: Vec::new() };
    reader.module(Vec::new());
    reader.done
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    done: Vec<Module>,
}

/// What begins a whole item or statement, as opposed to a field or an arm.
const ITEM: [&str; 16] = [
    "pub", "fn", "mod", "use", "impl", "struct", "enum", "union", "const", "static", "trait", "type", "unsafe",
    "async", "extern", "let",
];

impl Reader {
    fn ahead(&self, by: usize) -> Option<&Token> {
        self.tokens.get(self.at + by)
    }

    fn is_sign(&self, by: usize, sign: char) -> bool {
        self.ahead(by) == Some(&Token::Sign(sign))
    }

    fn word(&self, by: usize) -> Option<&str> {
        match self.ahead(by) {
            Some(Token::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Reads a module to its closing brace or the end of the file.
    fn module(&mut self, inside: Vec<String>) {
        let mut module = Module { inside, ..Module::default() };
        let mut depth = 0usize;
        while let Some(token) = self.ahead(0).cloned() {
            match token {
                Token::Sign('#') => {
                    self.attribute();
                    continue;
                }
                Token::Sign('{') => depth += 1,
                Token::Sign('}') if depth == 0 => {
                    self.at += 1;
                    break;
                }
                Token::Sign('}') => depth -= 1,
                Token::Word(word) => {
                    self.at_word(&word, depth, &mut module);
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
        self.done.push(module);
    }

    /// Reads what begins with `word`.
    fn at_word(&mut self, word: &str, depth: usize, module: &mut Module) {
        let next = self.word(1).map(str::to_owned);
        match (word, next) {
            ("mod", Some(name)) if self.is_sign(2, ';') => {
                module.children.push(name);
                self.at += 3;
            }
            ("mod", Some(name)) if self.is_sign(2, '{') => {
                self.at += 3;
                let inside = module.inside.iter().cloned().chain([name]).collect();
                self.module(inside);
            }
            ("use", _) => {
                self.at += 1;
                self.tree(Vec::new(), &mut module.imports);
            }
            ("macro_rules", _) if self.is_sign(1, '!') => {
                module.items.extend(self.word(2).map(str::to_owned));
                self.at += 3;
            }
            ("fn" | "struct" | "enum" | "union" | "const" | "static" | "trait" | "type", Some(name)) => {
                if depth == 0 && !ITEM.contains(&name.as_str()) {
                    module.items.insert(if name == "mut" { self.word(2).unwrap_or("").to_owned() } else { name });
                }
                self.at += 1;
            }
            _ => self.path(module),
        }
    }

    /// Reads a path: `a::b::c`; a name alone is not one.
    fn path(&mut self, module: &mut Module) {
        let mut path = Vec::new();
        while let Some(word) = self.word(0) {
            path.push(word.to_owned());
            self.at += 1;
            if self.ahead(0) != Some(&Token::Colons) {
                break;
            }
            self.at += 1;
        }
        if path.len() > 1 || self.at > 0 && self.tokens.get(self.at - 1) == Some(&Token::Colons) {
            module.paths.push(path);
        }
    }

    /// Reads the tree of a `use` from here on, up to what ends this branch.
    fn tree(&mut self, mut path: Vec<String>, imports: &mut Vec<Import>) {
        loop {
            if self.ahead(0) == Some(&Token::Colons) {
                self.at += 1;
            } else if self.is_sign(0, '*') {
                self.at += 1;
                imports.push(Import { path, name: None });
                return;
            } else if self.is_sign(0, '{') {
                self.at += 1;
                while self.ahead(0).is_some() && !self.is_sign(0, '}') {
                    let before = self.at;
                    self.tree(path.clone(), imports);
                    // a comma, or what is not Rust
                    if self.is_sign(0, ',') || self.at == before {
                        self.at += 1;
                    }
                }
                self.at += 1;
                return;
            } else if let Some(word) = self.word(0).map(str::to_owned) {
                self.at += 1;
                if word == "as" {
                    let name = self.word(0).map(str::to_owned);
                    self.at += 1;
                    imports.push(Import { path, name: Some(name.unwrap_or_default()) });
                    return;
                }
                // `self` at the end of a path names the module that leads there
                if word != "self" || path.is_empty() {
                    path.push(word);
                }
            } else {
                let name = path.last().cloned();
                imports.extend((!path.is_empty()).then_some(Import { path, name }));
                return;
            }
        }
    }

    /// Reads an attribute, and leaves out what it says is a test's.
    fn attribute(&mut self) {
        self.at += 1;
        let inner = self.is_sign(0, '!');
        self.at += usize::from(inner);
        if !self.is_sign(0, '[') {
            return;
        }
        let start = self.at;
        self.skip_group();
        if is_for_tests(&self.tokens[start + 1..self.at.min(self.tokens.len())]) {
            if inner {
                self.at = self.tokens.len();
            } else {
                self.skip_item();
            }
        }
    }

    /// Goes to the place after the bracket that closes the one here.
    fn skip_group(&mut self) {
        let mut depth = 0usize;
        while let Some(token) = self.ahead(0) {
            match token {
                Token::Sign('(' | '[' | '{') => depth += 1,
                Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    fn skip_item(&mut self) {
        while self.is_sign(0, '#') {
            self.at += 1;
            self.skip_group();
        }
        let whole = self.word(0).is_some_and(|word| ITEM.contains(&word) || word == "macro_rules");
        let is_use = self.word(0) == Some("use");
        while let Some(token) = self.ahead(0) {
            match token {
                Token::Sign(';') => {
                    self.at += 1;
                    return;
                }
                Token::Sign(',') if !whole => {
                    self.at += 1;
                    return;
                }
                Token::Sign('}') => return,
                Token::Sign('{') if !is_use => {
                    self.skip_group();
                    return;
                }
                Token::Sign('(' | '[' | '{') => self.skip_group(),
                _ => self.at += 1,
            }
        }
    }
}

/// `test`, `cfg(test)`, `cfg(all(test, …))`.
fn is_for_tests(attribute: &[Token]) -> bool {
    let mut words = attribute.iter().filter(|token| !matches!(token, Token::Sign('(')));
    let first = words.next();
    if first.is_some_and(|token| token.is("test")) {
        return true;
    }
    let second = words.next();
    first.is_some_and(|token| token.is("cfg"))
        && (second.is_some_and(|token| token.is("test"))
            || second.is_some_and(|token| token.is("all")) && words.next().is_some_and(|token| token.is("test")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_of_imports_is_taken_apart() {
        let source = "pub(crate) use super::{a::{self, B as C}, d::*, e}; use self::f; use std::fmt::Write as _;";
        let modules = read(source);
        let imports: Vec<String> = modules[0]
            .imports
            .iter()
            .map(|import| format!("{} {}", import.path.join("::"), import.name.as_deref().unwrap_or("*")))
            .collect();
        assert_eq!(
            imports,
            ["super::a a", "super::a::B C", "super::d *", "super::e e", "self::f f", "std::fmt::Write _"]
        );
    }

    #[test]
    fn items_children_and_paths_are_found() {
        let source = "mod one; pub(super) mod two { mod three; pub struct Inner; }\n\
                      const fn f() -> u8 { struct Local; super::g::<u8>(crate::a::B::new()) }\n\
                      static mut S: T = T; const C: [x::Y; 1] = []; macro_rules! m { () => { $crate::z::w() } }";
        let modules = read(source);
        assert_eq!(
            (modules[0].inside.as_slice(), modules[0].children.as_slice()),
            (&["two".to_owned()][..], &["three".to_owned()][..])
        );
        let file = &modules[1];
        assert_eq!(file.children, ["one"]);
        assert_eq!(file.items.iter().map(String::as_str).collect::<Vec<_>>(), ["C", "S", "f", "m"]);
        let paths: Vec<String> = file.paths.iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["super::g", "crate::a::B::new", "x::Y", "crate::z::w"]);
    }

    #[test]
    fn what_is_for_tests_is_left_out() {
        for source in [
            "#[cfg(test)] mod tests { fn f() { a::b() } }",
            "#[cfg(test)] mod tests;",
            "#[cfg(test)] use a::{b, c};",
            "#[test] fn f() -> [u8; 2] { a::b() }",
            "#[cfg(all(test, not(unix)))] #[allow(dead_code)] pub(crate) fn f() { a::b() }",
            "#![cfg(test)] use a::b;",
            "struct S { #[cfg(test)] x: a::B, }",
        ] {
            let modules = read(source);
            let module = &modules[0];
            assert!(module.children.is_empty() && module.imports.is_empty() && module.paths.is_empty(), "{source}");
        }
        for source in
            ["#[cfg(not(test))] use a::b;", "#[cfg(any(test, unix))] use a::b;", "#[derive(Debug)] struct S(a::B);"]
        {
            let modules = read(source);
            assert!(!modules[0].imports.is_empty() || !modules[0].paths.is_empty(), "{source}");
        }
    }
}
