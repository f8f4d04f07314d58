//! Word lists: plain text files, one entry a line, sorted, searched where they lie in the binary.

/// A list of lower-case entries, sorted by bytes, one a line; lines that begin with `#` stand before
/// all others and say where the list comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordList(pub(crate) &'static str);

impl WordList {
    /// Whether `word`, case aside, is an entry. Logarithmic, without allocation for ASCII words.
    pub(crate) fn has(self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// What stands behind the tab on the entry's line (empty where there is none).
    pub(crate) fn get(self, word: &str) -> Option<&'static str> {
        self.find(word).map(|line| line.split_once('\t').map_or("", |(_, value)| value))
    }

    fn find(self, word: &str) -> Option<&'static str> {
        let mut buffer = [0u8; 48];
        let lower = lower(word, &mut buffer)?;
        let list = self.0;
        let (mut low, mut high) = (0, list.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = list.as_bytes()[..middle].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
            let start = start.max(low);
            let end = list.as_bytes()[start..].iter().position(|&b| b == b'\n').map_or(list.len(), |at| start + at);
            let line = &list[start..end];
            let entry = line.split_once('\t').map_or(line, |(entry, _)| entry);
            let order =
                if line.starts_with('#') { std::cmp::Ordering::Less } else { entry.as_bytes().cmp(lower.as_bytes()) };
            match order {
                std::cmp::Ordering::Equal => return Some(line),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// `word` in lower case, in `buffer`; `None` where it does not fit, which no entry does then.
/// A curly apostrophe becomes a straight one.
pub(crate) fn lower<'b>(word: &str, buffer: &'b mut [u8]) -> Option<&'b str> {
    let mut end = 0;
    for c in word.chars() {
        let c = if c == '’' { '\'' } else { c };
        for c in c.to_lowercase() {
            if end + c.len_utf8() > buffer.len() {
                return None;
            }
            end += c.encode_utf8(&mut buffer[end..]).len();
        }
    }
    std::str::from_utf8(&buffer[..end]).ok()
}

/// Whether the first letter is upper case.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether there is a cased letter and every cased letter is upper case.
pub(crate) fn is_all_caps(word: &str) -> bool {
    let mut upper = false;
    for c in word.chars() {
        if c.is_lowercase() {
            return false;
        }
        upper |= c.is_uppercase();
    }
    upper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_and_nothing_else() {
        let list = WordList("# source\n# more\nalpha\nbeta\tvalue\ngamma's\nomega");
        assert!(list.has("Alpha") && list.has("OMEGA") && list.has("gamma’s"));
        assert_eq!(list.get("beta"), Some("value"));
        assert_eq!(list.get("alpha"), Some(""));
        for word in ["", "#", "# source", "alph", "alphaa", "zeta", "Aardvark"] {
            assert!(!list.has(word), "{word}");
        }
        assert!(!list.has(&"x".repeat(100)));
    }

    #[test]
    fn case() {
        assert!(is_all_caps("HANGZHOU") && is_all_caps("G20") && !is_all_caps("2016") && !is_all_caps("Usa"));
        assert!(is_capitalised("Élysée") && !is_capitalised("élysée"));
    }
}
