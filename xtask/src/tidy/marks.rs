//! Marks that a merge leaves where two versions contradict each other.

use super::files::File;

/// The marks left in `files`, a line each.
pub(super) fn left(files: &[File]) -> Vec<String> {
    let of = |file: &File| -> Vec<String> {
        let lines = lines(&file.text).into_iter();
        lines.map(|line| format!("{}:{line}: a merge is left half done", file.name)).collect()
    };
    files.iter().flat_map(of).collect()
}

/// The numbers of the lines with a mark. Seven equals signs underline a heading too: they count after an opening mark
/// only.
fn lines(text: &str) -> Vec<usize> {
    let mut open = false;
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let middle = line.trim_end() == "=".repeat(7);
        if is_mark(line, '<') {
            open = true;
        } else if is_mark(line, '>') {
            open = false;
        } else if !(is_mark(line, '|') || open && middle) {
            continue;
        }
        found.push(number + 1);
    }
    found
}

/// Whether `line` is seven times `sign`, alone or before the name of a version.
fn is_mark(line: &str, sign: char) -> bool {
    let after = line.trim_start_matches(sign);
    line.len() - after.len() == 7 && (after.trim_end().is_empty() || after.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seven times `sign`, which must not be in this file as it is.
    fn mark(sign: &str, name: &str) -> String {
        format!("{}{name}\n", sign.repeat(7))
    }

    #[test]
    fn every_mark_of_a_conflict_is_found() {
        let text = ["Limits\n", &mark("<", " HEAD"), "one\n", &mark("=", ""), "two\n", &mark(">", " other")].concat();
        assert_eq!(lines(&text), [2, 4, 6]);
        let with_base = ["", &mark("<", ""), "one\n", &mark("|", " base"), &mark("=", "\r"), &mark(">", "")].concat();
        assert_eq!(lines(&with_base), [1, 3, 4, 5]);
        // half of a conflict taken out by hand
        assert_eq!(lines(&mark(">", " nature")), [1]);
        let file = File { name: "docs/a.md".to_owned(), text };
        assert_eq!(left(&[file])[0], "docs/a.md:2: a merge is left half done");
    }

    #[test]
    fn what_only_looks_like_one() {
        let heading = ["Limits\n", &mark("=", ""), "text\n"].concat();
        for text in [heading.as_str(), "<<<<<<<<\n", "  <<<<<<< indented\n", ">>>>>>>x\n", "a | b ||||||| c\n"] {
            assert_eq!(lines(text), Vec::<usize>::new(), "{text}");
        }
    }
}
