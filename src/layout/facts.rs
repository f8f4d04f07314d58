//! Facts: what each row of a paste is like, before anything is decided.

use super::rows::Row;
use super::{agencies, byline, contributors, credit, dateline, signoff, timestamp};
use crate::order::{arranged, order};
use crate::text::Text;
use crate::text::decimal::decimal;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised};

/// Phrases that pages print around a story; see the list's head for the marks.
static PHRASES: WordList = WordList::new(include_str!("phrases.txt"));

/// The small words that running text is full of and labels have few of: the commonest of English.
static FUNCTION: WordList = WordList::new(include_str!("function_words.txt"));

/// Rows above this length, in tokens, are prose: phrases and grammars of small parts are not sought.
const LONG: usize = 70;

/// What a row is like.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Facts {
    pub(crate) chars: usize,
    pub(crate) words: usize,
    pub(crate) capitalised: usize,
    pub(crate) function: usize,
    pub(crate) first: char,
    pub(crate) last: char,
    pub(crate) stops: usize,
    pub(crate) commas: usize,
    pub(crate) quotes: bool,
    pub(crate) said: bool,
    pub(crate) year: bool,
    pub(crate) pipe: bool,
    pub(crate) dash: bool,
    pub(crate) arrow: bool,
    pub(crate) all_caps: bool,
    pub(crate) colon_label: bool,
    pub(crate) speaker: bool,
    pub(crate) list_number: bool,
    /// Running text: long, with the end of a sentence and its share of small words.
    pub(crate) prose: bool,
    /// A sentence that is too short to be sure.
    pub(crate) weak_prose: bool,
    pub(crate) headline_shape: bool,

    pub(crate) timestamp_whole: bool,
    pub(crate) timestamp_part: bool,
    pub(crate) timestamp_relative: bool,
    pub(crate) timestamp_labelled: bool,
    pub(crate) by_whole: bool,
    pub(crate) by_part: bool,
    pub(crate) names_alone: bool,
    pub(crate) agency_alone: bool,
    pub(crate) credit_sure: bool,
    pub(crate) credit_maybe: bool,
    pub(crate) credit_tail: bool,
    pub(crate) dateline: u8,
    pub(crate) dateline_own_line: bool,
    pub(crate) signoff_whole: bool,
    pub(crate) signoff_tail: bool,
    pub(crate) contributors: bool,

    pub(crate) share_row: bool,
    pub(crate) nav_row: bool,
    pub(crate) promo_start: bool,
    pub(crate) legal: usize,
    pub(crate) note_start: bool,
    /// Whether it begins with "Correction:" or its like.
    pub(crate) correction: bool,
    pub(crate) bio: bool,
    pub(crate) tags_start: bool,
    pub(crate) copyright: bool,
    pub(crate) gallery: bool,
    pub(crate) caption_cue: bool,
    pub(crate) caption_start: bool,
    pub(crate) share_words: usize,
    pub(crate) url_whole: bool,
    pub(crate) url_inside: bool,
    pub(crate) handle: bool,
    pub(crate) number: Option<u64>,

    /// How often the row stands in the paste, case and marks aside.
    pub(crate) repeats: usize,
    pub(crate) repeats_neighbour: bool,
    /// Whether it begins like a row close by, as alternative text and caption do.
    pub(crate) like_neighbour: bool,
    /// Tenths of its longer words that stand in the running text too.
    pub(crate) overlap: usize,
    /// Tenths of its words that stand in the address.
    pub(crate) slug: usize,
    pub(crate) has_title_line: bool,
    pub(crate) is_title_line: bool,
    /// Characters of running text before the row.
    pub(crate) prose_before: usize,
    /// Rows to the next running text, and from the last.
    pub(crate) next_prose: Option<usize>,
    pub(crate) last_prose: Option<usize>,
    /// Rows of running text among the four before and the four behind.
    pub(crate) window_before: usize,
    pub(crate) window_after: usize,
    /// Longer words it shares with the running text, each counted once a mention.
    pub(crate) shared: usize,
    /// Tenths of its longer words that stand in the first rows of the core: what the lede is about.
    pub(crate) lede: usize,
    /// Whether it ends with another row that could be a headline: a path of sections run into it.
    pub(crate) holds_other: bool,
    /// Whether its first word is a given name.
    pub(crate) given: bool,
    /// Whether it begins with the name of somebody whom a byline names.
    pub(crate) of_author: bool,
    /// Whether it begins with several words in capitals and goes on in small letters.
    pub(crate) kicker: bool,
    /// Rows of running text among the twelve before and the twelve behind.
    pub(crate) far_before: usize,
    pub(crate) far_after: usize,
    /// Known words of a short row, and the first word of any, by their number in the vocabulary.
    pub(crate) vocabulary: Vec<u16>,
    /// Its place among the rows before the core that are shaped like a headline, by how much of the
    /// story's wording they have: 1 is the best.
    pub(crate) rank: usize,
}

impl Facts {
    /// Whether the row reads as running text, be it only a sentence.
    pub(crate) fn flows(&self) -> bool {
        self.prose || self.weak_prose && self.legal == 0 && !self.credit_tail && !self.like_neighbour
    }

    /// Whether the row is running text or has some close by.
    pub(crate) fn is_near_prose(&self) -> bool {
        self.far_before > 0 || self.far_after > 0 || self.flows()
    }

    /// Whether the grammars and phrases know the row for something that is no headline.
    pub(super) fn is_other_part(&self) -> bool {
        self.promo_start
            || self.legal > 0
            || self.url_whole
            || self.by_whole
            || self.by_part
            || self.timestamp_whole
            || self.timestamp_relative
            || self.credit_sure
            || self.credit_tail
            || self.caption_start
            || self.caption_cue && self.last == '.'
            || self.like_neighbour
            || self.contributors
            || self.copyright
            || self.chars > 140
            || self.last == '.' && self.repeats < 2
    }
}

/// What a paste is like as a whole.
pub(crate) struct Paste {
    /// Its rows.
    pub(crate) facts: Vec<Facts>,
    /// Characters of running text.
    pub(crate) prose_chars: usize,
    /// First and last row of the core: the densest run of running text.
    pub(crate) core: Option<(usize, usize)>,
    /// Whether an address with words in it stands in the first rows.
    pub(crate) has_slug: bool,
    /// Tenths of the rows that have a blank line before them.
    pub(crate) blank_share: usize,
    /// The first row shaped like a headline.
    pub(crate) first_headline: Option<usize>,
    /// The longest row shaped like a headline before the running text.
    pub(crate) longest_before_prose: Option<usize>,
}

/// Looks at the rows of `text`; `url` is the article's address where the caller knows it.
pub(crate) fn of(text: &Text<'_>, rows: &[Row], day_first: bool, url: Option<&str>) -> Paste {
    let mut facts: Vec<Facts> = rows.iter().map(|row| look(text, row, day_first)).collect();
    compare(text, rows, &mut facts);
    let prose_chars = measure(&mut facts);
    let has_slug = overlaps(text, rows, &mut facts, url);
    let blanks = rows.iter().skip(1).filter(|row| row.blanks > 0).count();
    let core = core(&facts);
    let before = core.map_or(facts.len(), |(first, _)| first);
    ledes(text, rows, &mut facts, core);
    rank(&mut facts, before);
    authors(text, rows, &mut facts);
    let first_headline = facts.iter().position(|facts| facts.headline_shape);
    let longest_before_prose = (0..before)
        .filter(|&index| facts[index].headline_shape)
        .max_by_key(|&index| (facts[index].chars, before - index));
    Paste {
        facts,
        prose_chars,
        core,
        has_slug,
        blank_share: blanks * 10 / rows.len().saturating_sub(1).max(1),
        first_headline,
        longest_before_prose,
    }
}

/// One row by itself.
fn look(text: &Text<'_>, row: &Row, day_first: bool) -> Facts {
    let slice = text.slice(row.span);
    let mut facts = Facts {
        chars: slice.chars().count(),
        first: slice.chars().find(|c| !is_invisible(*c)).unwrap_or(' '),
        last: slice.chars().next_back().unwrap_or(' '),
        all_caps: is_all_caps(slice),
        ..Facts::default()
    };
    let range = row.tokens.clone();
    for index in range.clone() {
        let token = text.tokens[index];
        let word = text.str(token);
        match token.kind {
            Kind::Word | Kind::Initials => {
                facts.words += 1;
                facts.capitalised += usize::from(is_capitalised(word));
                facts.function += usize::from(word.len() <= 7 && FUNCTION.has(word));
                facts.said |= matches!(word, "said" | "says" | "told" | "added");
            }
            Kind::Number => facts.year |= word.len() == 4 && (word.starts_with("19") || word.starts_with("20")),
            Kind::Url => facts.url_inside = true,
            Kind::Mark => match word {
                "." | "!" | "?" => {
                    let inner = index + 1 < range.end && text.tokens[index + 1].spaced;
                    facts.stops += usize::from(inner && text.word(index + 1).is_some_and(is_capitalised));
                }
                "," => facts.commas += 1,
                "“" | "”" | "\"" => facts.quotes = true,
                "|" => facts.pipe = true,
                "-" | "–" | "—" if token.spaced => facts.dash = true,
                "›" | "»" | "→" | "▸" | ">" | "•" | "·" => facts.arrow = true,
                "@" => facts.handle = true,
                _ => {}
            },
            Kind::Clitic => {}
        }
    }
    let sentence_end = matches!(facts.last, '.' | '!' | '?' | '”' | '"' | '’' | '\'' | ')' | '…' | ':');
    let flowing = facts.function * 5 >= facts.words;
    // a single question is as likely a headline or a crosshead
    let question = facts.last == '?' && facts.stops == 0;
    facts.prose = facts.chars >= if question { 160 } else { 85 } && sentence_end && flowing && facts.words >= 12;
    facts.weak_prose = !facts.prose
        && !question
        && facts.chars >= 35
        && sentence_end
        && facts.function * 6 >= facts.words
        && facts.words >= 6
        && facts.last != ':';
    facts.headline_shape = (20..=180).contains(&facts.chars) && facts.words >= 4 && !matches!(facts.last, ':' | ',');
    marks(text, row, &mut facts);
    wording(text, row, &mut facts);
    if range.len() <= LONG {
        phrases(text, row, &mut facts);
    }
    grammars(text, row, day_first, &mut facts);
    // what is told by a label is no running text
    if facts.legal >= 2 || facts.promo_start || facts.contributors || facts.copyright || facts.share_row {
        facts.prose = false;
        facts.weak_prose = false;
    }
    facts
}

/// Words that pages print again and again; see the list's head.
static VOCABULARY: WordList = WordList::new(include_str!("vocabulary.txt"));

/// Words in the vocabulary.
pub(crate) const VOCABULARY_SIZE: usize = 500;

/// Rows with more words than this say more by their shape than by their words.
const SHORT: usize = 10;

/// What single words tell.
fn wording(text: &Text<'_>, row: &Row, facts: &mut Facts) {
    let known = |index: usize| {
        let word = text.word(index)?;
        VOCABULARY.get(word)?.parse::<u16>().ok().filter(|&number| usize::from(number) < VOCABULARY_SIZE)
    };
    let words = || row.tokens.clone().filter(|&index| matches!(text.tokens[index].kind, Kind::Word | Kind::Initials));
    let Some(first) = words().next() else { return };
    if facts.words <= SHORT {
        facts.vocabulary.extend(words().filter_map(known));
        facts.vocabulary.sort_unstable();
        facts.vocabulary.dedup();
    }
    facts.vocabulary.extend(known(first).map(|number| number + VOCABULARY_SIZE as u16));
    facts.given = text.word(first).is_some_and(|word| is_capitalised(word) && given::is_given(word));
    let capitals = words().take_while(|&index| is_all_caps(text.str(text.tokens[index]))).count();
    facts.kicker = capitals >= 2 && facts.words >= capitals + 4;
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}') || c.is_whitespace()
}

/// Marks at the row's ends.
fn marks(text: &Text<'_>, row: &Row, facts: &mut Facts) {
    let range = row.tokens.clone();
    let first = range.start;
    if range.is_empty() {
        return;
    }
    facts.url_whole = text.tokens[first].kind == Kind::Url && range.len() <= 3;
    let colon = (first..range.end.min(first + 7)).find(|&index| text.is_mark(index, ':'));
    facts.colon_label = colon.is_some_and(|at| at > first && at + 1 < range.end);
    facts.speaker = colon.is_some_and(|at| {
        (first..at).all(|index| is_all_caps(text.str(text.tokens[index])) || text.tokens[index].kind == Kind::Mark)
    });
    facts.correction = text.is_mark(first + 1, ':')
        && text.word(first).is_some_and(|word| {
            ["correction", "corrections", "clarification", "clarifications"]
                .iter()
                .any(|label| word.eq_ignore_ascii_case(label))
        });
    let number = text.tokens[first].kind == Kind::Number;
    facts.list_number = number && (text.is_mark(first + 1, '.') || text.is_mark(first + 1, ')')) && range.len() > 2;
    // FILE -, [1/5], 1 of 12 |
    let bracketed = text.is_mark(first, '[')
        && text.tokens.get(first + 1).is_some_and(|token| token.kind == Kind::Number)
        && text.is_mark(first + 2, '/');
    let counted = number
        && text.word(first + 1) == Some("of")
        && text.tokens.get(first + 2).is_some_and(|token| token.kind == Kind::Number);
    let file = matches!(text.word(first), Some("FILE" | "File"))
        && ["-", "–", "—"].iter().any(|&dash| text.tokens.get(first + 1).is_some_and(|token| text.str(*token) == dash));
    facts.caption_start = bracketed || counted || file;
    facts.number = counter(text.slice(row.span));
    facts.copyright = (first..range.end.min(first + 3)).any(|index| text.is_mark(index, '©'))
        || text.word(first).is_some_and(|word| word.eq_ignore_ascii_case("copyright"))
        || facts.chars < 200 && contains_folded(text.slice(row.span), "all rights reserved");
}

/// Whether `slice` holds the ASCII phrase `phrase`, case aside.
fn contains_folded(slice: &str, phrase: &str) -> bool {
    slice.as_bytes().windows(phrase.len()).any(|window| window.eq_ignore_ascii_case(phrase.as_bytes()))
}

/// The value of a bare count: `130`, `1,204`, `1.2K`, `3M`.
pub(crate) fn counter(slice: &str) -> Option<u64> {
    let (digits, scale) = match slice.chars().next_back()? {
        'k' | 'K' => (&slice[..slice.len() - 1], 1_000.0),
        'm' | 'M' => (&slice[..slice.len() - 1], 1_000_000.0),
        _ => (slice, 1.0),
    };
    let plain: String = digits.trim().chars().filter(|&c| c != ',').collect();
    if plain.len() > 9 || scale < 2.0 && plain.contains('.') {
        return None;
    }
    let value = decimal(&plain)?;
    #[allow(clippy::cast_sign_loss)] // nine digits at most, none negative
    Some((value * scale).round() as u64)
}

/// What the list of phrases knows of the row.
fn phrases(text: &Text<'_>, row: &Row, facts: &mut Facts) {
    let range = row.tokens.clone();
    let is = |from: usize, to: usize| {
        let span = crate::Span::new(text.tokens[from].span().start, text.tokens[to - 1].span().end);
        PHRASES.get(text.slice(span))
    };
    // the row without bullets, counts and marks at its ends
    let is_word = |index: &usize| matches!(text.tokens[*index].kind, Kind::Word | Kind::Initials);
    let (Some(first), Some(last)) = (range.clone().find(is_word), range.clone().rev().find(is_word)) else { return };
    if let Some(classes) = is(first, last + 1) {
        facts.share_row |= classes.contains("=share");
        facts.nav_row |= classes.contains("=nav");
    }
    for to in first + 1..=range.end.min(first + 5) {
        // a phrase with its colon is in the list as such
        let Some(classes) = is(first, to) else { continue };
        facts.promo_start |= classes.contains("^promo");
        facts.note_start |= classes.contains("^note");
        facts.tags_start |= classes.contains("^tags");
        facts.copyright |= classes.contains("^copy");
    }
    for from in range.clone() {
        for to in from + 1..=range.end.min(from + 4) {
            let Some(classes) = is(from, to) else { continue };
            facts.legal += usize::from(classes.contains("~legal"));
            facts.bio |= classes.contains("~bio");
            facts.gallery |= classes.contains("~gallery");
            facts.caption_cue |= classes.contains("~cue");
            facts.share_words += usize::from(to == from + 1 && classes.contains("=share"));
        }
    }
}

/// What the grammars of the parts read in the row.
fn grammars(text: &Text<'_>, row: &Row, day_first: bool, facts: &mut Facts) {
    let (at, end) = (row.tokens.start, row.tokens.end);
    if let Some(found) = timestamp::find(text, at..end, day_first) {
        let whole = found.span.len() * 10 >= row.span.len() * 8;
        facts.timestamp_relative = found.relative;
        facts.timestamp_whole = whole && !found.relative;
        facts.timestamp_part = !whole && !found.relative && facts.chars < 130;
        facts.timestamp_labelled = found.stamps.iter().any(|stamp| stamp.label.is_some());
    }
    if let Some(parsed) = byline::read(text, at, end) {
        let whole = parsed.next >= end || facts.timestamp_part || facts.timestamp_relative;
        facts.by_whole = parsed.by && whole;
        facts.by_part = parsed.by && !whole;
        facts.names_alone = !parsed.by && !parsed.authors.is_empty();
        facts.agency_alone = !parsed.by && parsed.authors.is_empty();
    }
    match credit::whole(text, at, end) {
        Some(parsed) if parsed.sure => facts.credit_sure = true,
        Some(_) => facts.credit_maybe = true,
        None => facts.credit_tail = credit::tail(text, at, end).is_some(),
    }
    if let Some(parsed) = dateline::read(text, at, end) {
        if parsed.next >= end {
            facts.dateline_own_line = parsed.certainty() >= 2;
        } else {
            facts.dateline = parsed.certainty();
        }
    }
    facts.signoff_whole = signoff::whole(text, at, end).is_some();
    facts.signoff_tail = !facts.signoff_whole && signoff::tail(text, at, end).is_some();
    facts.contributors = contributors::read(text, at, end).is_some();
    facts.agency_alone |= agencies::at(text, at, end).is_some_and(|named| named.next == end);
}

/// FNV-1a over the letters and digits of `slice` in lower case: equal for rows that differ in case,
/// spaces and marks only.
fn fold(slice: &str) -> u64 {
    slice
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3))
}

/// Which rows repeat others.
fn compare(text: &Text<'_>, rows: &[Row], facts: &mut [Facts]) {
    let by_row: Vec<u64> = rows.iter().map(|row| fold(text.slice(row.span))).collect();
    let hashes: Vec<(u64, usize)> =
        order(by_row.iter().map(|&hash| (hash, 0))).into_iter().map(|index| (by_row[index], index)).collect();
    for same in hashes.chunk_by(|a, b| a.0 == b.0) {
        for &(_, index) in same {
            facts[index].repeats = same.len();
        }
    }
    for index in 0..rows.len() {
        let near = index.saturating_sub(3)..(index + 4).min(rows.len());
        facts[index].repeats_neighbour = near.clone().any(|other| other != index && by_row[other] == by_row[index]);
        let slice = text.slice(rows[index].span);
        facts[index].like_neighbour = facts[index].chars >= 30
            && near.clone().any(|other| {
                other != index && by_row[other] != by_row[index] && {
                    let shared =
                        slice.bytes().zip(text.slice(rows[other].span).bytes()).take_while(|(a, b)| a == b).count();
                    shared >= 25 && shared * 10 >= slice.len().min(rows[other].span.len()) * 6
                }
            });
        if facts[index].chars > 300 {
            continue;
        }
        // `HomeNewsHeadline`: a path of sections, copied without its marks
        facts[index].holds_other = near_ends(text, rows, index);
        // `Headline | Outlet`: the page's title line
        for mark in [" | ", " - ", " – ", " — "] {
            let Some(at) = slice.rfind(mark) else { continue };
            let hash = fold(&slice[..at]);
            let from = hashes.partition_point(|&(other, _)| other < hash);
            for &(_, other) in hashes[from..].iter().take_while(|&&(other, _)| other == hash) {
                if facts[other].words >= 3 {
                    facts[other].has_title_line = true;
                    facts[index].is_title_line = true;
                }
            }
        }
    }
}

/// Whether row `index` ends with the whole of another row close by that is long enough for a headline.
fn near_ends(text: &Text<'_>, rows: &[Row], index: usize) -> bool {
    let slice = text.slice(rows[index].span);
    (index.saturating_sub(6)..(index + 7).min(rows.len())).any(|other| {
        let of = text.slice(rows[other].span);
        other != index && of.len() >= 20 && slice.len() > of.len() && slice.ends_with(of)
    })
}

/// Where the running text lies; returns its characters.
fn measure(facts: &mut [Facts]) -> usize {
    let mut before = 0;
    let mut last = None;
    let flags: Vec<bool> = facts.iter().map(Facts::flows).collect();
    for (index, facts) in facts.iter_mut().enumerate() {
        facts.prose_before = before;
        facts.last_prose = last.map(|last| index - last);
        let window = |range: std::ops::Range<usize>| flags[range].iter().filter(|&&prose| prose).count();
        facts.window_before = window(index.saturating_sub(4)..index);
        facts.window_after = window((index + 1).min(flags.len())..(index + 5).min(flags.len()));
        facts.far_before = window(index.saturating_sub(12)..index);
        facts.far_after = window((index + 1).min(flags.len())..(index + 13).min(flags.len()));
        if flags[index] {
            before += facts.chars;
            last = Some(index);
        }
    }
    let mut next: Option<usize> = None;
    for (index, facts) in facts.iter_mut().enumerate().rev() {
        facts.next_prose = next.map(|next| next - index);
        if flags[index] {
            next = Some(index);
        }
    }
    before
}

/// Rows without running text that still do not part two pieces of one story: captions, promos and
/// advertisements come in runs.
const GAP: usize = 14;

/// The run of running text with the most characters, gaps of up to [`GAP`] rows included.
fn core(facts: &[Facts]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, (usize, usize))> = None;
    let mut run: Option<(usize, (usize, usize))> = None;
    for (index, facts) in facts.iter().enumerate().filter(|(_, facts)| facts.flows()) {
        run = match run {
            Some((chars, (first, last))) if index - last <= GAP => Some((chars + facts.chars, (first, index))),
            _ => Some((facts.chars, (index, index))),
        };
        if run.map(|(chars, _)| chars) > best.map(|(chars, _)| chars) {
            best = run;
        }
    }
    best.map(|(_, core)| core)
}

/// Rows at the beginning of the core that tell what the story is about.
const LEDE_ROWS: usize = 3;

/// How much of each row's wording the first rows of the core share.
fn ledes(text: &Text<'_>, rows: &[Row], facts: &mut [Facts], core: Option<(usize, usize)>) {
    let Some((first, last)) = core else { return };
    let long = |token: &crate::text::tokens::Token| {
        let word = text.str(*token);
        (token.kind == Kind::Word && word.chars().count() >= 4 && !FUNCTION.has(word)).then(|| fold(word))
    };
    let mut bag = Bag::new(300);
    let lede = (first..=last).filter(|&row| facts[row].flows()).take(LEDE_ROWS);
    for row in lede {
        for hash in text.tokens[rows[row].tokens.clone()].iter().take(120).filter_map(long) {
            bag.add(hash);
        }
    }
    for (row, facts) in rows.iter().zip(facts.iter_mut()).filter(|(_, facts)| facts.words < 60) {
        let (mut all, mut shared) = (0, 0);
        for hash in text.tokens[row.tokens.clone()].iter().filter_map(long) {
            all += 1;
            shared += usize::from(bag.has(hash));
        }
        facts.lede = shared * 10 / all.max(1);
    }
}

/// Names that a page can have as authors: more is a list of something else.
const MOST_AUTHORS: usize = 12;

/// Which rows begin with the name of somebody whom a byline names.
fn authors(text: &Text<'_>, rows: &[Row], facts: &mut [Facts]) {
    let start = |row: &Row, skip: usize| -> Option<u64> {
        let words = text.tokens[row.tokens.clone()].iter().filter(|token| token.kind == Kind::Word).skip(skip).take(2);
        let words: Vec<&str> = words.map(|token| text.str(*token)).collect();
        (words.len() == 2).then(|| fold(words[0]) ^ fold(words[1]).rotate_left(1))
    };
    let mut known: Vec<u64> = Vec::new();
    for (row, facts) in rows.iter().zip(facts.iter()).filter(|(_, facts)| facts.by_whole || facts.by_part) {
        if known.len() < MOST_AUTHORS && facts.words <= 12 {
            known.extend(start(row, 1));
        }
    }
    if known.is_empty() {
        return;
    }
    for (row, facts) in rows.iter().zip(facts.iter_mut()).filter(|(_, facts)| facts.words < 80 && !facts.by_whole) {
        facts.of_author = start(row, 0).is_some_and(|name| known.contains(&name));
    }
}

/// Ranks what could be the headline: the rows above the core, no further than a long head away.
fn rank(facts: &mut [Facts], core: usize) {
    let candidates: Vec<usize> = (core.saturating_sub(60)..core)
        .filter(|&index| facts[index].headline_shape && !facts[index].is_other_part())
        .collect();
    let worth = |index: usize| {
        let facts = &facts[index];
        let extra = if facts.has_title_line { 4 } else { 0 } + facts.slug;
        (facts.shared.min(8) + extra + usize::from(facts.repeats > 1), facts.overlap)
    };
    // the worthiest first; among equals the nearest to the core
    let ranked = arranged(candidates, |&index| {
        let (shared, overlap) = worth(index);
        (usize::MAX - shared * 100 - overlap, usize::MAX - index)
    });
    for (rank, index) in ranked.into_iter().enumerate() {
        facts[index].rank = rank + 1;
    }
}

/// A set of words, told by their hashes: an answer can be wrongly yes, about once in thirty.
struct Bag {
    bits: Vec<u64>,
}

impl Bag {
    fn new(words: usize) -> Self {
        Self { bits: vec![0; (words / 2).next_power_of_two().max(8)] }
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        let hash = hash ^ hash >> 29;
        ((hash as usize >> 6) & (self.bits.len() - 1), 1 << (hash & 63))
    }

    fn add(&mut self, hash: u64) {
        let (at, bit) = self.place(hash);
        self.bits[at] |= bit;
    }

    fn has(&self, hash: u64) -> bool {
        let (at, bit) = self.place(hash);
        self.bits[at] & bit != 0
    }
}

/// How much of each row's wording the running text and the address share; returns whether there is
/// an address with words in it.
fn overlaps(text: &Text<'_>, rows: &[Row], facts: &mut [Facts], url: Option<&str>) -> bool {
    let prose_words = facts.iter().filter(|facts| facts.prose).map(|facts| facts.words).sum();
    let mut bag = Bag::new(prose_words);
    let long = |word: &str| word.chars().count() >= 4;
    for (row, facts) in rows.iter().zip(facts.iter()).filter(|(_, facts)| facts.prose) {
        let _ = facts;
        for token in &text.tokens[row.tokens.clone()] {
            if token.kind == Kind::Word && long(text.str(*token)) {
                bag.add(fold(text.str(*token)));
            }
        }
    }
    let address = url.or_else(|| {
        rows.iter().zip(facts.iter()).take(4).find(|(_, facts)| facts.url_whole).map(|(row, _)| text.slice(row.span))
    });
    let mut slug = Bag::new(64);
    let mut slug_words = 0;
    if let Some(path) = address.and_then(|address| address.split_once("://")).and_then(|(_, rest)| rest.split_once('/'))
    {
        let longest = path.1.split(['/', '?', '#']).max_by_key(|piece| piece.len()).unwrap_or("");
        for word in longest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            slug.add(fold(word));
            slug_words += usize::from(word.chars().all(char::is_alphabetic));
        }
    }
    let has_slug = slug_words >= 3;
    for (row, facts) in rows.iter().zip(facts.iter_mut()).filter(|(_, facts)| !facts.prose) {
        let (mut words, mut shared, mut all, mut in_slug) = (0, 0, 0, 0);
        for token in &text.tokens[row.tokens.clone()] {
            let word = text.str(*token);
            if token.kind != Kind::Word {
                continue;
            }
            let hash = fold(word);
            all += 1;
            in_slug += usize::from(has_slug && slug.has(hash));
            if long(word) && !FUNCTION.has(word) {
                words += 1;
                shared += usize::from(bag.has(hash));
            }
        }
        facts.shared = shared;
        facts.overlap = shared * 10 / words.max(1);
        facts.slug = in_slug * 10 / all.max(1);
    }
    has_slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters() {
        for (source, value) in [
            ("130", Some(130)),
            ("1,204", Some(1204)),
            ("1.2K", Some(1200)),
            ("3M", Some(3_000_000)),
            ("2016", Some(2016)),
        ] {
            assert_eq!(counter(source), value, "{source}");
        }
        for source in ["", "K", "4.5", "1234567890123", "12 comments", "-3"] {
            assert_eq!(counter(source), None, "{source}");
        }
    }

    #[test]
    fn rows_that_repeat() {
        let text = Text::new(
            "A quay reopens after the flood\nHome\nA QUAY reopens, after the flood!\nA quay reopens after the flood | The Echo",
        );
        let rows = super::super::rows::split(&text);
        let paste = of(&text, &rows, true, None);
        let facts = &paste.facts;
        assert_eq!((facts[0].repeats, facts[1].repeats, facts[2].repeats), (2, 1, 2));
        assert!(facts[0].has_title_line && facts[3].is_title_line && !facts[1].has_title_line);
    }

    #[test]
    fn a_bag_has_what_was_added() {
        let mut bag = Bag::new(100);
        for word in ["harbour", "quay", "ferry"] {
            bag.add(fold(word));
        }
        assert!(bag.has(fold("Harbour")) && bag.has(fold("quay")) && !bag.has(fold("mountain")));
    }
}
