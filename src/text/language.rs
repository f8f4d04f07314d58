//! Which language a text is in, by its script and, where that is Latin, by its small words.
//!
//! A general detector weighs a fifth of all that the page loads. Press text is long and plain: every
//! third word of it is an article, a preposition or an auxiliary, and a list of these is enough.

use super::Text;
use super::tokens::Kind;
use super::words::{WordList, word_list};

/// The small words of each language; see the list's head.
static SMALL: WordList = word_list!("small_words.txt");

/// Words that are looked at: more would not change the answer.
const LOOK: usize = 4_000;

/// Words of one stretch, where a text is too long to be looked at as a whole.
const STRETCH: usize = 250;

/// Scripts that tell the language, or the family whose letters do: first and last character, and the
/// tag of the language that most text in it is in. Sorted.
const SCRIPTS: &[(char, char, &str)] = &[
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{400}', '\u{52f}', "ru"),
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{600}', '\u{6ff}', "ar"),
    ('\u{750}', '\u{77f}', "ar"),
    ('\u{900}', '\u{97f}', "hi"),
    ('\u{980}', '\u{9ff}', "bn"),
    ('\u{a00}', '\u{a7f}', "pa"),
    ('\u{a80}', '\u{aff}', "gu"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{c00}', '\u{c7f}', "te"),
    ('\u{c80}', '\u{cff}', "kn"),
    ('\u{d00}', '\u{d7f}', "ml"),
    ('\u{d80}', '\u{dff}', "si"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{e80}', '\u{eff}', "lo"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1100}', '\u{11ff}', "ko"),
    ('\u{1200}', '\u{139f}', "am"),
    ('\u{1780}', '\u{17ff}', "km"),
    ('\u{1f00}', '\u{1fff}', "el"),
    ('\u{3040}', '\u{30ff}', "ja"),
    ('\u{31f0}', '\u{31ff}', "ja"),
    ('\u{3400}', '\u{9fff}', "zh"),
    ('\u{ac00}', '\u{d7af}', "ko"),
    ('\u{f900}', '\u{faff}', "zh"),
    ('\u{ff66}', '\u{ff9f}', "ja"),
    ('\u{20000}', '\u{323af}', "zh"),
];

/// Letters that one language of a script has and the most common one lacks; the first that holds
/// decides. Ukrainian has і as well as Belarusian, so ў comes first.
const LETTERS: &[(&str, &str, &str)] = &[
    ("ru", "ўЎ", "be"),
    ("ru", "іїєґІЇЄҐ", "uk"),
    ("ru", "ѓќѕЃЌЅ", "mk"),
    ("ru", "јљњћђџЈЉЊЋЂЏ", "sr"),
    ("ru", "әғқңұһӘҒҚҢҰ", "kk"),
    ("ar", "ٹڈڑےں", "ur"),
    ("ar", "پچژگک", "fa"),
];

/// What was counted of one language.
type Count = (&'static str, usize);

/// The BCP 47 tag of the language of `text`; `None` where it does not tell.
pub(crate) fn of(text: &Text<'_>) -> Option<&'static str> {
    let words = sample(text);
    let mut latin = 0;
    let mut scripts: Vec<Count> = Vec::new();
    let mut marked = [0usize; LETTERS.len()];
    let mut plain_cyrillic = 0;
    for c in words.iter().flat_map(|word| word.chars().take(200)) {
        if is_latin(c) {
            latin += 1;
        } else if let Some(tag) = script(c) {
            add(&mut scripts, tag, 1);
            plain_cyrillic += usize::from(matches!(c, 'ы' | 'э' | 'ё' | 'Ы' | 'Э' | 'Ё'));
            for (count, (_, letters, _)) in marked.iter_mut().zip(LETTERS) {
                *count += usize::from(letters.contains(c));
            }
        }
    }
    let count = |tag: &str| scripts.iter().find(|(of, _)| *of == tag).map_or(0, |&(_, count)| count);
    // Japanese is written in Chinese characters as well; one of either says as much as two letters
    let (kana, han) = (count("ja"), count("zh"));
    let other = scripts.iter().map(|&(tag, count)| if matches!(tag, "ja" | "zh" | "ko") { 2 * count } else { count });
    if other.sum::<usize>() <= latin {
        return by_words(&words);
    }
    let (tag, letters) = scripts.iter().copied().max_by_key(|&(_, count)| count)?;
    if matches!(tag, "ja" | "zh") {
        return (kana + han >= 8).then_some(if kana * 20 >= han { "ja" } else { "zh" });
    }
    if letters < 15 {
        return None;
    }
    for (&(of, _, closer), &count) in LETTERS.iter().zip(&marked) {
        // a name spelled in another language brings one or two such letters
        if of == tag && count >= 2 && count * 100 >= letters {
            return Some(closer);
        }
    }
    if tag == "ru" && letters >= 100 && plain_cyrillic == 0 {
        return Some("bg");
    }
    Some(tag)
}

/// The words that are looked at: all, or stretches from the whole of the text.
fn sample<'t>(text: &Text<'t>) -> Vec<&'t str> {
    let total = text.tokens.len();
    let stretches = if total <= LOOK { 1 } else { LOOK / STRETCH };
    let length = if total <= LOOK { total } else { STRETCH };
    (0..stretches)
        .flat_map(|index| {
            let from = index * ((total - length) / (stretches.max(2) - 1));
            from..from + length
        })
        .filter(|&index| text.tokens[index].kind == Kind::Word)
        .map(|index| text.str(text.tokens[index]))
        .collect()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The language that the script of `c` stands for.
fn script(c: char) -> Option<&'static str> {
    let at = SCRIPTS.partition_point(|&(_, last, _)| last < c);
    SCRIPTS.get(at).filter(|&&(first, _, _)| first <= c).map(|&(_, _, tag)| tag)
}

fn add(counts: &mut Vec<Count>, tag: &'static str, by: usize) {
    match counts.iter_mut().find(|(of, _)| *of == tag) {
        Some((_, count)) => *count += by,
        None => counts.push((tag, by)),
    }
}

/// The language whose small words the text is full of. A word of several languages speaks for each,
/// but one that is only the one's counts four times.
fn by_words(words: &[&str]) -> Option<&'static str> {
    let mut scores: Vec<Count> = Vec::new();
    let mut hits: Vec<Count> = Vec::new();
    let mut seen = 0;
    for word in words.iter().filter(|word| is_latin(word.chars().next().unwrap_or(' '))) {
        seen += 1;
        let Some(tags) = SMALL.get(word) else { continue };
        let weight = if tags.contains(' ') { 2 } else { 4 };
        for tag in tags.split(' ') {
            add(&mut scores, tag, weight);
            add(&mut hits, tag, 1);
        }
    }
    let score = |tag: &str| scores.iter().find(|(of, _)| *of == tag).map_or(0, |&(_, score)| score);
    let (best, most) = scores.iter().copied().max_by_key(|&(tag, score)| (score, std::cmp::Reverse(tag)))?;
    let hits = hits.iter().find(|(of, _)| *of == best).map_or(0, |&(_, count)| count);
    let english = score("en");
    // what this library is for needs less: two words, where no other language has more
    if english > 0 && english * 10 >= most * 7 {
        return (hits >= 2 || english >= 8).then_some("en");
    }
    // every sixth word at least, and English far behind: foreign names in an English table are no language
    (hits >= 4 && hits * 6 >= seen && most >= 12 && english * 2 < most).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(source: &str) -> Option<&'static str> {
        of(&Text::new(source))
    }

    #[test]
    fn languages_in_latin_letters() {
        for (tag, source) in [
            ("en", "The harbour board voted on Friday to close the old pier, its chairwoman said."),
            ("fr", "Le conseil du port a décidé vendredi de fermer la vieille jetée, qui est dans un état dangereux."),
            ("de", "Der Hafenrat hat am Freitag beschlossen, die alte Brücke zu schließen, weil sie nicht sicher ist."),
            (
                "es",
                "El consejo del puerto decidió el viernes cerrar el viejo muelle, que según los ingenieros no es seguro.",
            ),
            ("pt", "O conselho do porto decidiu na sexta-feira fechar o velho cais, que não é seguro para os barcos."),
            (
                "it",
                "Il consiglio del porto ha deciso venerdì di chiudere il vecchio molo, che non è più sicuro per le navi.",
            ),
            (
                "nl",
                "Het havenbestuur heeft vrijdag besloten om de oude pier te sluiten, omdat het hout niet veilig is.",
            ),
            ("sv", "Hamnstyrelsen beslutade på fredagen att stänga den gamla piren, som inte är säker för båtarna."),
            (
                "da",
                "Havnen besluttede fredag at lukke den gamle mole, som ikke er sikker, og der blev ikke sagt noget efter mødet.",
            ),
            (
                "nb",
                "Havnen vedtok fredag å stenge den gamle moloen, som ikke er trygg, og det ble ikke sagt noe etter møtet.",
            ),
            (
                "fi",
                "Satama päätti perjantaina sulkea vanhan laiturin, joka ei ole turvallinen, ja se on ollut niin jo vuoden.",
            ),
            (
                "pl",
                "Rada portu postanowiła w piątek zamknąć stare molo, które nie jest bezpieczne dla łodzi, i to już od roku.",
            ),
            (
                "cs",
                "Rada přístavu se v pátek rozhodla uzavřít staré molo, které není bezpečné, a to podle mluvčí až do jara.",
            ),
            (
                "sk",
                "Rada prístavu sa v piatok rozhodla zatvoriť staré mólo, ktoré nie je bezpečné, a to podľa nej až do jari.",
            ),
            (
                "hu",
                "A kikötő tanácsa pénteken úgy döntött, hogy bezárja a régi mólót, mert az már nem biztonságos, és ez így is lesz.",
            ),
            (
                "ro",
                "Consiliul portului a decis vineri să închidă vechiul dig, care nu este sigur pentru bărci, și au fost proteste.",
            ),
            (
                "tr",
                "Liman kurulu cuma günü eski iskeleyi kapatma kararı aldı; bu iskele tekneler için çok güvenli değil ve daha da kötü.",
            ),
            (
                "id",
                "Dewan pelabuhan pada Jumat memutuskan untuk menutup dermaga tua itu karena tidak aman dan bisa runtuh.",
            ),
            (
                "ms",
                "Lembaga pelabuhan pada Jumaat memutuskan untuk menutup jeti lama itu kerana tidak selamat, kata beliau selepas itu.",
            ),
            (
                "vi",
                "Hội đồng cảng đã quyết định đóng cửa cầu tàu cũ vào thứ Sáu vì không an toàn cho các tàu và người dân.",
            ),
            (
                "tl",
                "Nagpasya ang lupon ng daungan na isara ang lumang pantalan dahil hindi ito ligtas para sa mga bangka.",
            ),
            (
                "sw",
                "Bodi ya bandari iliamua kufunga gati la zamani kwa sababu si salama kwa watu na mashua katika eneo hilo.",
            ),
            (
                "hr",
                "Lučko vijeće odlučilo je u petak zatvoriti stari mol jer nije siguran za brodove, a to će biti i nakon zime.",
            ),
        ] {
            assert_eq!(language(source), Some(tag), "{source}");
        }
    }

    #[test]
    fn languages_in_their_own_scripts() {
        for (tag, source) in [
            ("ru", "Совет порта решил в пятницу закрыть старый причал, сообщила его глава."),
            ("uk", "Рада порту вирішила в п’ятницю закрити старий причал, повідомила її голова."),
            ("ja", "港湾委員会は金曜日、古い桟橋を閉鎖することを決めた。"),
            ("zh", "港口委员会周五决定关闭旧码头，主席说。"),
            ("ko", "항만위원회는 금요일 낡은 부두를 폐쇄하기로 결정했다고 밝혔다."),
            ("ar", "قرر مجلس الميناء يوم الجمعة إغلاق الرصيف القديم، كما قالت رئيسته."),
            ("fa", "شورای بندر روز جمعه تصمیم گرفت اسکله قدیمی را ببندد، رئیس آن گفت که چرا."),
            ("he", "מועצת הנמל החליטה ביום שישי לסגור את הרציף הישן, אמרה היושבת ראש."),
            ("el", "Το συμβούλιο του λιμανιού αποφάσισε την Παρασκευή να κλείσει την παλιά προβλήτα."),
            ("th", "คณะกรรมการท่าเรือตัดสินใจปิดท่าเรือเก่าในวันศุกร์"),
            ("hi", "बंदरगाह बोर्ड ने शुक्रवार को पुराने घाट को बंद करने का फैसला किया।"),
        ] {
            assert_eq!(language(source), Some(tag), "{source}");
        }
    }

    #[test]
    fn english_with_foreign_names_and_words_stays_english() {
        for source in [
            "The mayor of La Paz de los Santos, José de la Vega y Ruiz, met Olga Ivanova in São João da \
             Barra, and both said that they were glad of it.",
            "\"Nous avons trouvé des choses que personne n'avait vues,\" the mayor of Saint-Aubrac told reporters in the \
             town hall on Friday, and added that the bridge would be closed for a year.",
            "The poster read 港湾委員会は金曜日に, and nobody on the quay could say what it meant or who had put it there.",
            "Ferry to the islands resumes after storm",
        ] {
            assert_eq!(language(source), Some("en"), "{source}");
        }
    }

    #[test]
    fn too_little_to_tell() {
        for source in ["", "2016", "Ada Quill", "Tokyo 東京", "la", "§ $ — 7", "Привет"] {
            assert_eq!(language(source), None, "{source}");
        }
    }

    #[test]
    fn a_long_text_is_looked_at_from_end_to_end() {
        let french = "Le conseil du port a décidé vendredi de fermer la vieille jetée. ".repeat(2_000);
        assert_eq!(language(&format!("Ada Quill {french}")), Some("fr"));
    }

    #[test]
    fn scripts_lie_in_order() {
        assert!(SCRIPTS.iter().all(|(first, last, _)| first <= last));
        assert!(SCRIPTS.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
