//! Looks for texts that cost more than they are long: `cargo xtask growth [MINUTES [SEED]]`. Pieces are repeated to a text of
//! some length and of twice that; a linear reading takes twice as long for it. What does not is measured again, longer.
//!
//! Time is that of the thread on its processor, the least of several runs: what else the machine does counts little.

use nutgraf::{Options, parse};
use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Bytes of the first look, of each step of the second, and the times as long from step to step.
const FIRST: usize = 24_000;
const SECOND: [usize; 3] = [100_000, 200_000, 400_000];

/// Twice the text may take so much longer before it is looked at again, …
const SUSPECT: f64 = 2.5;
/// … and so much, from the first of the second look to the last, before it is a fault: n to the 1.2.
const FAULT: f64 = 5.3;

/// Nanoseconds a byte that are told of, linear or not: a slow text is no fault, but worth a look.
const SLOW: f64 = 20_000.0;

/// What texts are made of, alone and in any order.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "a", "A", "7", " ", "\n", "\n\n", "\t", ".", ",", ";", ":", "!", "?", "-", "–", "—", "/", "|", "•", "*", "_", "#", "@", "&", "(", ")", "[", "]",
    "{", "}", "<", ">", "“", "”", "\"", "‘", "’", "'", "«", "»", "$", "€", "%", "=", "+", "\\", "\u{a0}", "\u{ad}", "\u{ad}\n", "\u{200b}", "\u{202e}", "\u{301}",
    "İ", "ß", "ﬁ", "漢", "𝒩", "👩🏽‍🚀", "&amp;", "&ldquo;", "&#8220;", "â€œ", "Ã©", "<b>", "</p>", "<!--", "-->", "> ", "\n> ", "-\n", "...", "----", "====",
    "a ", "A ", "a. ", "A. ", "A.B. ", "Aa ", "AA ", "aA", "a,b ", "a-b-", "7 ", "7. ", "7,", "1,000 ", "3.5", "1/2 ", "10:30 ", "2022-05-03 ", "3/5/22 ", "99999999999",
    "a\n", "A\n", "7\n", "Aa Bb\n", "A a a a.\n", "AAA\n", "a|b\n", "a\tb\n", "7\t8\n", "|1|2|\n", "?\n", "(\n", "“\n", "* a\n", "1. a\n", "A:\n", "Q: a\n", "A: b\n",
    "the ", "and ", "of ", "in ", "said ", "says ", "that ", "who ", "which ", "he ", "She ", "they ", "it ", "not ", "as ", "to ", "from ", "told ", "according to ",
    "said, ", "said. ", ", said ", "” said ", "“a” ", "“a,” ", "‘a’ ", "“a ‘b’ c” ", "“a ", "a” ", "Ada ", "Quill ", "Ada Quill ", "Mr. ", "Mr. Moss ", "Dr. A. ", "Mayor ",
    "President Costa ", "Harbour Board ", "Ltd ", "U.S. ", "London ", "Port Elder ", "O’Neill-", "van der ", "’s ", "Ada Quill, 43, ", "ADA QUILL ", "ADA QUILL: a\n", "By ", "By Ada Quill\n",
    "By Ada and ", "Ada Quill/", "/Reuters", "(Reuters) - ", "(AP) — ", "LONDON, ", "LONDON, May 3 (Reuters) - ", "Photo: ", "(Photo: A)\n", "Reporting by A; ", "(Reporting by ", "Updated: ",
    "Published May 3\n", "May ", "May 3 ", "Sept. ", "Monday ", "last ", "next ", "yesterday ", "years ", "ago ", "a year ", "the day before ", "end of ", "every ", "two ", "hundred ", "million ",
    "thousand and ", "dozen ", "half ", "$5 ", "$5 million ", "km ", "per cent ", "to 5 ", "between ", "http://", "https://a.example/b ", "www.a.", "a@b.", "@a ", "#a ", "Read more:\n", "Share\n",
    "Advertisement\n", "© 2022 ", "Correction: ", "From: a\n", "On May 3, A wrote:\n", "14:02 a\n", "2 hours ago\n", "Comments (3)\n", "Tags: a, ", "fn a() {\n", "a = b;\n",
];

/// The time that a reading takes on this thread's processor, the least of `runs`.
fn time(text: &str, runs: usize) -> Duration {
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
    };
    let run = || {
        let start = now();
        black_box(parse(black_box(text), &Options::new()));
        now().saturating_sub(start)
    };
    (0..runs).map(|_| run()).min().unwrap_or_default()
}

/// `begin`, then `unit` again and again, then `end`, some `size` bytes.
fn text(shape: &Shape, size: usize) -> String {
    let unit: String = shape.unit.concat();
    let mut text = shape.begin.to_owned();
    while text.len() < size {
        text += &unit;
    }
    text + shape.end
}

/// How a text is made.
#[derive(Debug)]
struct Shape {
    begin: &'static str,
    unit: Vec<&'static str>,
    end: &'static str,
}

/// Numbers that the seed decides: `SplitMix64`.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % count.max(1) as u64) as usize
    }

    fn piece(&mut self) -> &'static str {
        PIECES[self.below(PIECES.len())]
    }

    /// A shape: mostly a few pieces repeated, now and then after or before another that may be waited for.
    fn shape(&mut self) -> Shape {
        let count = 1 + self.below(2) + self.below(4);
        let unit = (0..count).map(|_| self.piece()).collect();
        let story = "Ferry resumes\n\nPORT ELDER, May 3 (Reuters) - Boats sail again, Mayor Ada Quill said.\n\n";
        let begin = ["", "", "", self.piece(), story][self.below(5)];
        let end = ["", "", "", self.piece(), "\n\nBoats sail again, the mayor said on Tuesday.\n"][self.below(5)];
        Shape { begin, unit, end }
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map_while(|number| number.parse::<u64>().ok());
    let (minutes, seed) = (arguments.next().unwrap_or(10), arguments.next().unwrap_or(1));
    let end = Instant::now() + Duration::from_secs(60 * minutes);
    let mut dice = Dice(seed);
    let (mut tried, mut again, mut faults) = (0, 0, 0);
    let mut slowest = (0.0, String::new());
    // first each piece alone, where no seed asks for another look; then what the dice say
    let alone = PIECES.iter().filter(|_| seed == 1).map(|piece| Shape { begin: "", unit: vec![piece], end: "" });
    for shape in alone.chain(std::iter::from_fn(|| Some(dice.shape()))) {
        if Instant::now() > end {
            break;
        }
        tried += 1;
        let (short, long) = (text(&shape, FIRST), text(&shape, 2 * FIRST));
        let (once, twice) = (time(&short, 2), time(&long, 2));
        let each = twice.as_secs_f64() * 1e9 / f64::from(long.len() as u32);
        if each > slowest.0 {
            slowest = (each, format!("{shape:?}"));
        }
        if each > SLOW {
            println!("slow: {each:.0} ns a byte: {shape:?}");
        }
        if twice.as_secs_f64() < SUSPECT * once.as_secs_f64() {
            continue;
        }
        again += 1;
        let times = SECOND.map(|size| time(&text(&shape, size), 2).as_secs_f64());
        if times[2] > FAULT * times[0] {
            faults += 1;
            let times = times.map(|time| format!("{:.0} ms", time * 1000.0)).join(", ");
            println!("FAULT: {times} for {SECOND:?} bytes: {shape:?}");
        }
    }
    println!(
        "{tried} shapes, {again} looked at again, {faults} faults; slowest {:.0} ns a byte: {}",
        slowest.0, slowest.1
    );
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
