//! What a row is by itself.

use super::Feature;
use crate::layout::facts::Facts;

/// Length, case and marks.
pub(super) fn shape(facts: &Facts, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    let length = [F::Length1, F::Length2, F::Length3, F::Length4, F::Length5, F::Length6, F::Length7, F::Length8];
    let bucket = [4, 11, 21, 41, 71, 111, 181].iter().position(|&most| facts.shape.chars < most).unwrap_or(7);
    seen(length[bucket], true);
    seen(F::Prose, facts.shape.prose);
    seen(F::WeakProse, facts.shape.weak_prose);
    match facts.shape.last {
        '.' | '!' => seen(F::EndsStop, true),
        '?' => seen(F::EndsQuestion, true),
        ':' => seen(F::EndsColon, true),
        '”' | '"' | '’' | '\'' => seen(F::EndsQuote, true),
        '…' => seen(F::EndsEllipsis, true),
        ')' | ']' => seen(F::EndsBracket, true),
        _ => seen(F::EndsOpen, true),
    }
    match facts.shape.first {
        c if c.is_lowercase() => seen(F::StartsSmall, true),
        c if c.is_numeric() => seen(F::StartsDigit, true),
        '“' | '"' | '‘' | '\'' => seen(F::StartsQuote, true),
        '•' | '-' | '–' | '—' | '*' | '·' | '●' | '▪' | '>' | '→' | '■' | '►' => {
            seen(F::StartsBullet, true);
        }
        '(' | '[' => seen(F::StartsBracket, true),
        _ => {}
    }
    seen(F::AllCaps, facts.shape.all_caps);
    let capital_share = facts.shape.capitalised * 10 / facts.shape.words.max(1);
    seen(F::TitleCase, facts.shape.words >= 3 && capital_share >= 7 && !facts.shape.all_caps);
    seen(F::SentenceCase, facts.shape.words >= 4 && capital_share <= 4);
    seen(F::Bias, true);
    seen(F::OneWord, facts.shape.words == 1);
    seen(F::TwoWords, facts.shape.words == 2);
    seen(F::ThreeWords, facts.shape.words == 3);
    let function_share = facts.shape.function * 10 / facts.shape.words.max(1);
    seen(F::FunctionNone, facts.shape.words >= 2 && facts.shape.function == 0);
    seen(F::FunctionFew, facts.shape.function > 0 && function_share < 3);
    seen(F::FunctionMany, function_share >= 3);
    seen(F::Sentences2, facts.shape.stops == 1);
    seen(F::Sentences3, facts.shape.stops >= 2);
    seen(F::Commas2, facts.shape.commas >= 2);
    seen(F::HasQuotes, facts.shape.quotes);
    seen(F::HasSaid, facts.shape.said);
    seen(F::HasYear, facts.shape.year);
    seen(F::HasPipe, facts.shape.pipe);
    seen(F::HasDash, facts.shape.dash);
    seen(F::HasArrow, facts.shape.arrow);
    seen(F::ColonLabel, facts.shape.colon_label);
    seen(F::Speaker, facts.shape.speaker);
    seen(F::ListNumber, facts.shape.list_number);
    seen(
        F::CapsStopShort,
        facts.shape.words <= 8
            && facts.shape.first.is_uppercase()
            && !matches!(facts.shape.last, '.' | '!' | '?' | ':' | ',' | '”' | '"'),
    );
}

/// What the grammars of the parts and the lists of phrases say.
pub(super) fn grammar(facts: &Facts, seen: &mut impl FnMut(Feature, bool)) {
    use Feature as F;
    seen(F::TimestampWhole, facts.told.timestamp_whole);
    seen(F::TimestampPart, facts.told.timestamp_part);
    seen(F::TimestampRelative, facts.told.timestamp_relative);
    seen(F::TimestampLabelled, facts.told.timestamp_labelled);
    seen(F::ByWhole, facts.told.by_whole);
    seen(F::ByPart, facts.told.by_part);
    seen(F::NamesAlone, facts.told.names_alone);
    seen(F::AgencyAlone, facts.told.agency_alone);
    seen(F::CreditSure, facts.told.credit_sure);
    seen(F::CreditMaybe, facts.told.credit_maybe);
    seen(F::CreditTail, facts.told.credit_tail);
    seen(F::Dateline3, facts.told.dateline == 3);
    seen(F::Dateline2, facts.told.dateline == 2);
    seen(F::Dateline1, facts.told.dateline == 1);
    seen(F::DatelineOwnLine, facts.told.dateline_own_line);
    seen(F::SignoffWhole, facts.told.signoff_whole);
    seen(F::SignoffTail, facts.told.signoff_tail);
    seen(F::Contributors, facts.told.contributors);
    seen(F::ShareRow, facts.phrases.share_row);
    seen(F::NavRow, facts.phrases.nav_row);
    seen(F::PromoStart, facts.phrases.promo_start);
    seen(F::LegalOne, facts.phrases.legal == 1);
    seen(F::LegalMany, facts.phrases.legal >= 2);
    seen(F::NoteStart, facts.phrases.note_start);
    seen(F::Bio, facts.phrases.bio);
    seen(F::TagsStart, facts.phrases.tags_start);
    seen(F::CopyrightMark, facts.phrases.copyright);
    seen(F::Gallery, facts.phrases.gallery);
    seen(F::CaptionCue, facts.phrases.caption_cue);
    seen(F::CaptionStart, facts.phrases.caption_start);
    seen(F::UrlWhole, facts.shape.url_whole);
    seen(F::UrlInside, facts.shape.url_inside);
    seen(F::Handle, facts.shape.handle);
    seen(F::Number, facts.shape.number.is_some_and(|number| number < 10_000));
    seen(F::BigNumber, facts.shape.number.is_some_and(|number| number >= 10_000));
    seen(F::ShareWordMost, facts.phrases.share_words * 2 > facts.shape.words && facts.shape.words > 1);
    seen(F::HeadlineShape, facts.shape.like_headline);
    seen(F::Section, facts.phrases.section);
    seen(F::Depicts, facts.phrases.depicts);
}
