//! Links of Markdown documents to other files of the repository and to headings.

use super::files::File;
use std::collections::HashMap;
use std::path::Path;

/// The relative links that lead nowhere, a line each.
pub(super) fn broken(top: &Path, files: &[File]) -> Vec<String> {
    let documents: HashMap<&str, &str> = files
        .iter()
        .filter(|file| is_document(&file.name))
        .map(|file| (file.name.as_str(), file.text.as_str()))
        .collect();
    let mut found = Vec::new();
    for file in files.iter().filter(|file| is_document(&file.name)) {
        for (line, link) in links(&file.text) {
            if let Err(why) = follow(top, &documents, &file.name, &link) {
                found.push(format!("{}:{line}: the link to {link} {why}", file.name));
            }
        }
    }
    found
}

fn is_document(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("md"))
}

/// Whether `link` in the document `from` leads somewhere.
fn follow(top: &Path, documents: &HashMap<&str, &str>, from: &str, link: &str) -> Result<(), &'static str> {
    let (path, heading) = link.split_once('#').map_or((link, None), |(path, heading)| (path, Some(heading)));
    let path = path.split('?').next().unwrap_or(path).replace("%20", " ");
    let target =
        if path.is_empty() { from.to_owned() } else { join(from, &path).ok_or("leads out of the repository")? };
    if !documents.contains_key(target.as_str()) && !top.join(&target).exists() {
        return Err("leads to no file");
    }
    match (heading, documents.get(target.as_str())) {
        (Some(heading), Some(text)) if !anchors(text).iter().any(|anchor| anchor == heading) => {
            Err("leads to no heading")
        }
        _ => Ok(()),
    }
}

/// The path from the top folder of what `path` is called in the document `from`.
fn join(from: &str, path: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    if path.starts_with('/') {
        names.clear();
    }
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// The lines of a document that are text, numbered from 1: fenced code is left out.
fn text_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fence: Option<&str> = None;
    text.lines().enumerate().filter_map(move |(number, line)| {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => {
                fence = Some(mark);
                None
            }
            (Some(open), Some(mark)) if open == mark => {
                fence = None;
                None
            }
            (Some(_), _) => None,
            (None, None) => Some((number + 1, line)),
        }
    })
}

/// The targets of all links and pictures but those with a scheme, each with the number of its line.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text_lines(text) {
        let line = without_code(line);
        let mut rest = line.as_str();
        while let Some((_, after)) = rest.split_once("](") {
            found.extend(target(after, ')').map(|link| (number, link)));
            rest = after;
        }
        // a definition: `[name]: target`
        if let Some((_, after)) = line.trim_start().strip_prefix('[').and_then(|line| line.split_once("]: ")) {
            found.extend(target(after, ' ').map(|link| (number, link)));
        }
    }
    found.retain(|(_, link)| !has_scheme(link) && !link.starts_with("//"));
    found
}

/// The target at the beginning of `after`, which ends before `end`, white space or its own angle bracket.
fn target(after: &str, end: char) -> Option<String> {
    let after = after.trim_start();
    let target = match after.strip_prefix('<') {
        Some(inner) => inner.split('>').next()?,
        None => after.split(|c: char| c == end || c.is_whitespace()).next()?,
    };
    (!target.is_empty()).then(|| target.to_owned())
}

/// `https:`, `mailto:` and the like.
fn has_scheme(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// `line` without what is between backticks.
fn without_code(line: &str) -> String {
    let pieces: Vec<&str> = line.split('`').collect();
    // a backtick that nothing closes is one
    let closed = if pieces.len().is_multiple_of(2) { pieces.len() - 1 } else { pieces.len() };
    let code = |index: usize| index % 2 == 1 && index < closed;
    pieces.iter().enumerate().filter(|(index, _)| !code(*index)).map(|(_, piece)| *piece).collect()
}

/// What the headings of a document are called in links, as GitHub makes it of them, and anchors set by hand.
fn anchors(text: &str) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut anchors = Vec::new();
    let mut above = "";
    for (_, line) in text_lines(text) {
        let is_underline = |sign: char| line.trim_end().len() >= 2 && line.trim_end().chars().all(|c| c == sign);
        let level = line.len() - line.trim_start_matches('#').len();
        let heading = if (1..=6).contains(&level) && line[level..].starts_with(' ') {
            Some(line[level..].trim().trim_end_matches('#').trim_end())
        } else if !above.trim().is_empty() && (is_underline('=') || is_underline('-')) {
            Some(above.trim())
        } else {
            None
        };
        if let Some(heading) = heading {
            let slug = slug(heading);
            let times = seen.entry(slug.clone()).or_default();
            anchors.push(if *times == 0 { slug } else { format!("{slug}-{times}") });
            *times += 1;
        }
        for attribute in ["id=\"", "name=\""] {
            let named = line.split(attribute).skip(1).filter_map(|after| after.split_once('"'));
            anchors.extend(named.map(|(name, _)| name.to_owned()));
        }
        above = line;
    }
    anchors
}

/// GitHub's name for a heading: small letters, digits, hyphens and underscores; blanks become hyphens.
fn slug(heading: &str) -> String {
    let mut text = String::new();
    let mut rest = heading;
    // of a link only its words are read
    while let Some((before, after)) = rest.split_once("](") {
        text.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let keep = |c: char| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
        _ => None,
    };
    text.to_lowercase().chars().filter_map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    #[test]
    fn headings_are_named_as_github_names_them() {
        for (heading, expected) in [
            ("How well it reads", "how-well-it-reads"),
            ("`expected.json`", "expectedjson"),
            ("From Rust & C++: a *short* tour", "from-rust--c-a-short-tour"),
            ("See [the house](ARCHITECTURE.md)", "see-the-house"),
            ("Élan 2.0", "élan-20"),
            ("snake_case – and dash", "snake_case--and-dash"),
        ] {
            assert_eq!(slug(heading), expected);
        }
        let text = "# One\n## Two ##\n## Two\nThree\n=====\n```\n# no heading\n```\n#hash\n<a id=\"four\"></a>";
        assert_eq!(anchors(text), ["one", "two", "two-1", "three", "four"]);
    }

    #[test]
    fn links_are_read_where_they_are_links() {
        let text = "[a](x.md) ![b](docs/p.png \"title\") [![c](c.svg)](<d e.md#f>) `[code](no.md)`\n\
                    ```\n[fenced](no.md)\n```\n[web](https://example.org) [mail](mailto:a@b.example)\n[ref]: y/z.md#part\n[here](#top)";
        let links: Vec<String> = links(text).into_iter().map(|(_, link)| link).collect();
        assert_eq!(links, ["x.md", "docs/p.png", "c.svg", "d e.md#f", "y/z.md#part", "#top"]);
    }

    #[test]
    fn what_leads_nowhere_is_told() {
        let document = |link: &str| {
            let file = File { name: "docs/new.md".to_owned(), text: format!("# Top\n\n[x]({link})\n") };
            let readme = File { name: "README.md".to_owned(), text: "# Nutgraf\n\n## Limits\n".to_owned() };
            broken(root(), &[file, readme])
        };
        for right in ["../README.md", "../README.md#limits", "#top", "hosting.md", "../src", "/src/lib.rs#L1", "../"] {
            assert_eq!(document(right), Vec::<String>::new(), "{right}");
        }
        for (wrong, why) in [
            ("../READNE.md", "leads to no file"),
            ("README.md", "leads to no file"),
            ("../README.md#limit", "leads to no heading"),
            ("#bottom", "leads to no heading"),
            ("../../shared/data", "leads out of the repository"),
        ] {
            assert_eq!(document(wrong), [format!("docs/new.md:3: the link to {wrong} {why}")]);
        }
    }
}
