//! What is said, what is held, and what is neither.

use super::{read, rows};
use crate::QuoteAct;

#[test]
fn plain_facts_are_no_attributions() {
    for body in [
        // a noun that looks like a cue
        "Two blasts shut the pier road.",
        "Several claims ran into the thousands.",
        // objects of actions
        "The gale claimed three boats.",
        "The striker claimed a late winner.",
        "Shares in the port added 3 percent.",
        "The keeper denied Rovers a late goal.",
        "Brandt confirmed his seat in the final.",
        "The boat found its way home.",
        "The town said farewell to its ferry.",
        "Brandt welcomed the guests.",
        "Quist thanked him.",
        "Brandt blasted it into the net.",
        "The keeper condemned it, and left.",
        "Quist praised them and sat down.",
        "The board defended him on Monday.",
        "The crew criticised nobody.",
        "Rovers rejected a bid from United.",
        "The town remembers its dead.",
        "Brandt stated his name and age.",
        "The crew called a strike.",
        "Brandt added two boats in May.",
        "Brandt asked the way to the station.",
        "Rain said to be the heaviest in years fell.",
        "A course called Sea and Shore will be introduced.",
        "The pier has a sign that reads “No dogs”. Her cap said “Captain”.",
        "Brandt responded to claims that he had sold the boat.",
        // nothing is said
        "Brandt did not deny selling the boat.",
        "Quist did not say how many boats sank.",
        "Brandt would not say who paid.",
        "Quist could not recall most of the names.",
        "The port declined to comment.",
        "Brandt refused to answer.",
    ] {
        assert!(read(body).quotes.is_empty(), "{body}: {:?}", rows(&read(body)));
    }
}

#[test]
fn what_is_said_without_that_is_still_said() {
    for body in [
        "Brandt claimed the gale sank three boats.",
        "The port added nobody had measured the pier.",
        "Brandt denied he had sold the boat.",
        "Quist denied the claim.",
        "Brandt denied taking the boat.",
        "Quist confirmed the pier was closed.",
        "Brandt said it’s a gift.",
        "Brandt called the plan a disgrace.",
        "Brandt termed the plan a disgrace.",
        "Brandt blamed it on the gale.",
        "Quist accused him on Monday of selling the boat.",
        "Quist praised them for the rescue.",
        "The board criticised him over the boat.",
    ] {
        assert_eq!(read(body).quotes.len(), 1, "{body}");
    }
}

#[test]
fn the_act_follows_the_sense_of_the_cue() {
    use QuoteAct::{Demand, Question, Stance, Statement};
    for (body, act) in [
        ("Quist said the pier would stay.", Statement),
        ("Quist warned that the pier would fall.", Statement),
        ("“Is that a boat?” Quist asked.", Question),
        ("Brandt asked whether the pier would stay.", Question),
        ("Brandt asked why nobody had come.", Question),
        ("Brandt asked the town to keep the pier.", Demand),
        ("Brandt demanded that the pier be kept.", Demand),
        ("“Keep the pier,” Brandt demanded.", Demand),
        ("Brandt told the town to keep the pier.", Demand),
        ("Brandt believes that the pier will stay.", Stance),
        ("Brandt hopes to keep the pier.", Stance),
        ("Brandt fears the pier will fall.", Stance),
        ("Brandt opposed the plan.", Stance),
        ("Brandt called for an inquiry.", Stance),
        ("Brandt urged the town to keep the pier.", Demand),
        ("Quist ordered residents to leave the pier.", Demand),
        ("A study found that the pier would stay.", Statement),
        ("Brandt plans to sell the boat.", Stance),
    ] {
        let acts: Vec<QuoteAct> = read(body).quotes.iter().map(|quote| quote.act).collect();
        assert!(acts.iter().all(|&found| found == act), "{body}: {acts:?}");
        assert!(!acts.is_empty(), "{body}");
    }
}

#[test]
fn who_does_not_speak_has_a_mark() {
    for (body, text) in [
        ("Brandt declined to comment.", "declined to comment"),
        ("Brandt has declined to comment further.", "has declined to comment"),
        ("Brandt refused to comment on the plan.", "refused to comment"),
        ("Brandt did not respond to a request for comment.", "did not respond to a request"),
        ("Brandt did not immediately respond to questions.", "did not immediately respond to questions"),
        ("Brandt could not be reached for comment.", "could not be reached for comment"),
        ("Brandt was not available for comment.", "was not available for comment"),
        ("Brandt did not return calls.", "did not return calls"),
        ("Brandt has not commented.", "has not commented"),
        ("Brandt has yet to comment.", "has yet to comment"),
        ("Brandt refused to be drawn on the plan.", "refused to be drawn"),
        ("Brandt declined to be interviewed.", "declined to be interviewed"),
        ("Brandt declined an interview request.", "declined an interview"),
        ("Brandt would not be drawn on the plan.", "would not be drawn"),
        ("Brandt did not wish to comment.", "did not wish to comment"),
        ("Brandt has been approached for comment.", "has been approached for comment"),
        ("Brandt did not reply to emails seeking comment.", "did not reply to emails"),
        ("Brandt had no comment.", "no comment"),
    ] {
        let article = read(body);
        let brandt = article.entities.iter().find(|entity| entity.name == "Tomas Brandt").map(|entity| entity.id);
        let found: Vec<_> = article.no_comment.iter().map(|none| (none.text.as_str(), none.entity)).collect();
        let whole = found
            .first()
            .is_some_and(|(found, who)| found.contains(text) && (*who == brandt || body.contains("had no")));
        assert!(found.len() == 1 && whole, "{body}: {found:?}");
        assert!(article.quotes.is_empty(), "{body}: {:?}", rows(&article));
    }
    for body in [
        "Brandt responded to a request for comment.",
        "Brandt declined to sell the boat.",
        "Readers can comment below.",
        "The boat could not be reached in the gale by the crew.",
        "Brandt answered all questions.",
        "Brandt was approached for the job.",
        "The letter went unread, and the lots will be drawn on Monday.",
    ] {
        assert!(read(body).no_comment.is_empty(), "{body}: {:?}", read(body).no_comment);
    }
}
