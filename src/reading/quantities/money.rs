//! Money: signs, letters and names of currencies, and whose dollar it is.
//!
//! A sign or name that several countries share is read as the story's: for the dollar by the country of
//! the story's address (`.ca`, `.com.au`), of its dateline, or of the only dollar country it speaks of,
//! and otherwise as the US dollar, as newspapers use it; for rupees, shillings and their like by the country
//! named last before it. That is an inference, and the unit says no more than a reader would conclude.

use super::numerals::{self, Amount, Shape};
use super::passage::Passage;
use crate::reading::Story;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};
use std::cell::OnceCell;

/// Names of currencies.
static NAMES: WordList = word_list!("currencies.txt");
/// Letters in front of a dollar sign.
static DOLLARS: WordList = word_list!("dollars.txt");
/// Letters in front of a number.
static PREFIXES: WordList = word_list!("prefixes.txt");
/// Countries and their currencies.
static COUNTRIES: WordList = word_list!("countries.txt");

/// Words of the longest name.
const LONGEST: usize = 3;
/// How many countries back one is looked for: a bound that keeps the search linear.
const REACH: usize = 64;

/// Codes that are no words, and so are codes in small letters too.
const SMALL: [&str; 8] = ["usd", "eur", "gbp", "rmb", "inr", "jpy", "aud", "chf"];

/// Codes before which an M is a million.
const MILLIONS: [&str; 9] = ["USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "CAD", "JPY"];

/// What the story tells about whose money it speaks of; found when it is first asked for.
pub(super) struct Money<'s> {
    story: &'s Story<'s>,
    mentions: OnceCell<Vec<(usize, &'static str)>>,
    named: OnceCell<Vec<&'static str>>,
    dollar: OnceCell<&'static str>,
}

/// A currency in front of a number.
pub(super) struct Prefix {
    /// Its ISO 4217 code.
    pub(super) code: &'static str,
    /// The number's token, and the byte where its figures begin.
    pub(super) number: (usize, usize),
}

/// A currency after a number.
pub(super) struct Name {
    /// Its ISO 4217 code.
    pub(super) code: &'static str,
    /// What one of the unit named is worth in the main unit: 0.01 for cents, a million for MUSD.
    pub(super) factor: f64,
    /// The token after it.
    pub(super) to: usize,
}

impl<'s> Money<'s> {
    pub(super) fn new(story: &'s Story<'s>) -> Self {
        Self { story, mentions: OnceCell::new(), named: OnceCell::new(), dollar: OnceCell::new() }
    }

    /// Countries named in the story, in order, by the codes of their currencies.
    fn mentions(&self) -> &[(usize, &'static str)] {
        self.mentions.get_or_init(|| {
            let text = self.story.text;
            let mut found = Vec::new();
            for (index, &token) in text.tokens.iter().enumerate() {
                let word = text.str(token);
                if let Some(code) = ["₹", "£"].contains(&word).then(|| word.chars().next().and_then(sign_of)).flatten()
                {
                    found.push((token.span().start, code));
                    continue;
                }
                if !matches!(token.kind, Kind::Word | Kind::Initials) || !is_capitalised(word) || word == "Us" {
                    continue;
                }
                let code = COUNTRIES.get(word).or_else(|| {
                    let next = text.word(index + 1).filter(|next| is_capitalised(next))?;
                    let mut pair = [0u8; 32];
                    let length = word.len() + 1 + next.len();
                    let place = pair.get_mut(..length)?;
                    place[..word.len()].copy_from_slice(word.as_bytes());
                    place[word.len()] = b' ';
                    place[word.len() + 1..].copy_from_slice(next.as_bytes());
                    COUNTRIES.get(std::str::from_utf8(place).ok()?)
                });
                found.extend(code.map(|code| (token.span().start, code)));
            }
            found
        })
    }

    /// Whether the story names a country whose currency is `code`.
    fn names(&self, code: &str) -> bool {
        let named = self.named.get_or_init(|| {
            let mut codes: Vec<_> = self.mentions().iter().map(|&(_, code)| code).collect();
            codes.sort_unstable();
            codes.dedup();
            codes
        });
        named.binary_search(&code).is_ok()
    }

    /// Which of `codes`, separated by commas, is meant at byte `at`: that of the country named last before it, or
    /// of the first after it; without one, the first of `codes`.
    fn choose(&self, codes: &'static str, at: usize) -> &'static str {
        self.known(codes, at).unwrap_or_else(|| codes.split(',').next().unwrap_or(codes))
    }

    /// As [`Money::choose`], but `None` where no country is named.
    fn known(&self, codes: &'static str, at: usize) -> Option<&'static str> {
        if !codes.contains(',') {
            return Some(codes);
        }
        let mentions = self.mentions();
        let before = mentions.partition_point(|&(place, _)| place < at);
        let (past, rest) = mentions.split_at(before);
        let near = past.iter().rev().take(REACH).chain(rest.iter().take(REACH));
        let listed = |code: &str| codes.split(',').any(|entry| entry == code);
        near.map(|&(_, code)| code).find(|code| listed(code))
    }

    /// The code of a bare dollar sign.
    fn dollar(&self) -> &'static str {
        self.dollar.get_or_init(|| {
            self.by_address().or_else(|| self.by_dateline()).or_else(|| self.by_mention()).unwrap_or("USD")
        })
    }

    fn by_address(&self) -> Option<&'static str> {
        let host = self.story.head.url.as_ref()?.host.as_deref()?;
        Some(match host.rsplit('.').next()? {
            "au" => "AUD",
            "ca" => "CAD",
            "hk" => "HKD",
            "nz" => "NZD",
            "sg" => "SGD",
            _ => return None,
        })
    }

    fn by_dateline(&self) -> Option<&'static str> {
        let place = self.story.head.dateline.as_ref()?.places.first()?;
        let region = place.region.as_deref().and_then(|region| COUNTRIES.get(region));
        region.or_else(|| COUNTRIES.get(&place.name)).filter(|&code| has_bare_dollar(code))
    }

    fn by_mention(&self) -> Option<&'static str> {
        let count = |code: &str| self.mentions().iter().filter(|&&(_, mention)| mention == code).count();
        if count("USD") > 0 {
            return None;
        }
        let most = ["AUD", "CAD", "NZD", "SGD"].into_iter().map(|code| (count(code), code)).max()?;
        (most.0 > 1).then_some(most.1)
    }

    /// The currency that begins at token `at` with a number after it.
    pub(super) fn before(&self, passage: &Passage<'_>, at: usize) -> Option<Prefix> {
        if let Some(sign) = passage.mark(at) {
            let code = match sign {
                '#' if passage.is_joined(at + 1) => return hash(passage, at),
                // "$US500"
                '$' if passage.is_joined(at + 1) && is_us(passage.str(at + 1)) => {
                    return Some(Prefix { code: "USD", number: (at + 1, passage.span(at + 1).start + 2) });
                }
                '$' | '＄' => self.dollar(),
                _ => self.choose(sign_of(sign)?, passage.span(at).start),
            };
            return prefix(passage, code, at + 1);
        }
        let word = passage.word(at)?;
        if passage.mark(at + 1).is_some_and(|mark| sign_of(mark).is_some() || matches!(mark, '$' | '¢'))
            && passage.is_joined(at + 1)
        {
            let letters = passage.key(at);
            let code = if passage.mark(at + 1) == Some('$') {
                DOLLARS.get(letters.trim_end_matches('.'))?
            } else {
                PREFIXES.get(&letters).filter(|codes| !codes.contains(','))?
            };
            return prefix(passage, code, at + 2);
        }
        // "usd 20"
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) && !SMALL.contains(&word) {
            return None;
        }
        let letters = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
        let glued = letters < word.len();
        let codes = PREFIXES.get(&word[..letters])?;
        let start = passage.span(at).start;
        let code = self.choose(codes, start);
        let stop = usize::from(passage.mark(at + 1) == Some('.') && passage.is_joined(at + 1));
        let known =
            letters > 2 || matches!(&*word[..letters].to_ascii_lowercase(), "rm" | "rs" | "tk" | "rp" | "sh" | "dh");
        if glued {
            let number = (at, start + letters);
            // "R1.2 million" can be nothing else; "R21" may be a road
            let large = || {
                let amount = numerals::in_figures(passage, at, number.1, true);
                matches!(codes, "ZAR" | "NGN")
                    && amount.is_some_and(|amount| amount.form == Shape::Figures && amount.value >= 1000.0)
            };
            let digits = word[letters..].starts_with(|c: char| c.is_ascii_digit());
            return (digits && (known || large() || self.names(code))).then_some(Prefix { code, number });
        }
        if !known && !self.names(code) || is_all_caps(word) && letters == 3 && passage.title {
            return None;
        }
        let near = letters > 1 || passage.is_joined(at + 1);
        near.then(|| prefix(passage, code, at + 1 + stop)).flatten()
    }

    /// The currency named at token `at`, after `amount`.
    pub(super) fn after(&self, passage: &Passage<'_>, at: usize, amount: &Amount) -> Option<Name> {
        if passage.is_joined(at) {
            let (code, factor) = match (passage.mark(at), passage.str(at)) {
                (Some('$'), _) => (self.dollar(), 1.0),
                (Some('¢'), _) | (None, "c") => (self.dollar(), 0.01),
                (None, "p") => ("GBP", 0.01),
                (Some(sign), _) => (self.choose(sign_of(sign)?, passage.span(at).start), 1.0),
                _ => return self.named(passage, at, amount),
            };
            return (amount.form != Shape::Share).then_some(Name { code, factor, to: at + 1 });
        }
        if let Some(sign) = passage.mark(at) {
            // "300 €", but "12 £5 notes" counts notes
            let code = match sign {
                _ if passage.is_figure(at + 1) => return None,
                // "10 $"
                '$' => self.dollar(),
                sign => sign_of(sign)?,
            };
            return Some(Name { code: self.choose(code, passage.span(at).start), factor: 1.0, to: at + 1 });
        }
        self.named(passage, at, amount)
    }

    fn named(&self, passage: &Passage<'_>, at: usize, amount: &Amount) -> Option<Name> {
        // "30 MUSD": a million, as company reports of northern Europe write it
        if let Some(code) =
            passage.str(at).strip_prefix('M').and_then(|code| MILLIONS.into_iter().find(|&it| it == code))
        {
            return Some(Name { code, factor: 1e6, to: at + 1 });
        }
        (1..=LONGEST).rev().find_map(|count| {
            let phrase = passage.phrase(at, count);
            let entry = NAMES.get(&phrase)?;
            let (codes, factor) = entry.split_once('/').map_or((entry, 1.0), |(codes, _)| (codes, 0.01));
            let place = passage.span(at).start;
            let code = match codes {
                "$" => self.dollar(),
                "£" => self.pound(passage, at, amount)?,
                _ => self.known(codes, place)?,
            };
            // a code is one in capitals only: "all", "top" and "try" are words
            let small = phrase.eq_ignore_ascii_case(code) && !is_all_caps(passage.str(at));
            let common = matches!(
                &*phrase,
                "won" | "marks" | "crowns" | "bucks" | "rand" | "sen" | "dong" | "lei" | "lari" | "punts" | "quid"
            );
            let sure = amount.value >= 1000.0 || self.names(code);
            ((sure || !common) && !small).then_some(Name { code, factor, to: at + count })
        })
    }

    /// Whose pound is meant, or none where it is a weight.
    fn pound(&self, passage: &Passage<'_>, at: usize, amount: &Amount) -> Option<&'static str> {
        let code = self.choose("GBP,EGP,LBP,SDG", passage.span(at).start);
        let near = |words: &[&str]| (at.saturating_sub(6)..at).any(|index| passage.is_any(index, words));
        let weighs = near(&["weigh", "weighs", "weighed", "weighing", "lost"]);
        let costs = || {
            near(&[
                "cost", "costs", "paid", "pay", "pays", "worth", "spent", "fined", "earned", "earns", "price", "owed",
            ])
        };
        let money = amount.value >= 1e5 || !weighs && !passage.is(at + 1, "of") && (self.names(code) || costs());
        // "a 500-pound bomb", "a 50,000-pound prize"
        let joint = passage.is_joint(at.wrapping_sub(1)) && amount.value < 1e4;
        (money && !joint).then_some(code)
    }
}

/// Whether `word` is "US" with figures glued to it.
fn is_us(word: &str) -> bool {
    word.strip_prefix("US").is_some_and(|figures| figures.starts_with(|c: char| c.is_ascii_digit()))
}

/// The ISO 4217 code that `word`, in capitals, is.
pub(super) fn code(word: &str) -> Option<&'static str> {
    NAMES.get(word).filter(|code| *code == word)
}

/// The dollar that `letters` before its sign make it.
pub(super) fn dollar_of(letters: &str) -> Option<&'static str> {
    DOLLARS.get(letters)
}

/// Whether a country with the currency `code` writes it with a bare dollar sign.
fn has_bare_dollar(code: &str) -> bool {
    matches!(code, "USD" | "AUD" | "CAD" | "NZD" | "SGD")
}

/// What a currency sign other than the dollar's stands for.
pub(super) fn sign_of(sign: char) -> Option<&'static str> {
    Some(match sign {
        '€' => "EUR",
        '£' | '￡' | '₤' => "GBP",
        '¥' | '￥' => "JPY,CNY",
        '₹' => "INR",
        '₨' => "PKR,INR,LKR,NPR,MUR",
        '₩' => "KRW",
        '₦' => "NGN",
        '₱' => "PHP",
        '₽' => "RUB",
        '₺' => "TRY",
        '₫' => "VND",
        '฿' => "THB",
        '₪' => "ILS",
        '₴' => "UAH",
        '₸' => "KZT",
        '₵' => "GHS",
        '₡' => "CRC",
        '₲' => "PYG",
        '₾' => "GEL",
        '₼' => "AZN",
        '₮' => "MNT",
        '₭' => "LAK",
        '৳' => "BDT",
        '៛' => "KHR",
        _ => return None,
    })
}

/// `code` in front of the number at token `number`, where there is one in figures.
fn prefix(passage: &Passage<'_>, code: &'static str, number: usize) -> Option<Prefix> {
    passage.is_figure(number).then(|| Prefix { code, number: (number, passage.span(number).start) })
}

/// The pound sign of wires that had none: "#301 million". Without a magnitude the mark numbers things.
fn hash(passage: &Passage<'_>, at: usize) -> Option<Prefix> {
    let size = passage.key(at + 2);
    let counted = matches!(&*size, "million" | "billion" | "m" | "bn");
    if counted { prefix(passage, "GBP", at + 1) } else { None }
}
