//! The rules that hold for every breakdown, checked on the JSON that users get.
//!
//! The checker knows nothing of the crate's own types: it would notice a key that is renamed, an offset
//! converted twice, a `text` that is not the slice.

use serde_json::{Map, Value};
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

const ROLES: [&str; 23] = [
    "url",
    "counter",
    "section",
    "headline",
    "standfirst",
    "byline",
    "timestamp",
    "caption",
    "credit",
    "dateline",
    "paragraph",
    "crosshead",
    "pullQuote",
    "listItem",
    "signoff",
    "contributors",
    "correction",
    "editorsNote",
    "copyright",
    "tags",
    "promo",
    "table",
    "furniture",
];

/// Roles whose blocks have sentences.
const RUNNING: [&str; 7] = ["headline", "standfirst", "caption", "paragraph", "crosshead", "pullQuote", "listItem"];

const KEYS: [&str; 15] = [
    "schema",
    "offsets",
    "length",
    "blocks",
    "head",
    "sentences",
    "entities",
    "quotes",
    "noComment",
    "times",
    "quantities",
    "keySentences",
    "checks",
    "stats",
    "warnings",
];

/// What is wrong with `article` as a breakdown of `source`; empty where nothing is.
pub fn violations(source: &str, article: &Value) -> Vec<String> {
    let mut check = Check { source, ruler: Ruler::new(source, str_of(article, "offsets")), found: Vec::new() };
    check.article(article);
    check.found
}

/// Where each unit of a text begins, in bytes.
struct Ruler {
    /// Byte of each unit; `None` inside a character.
    bytes: Vec<Option<usize>>,
}

impl Ruler {
    fn new(source: &str, unit: &str) -> Option<Self> {
        let width = match unit {
            "utf8" => char::len_utf8,
            "utf16" => char::len_utf16,
            "codepoint" => |_: char| 1,
            _ => return None,
        };
        let mut bytes = Vec::with_capacity(source.len() + 1);
        for (at, c) in source.char_indices() {
            bytes.push(Some(at));
            bytes.extend((1..width(c)).map(|_| None));
        }
        bytes.push(Some(source.len()));
        Some(Self { bytes })
    }

    fn byte(&self, offset: u64) -> Option<usize> {
        *self.bytes.get(usize::try_from(offset).ok()?)?
    }
}

/// A way into the value, written out only where something is wrong.
#[derive(Clone, Copy)]
enum Path<'a> {
    Top,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => f.write_str("article"),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

struct Check<'s> {
    source: &'s str,
    ruler: Option<Ruler>,
    found: Vec<String>,
}

impl Check<'_> {
    fn fail(&mut self, path: &Path, what: impl fmt::Display) {
        self.found.push(format!("{path}: {what}"));
    }

    fn article(&mut self, article: &Value) {
        let top = Path::Top;
        for key in KEYS {
            if article.get(key).is_none() {
                self.fail(&top, format!("{key} is missing"));
            }
        }
        if str_of(article, "schema") != "nutgraf/1" {
            self.fail(&top, "the schema is not nutgraf/1");
        }
        let Some(ruler) = &self.ruler else { return self.fail(&top, "the unit of the offsets is not known") };
        if article["length"].as_u64() != Some(ruler.bytes.len() as u64 - 1) {
            self.fail(&top, format!("length is {}, not {}", article["length"], ruler.bytes.len() - 1));
        }
        self.spans(&top, article);
        let blocks = self.blocks(article);
        self.sentences(article, &blocks);
        self.entities(article, &blocks);
        self.quotes(article, &blocks);
        self.no_comment(article);
        self.times(article, &blocks);
        self.quantities(article, &blocks);
        self.head(article);
        self.rest(article);
    }

    /// Every span anywhere: in range, on boundaries, not empty, and `text` beside it is its slice.
    fn spans(&mut self, path: &Path, value: &Value) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.spans(&Path::Index(path, index), item);
                }
            }
            Value::Object(fields) => {
                if fields.contains_key("start") || fields.contains_key("end") {
                    self.span(path, fields);
                } else if fields.contains_key("text") {
                    self.fail(path, "has a text but no span");
                }
                for (key, field) in fields {
                    self.spans(&Path::Key(path, key), field);
                }
            }
            Value::Null => self.fail(path, "is null, not absent"),
            Value::String(text) if text.is_empty() => self.fail(path, "is empty, not absent"),
            _ => {}
        }
    }

    fn span(&mut self, path: &Path, fields: &Map<String, Value>) {
        let Some(span) = self.bytes(fields) else {
            let of = |key| fields.get(key).map_or_else(|| "nothing".to_owned(), Value::to_string);
            return self.fail(path, format!("{} to {} is not a span of the text", of("start"), of("end")));
        };
        let slice = &self.source[span];
        if slice.is_empty() {
            self.fail(path, "the span is empty");
        }
        if let Some(text) = fields.get("text").filter(|text| text.as_str() != Some(slice)) {
            self.fail(path, format!("text {text} is not the slice {slice:?}"));
        }
    }

    /// The bytes of a span; `None` where it is not one.
    fn bytes(&self, fields: &Map<String, Value>) -> Option<Range<usize>> {
        let ruler = self.ruler.as_ref()?;
        let at = |key: &str| ruler.byte(fields.get(key)?.as_u64()?);
        let (start, end) = (at("start")?, at("end")?);
        (start <= end).then_some(start..end)
    }

    fn of(&self, value: &Value) -> Range<usize> {
        value.as_object().and_then(|fields| self.bytes(fields)).unwrap_or(0..0)
    }

    /// Blocks: in order, apart from each other, and over everything that is not white space.
    fn blocks(&mut self, article: &Value) -> Vec<(Range<usize>, String)> {
        let mut blocks: Vec<(Range<usize>, String)> = Vec::new();
        for (index, block) in list(article, "blocks").iter().enumerate() {
            let role = str_of(block, "role").to_owned();
            let path = Path::Index(&Path::Key(&Path::Top, "blocks"), index);
            if !ROLES.contains(&role.as_str()) {
                self.fail(&path, format!("the role {role:?} is not known"));
            }
            let span = self.of(block);
            if blocks.last().is_some_and(|(before, _)| span.start < before.end) {
                self.fail(&path, "begins before the block before it ends");
            }
            blocks.push((span, role));
        }
        let mut next = 0;
        for (at, c) in self.source.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            while blocks.get(next).is_some_and(|(span, _)| span.end <= at) {
                next += 1;
            }
            if blocks.get(next).is_none_or(|(span, _)| at < span.start) {
                self.fail(&Path::Key(&Path::Top, "blocks"), format!("{c:?} at byte {at} lies in no block"));
                break;
            }
        }
        blocks
    }

    /// Sentences: in order, apart, each inside the running text of its block.
    fn sentences(&mut self, article: &Value, blocks: &[(Range<usize>, String)]) {
        let mut end = 0;
        for (index, sentence) in list(article, "sentences").iter().enumerate() {
            let path = Path::Index(&Path::Key(&Path::Top, "sentences"), index);
            let span = self.of(sentence);
            if span.start < end {
                self.fail(&path, "begins before the sentence before it ends");
            }
            end = span.end;
            match sentence["block"].as_u64().and_then(|block| blocks.get(usize::try_from(block).ok()?)) {
                None => self.fail(&path, format!("block {} does not exist", sentence["block"])),
                Some((block, role)) if !RUNNING.contains(&role.as_str()) => {
                    self.fail(&path, format!("lies in a block of role {role}, at byte {}", block.start));
                }
                Some((block, _)) if !within(&span, block) => self.fail(&path, "leaves its block"),
                Some(_) => {}
            }
        }
    }

    fn entities(&mut self, article: &Value, blocks: &[(Range<usize>, String)]) {
        for (index, entity) in list(article, "entities").iter().enumerate() {
            let path = Path::Index(&Path::Key(&Path::Top, "entities"), index);
            if entity["id"].as_u64() != Some(index as u64) {
                self.fail(&path, format!("the id {} is not the index", entity["id"]));
            }
            self.one_of(&path, entity, "kind", &["person", "organization", "place"]);
            self.filled(&path, entity, "name");
            let mentions = list(entity, "mentions");
            if mentions.is_empty() {
                self.fail(&path, "is never mentioned");
            }
            let mut end = 0;
            for mention in mentions {
                let span = self.of(mention);
                if span.start < end {
                    self.fail(&path, format!("the mention {mention} begins before the one before it ends"));
                }
                end = span.end;
                self.read(&path, &span, blocks);
            }
        }
    }

    fn quotes(&mut self, article: &Value, blocks: &[(Range<usize>, String)]) {
        let quotes = list(article, "quotes");
        let entities = list(article, "entities").len() as u64;
        for (index, quote) in quotes.iter().enumerate() {
            let path = Path::Index(&Path::Key(&Path::Top, "quotes"), index);
            self.one_of(&path, quote, "kind", &["direct", "indirect", "mixed"]);
            if quote.get("act").is_some() {
                self.one_of(&path, quote, "act", &["statement", "question", "demand", "stance"]);
            }
            self.filled(&path, quote, "text");
            let whole = self.of(quote);
            self.read(&path, &(whole.start..whole.start + 1), blocks);
            let mut end = whole.start;
            for part in list(quote, "parts") {
                let span = self.of(part);
                if span.start < end || !within(&span, &whole) {
                    self.fail(&path, format!("the part {part} is out of order or outside"));
                }
                end = span.end;
            }
            if list(quote, "parts").len() == 1 {
                self.fail(&path, "has a single part");
            }
            if let Some(cue) = quote.get("cue") {
                self.filled(&path, cue, "lemma");
                self.filled(&path, cue, "text");
            }
            if let Some(speaker) = quote.get("speaker") {
                if speaker.get("text").is_some() {
                    self.one_of(&path, speaker, "form", &["name", "pronoun", "description"]);
                }
                if speaker.get("entity").is_some_and(|entity| entity.as_u64().is_none_or(|id| id >= entities)) {
                    self.fail(&path, format!("the speaker's entity {} does not exist", speaker["entity"]));
                }
                if speaker.get("alternative").is_some_and(|other| {
                    other.as_u64().is_none_or(|id| id >= entities) || speaker.get("entity") == Some(other)
                }) {
                    self.fail(&path, format!("the speaker's alternative {} is nobody else", speaker["alternative"]));
                }
                if speaker.get("entity").is_some() || speaker.get("name").is_some() {
                    self.filled(&path, speaker, "name");
                    self.one_of(
                        &path,
                        speaker,
                        "basis",
                        &["name", "apposition", "pronoun", "description", "carried", "reader"],
                    );
                }
            }
            if quote.get("sourceKind").is_some() {
                self.one_of(&path, quote, "sourceKind", &["named", "described", "unnamed"]);
            }
            let other =
                |same: &Value| same.as_u64().is_some_and(|same| same < quotes.len() as u64 && same != index as u64);
            if quote.get("sameAs").is_some_and(|same| !other(same)) {
                self.fail(&path, format!("is the same as {}, which is no other quote", quote["sameAs"]));
            }
            if quote.get("continues").is_some_and(|before| before.as_u64().is_none_or(|before| before >= index as u64))
            {
                self.fail(&path, format!("continues {}, which is not an earlier quote", quote["continues"]));
            }
        }
    }

    fn no_comment(&mut self, article: &Value) {
        let entities = list(article, "entities").len() as u64;
        for (index, none) in list(article, "noComment").iter().enumerate() {
            let path = Path::Index(&Path::Key(&Path::Top, "noComment"), index);
            self.filled(&path, none, "text");
            if none.get("entity").is_some_and(|entity| entity.as_u64().is_none_or(|id| id >= entities)) {
                self.fail(&path, format!("the entity {} does not exist", none["entity"]));
            }
        }
    }

    fn times(&mut self, article: &Value, blocks: &[(Range<usize>, String)]) {
        for (index, time) in list(article, "times").iter().enumerate() {
            let path = Path::Index(&Path::Key(&Path::Top, "times"), index);
            self.one_of(&path, time, "type", &["DATE", "TIME", "DURATION", "SET"]);
            self.filled(&path, time, "text");
            let value = str_of(time, "value");
            if value.is_empty() || !value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-:._+,/".contains(&b)) {
                self.fail(&path, format!("{value:?} is not a TIMEX3 value"));
            }
            let span = self.of(time);
            self.read(&path, &span, blocks);
        }
    }

    fn quantities(&mut self, article: &Value, blocks: &[(Range<usize>, String)]) {
        for (index, quantity) in list(article, "quantities").iter().enumerate() {
            let path = Path::Index(&Path::Key(&Path::Top, "quantities"), index);
            self.filled(&path, quantity, "text");
            if quantity["value"].as_f64().is_none_or(|value| !value.is_finite()) {
                self.fail(&path, format!("{} is not a number", quantity["value"]));
            }
            let span = self.of(quantity);
            self.read(&path, &span, blocks);
        }
    }

    /// The dateline's parts lie in it; the head's date and agency say what they rest on.
    fn head(&mut self, article: &Value) {
        let head = &article["head"];
        let path = Path::Key(&Path::Top, "head");
        if let Some(dateline) = head.get("dateline") {
            let whole = self.of(dateline);
            for part in list(dateline, "places").iter().chain(dateline.get("date")) {
                if !within(&self.of(part), &whole) {
                    self.fail(&path, format!("{part} lies outside the dateline"));
                }
            }
        }
        for (key, bases) in [
            ("published", &["timestamp", "dateline", "url", "option", "reader"][..]),
            ("updated", &["timestamp", "reader"]),
            ("agency", &["signoff", "dateline", "byline"]),
            ("publication", &["copyright", "byline", "title"]),
        ] {
            if let Some(value) = head.get(key) {
                self.one_of(&Path::Key(&path, key), value, "basis", bases);
            }
        }
        for image in list(head, "images") {
            if image.get("caption").is_none() && image.get("credit").is_none() {
                self.fail(&path, "an image has neither caption nor credit");
            }
        }
    }

    fn rest(&mut self, article: &Value) {
        let sentences = list(article, "sentences").len() as u64;
        let mut seen = HashSet::new();
        for key in list(article, "keySentences") {
            if key.as_u64().is_none_or(|index| index >= sentences || !seen.insert(index)) {
                self.fail(&Path::Key(&Path::Top, "keySentences"), format!("{key} does not exist or comes twice"));
            }
        }
        let stats = &article["stats"];
        for key in ["words", "sentences", "paragraphs", "readingSeconds"] {
            if stats[key].as_u64().is_none() {
                self.fail(&Path::Key(&Path::Top, "stats"), format!("{key} is {}", stats[key]));
            }
        }
        let ease = stats.get("fleschReadingEase");
        if ease.is_some_and(|ease| ease.as_f64().is_none_or(|ease| !ease.is_finite())) {
            self.fail(&Path::Key(&Path::Top, "stats"), "fleschReadingEase is not a number");
        }
        for (index, warning) in list(article, "warnings").iter().enumerate() {
            self.coded(&Path::Index(&Path::Key(&Path::Top, "warnings"), index), warning);
        }
        let mut before = 0;
        for (index, mark) in list(article, "marks").iter().enumerate() {
            if str_of(mark, "name").is_empty() || self.of(mark).start < before {
                self.fail(&Path::Index(&Path::Key(&Path::Top, "marks"), index), "has no name or stands before another");
            }
            before = self.of(mark).start;
        }
        let mut first = 0;
        for (index, check) in list(article, "checks").iter().enumerate() {
            let above = Path::Key(&Path::Top, "checks");
            let path = Path::Index(&above, index);
            self.coded(&path, check);
            let Some(place) = list(check, "places").first() else {
                self.fail(&path, "has no place");
                continue;
            };
            let start = self.of(place).start;
            if start < first {
                self.fail(&path, "stands before the check before it");
            }
            first = start;
        }
    }

    /// A stable name and a message.
    fn coded(&mut self, path: &Path, value: &Value) {
        let code = str_of(value, "code");
        if code.is_empty() || !code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            self.fail(path, format!("{code:?} is not a stable name"));
        }
        self.filled(path, value, "message");
    }

    fn one_of(&mut self, path: &Path, value: &Value, key: &str, allowed: &[&str]) {
        if !allowed.contains(&str_of(value, key)) {
            self.fail(path, format!("{key} is {}, not one of {allowed:?}", value[key]));
        }
    }

    fn filled(&mut self, path: &Path, value: &Value, key: &str) {
        if str_of(value, key).is_empty() {
            self.fail(path, format!("{key} is missing or empty"));
        }
    }

    /// What is found lies in a block that is read: running text or the dateline; a timestamp where there is nothing else.
    fn read(&mut self, path: &Path, span: &Range<usize>, blocks: &[(Range<usize>, String)]) {
        let found = blocks.partition_point(|(block, _)| block.end <= span.start);
        match blocks.get(found) {
            Some((block, role)) if within(span, block) => {
                let is_read = |role: &str| role == "dateline" || RUNNING.contains(&role);
                let alone = role == "timestamp" && !blocks.iter().any(|(_, role)| is_read(role));
                if !is_read(role) && !alone {
                    self.fail(path, format!("lies in a block of role {role}, which is not read"));
                }
            }
            _ => self.fail(path, "lies in no block, or in more than one"),
        }
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn str_of<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
