//! Speech in quotation marks with its cue after it, between two parts of it, or carried on.

use super::act::{self, act};
use super::colon;
use super::cues::Verb;
use super::draft::{CueWord, Draft, Frame};
use super::grammar::{Class, is_adverb, is_time};
use super::marks::Piece;
use super::near;
use super::scene::Scene;
use super::source::Source;
use super::units::Unit;
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use crate::{QuoteAct, QuoteKind, Span};
use std::ops::Range;

/// Tokens between a quotation and the cue after it: room for a name with an apposition.
const REACH: usize = 32;

/// A cue with its source, and the tokens that the two take.
pub(super) struct Attribution {
    pub(super) cue: CueWord,
    pub(super) source: Source,
    pub(super) tokens: Range<usize>,
}

/// Whether a stretch of quoted text ends as speech does: with a mark that closes a sentence or leads to a cue.
pub(super) fn is_speech(scene: &Scene<'_>, piece: &Piece) -> bool {
    let inner = piece.inner.of(scene.text.source).trim_end();
    let inner = inner.trim_end_matches(['’', '\'', '”', '"', ')', ']']);
    inner.ends_with(['.', ',', '?', '!', '…', '—', '–', '-', ':', ';']) || piece.goes_on || is_sentence(scene, piece)
}

/// Whether a quotation takes all of its line and is set like a heading: ‘The Sea Is Not the Villain’.
fn is_heading(scene: &Scene<'_>, unit: &Unit, piece: &Piece) -> bool {
    let words = || piece.tokens.clone().filter(|&at| scene.text.tokens[at].kind == Kind::Word);
    piece.tokens.len() <= 14
        && piece.tokens.start <= unit.tokens.start
        && piece.tokens.end + 1 >= unit.tokens.end
        && words().count() > 2
        && words().all(|at| is_capitalised(scene.str(at)) || scene.str(at).len() < 4)
        && words().filter(|&at| is_capitalised(scene.str(at))).count() > 2
}

/// Whether a quotation is a sentence of its own whose full stop stands after its closing mark: “It is safe”.
fn is_sentence(scene: &Scene<'_>, piece: &Piece) -> bool {
    let start = piece.tokens.start;
    let begins = start == 0 || matches!(scene.str(start - 1), "." | "?" | "!" | "”" | "\"" | "“" | ":");
    let first = scene.text.tokens.get(start).is_some_and(|token| token.spaced);
    begins
        && first
        && piece.tokens.len() > 7
        && starts_sentence(scene, piece)
        && (scene.str(piece.tokens.end) == "." || piece.tokens.end >= scene.text.tokens.len())
}

/// The attribution after a quotation, in tokens `start..ceiling`.
pub(super) fn attribution(scene: &Scene<'_>, start: usize, ceiling: usize) -> Option<Attribution> {
    let mut at = start;
    while at < ceiling && matches!(scene.str(at), "," | "—" | "–" | "-") {
        at += 1;
    }
    if at >= ceiling || scene.is_quoted(at) {
        return None;
    }
    if let Some(found) = according(scene, at, ceiling) {
        return Some(found);
    }
    let first = scene.word(at);
    // "… ,” said Roe", "… ,” later said Roe"
    let verb = if is_adverb(first) { at + 1 } else { at };
    if let Some(found) = Verb::of(scene.word(verb))
        .filter(|found| found.direct() && verb < ceiling && !scene.word(verb).ends_with("ing"))
    {
        let source = scene.after(verb + 1, ceiling)?;
        let end = source.tokens.end;
        return Some(Attribution { cue: CueWord::at(verb, found), source, tokens: at..end });
    }
    if matches!(first, "and" | "but" | "is" | "was" | "that" | "which" | "who" | "or" | "when" | "because" | "while")
        || Class::Preposition.has(first)
    {
        return None;
    }
    // "… ,” Roe, a doctor, said"
    let verb = (at + 1..ceiling.min(at + REACH)).find_map(|verb| {
        let found = Verb::of(scene.word(verb)).filter(|found| found.direct())?;
        let source = scene.before(at, verb)?;
        (source.start <= at + 2
            || scene.title_start(at, source.tokens.start) == at
            || is_descriptor(scene, at, source.tokens.start)
            || scene.names_in(at..verb).first().is_some_and(|name| name.start == source.tokens.start))
        .then_some((verb, found, source))
    });
    let (verb, found, source) = verb?;
    Some(Attribution { cue: CueWord::at(verb, found), source, tokens: at..verb + 1 })
}

/// Whether a quotation is the title of a work by which somebody is told: the “Harbour Lights” actor.
fn is_work(scene: &Scene<'_>, piece: &Piece) -> bool {
    scene.work_before(piece.tokens.start, piece.tokens.end).is_some()
        && scene.word(piece.tokens.end).starts_with(char::is_lowercase)
}

/// Whether the tokens `from..to` before a name are all that somebody is: "lead author and NASA scientist", without a verb,
/// a preposition or a mark.
fn is_descriptor(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    let belongs = |at: usize| {
        let word = scene.word(at);
        match scene.text.tokens[at].kind {
            Kind::Word | Kind::Initials => {
                !word.is_empty()
                    && (matches!(word, "and" | "of") || !Class::Boundary.has(word) && !Class::Preposition.has(word))
                    && !Class::Subordinator.has(word)
                    && !Class::SubjectPronoun.has(word)
                    && Verb::of(word).is_none()
                    && !is_verb(word)
            }
            Kind::Clitic => true,
            _ => scene.str(at) == "-",
        }
    };
    from < to && scene.word(to - 1).starts_with(char::is_lowercase) && (from..to).all(belongs)
}

/// "according to Roe" at token `at`.
pub(super) fn according(scene: &Scene<'_>, at: usize, ceiling: usize) -> Option<Attribution> {
    let width = match scene.word(at) {
        "according" | "According" if scene.word(at + 1) == "to" => 2,
        "in" | "In" if scene.word(at + 1) == "the" && scene.word(at + 2) == "words" && scene.word(at + 3) == "of" => 4,
        "To" if scene.word(at + 1) == "quote" => 2,
        "in" | "In" => return in_words(scene, at, ceiling),
        _ => return None,
    };
    if at + width >= ceiling {
        return None;
    }
    let source = scene.after(at + width, ceiling)?;
    let end = source.tokens.end;
    if width == 4 {
        return Some(Attribution {
            cue: CueWord { tokens: at..at + 4, lemma: "in the words of" },
            source,
            tokens: at..end,
        });
    }
    Some(Attribution { cue: CueWord { tokens: at..at + 2, lemma: "according to" }, source, tokens: at..end })
}

/// "in Roe's words", "in her own words" at token `at`.
fn in_words(scene: &Scene<'_>, at: usize, ceiling: usize) -> Option<Attribution> {
    let words = (at + 2..ceiling.min(at + 8)).find(|&at| scene.word(at) == "words")?;
    let last = words - usize::from(scene.word(words - 1) == "own") - 1;
    let source = if last == at + 1 && matches!(scene.word(last), "his" | "her" | "their" | "my") {
        Source::pronoun(last)
    } else if scene.text.tokens[last].kind == Kind::Clitic && last > at + 1 {
        let name = scene.ending(last).filter(|name| name.start > at);
        name.map_or_else(|| scene.description(at + 1, last), |name| Some(Source::named(name, name.start, false)))?
    } else {
        return None;
    };
    let cue = CueWord { tokens: words..words + 1, lemma: "in the words of" };
    Some(Attribution { cue, source, tokens: at..words + 1 })
}

/// What direct speech leaves open while the units of a story are walked.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) drafts: Vec<Draft>,
    /// For every piece, whether a draft holds it.
    pub(super) taken: Vec<bool>,
    /// A cue with a colon at the end of a unit: the next unit is what is said.
    pub(super) pending: Option<(CueWord, Source, usize)>,
}

impl Walk {
    /// Reads the cues after quotations in a unit; returns the tokens that are spoken for.
    pub(super) fn cues_after(
        &mut self,
        scene: &Scene<'_>,
        pieces: &[Piece],
        unit: &Unit,
        next: Option<&Unit>,
    ) -> Vec<Range<usize>> {
        let mut used = Vec::new();
        let mut index = unit.pieces.start;
        while index < unit.pieces.end {
            let Some(piece) = pieces.get(index) else { break };
            index += 1;
            let leads = scene.words_in(&(unit.tokens.start..piece.tokens.start)) == 0;
            if !(speaks(scene, piece) || leads && piece.tokens.len() > 5) {
                continue;
            }
            let ends = piece.tokens.end >= unit.tokens.end;
            let following = pieces.get(index..unit.pieces.end).unwrap_or_default().iter();
            let ceiling = match following.clone().find(|piece| !is_work(scene, piece)) {
                Some(following) => following.tokens.start,
                // “Really?” Roe asked: the mark did not close the sentence
                None if ends => next
                    .filter(|next| next.block == unit.block && !ends_sentence(scene, piece))
                    .map_or(unit.tokens.end, |next| next.tokens.end.min(next.tokens.start + 12)),
                None => unit.tokens.end,
            };
            let Some(found) = attribution(scene, piece.tokens.end, ceiling) else { continue };
            let mut parts = vec![piece.span];
            let mut taken = vec![index - 1];
            // “A.” “B,” she said
            let mut first = index - 1;
            while first > unit.pieces.start
                && !self.taken[first - 1]
                && follows(scene, pieces[first - 1].tokens.end, pieces[first].tokens.start)
                && is_speech(scene, &pieces[first - 1])
            {
                first -= 1;
                parts[0] = Span::new(pieces[first].span.start, piece.span.end);
                taken.push(first);
            }
            // The plan is “quite mad,” she said: the words before the quotation are hers too
            let start = used.last().map_or(unit.tokens.start, |used: &Range<usize>| used.end);
            let words = scene.words_in(&(start..pieces[first].tokens.start));
            let mut kind = QuoteKind::Direct;
            if used.is_empty() && words > 0 && scene.str(pieces[first].tokens.start - 1) != ":" {
                let own = (start..pieces[first].tokens.start).all(|at| {
                    Verb::of(scene.word(at)).is_none_or(|verb| !verb.that() || scene.before(start, at).is_none())
                });
                if !own {
                    continue;
                }
                let begin = start + usize::from(matches!(scene.str(start), "And" | "But"));
                parts[0] = Span::new(scene.text.tokens[begin].span().start, piece.span.end);
                for earlier in unit.pieces.start..index - 1 {
                    taken.push(earlier);
                }
                kind = QuoteKind::Mixed;
            }
            // “A,” he said, “b.”
            while let Some(following) = pieces.get(index).filter(|_| index < unit.pieces.end) {
                if !interrupts(scene, found.tokens.end.max(pieces[index - 1].tokens.end), following.tokens.start) {
                    break;
                }
                parts.push(following.span);
                taken.push(index);
                index += 1;
            }
            for piece in taken {
                self.taken[piece] = true;
            }
            used.push(found.tokens.clone());
            let continues = self.closes(first, pieces, &found.source);
            let act =
                act(found.cue.lemma, Frame::After, kind, "", act::asks(scene, &[pieces[index - 1].tokens.clone()]));
            self.drafts.push(Draft {
                kind,
                frame: Frame::After,
                act,
                parts,
                cue: Some(found.cue),
                source: Some(found.source),
                carried: false,
                continues,
                sure: 0,
                same: None,
                block: unit.block,
                open: false,
            });
        }
        used
    }

    /// Gives speech without a cue to whoever spoke before.
    pub(super) fn carry(
        &mut self,
        scene: &Scene<'_>,
        pieces: &[Piece],
        unit: &Unit,
        before: Option<&Unit>,
        after: Option<&Unit>,
        block_before: Option<usize>,
    ) {
        let mut index = unit.pieces.start;
        while index < unit.pieces.end {
            let Some(piece) = pieces.get(index) else { break };
            let at = index;
            index += 1;
            if self.taken[at] || !is_speech(scene, piece) || is_heading(scene, unit, piece) {
                continue;
            }
            let leads = piece.tokens.start
                <= unit.tokens.start
                    + usize::from(
                        piece.tokens.start > unit.tokens.start
                            && !scene.is_quoted(unit.tokens.start)
                            && scene.text.tokens[unit.tokens.start].kind == Kind::Mark,
                    );
            let first = unit.pieces.start == at;
            // "in Elder, N.H. “It is …”": the abbreviation's stop ends the sentence
            let leads = leads
                || piece.tokens.start > 0
                    && scene.text.tokens[piece.tokens.start - 1].kind == Kind::Initials
                    && starts_sentence(scene, piece);
            // Roe’s answer was short: “No.”
            if !leads && let Some(source) = colon::leads(scene, unit, piece) {
                self.taken[at] = true;
                self.drafts.push(Draft {
                    kind: QuoteKind::Direct,
                    frame: Frame::Quoted,
                    act: QuoteAct::Statement,
                    parts: vec![piece.span],
                    cue: None,
                    source: Some(source),
                    carried: false,
                    continues: None,
                    sure: 0,
                    same: None,
                    block: unit.block,
                    open: piece.goes_on,
                });
                continue;
            }
            if !leads
                && (first || !self.taken[at - 1] || !follows(scene, pieces[at - 1].tokens.end, piece.tokens.start))
            {
                continue;
            }
            // “A,” … said: whoever that is, it is not who spoke before
            let own = piece.inner.of(scene.text.source).trim_end().ends_with(',')
                && (piece.tokens.end..unit.tokens.end.min(piece.tokens.end + REACH))
                    .any(|at| Verb::of(scene.word(at)).is_some_and(|verb| verb.direct() && !verb.base));
            let beside = near::quotative(scene, piece, unit.tokens.end);
            let (cue, source, continues) = match beside {
                Some(beside) => (None, Some(beside), None),
                None if own => (None, None, None),
                None => self.voice(scene, piece, unit, before, after, block_before),
            };
            let words = scene.text.tokens[piece.tokens.clone()].iter().filter(|token| token.kind == Kind::Word).count();
            if source.is_none() && words < 4 {
                continue;
            }
            self.taken[at] = true;
            let carried = cue.is_none();
            let asks = act::asks(scene, std::slice::from_ref(&piece.tokens));
            let act = cue
                .as_ref()
                .map_or(QuoteAct::Statement, |cue| act(cue.lemma, Frame::Quoted, QuoteKind::Direct, "", asks));
            self.drafts.push(Draft {
                kind: QuoteKind::Direct,
                frame: if carried { Frame::Carried } else { Frame::Quoted },
                act,
                parts: vec![piece.span],
                cue,
                source,
                carried,
                continues,
                sure: 0,
                same: None,
                block: unit.block,
                open: piece.goes_on,
            });
        }
    }

    /// Gives the paragraphs of a speech that this piece closes, and that have no cue, to its speaker; returns the
    /// draft that goes on here.
    fn closes(&mut self, piece: usize, pieces: &[Piece], source: &Source) -> Option<usize> {
        let before = piece.checked_sub(1).and_then(|before| pieces.get(before)).filter(|before| before.goes_on)?;
        let last = self.drafts.len().checked_sub(1).filter(|&last| self.drafts[last].span().end == before.span.end)?;
        let mut at = Some(last);
        while let Some(draft) =
            at.and_then(|at| self.drafts.get_mut(at)).filter(|draft| draft.open && draft.cue.is_none())
        {
            draft.source = Some(source.clone());
            draft.carried = true;
            let earlier = draft.continues.take();
            let open = earlier.filter(|&earlier| {
                self.drafts.get(earlier).is_some_and(|earlier| earlier.open && earlier.cue.is_none())
            });
            if let (Some(here), Some(_)) = (at, open) {
                self.drafts[here].continues = open;
            }
            at = open;
        }
        Some(last)
    }

    /// Who speaks where nothing says so: whoever a cue with a colon announced, whoever spoke last in this block, or at
    /// its start in the block before; else whom the sentence before is about.
    fn voice(
        &mut self,
        scene: &Scene<'_>,
        piece: &Piece,
        unit: &Unit,
        before: Option<&Unit>,
        after: Option<&Unit>,
        block_before: Option<usize>,
    ) -> (Option<CueWord>, Option<Source>, Option<usize>) {
        if let Some((cue, source, block)) = self.pending.take()
            && (block == unit.block || Some(block) == block_before)
        {
            return (Some(cue), Some(source), None);
        }
        let subject = before
            .filter(|before| before.block == unit.block || Some(before.block) == block_before)
            .and_then(|before| subject(scene, before));
        let announced = before.is_some_and(|before| scene.str(before.tokens.end - 1) == ":");
        if announced && subject.is_some() {
            return (None, subject, None);
        }
        // “…” — Ann Roe, on the same line or the one below
        if let Some(beside) = near::signed(scene, piece.tokens.end, unit.tokens.end) {
            return (None, Some(beside), None);
        }
        if let Some(below) = after.and_then(|after| near::signature(scene, after)) {
            return (None, Some(below), None);
        }
        // “…” So says Roe. “…” Roe has kept the inn for years.
        if let Some(next) = after
            && let Some(next) = near::next(scene, piece, unit, next)
        {
            return (None, Some(next), None);
        }
        let last = self.drafts.iter().enumerate().rev().take(3).find(|(_, draft)| {
            (draft.block == unit.block || Some(draft.block) == block_before) && draft.source.is_some()
        });
        // Roe stood up. “We need rain.”: whoever has spoken in the paragraph before does not go on
        let here = before.is_some_and(|before| before.block == unit.block);
        if here && subject.is_some() && last.is_none_or(|(_, draft)| draft.block != unit.block) {
            return (None, subject, None);
        }
        if let Some((index, draft)) = last {
            return (None, draft.source.clone(), Some(index));
        }
        (None, subject, None)
    }
}

/// Whom a sentence is about: the pronoun that begins it, or the first person it names.
fn subject(scene: &Scene<'_>, unit: &Unit) -> Option<Source> {
    let start = unit.tokens.start;
    if matches!(scene.word(start), "He" | "She") {
        return Some(Source::pronoun(start));
    }
    let source = scene.first_person(unit.tokens.clone())?;
    // "a former aide to Roe's rival": whoever only belongs to it is not who the sentence is about
    let first = scene.title_start(start, source.tokens.start);
    let before = if first > start { scene.word(first - 1) } else { "" };
    let possessor = scene.text.tokens.get(source.tokens.end).is_some_and(|next| next.kind == Kind::Clitic);
    (!possessor && !Class::Preposition.has(before)).then_some(source)
}

/// Whether a full stop ends the quotation.
fn ends_sentence(scene: &Scene<'_>, piece: &Piece) -> bool {
    piece.inner.of(scene.text.source).trim_end().ends_with('.')
}

/// Whether a cue can follow the quotation: it ends with a comma, a mark of question or exclamation, or a comma
/// follows.
fn speaks(scene: &Scene<'_>, piece: &Piece) -> bool {
    let inner = piece.inner.of(scene.text.source).trim_end().trim_end_matches(['’', '\'', '”', '"', ')', ']']);
    inner.ends_with([',', '?', '!', '…', '—', '–', '-', '.']) || matches!(scene.str(piece.tokens.end), ",")
}

/// Whether only a comma, with adverbials before it, comes between a cue and the next part of the speech.
fn interrupts(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    if to < from || to - from > 14 || to == from {
        return to == from;
    }
    let last = scene.str(to - 1);
    matches!(last, "," | ":" | "—" | "–" | "-")
        && (from..to)
            .all(|at| !matches!(scene.str(at), "." | ";") && Verb::of(scene.word(at)).is_none_or(|verb| !verb.direct()))
        || (from..to)
            .all(|at| is_adverb(scene.word(at)) || is_time(scene.word(at)) || Class::Preposition.has(scene.word(at)))
}

/// Whether the quotation begins with a capital letter.
fn starts_sentence(scene: &Scene<'_>, piece: &Piece) -> bool {
    piece.inner.of(scene.text.source).chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

/// Whether nothing but marks is between two quotations.
fn follows(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| scene.text.tokens[at].kind == Kind::Mark)
}
