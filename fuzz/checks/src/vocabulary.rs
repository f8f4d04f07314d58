//! Words and marks that each grammar looks for, so that any order of them meets its rules half-way.

/// A story to take corrections in.
pub(crate) const STORY: &str = "Ferry to the islands resumes after storm\n\nBy Ada Rook\n\nPORT ELDER, May 3 (Reuters) - Boats sail \
    again, Mayor Ana Costa said on Tuesday. \u{201c}Nobody pays twice for 300 seats,\u{201d} she added.\n\n(Reporting by A. Lund)\n";

/// What stands around a story.
#[rustfmt::skip]
pub(crate) const ROWS: &[&str] = &[
    "\n", "\n\n", "\r\n", "\t", "By", "by", "By Ada Rook", "Ada Rook", "ADA ROOK", "Ben Moss and Ada Rook", ",", "|", "•", "·", "/", "-", "—",
    ":", ".", "(", ")", "[", "]", "AFP", "(AP)", "Reuters", "PORT ELDER, May 3 (Reuters) -", "HARROW (AP) —", "PORT ELDER", "London,", "May 3",
    "3 May 2022", "May 3, 2022", "2022-05-03T08:30:00+02:00", "03/05/2022", "8:30", "8.30 p.m.", "EDT", "GMT+8", "Updated:", "Published",
    "Last modified", "2 hours ago", "1d", "Photo:", "PHOTO", "(Photo: Ada Rook/Reuters)", "Getty Images", "EPA-EFE", "via", "/", "Courtesy of",
    "File picture", "Reporting by", "(Reporting by A. Lund; editing by B. Moss)", "Editing by", "Additional reporting by", "writing by",
    "Our Standards: The Elder Trust Principles.", "Correction:", "Editor's note:", "An earlier version of this article", "CORRECTED", "UPDATE 3-",
    "EXCLUSIVE", "WRAPUP 1-", "Read more:", "Related", "Advertisement", "Share", "1.2K", "Comments (12)", "Tags: ferry, port", "Sign up",
    "© 2022 The Elder Post", "All rights reserved.", "Home", "News > World", "Subscribe", "https://www.elderpost.example/2022/05/03/ferry-a-1.html",
    "ada@elderpost.example", "@adarook", "#ferry", "Ferry resumes after storm", "The harbour was closed for a day, the mayor said.",
    "KEY POINTS", "* ", "1. ", "Q:", "A:", "ADA ROOK:", "14:02", "LIVE", "Latest", "From:", "To:", "Subject:", "> ", "BC-FERRY", "^", "xx",
    "-30-", "ENDS", "FOR IMMEDIATE RELEASE", "Media contact:", "MORE TO FOLLOW", "Staff writer", "in Port Elder", "—With assistance from",
];

/// Dates, times of day, durations, sets.
#[rustfmt::skip]
pub(crate) const TIMES: &[&str] = &[
    "\n\n", ".", ",", "-", "–", "/", "'", "’s", "(", ")", "on", "in", "at", "from", "to", "until", "since", "between", "and", "or", "of", "the",
    "a", "this", "last", "next", "past", "coming", "previous", "following", "same", "early", "late", "mid", "end of", "beginning of", "about",
    "nearly", "more than", "at least", "every", "each", "other", "twice a", "once", "ago", "earlier", "later", "before", "after", "from now",
    "today", "yesterday", "tomorrow", "tonight", "now", "then", "recently", "Monday", "Tuesday", "Fri.", "weekend", "May", "Sept.", "February",
    "march", "3", "30", "31", "2nd", "third", "21st", "1999", "2022", "0", "99999", "’90s", "1990s", "nineties", "century", "decade", "spring",
    "winter", "Christmas", "Ramadan", "Easter", "New Year’s Eve", "fiscal", "quarter", "Q3", "FY2021/22", "second", "hour", "hours", "minutes",
    "day", "days", "week", "fortnight", "month", "year", "years", "10:30", "25:61", "a.m.", "noon", "morning", "GMT", "half", "two",
];

/// Numbers in figures and words, with what they count.
#[rustfmt::skip]
pub(crate) const QUANTITIES: &[&str] = &[
    "\n\n", ".", ",", "-", "–", "/", "%", "$", "€", "£", "¥", "US$", "RM", "Rs", "USD", "C$", "(", ")", "to", "and", "or", "of", "a", "an", "the",
    "about", "some", "more than", "at least", "up to", "between", "from", "no", "several", "dozens", "hundreds", "per", "per cent", "percent",
    "percentage points", "basis points", "0", "1", "3", "12", "300", "1,200", "1,2,3", "1.5", "3.4.5", ".5", "1e9", "1/2", "½", "007",
    "99999999999999999999", "9007199254740993", "4294967296", "one", "two", "three", "eleven", "twenty", "ninety-nine", "hundred", "thousand",
    "million", "mln", "bn", "trillion", "m", "k", "dozen", "half", "third", "two-thirds", "quarter", "first", "22nd", "zero", "people", "boats",
    "seats", "km", "miles", "tonnes", "barrels", "degrees", "°C", "mph", "hectares", "kg", "litres", "euros", "dollars", "cents", "pounds",
    "rupees", "a year", "square", "minus", "times",
];

/// Marks, cues and sources.
#[rustfmt::skip]
pub(crate) const QUOTES: &[&str] = &[
    "\n", "\n\n", "\r\n\r\n", ".", ",", "?", "!", ":", ";", "—", "...", "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "(", ")", "[", "]", "said",
    "says", "told reporters", "told", "added", "asked", "according to", "as", "that", "which", "who", "in a statement", "tweeted", "wrote",
    "declined to comment", "did not respond to a request for comment", "argued", "shouted", "he", "she", "She", "They", "it", "I", "we", "his",
    "her", "the mayor", "The minister", "officials", "a spokeswoman", "the spokesman", "police", "a source", "analysts", "Ada Quill", "Quill",
    "Mr. Moss", "Carl Moss", "Dr. Ana Costa", "Costa", "Mayor", "President", "Prime Minister Olu Adeyemi", "O’Neill-Vance", "the Harbour Board",
    "Elder Lines", "Reuters", "Ardmouth", "Port Elder", "of", "in", "the", "a", "and", "but", "not", "is", "was", "has been", "will sail", "boats",
    "Boats sail again", "the pier is closed", "nobody", "very", "three weeks", "300 people", "$2 million", "12%", "on Tuesday", "yesterday", "May 3",
    "2022", "By Jane Roe\n", "PORT ELDER, May 3 (Reuters) -", "Photo: EPA\n", "(Reporting by A. Lund)\n", "Q:", "A:", "QUILL:", "– ", "* ", "’s",
    "U.S.", "No.",
];

/// People, bodies and places.
#[rustfmt::skip]
pub(crate) const NAMES: &[&str] = &[
    "\n", "\n\n", ".", ",", ";", "-", "’s", "'", "(", ")", "“", "”", "said", "met", "in", "of", "for", "at", "the", "The", "a", "and", "or", "who",
    "which", "former", "then", "late", "Mr.", "Mrs.", "Ms", "Dr.", "Sir", "Lord", "President", "Prime Minister", "Foreign Minister", "Mayor",
    "Judge", "Gen.", "chief executive", "spokesman", "spokeswoman", "player", "captain", "Ada", "Ana", "Carl", "Jean-Luc", "Mohammed", "Xi", "J.",
    "K.", "Quill", "Moss", "Costa", "O’Neill", "van der Berg", "al-Masri", "bin", "de la", "Jr.", "III", "QUILL", "Ministry", "Department",
    "Bank", "University", "Court", "Council", "Party", "Inc.", "Ltd", "Corp", "& Sons", "Group", "FC", "United", "City", "U.N.", "NATO", "FBI", "EU",
    "London", "Paris", "New York", "Washington", "Ardmouth", "Port Elder", "North", "South Korea", "British", "French", "River", "Street", "St.",
    "Mount", "Island", "May", "Will", "April", "boats",
];
