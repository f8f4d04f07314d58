//! Numbers of a story in plain words: "about 300,000 people", "$1.2 million", "thousands of jobs".

use super::figures::grouped;
use crate::{Bound, Quantity};

/// Currencies with a sign that is theirs alone in a British newspaper.
const SIGNS: [(&str, &str); 3] = [("USD", "$"), ("GBP", "£"), ("EUR", "€")];

/// Other currencies, by name.
const CURRENCIES: [(&str, &str); 36] = [
    ("AED", "UAE dirhams"),
    ("ARS", "Argentine pesos"),
    ("AUD", "Australian dollars"),
    ("BDT", "Bangladeshi taka"),
    ("BRL", "Brazilian reais"),
    ("CAD", "Canadian dollars"),
    ("CHF", "Swiss francs"),
    ("CNY", "Chinese yuan"),
    ("CZK", "Czech crowns"),
    ("DEM", "German marks"),
    ("DKK", "Danish crowns"),
    ("EGP", "Egyptian pounds"),
    ("FRF", "French francs"),
    ("HKD", "Hong Kong dollars"),
    ("IDR", "Indonesian rupiah"),
    ("ILS", "Israeli shekels"),
    ("INR", "Indian rupees"),
    ("ITL", "Italian lire"),
    ("JPY", "Japanese yen"),
    ("KES", "Kenyan shillings"),
    ("KRW", "South Korean won"),
    ("MXN", "Mexican pesos"),
    ("MYR", "Malaysian ringgit"),
    ("NGN", "Nigerian naira"),
    ("NOK", "Norwegian crowns"),
    ("NZD", "New Zealand dollars"),
    ("PHP", "Philippine pesos"),
    ("PKR", "Pakistani rupees"),
    ("PLN", "Polish zlotys"),
    ("RUB", "Russian roubles"),
    ("SAR", "Saudi riyals"),
    ("SEK", "Swedish crowns"),
    ("SGD", "Singapore dollars"),
    ("THB", "Thai baht"),
    ("TRY", "Turkish lira"),
    ("ZAR", "South African rand"),
];

/// Measures in words, for one and for many; of the others the symbol is what newspapers print.
const MEASURES: [(&str, &str, &str); 28] = [
    ("year", "year", "years"),
    ("month", "month", "months"),
    ("week", "week", "weeks"),
    ("day", "day", "days"),
    ("pp", "percentage point", "percentage points"),
    ("bp", "basis point", "basis points"),
    ("km", "kilometre", "kilometres"),
    ("m", "metre", "metres"),
    ("cm", "centimetre", "centimetres"),
    ("mm", "millimetre", "millimetres"),
    ("mi", "mile", "miles"),
    ("nmi", "nautical mile", "nautical miles"),
    ("ft", "foot", "feet"),
    ("in", "inch", "inches"),
    ("yd", "yard", "yards"),
    ("km²", "square kilometre", "square kilometres"),
    ("m²", "square metre", "square metres"),
    ("mi²", "square mile", "square miles"),
    ("ft²", "square foot", "square feet"),
    ("ha", "hectare", "hectares"),
    ("acre", "acre", "acres"),
    ("kg", "kilogram", "kilograms"),
    ("t", "tonne", "tonnes"),
    ("ton", "ton", "tons"),
    ("lb", "pound", "pounds"),
    ("oz", "ounce", "ounces"),
    ("bbl", "barrel", "barrels"),
    ("L", "litre", "litres"),
];

/// What a multiple is of.
const MULTIPLES: [(f64, &str); 10] = [
    (2.0, "a couple"),
    (10.0, "tens"),
    (12.0, "dozens"),
    (20.0, "scores"),
    (1e2, "hundreds"),
    (1e3, "thousands"),
    (1e4, "tens of thousands"),
    (1e5, "hundreds of thousands"),
    (1e6, "millions"),
    (1e9, "billions"),
];

/// The number, its unit and in which sense it is not exact.
pub(crate) fn told(quantity: &Quantity) -> String {
    let unit = quantity.unit.as_deref().unwrap_or_default();
    // a score or a vote
    if let Some(against) = quantity.against {
        return format!("{} to {}", exact(quantity.value, ""), exact(against, ""));
    }
    if quantity.bound == Some(Bound::Multiple) {
        let many = MULTIPLES.iter().find(|(of, _)| (of - quantity.value).abs() < 0.5).map(|(_, many)| *many);
        let many = many.map_or_else(|| format!("a multiple of {}", in_words(quantity.value)), ToOwned::to_owned);
        let noun = named(unit).map_or(unit, |(_, many)| many);
        return if noun.is_empty() { many } else { format!("{many} of {noun}") };
    }
    let bound = match quantity.bound {
        Some(Bound::Over) => "more than ",
        Some(Bound::Under) => "less than ",
        Some(Bound::AtLeast) => "at least ",
        Some(Bound::AtMost) => "at most ",
        Some(_) => "about ",
        None if quantity.approximate => "about ",
        None => "",
    };
    format!("{bound}{}", exact(quantity.value, unit))
}

/// The number and its unit.
pub(crate) fn exact(value: f64, unit: &str) -> String {
    let number = in_words(value);
    if let Some((_, sign)) = SIGNS.iter().find(|(code, _)| *code == unit) {
        return match number.strip_prefix('-') {
            Some(number) => format!("-{sign}{number}"),
            None => format!("{sign}{number}"),
        };
    }
    match (unit, named(unit)) {
        ("", _) => number,
        ("%", _) => format!("{number} per cent"),
        ("‰" | "°" | "°C" | "°F", _) => format!("{number}{unit}"),
        (_, Some((one, many))) => format!("{number} {}", if number == "1" { one } else { many }),
        (_, None) => format!("{number} {unit}"),
    }
}

/// A unit that is written as a code, in words for one and for many.
fn named(unit: &str) -> Option<(&'static str, &'static str)> {
    if let Some((_, many)) = CURRENCIES.iter().find(|(code, _)| *code == unit) {
        return Some((many, many));
    }
    MEASURES.iter().find(|(symbol, ..)| *symbol == unit).map(|(_, one, many)| (*one, *many))
}

/// The figures in full, of a number that is said in millions or more.
pub(crate) fn in_full(value: f64) -> Option<String> {
    (value.abs() >= 1e6).then(|| grouped(value))
}

/// "300,000", "1.2 million", "4.75 billion".
fn in_words(value: f64) -> String {
    let scales = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];
    match scales.iter().find(|(scale, _)| value.abs() >= *scale && value.is_finite()) {
        Some((scale, name)) => format!("{} {name}", grouped(value / scale)),
        None => grouped(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_as_a_newspaper_tells_them() {
        let text = "It cost $1.2 million, at least 40 houses, about 300,000 people, thousands of jobs, less than 5 km, \
            £3, 62 percent, 1 percentage point, RM4.5 million, 4,210, dozens and 12 miles.";
        let article = crate::parse(text, &crate::Options::default());
        let told: Vec<_> = article.quantities.iter().map(told).collect();
        assert_eq!(
            told,
            [
                "$1.2 million",
                "at least 40 houses",
                "about 300,000 people",
                "thousands of jobs",
                "less than 5 kilometres",
                "£3",
                "62 per cent",
                "1 percentage point",
                "4.5 million Malaysian ringgit",
                "4,210",
                "dozens",
                "12 miles",
            ]
        );
        assert_eq!(exact(-2.5e9, "GBP"), "-£2.5 billion");
        assert_eq!(exact(1.0, "ft"), "1 foot");
        assert_eq!(exact(3.0, "MWh"), "3 MWh");
        assert_eq!(in_full(1_662_000.0).as_deref(), Some("1,662,000"));
        assert_eq!(in_full(999_999.0), None);
    }
}
