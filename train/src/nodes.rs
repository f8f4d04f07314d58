//! What a template is made of: rows and groups of rows, as they are written in its file.

use nutgraf::lab::Shape;

/// A line or a group of lines of a template.
pub enum Node {
    Row { times: (usize, usize), blanks: usize, role: String, text: String },
    Group { times: (usize, usize), nodes: Vec<Node> },
}

/// The rows of a template below its first line.
pub fn nodes(source: &str) -> Result<Vec<Node>, usize> {
    let mut open: Vec<((usize, usize), Vec<Node>)> = vec![((1, 1), Vec::new())];
    let mut blanks = 0;
    for (number, line) in source.lines().enumerate().skip(1) {
        if line.trim().is_empty() {
            blanks += 1;
        } else if line == "}" {
            let (times, nodes) = open.pop().ok_or(number + 1)?;
            open.last_mut().ok_or(number + 1)?.1.push(Node::Group { times, nodes });
        } else if let Some(times) = line.strip_suffix('{').filter(|_| !line.contains('\t')) {
            open.push((counts(times).ok_or(number + 1)?, Vec::new()));
        } else {
            let (label, text) = line.split_once('\t').ok_or(number + 1)?;
            let (times, role) = match label.split_once(' ') {
                Some((times, role)) => (counts(times).ok_or(number + 1)?, role),
                None => ((1, 1), label),
            };
            let row = Node::Row { times, blanks, role: role.to_owned(), text: text.to_owned() };
            open.last_mut().ok_or(number + 1)?.1.push(row);
            blanks = 0;
        }
    }
    let (_, nodes) = open.pop().filter(|_| open.is_empty()).ok_or(0usize)?;
    Ok(nodes)
}

/// `?` or `*3-9`.
fn counts(times: &str) -> Option<(usize, usize)> {
    if times == "?" {
        return Some((0, 1));
    }
    let (least, most) = times.strip_prefix('*')?.split_once('-')?;
    Some((least.parse().ok()?, most.parse().ok()?))
}

/// The part that a template's role is.
pub fn part(shape: &Shape, role: &str) -> &'static str {
    match role {
        "crosshead" | "listitem" | "pullquote" => "text",
        role => shape.states.iter().find(|state| state.3 == role).map_or("furniture", |state| state.3),
    }
}
