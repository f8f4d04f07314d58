//! NITF 3.6 as far as the export uses it, restated from its documentation: which elements hold which, in what order, and
//! which attributes they have.

use roxmltree::{Document, Node};

/// What an element holds.
enum Holds {
    Nothing,
    /// Elements in this order; `*` after a name: any number, `?`: at most one, else one.
    Order(&'static [&'static str]),
    /// Any of these, in any order.
    Any(&'static [&'static str]),
    /// Text and any of these.
    Mixed(&'static [&'static str]),
}

use Holds::{Any, Mixed, Nothing, Order};

const INLINE: Holds = Mixed(&["chron", "location", "money", "num", "org", "person", "q"]);
const BLOCKS: Holds = Any(&["block", "p", "hl2", "bq", "ul", "media"]);

fn holds(name: &str) -> Option<(Holds, &'static [&'static str])> {
    Some(match name {
        "nitf" => (Order(&["head?", "body"]), &["version"]),
        "head" => (Order(&["title?", "tobject?", "docdata?", "pubdata*"]), &[]),
        "tobject" => (Nothing, &["tobject.type"]),
        "docdata" => (Any(&["correction", "doc-id", "date.issue", "ed-msg", "doc.copyright", "key-list"]), &[]),
        "correction" | "ed-msg" => (Nothing, &["info"]),
        "doc-id" => (Nothing, &["id-string"]),
        "date.issue" => (Nothing, &["norm"]),
        "doc.copyright" => (Nothing, &["holder"]),
        "key-list" => (Order(&["keyword*"]), &[]),
        "keyword" => (Nothing, &["key"]),
        "pubdata" => (Nothing, &["type", "name", "position.section", "ex-ref"]),
        "body" => (Order(&["body.head?", "body.content*", "body.end?"]), &[]),
        "body.head" => {
            (Order(&["hedline?", "note*", "rights?", "byline*", "distributor?", "dateline*", "abstract?"]), &[])
        }
        "hedline" => (Order(&["hl1", "hl2*"]), &[]),
        "hl1" | "hl2" | "li" | "tagline" | "media-caption" => (INLINE, &[]),
        "q" => (INLINE, &["quote-source"]),
        "p" => (INLINE, &["lede"]),
        "note" => (Order(&["body.content"]), &["noteclass"]),
        "byline" => (Mixed(&["person", "org", "byttl"]), &[]),
        "distributor" => (Mixed(&["org"]), &[]),
        "dateline" => (Mixed(&["location", "story.date"]), &[]),
        "location" => (Mixed(&["city", "region"]), &[]),
        "abstract" | "body.content" | "block" => (BLOCKS, &[]),
        "bq" => (Order(&["block"]), &[]),
        "ul" => (Order(&["li*"]), &[]),
        "media" => (Order(&["media-reference", "media-caption*", "media-producer?"]), &["media-type"]),
        "media-reference" => (Nothing, &["mime-type"]),
        "body.end" => (Order(&["tagline?"]), &[]),
        "story.date" | "chron" => (Mixed(&[]), &["norm"]),
        "money" => (Mixed(&[]), &["unit"]),
        "num" => (Mixed(&[]), &["units"]),
        "title" | "rights" | "byttl" | "org" | "person" | "city" | "region" | "media-producer" => (Mixed(&[]), &[]),
        _ => return None,
    })
}

/// What is wrong with a document.
pub(crate) fn faults(written: &str) -> Vec<String> {
    match Document::parse(written) {
        Ok(tree) => tree.descendants().filter(Node::is_element).flat_map(|node| wrong(&node)).collect(),
        Err(error) => vec![error.to_string()],
    }
}

fn wrong(node: &Node<'_, '_>) -> Vec<String> {
    let name = node.tag_name().name();
    let Some((holds, attributes)) = holds(name) else { return vec![format!("there is no {name}")] };
    let mut wrong: Vec<String> = (node.attributes())
        .filter(|attribute| !attributes.contains(&attribute.name()))
        .map(|attribute| format!("{name} has no {}", attribute.name()))
        .collect();
    let children: Vec<&str> = node.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect();
    let fits = match holds {
        Nothing => children.is_empty(),
        Any(names) | Mixed(names) => children.iter().all(|child| names.contains(child)),
        Order(names) => in_order(&children, names),
    };
    if !fits {
        wrong.push(format!("{name} does not hold {children:?}"));
    }
    let text = node.children().filter(Node::is_text).any(|text| !text.text().unwrap_or_default().trim().is_empty());
    if text && !matches!(holds, Mixed(_)) {
        wrong.push(format!("{name} holds text"));
    }
    wrong
}

fn in_order(children: &[&str], names: &[&str]) -> bool {
    let mut rest = children;
    for name in names {
        let (name, least, most) = match name.strip_suffix('*') {
            Some(name) => (name, 0, usize::MAX),
            None => name.strip_suffix('?').map_or((*name, 1, 1), |name| (name, 0, 1)),
        };
        let count = rest.iter().take_while(|child| **child == name).count();
        if count < least || count > most {
            return false;
        }
        rest = &rest[count..];
    }
    rest.is_empty()
}
