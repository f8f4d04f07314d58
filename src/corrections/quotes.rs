//! What a reader says of quotes: what is said, and by whom.

use super::Why;
use super::readings::{Readings, Said};
use crate::article::words_in;
use crate::order::order;
use crate::{Basis, Quote, QuoteAct, QuoteKind, SourceKind, Span, Speaker, SpeakerBasis};

/// Marks between which something is said.
const MARKS: [char; 8] = ['“', '”', '"', '„', '«', '»', '‘', '‟'];

/// Quotes that are none, one after the other, behind which it is looked for what a speech goes on from.
const MOST_STEPS: usize = 16;

impl Readings<'_> {
    /// The quote at `at`.
    pub(super) fn quote_at(&self, at: Span) -> Option<usize> {
        let here = |&quote: &usize| !self.unsaid[quote] && self.quotes[quote].span == at;
        (0..self.quotes.len()).find(here)
    }

    /// The quote at `at`: where none is, a new one, in place of those that it overlaps. Of these it has the cue and the
    /// speaker, as their extent was wrong.
    pub(super) fn quote(&mut self, at: Span) -> Result<usize, Why> {
        if let Some(quote) = self.quote_at(at) {
            self.quotes[quote].basis = Some(Basis::Reader);
            self.quotes[quote].certainty = None;
            return Ok(quote);
        }
        self.is_read(Span::new(at.start, at.start + 1))?;
        let overlapped: Vec<usize> = (0..self.quotes.len())
            .filter(|&quote| !self.unsaid[quote] && self.quotes[quote].span.overlaps(at))
            .collect();
        let text = at.of(self.source);
        let mut quote = Quote {
            kind: kind(text),
            act: QuoteAct::Statement,
            text: text.to_owned(),
            span: at,
            cue: None,
            parts: Vec::new(),
            speaker: None,
            continues: None,
            same_as: None,
            source_kind: SourceKind::Unnamed,
            words: words_in(text),
            certainty: None,
            basis: Some(Basis::Reader),
        };
        if let Some(&first) = overlapped.first() {
            let known = &self.quotes[first];
            quote.cue = known.cue.clone().filter(|cue| !cue.span.overlaps(at));
            quote.speaker.clone_from(&known.speaker);
            quote.source_kind = known.source_kind;
            quote.act = known.act;
            quote.continues = known.continues;
        }
        let index = self.quotes.len();
        for &old in &overlapped {
            self.unsaid[old] = true;
        }
        // speech that goes on goes on from it
        for other in self.quotes.iter_mut() {
            if other.continues.is_some_and(|before| overlapped.contains(&before)) {
                other.continues = Some(index);
            }
        }
        self.quotes.push(quote);
        self.unsaid.push(false);
        Ok(index)
    }

    /// Says who says `quote`; nobody whom the text tells where that is `None`.
    pub(super) fn says(&mut self, quote: usize, said: Option<Said>) {
        let quote = &mut self.quotes[quote];
        let Some(said) = said else {
            quote.speaker = None;
            quote.source_kind = SourceKind::Unnamed;
            quote.basis = Some(Basis::Reader);
            quote.certainty = None;
            return;
        };
        let source = quote.speaker.take();
        let (entity, name) = match said {
            Said::Entity(entity) => (Some(entity), Some(self.entities[entity].name.clone())),
            Said::Name(name) => (None, Some(name)),
        };
        quote.speaker = Some(Speaker {
            text: source.as_ref().and_then(|source| source.text.clone()),
            span: source.as_ref().and_then(|source| source.span),
            form: source.as_ref().and_then(|source| source.form),
            entity,
            name,
            basis: Some(SpeakerBasis::Reader),
            alternative: None,
            certainty: None,
        });
        quote.source_kind = SourceKind::of(quote.speaker.as_ref());
    }

    /// Puts the quotes in the order of the text and numbers them anew; `entities` are the new numbers of the entities.
    pub(super) fn number_quotes(&mut self, entities: &[Option<usize>]) {
        let said: Vec<usize> = (0..self.quotes.len()).filter(|&old| !self.unsaid[old]).collect();
        let order = order(said.iter().map(|&old| {
            let span = self.quotes[old].span;
            (span.start as u64, span.end as u64)
        }));
        let mut numbers = vec![None; self.quotes.len()];
        for (new, &index) in order.iter().enumerate() {
            numbers[said[index]] = Some(new);
        }
        let befores: Vec<Option<usize>> = self.quotes.iter().map(|quote| quote.continues).collect();
        let mut held: Vec<Option<Quote>> = self.quotes.drain(..).map(Some).collect();
        for index in order {
            let Some(mut quote) = held[said[index]].take() else { continue };
            // past those that are none
            let mut before = quote.continues;
            for _ in 0..MOST_STEPS {
                before = match before {
                    Some(old) if numbers[old].is_none() => befores[old],
                    known => known,
                };
                if before.is_none_or(|old| numbers[old].is_some()) {
                    break;
                }
            }
            let own = self.quotes.len();
            quote.continues = before.and_then(|old| numbers[old]).filter(|&before| before < own);
            quote.same_as = quote.same_as.and_then(|old| numbers[old]).filter(|&same| same != own);
            if let Some(speaker) = quote.speaker.as_mut() {
                speaker.entity = speaker.entity.and_then(|old| entities[old]);
                let other = speaker.alternative.and_then(|old| entities[old]);
                speaker.alternative = other.filter(|_| speaker.entity.is_some() && speaker.entity != other);
                if let Some(entity) = speaker.entity {
                    speaker.name = Some(self.entities[entity].name.clone());
                }
            }
            self.quotes.push(quote);
        }
    }
}

/// Whether all of `text` stands between quotation marks, or some, or none.
fn kind(text: &str) -> QuoteKind {
    if text.starts_with(MARKS) && text.ends_with(|c| MARKS.contains(&c) || c == '’') {
        QuoteKind::Direct
    } else if text.contains(MARKS) {
        QuoteKind::Mixed
    } else {
        QuoteKind::Indirect
    }
}
