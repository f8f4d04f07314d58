//! What rules know about a name that the tagger does not: titles and roles, money, possessives, companies named like
//! something else.

use super::tagger::{self, Tagged};
use super::{BODIES, Mention, ORGANIZATIONS, is_demonym, is_of_organization, is_place, roles, runs, titles, whole};
use crate::EntityKind;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::is_all_caps;
use std::ops::Range;

/// Firms whose names end in a possessive 's.
const OWN_POSSESSIVE: [&str; 15] = [
    "Christie",
    "Denny",
    "Domino",
    "Dunkin",
    "Kellogg",
    "Kohl",
    "Lloyd",
    "Lowe",
    "Macy",
    "McDonald",
    "Moody",
    "Nando",
    "Sainsbury",
    "Sotheby",
    "Wendy",
];

/// Languages whose names do not end like those of a nation's, so that they pass for a person.
const LANGUAGES: [&str; 24] = [
    "Amharic",
    "Bahasa",
    "Bengali",
    "Cantonese",
    "Farsi",
    "Guarani",
    "Gujarati",
    "Hausa",
    "Hindi",
    "Igbo",
    "Kannada",
    "Malayalam",
    "Mandarin",
    "Marathi",
    "Nahuatl",
    "Quechua",
    "Sanskrit",
    "Sinhala",
    "Swahili",
    "Tagalog",
    "Telugu",
    "Urdu",
    "Xhosa",
    "Yoruba",
];

/// Feasts, months of fasting and diseases, which pass for a person where they stand alone.
const FEASTS: [&str; 14] = [
    "Ashura",
    "Chanukah",
    "Chikungunya",
    "Diwali",
    "Ebola",
    "Hanukkah",
    "Holi",
    "Nowruz",
    "Omicron",
    "Passover",
    "Pesach",
    "Ramadan",
    "Ramzan",
    "Zika",
];
/// How sure a body is that everybody knows, in hundredths.
pub(super) const BODY: u8 = 95;

/// Letters after names, of the United Kingdom and the Commonwealth above all: honours, offices, services, orders, degrees.
const LETTERS: [&str; 62] = [
    "AC", "AK", "AM", "AO", "BA", "BEM", "BSc", "CB", "CBE", "CC", "CH", "CMG", "CVO", "DBE", "DCB", "DFC", "DL",
    "DPhil", "DSO", "FBA", "FRCS", "FRS", "GBE", "GC", "GCB", "GCMG", "IAS", "IFS", "IPS", "JP", "KBE", "KC", "KCB",
    "KCMG", "KCVO", "LLB", "LVO", "MA", "MBE", "MC", "MD", "MEP", "MLA", "MP", "MPP", "MS", "MSP", "MVO", "OAM", "OBE",
    "OM", "ONZM", "OP", "PC", "PhD", "QC", "QPM", "RN", "SAN", "SC", "SJ", "VC",
];

/// What begins the name of a region below or across one: "sub-Saharan Africa".
const BELOW: [&str; 4] = ["circum", "cis", "sub", "trans"];
/// Legal forms of firms, which a comma may part from the name: "Quist Foods, Inc."; those that are a state or an office too
/// ("Reno, NV", "Roe, AG") are none.
const FORMS: [&str; 10] = ["Corp", "GmbH", "Inc", "Incorporated", "LLC", "LLP", "Limited", "Ltd", "PLC", "Plc"];

/// Second syllables of Korean given names, which a hyphen joins to the first: "Jae-in".
const SYLLABLES: [&str; 44] = [
    "ah", "bae", "bin", "bo", "chul", "dong", "eun", "gi", "guk", "gun", "gyu", "hee", "ho", "hoon", "hwan", "hye",
    "hyuk", "hyun", "il", "in", "jae", "jin", "ju", "jun", "jung", "ki", "kwon", "kyu", "kyung", "mi", "min", "moon",
    "myung", "nam", "seok", "seung", "sik", "soo", "sung", "tae", "un", "woo", "yeol", "young",
];

/// Tokens to the end of a sentence, as far as is looked.
const SENTENCE: usize = 40;

/// The names in what was found: without a title or role at the front, two where they were taken for one, none where it
/// is money or a party's letter.
pub(super) fn mended(text: &Text<'_>, tagged: &Tagged) -> Vec<Mention> {
    let rest = apart(text, tagged);
    let first = Tagged {
        tokens: tagged.tokens.start..rest.as_ref().map_or(tagged.tokens.end, |rest| rest.tokens.start - 1),
        ..tagged.clone()
    };
    [Some(first), rest].into_iter().flatten().filter_map(|tagged| mend(text, tagged)).collect()
}

/// The "and" between two bodies that were taken for one: "University of Elder and Elder Hospital".
fn two_bodies(text: &Text<'_>, tagged: &Tagged) -> Option<usize> {
    let tokens = tagged.tokens.clone();
    let head =
        |mut range: Range<usize>| range.any(|at| text.word(at).is_some_and(|word| is_of_organization(word, "head")));
    let and = tokens.clone().find(|&at| text.word(at) == Some("and"))?;
    let both = and >= tokens.start + 2 && and + 2 < tokens.end && head(tokens.start..and) && head(and + 1..tokens.end);
    (tagged.kind == EntityKind::Organization && both).then_some(and)
}

/// What follows "for" where it joins no name, as nothing before it is a body "for" something: "Everton for Ann Quist"; and
/// the second of two bodies round an "and".
fn apart(text: &Text<'_>, tagged: &Tagged) -> Option<Tagged> {
    let tokens = tagged.tokens.clone();
    if let Some(at) = two_bodies(text, tagged) {
        return Some(Tagged { tokens: at + 1..tokens.end, ..tagged.clone() });
    }
    let at = tokens.clone().skip(1).find(|&at| text.word(at) == Some("for"))?;
    let body = (tokens.start..at).any(|at| text.word(at).is_some_and(|word| ORGANIZATIONS.has(word)));
    let person = text.word(at + 1).is_some_and(given::is_given);
    (!body && person && at + 1 < tokens.end).then(|| Tagged {
        tokens: at + 1..tokens.end,
        kind: EntityKind::Person,
        ..tagged.clone()
    })
}

fn mend(text: &Text<'_>, tagged: Tagged) -> Option<Mention> {
    let Tagged { mut tokens, mut kind, mut sure } = tagged;
    let language = tokens.len() == 1 && text.word(tokens.start).is_some_and(|word| LANGUAGES.contains(&word));
    let feast = tokens.len() == 1 && text.word(tokens.start).is_some_and(|word| FEASTS.contains(&word));
    if is_money(text, &tokens)
        || is_affiliation(text, &tokens)
        || is_form(text, &tokens)
        || are_letters(text, &tokens)
        || (language || feast) && kind == EntityKind::Person
    {
        return None;
    }
    if tokens.len() == 1
        && is_article(text, tokens.start)
        && (runs::is_hyphen(text, tokens.end) || is_small(text, &tokens))
    {
        return None;
    }
    if text.word(tokens.start).is_some_and(|word| word.eq_ignore_ascii_case("the")) && tokens.len() > 1 {
        tokens.start += 1;
    }
    tokens.start = with_article(text, tokens.start);
    if kind == EntityKind::Person {
        tokens.end = past_syllables(text, &tokens);
    }
    if kind == EntityKind::Person
        && tokens.len() == 1
        && (is_named_like_a_month(text, tokens.start) || is_named_will(text, tokens.start))
    {
        tokens.start -= 1;
    }
    if kind == EntityKind::Place {
        tokens.start = below(text, tokens.start);
    }
    if kind == EntityKind::Person {
        tokens.end -= letters(text, &tokens);
    }
    if kind == EntityKind::Person && tokens.len() > 1 {
        tokens.start += titles::leading(text, tokens.clone())?;
        let lib_dem = text.word(tokens.start) == Some("Lib") && text.word(tokens.start + 1) == Some("Dem");
        tokens.start += if lib_dem && tokens.len() > 2 { 2 } else { 0 };
        tokens.start += roles(text, &tokens);
        tokens.start += usize::from(ends_a_title(text, &tokens) || is_national(text, &tokens));
    }
    if kind == EntityKind::Person {
        tokens = whole::start(text, &tokens)..whole::end(text, &tokens);
    }
    tokens.end -= score(text, &tokens);
    if kind != EntityKind::Organization && past_comma_form(text, tokens.end) > tokens.end {
        kind = EntityKind::Organization;
    }
    match is_body(text, &tokens) {
        Some(sure_of_it) if kind != EntityKind::Organization => {
            kind = EntityKind::Organization;
            sure = if sure_of_it { BODY } else { sure };
        }
        Some(true) => sure = sure.max(BODY),
        _ if kind == EntityKind::Place && is_club(text, &tokens) => kind = EntityKind::Organization,
        _ if is_firm(text, &tokens) => kind = EntityKind::Organization,
        _ => {}
    }
    if kind == EntityKind::Organization {
        tokens.end = past_comma_form(text, past_form(text, past_stop(text, tokens.end)));
        tokens.end += usize::from(has_own_possessive(text, &tokens));
    } else if tokens.len() > 1 && text.tokens[tokens.end - 1].kind == Kind::Clitic {
        tokens.end -= 1;
    }
    Some(Mention { span: text.span_of(&tokens), tokens, kind, sure })
}

/// Whether token `at` is an article of Arabic names, before a hyphen: "al-Mansouri", "ash-Shaab".
pub(super) fn is_article(text: &Text<'_>, at: usize) -> bool {
    const ARTICLES: [&str; 11] = ["ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ul", "ur"];
    text.word(at).is_some_and(|word| ARTICLES.iter().any(|article| word.eq_ignore_ascii_case(article)))
}

fn is_small(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    text.word(tokens.start).is_some_and(|word| word.starts_with(char::is_lowercase))
}

/// The start of a name with the article that a hyphen joins to it.
fn with_article(text: &Text<'_>, start: usize) -> usize {
    let Some(article) = start.checked_sub(2).filter(|&at| is_article(text, at)) else { return start };
    let joined = runs::is_hyphen(text, article + 1);
    if joined { article } else { start }
}

/// How many words at the end of a person's name are letters of an honour, office, order or degree: "Ruth Hale KC". At
/// least one word is left; in a line of capitals nothing tells letters from a name.
fn letters(text: &Text<'_>, tokens: &Range<usize>) -> usize {
    let word = |at: usize| text.word(at).unwrap_or("");
    let most = tokens.len().saturating_sub(1);
    let letters = (0..most).take_while(|back| LETTERS.contains(&word(tokens.end - 1 - back))).count();
    if letters > 0 && is_all_caps(word(tokens.end - 1 - letters)) { 0 } else { letters }
}

/// Whether letters of an honour or office stand alone after a name and a comma: "Ruth Hale, IAS, said".
fn are_letters(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let ends = || text.tokens.get(tokens.end).is_none_or(|token| token.kind == Kind::Mark && !token.spaced);
    tokens.len() == 1
        && text.word(tokens.start).is_some_and(|word| LETTERS.contains(&word))
        && tokens.start > 1
        && text.is_mark(tokens.start - 1, ',')
        && runs::is_name(text, tokens.start - 2)
        && ends()
}

/// The start of a region's name with the small prefix that a hyphen joins to it: "sub-Saharan Africa".
fn below(text: &Text<'_>, start: usize) -> usize {
    // the hyphen may have been taken for a part of the name
    let hyphen = if runs::is_hyphen(text, start) { Some(start) } else { start.checked_sub(1) };
    let hyphen = hyphen.filter(|&at| runs::is_hyphen(text, at));
    let Some(prefix) = hyphen.and_then(|at| at.checked_sub(1)) else { return start };
    let is = text.word(prefix).is_some_and(|word| BELOW.iter().any(|below| word.eq_ignore_ascii_case(below)));
    if is { prefix } else { start }
}

/// Whether Will before the surname at `at` is a given name, and no verb of a question: "Will Hartigan sang."
fn is_named_will(text: &Text<'_>, at: usize) -> bool {
    let will = at.checked_sub(1).and_then(|at| text.word(at)) == Some("Will") && text.tokens[at].spaced;
    let end = || {
        let mut rest = (at + 1..text.tokens.len().min(at + SENTENCE)).map(|at| text.str(text.tokens[at]));
        rest.find(|mark| matches!(*mark, "." | "?" | "!"))
    };
    will && end() == Some(".")
}

/// Whether a given name that is a month's name too stands before the surname at `at`: "said May Hartigan", but not
/// "in May Hartigan said".
fn is_named_like_a_month(text: &Text<'_>, at: usize) -> bool {
    const NAMES: [&str; 4] = ["April", "August", "June", "May"];
    const BEFORE_MONTHS: [&str; 17] = [
        "after", "before", "between", "by", "during", "early", "from", "in", "last", "late", "mid", "next", "of",
        "since", "this", "through", "until",
    ];
    let Some(before) = at.checked_sub(1) else { return false };
    let dated = before.checked_sub(1).and_then(|at| text.word(at)).is_some_and(|word| {
        BEFORE_MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month)) || word.bytes().all(|b| b.is_ascii_digit())
    });
    text.word(before).is_some_and(|word| NAMES.contains(&word)) && text.tokens[at].spaced && !dated
}

/// Whether it is one of the bodies that everybody knows, and if so whether its name means nothing else: "Amazon said",
/// not "the Amazon" or "in Chelsea".
fn is_body(text: &Text<'_>, tokens: &Range<usize>) -> Option<bool> {
    let word = |back: usize| tokens.start.checked_sub(back).and_then(|at| text.word(at)).unwrap_or("");
    let name = BODIES.get(text.span_of(tokens).of(text.source))?;
    if name.is_empty() {
        return Some(true);
    }
    let place = matches!(word(1), "the" | "The" | "a" | "an" | "across" | "around" | "big" | "Big");
    let inside =
        matches!(word(1), "in" | "In") && !matches!(word(2), "shares" | "Shares" | "stake" | "stock" | "invested");
    (!place && !inside).then_some(false)
}

/// How many tokens at the end of a name are the first half of a score: "the Bulls 104-99".
fn score(text: &Text<'_>, tokens: &Range<usize>) -> usize {
    let number =
        |at: usize| text.tokens.get(at).is_some_and(|token| text.str(*token).starts_with(|c: char| c.is_ascii_digit()));
    let dash = |at: usize| matches!(text.tokens.get(at).map(|token| text.str(*token)), Some("-" | "–" | "‑"));
    let end = tokens.end;
    match tokens.len() {
        3.. if dash(end - 1) && number(end - 2) && number(end) => 2,
        2.. if number(end - 1) && dash(end) && number(end + 1) => 1,
        _ => 0,
    }
}

/// Whether the last of several words ends the names of firms and clubs: "West Norland Albion".
fn is_club(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() > 1 && text.word(tokens.end - 1).is_some_and(|word| is_of_organization(word, "tail"))
}

/// Whether the possessive 's after it is its own: `McDonald's`.
fn has_own_possessive(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    text.tokens.get(tokens.end).is_some_and(|token| token.kind == Kind::Clitic)
        && text.word(tokens.end - 1).is_some_and(|word| OWN_POSSESSIVE.contains(&word))
}

/// Whether it is a firm named after its partners, "Quist & Brandt", or after one person whose possessive nothing follows that
/// they could have: "Wendy's said".
fn is_firm(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| text.word(at).filter(|word| word.len() > 1);
    let partner =
        |at: usize| word(at).is_some_and(|word| !is_place(word) && !given::is_given(word) && word != "Family");
    let mut within = tokens.start + 1..tokens.end.saturating_sub(1);
    let partners = within.any(|at| text.is_mark(at, '&') && partner(at - 1) && partner(at + 1));
    let verb = || {
        text.word(tokens.end + 1).is_some_and(|next| {
            matches!(next, "said" | "says" | "has" | "had" | "will" | "would" | "is" | "was" | "and" | "fell" | "rose")
        })
    };
    partners || tokens.len() == 1 && has_own_possessive(text, tokens) && verb()
}

/// Whether it is a sign of money before a number: "US$12", "RM500".
fn is_money(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let sign = text.is_mark(tokens.end, '$') && !text.tokens[tokens.end].spaced;
    let glued = tokens.len() == 1
        && text.word(tokens.start).is_some_and(|word| {
            let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
            let (sign, amount) = word.split_at(digits);
            matches!(
                sign,
                "RM" | "Rs"
                    | "R"
                    | "Sh"
                    | "Ksh"
                    | "KSh"
                    | "Kshs"
                    | "Tsh"
                    | "TSh"
                    | "Ush"
                    | "USh"
                    | "Rp"
                    | "Tk"
                    | "N"
                    | "K"
                    | "P"
            ) && amount.len() > 1
                && amount.chars().all(|c| c.is_ascii_digit() || matches!(c, 'm' | 'b' | 'n' | 'k'))
        });
    sign || glued
}

/// Whether it is a party and state after a legislator's name: "(D-Calif.)".
fn is_affiliation(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let letter = text.word(tokens.start).is_some_and(|word| matches!(word, "D" | "R" | "I"));
    let open = tokens.start > 0 && (text.is_mark(tokens.start - 1, '(') || text.is_mark(tokens.start - 1, ','));
    letter && open && runs::is_hyphen(text, tokens.start + 1)
}

/// The end of a firm's name with what follows the full stop of an abbreviation in it: "Quist Bros. Shipping".
fn past_stop(text: &Text<'_>, end: usize) -> usize {
    let short = text.word(end - 1).is_some_and(|word| matches!(word, "Bros" | "Corp" | "Inc" | "Co" | "Ltd"));
    let goes_on = short
        && text.is_mark(end, '.')
        && !text.tokens[end].spaced
        && runs::is_name(text, end + 1)
        // a name stays in its line, and so in its block
        && !text.source[text.tokens[end].span().end..text.tokens[end + 1].span().start].contains(['\n', '\r'])
        && text.word(end + 1).is_some_and(|word| !runs::is_opener(word));
    if goes_on { end + 2 } else { end }
}

/// The end of a firm's name with the legal form that is written small or in brackets after it: "Quist Foods plc", "Quist
/// (Pty) Ltd".
fn past_form(text: &Text<'_>, end: usize) -> usize {
    let word = |ahead: usize| text.word(end + ahead).unwrap_or("");
    let bracketed = text.is_mark(end, '(')
        && text.is_mark(end + 2, ')')
        && matches!(word(1), "Pty" | "Pte" | "Pvt" | "Private" | "Proprietary")
        && matches!(word(3), "Ltd" | "Limited");
    let small = word(0) == "plc" && text.tokens[end].spaced;
    end + if bracketed { 4 } else { usize::from(small) }
}

/// The end of a firm's name with the legal form after a comma: "Quist Foods, Inc." The stop belongs to it where it ends no
/// sentence.
fn past_comma_form(text: &Text<'_>, end: usize) -> usize {
    let form = end + 1;
    if !text.is_mark(end, ',') || !text.word(form).is_some_and(|word| FORMS.contains(&word)) {
        return end;
    }
    let stop = text.is_mark(form + 1, '.') && !text.tokens[form + 1].spaced;
    let goes_on = text
        .tokens
        .get(form + 2)
        .is_some_and(|next| next.kind == Kind::Mark || text.str(*next).starts_with(char::is_lowercase));
    form + 1 + usize::from(stop && goes_on)
}

/// Whether it is nothing but a legal form after a comma, which belongs to the name before it.
fn is_form(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    text.word(tokens.start).is_some_and(|word| FORMS.contains(&word.trim_end_matches('.')))
        && tokens.len() <= 2
        && tokens.clone().skip(1).all(|at| text.is_mark(at, '.'))
        && tokens.start.checked_sub(1).is_some_and(|at| text.is_mark(at, ','))
}

/// The end of a person's name with further syllables after one that a hyphen joins: `Chan-o` and then `-cha`.
fn past_syllables(text: &Text<'_>, tokens: &Range<usize>) -> usize {
    let mut end = tokens.end;
    // "Moon Jae-in"
    let glued = |at: usize| text.tokens.get(at).is_some_and(|token| !token.spaced);
    if tokens.len() == 2
        && runs::is_hyphen(text, end)
        && glued(end)
        && glued(end + 1)
        && text.word(end + 1).is_some_and(|word| SYLLABLES.contains(&word))
    {
        end += 2;
    }
    while end >= tokens.start + 3
        && runs::is_hyphen(text, end - 2)
        && runs::is_hyphen(text, end)
        && text.word(end + 1).is_some_and(|word| word.len() <= 5 && word.chars().all(char::is_lowercase))
    {
        end += 2;
    }
    end
}

/// Whether the first of several words of a person's name ends a title before it: "Member of Parliament Ruth Hale".
fn ends_a_title(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let of = tokens.start.checked_sub(1).and_then(|at| text.word(at)) == Some("of");
    let body = text.word(tokens.start).is_some_and(|word| is_of_organization(word, "head"));
    tokens.len() > 2 && of && body
}

/// Whether the first of several words of a person's name is a people's before a given name: "Frenchman Luc Marel".
fn is_national(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| text.word(tokens.start + at).unwrap_or("");
    let man = word(0).len() > 6 && word(0).ends_with("man") || word(0).ends_with("woman");
    tokens.len() > 2 && is_demonym(word(0)) && !given::is_given(word(0)) && (man || given::is_given(word(1)))
}

/// Whether a sentence begins with token `at`.
pub(super) fn begins_sentence(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| {
        let between = text.tokens[before].span().end..text.tokens[at].span().start;
        text.source.get(between).is_some_and(|between| between.contains(['\n', '\r']))
            || tagger::is_opening(text.str(text.tokens[before]))
    })
}

/// How many words at the front of a person's name say what its bearer does: "Forecaster Ruth Hale". At least two words
/// of a name are left, or a given name. Only where a sentence begins: inside one such a noun is written small, and a name
/// that ends like one ("Taher", "Zameer") stays whole.
fn roles(text: &Text<'_>, tokens: &Range<usize>) -> usize {
    if !begins_sentence(text, tokens.start) {
        return 0;
    }
    let word = |at: usize| if tokens.contains(&at) { text.word(at) } else { None };
    let mut roles = 0;
    while word(tokens.start + roles).is_some_and(roles::is_role) {
        roles += 1;
    }
    let rest = tokens.start + roles;
    let several = (rest + 1..tokens.end).any(|at| text.tokens[at].spaced);
    let name = word(rest).is_some_and(|first| !runs::is_particle(first) && (several || given::is_given(first)));
    if name { roles } else { 0 }
}
