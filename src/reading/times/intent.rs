//! Words of plan, refusal and delay, which tell whether the day beside them is still to come.

/// Words before an infinitive that set it in the future: verbs and nouns of intention.
pub(super) const PLANNED: &[&str] = &[
    "hope",
    "hopes",
    "hoped",
    "hoping",
    "want",
    "wants",
    "wanted",
    "was",
    "were",
    "threatened",
    "threatening",
    "threat",
    "pledged",
    "pledge",
    "pledges",
    "vows",
    "promise",
    "promises",
    "obliged",
    "bound",
    "poised",
    "fit",
    "ready",
    "aimed",
    "aiming",
    "has",
    "have",
    "told",
    "ordered",
    "required",
    "summoned",
    "is",
    "are",
    "set",
    "planned",
    "plans",
    "plan",
    "intended",
    "intends",
    "intention",
    "agreed",
    "agreement",
    "deal",
    "offer",
    "program",
    "programme",
    "proposal",
    "promised",
    "vowed",
    "prepared",
    "preparing",
];

/// Verbs of deciding: what is decided begins or ends on the day that "from" or "by" brings.
pub(super) const DECIDED: &[&str] = &["voted", "decided", "chose", "opted", "resolved", "asked"];

/// What has happened or has not, with the verb before the infinitive: "failed to meet on Monday" (Karttunen 1971).
pub(super) const IMPLICATIVE: &[&str] = &[
    "failed",
    "fails",
    "refused",
    "declined",
    "managed",
    "tried",
    "attempted",
    "began",
    "started",
    "continued",
    "happened",
    "forgot",
    "neglected",
    "able",
    "unable",
    "had",
];

/// Words before "for" that look ahead to what follows it.
pub(super) const LOOKS_FOR: &[&str] = &[
    "tickets",
    "doubtful",
    "available",
    "unavailable",
    "ready",
    "fit",
    "preparing",
    "prepare",
    "prepares",
    "preparations",
    "favourites",
    "favorites",
    "waiting",
    "wait",
    "bracing",
    "brace",
    "tipped",
    "gearing",
    "up",
    "hopes",
    "doubt",
    "calls",
    "plans",
];

/// What is done at an event, as the base form tells it: "will miss Saturday's match".
pub(super) const ATTENDS: &[&str] = &[
    "miss", "attend", "boycott", "skip", "play", "host", "join", "face", "start", "chair", "address", "contest",
    "watch", "run", "compete", "vote", "appear", "speak", "perform", "race", "win", "lead", "open", "feature",
];

/// What takes an event off its day: "cancelled Sunday's visit".
pub(super) const CALLED_OFF: &[&str] =
    &["cancelled", "canceled", "postponed", "banned", "scrapped", "rescheduled", "boycott", "cancel", "postpone"];

/// Verbs of asking: what somebody is asked to do is still to be done.
pub(super) const ASKED: &[&str] = &["urged", "urges", "asked", "asks", "ordered", "invited", "advised", "warned"];

/// What puts something off, or to another day: that day is still to come.
pub(super) const PUT_OFF: &[&str] = &[
    "bailed",
    "bail",
    "postponed",
    "sent",
    "banned",
    "barred",
    "grounded",
    "cancelled",
    "canceled",
    "halted",
    "excluded",
    "delayed",
    "adjourned",
    "suspended",
    "extended",
    "moved",
    "pushed",
    "deferred",
    "remanded",
    "rescheduled",
    "put",
    "shifted",
    "brought",
    "held",
];

/// What sets a day for something: "set a hearing for Friday", "called a strike for Tuesday".
pub(super) const SET: &[&str] = &[
    "set",
    "pencilled",
    "penciled",
    "earmarked",
    "lined",
    "timetabled",
    "tabled",
    "organised",
    "organized",
    "convened",
    "confirmed",
    "sets",
    "called",
    "calls",
    "planned",
    "scheduled",
    "fixed",
    "booked",
    "slated",
    "arranged",
    "listed",
    "billed",
    "announced",
    "proposed",
];

/// What is met without a meeting.
pub(super) const FULFILLED: &[&str] = &[
    "demand",
    "demands",
    "needs",
    "targets",
    "goals",
    "costs",
    "obligations",
    "payments",
    "requirements",
    "standards",
];
