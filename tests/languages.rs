//! In a language other than English, layout, sentences, numbers and dates in figures are read, and nothing else.

use nutgraf::{Options, parse};

/// Invented stories, the dates in figures with their values, and numbers with their values and units.
type Case =
    (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static [(&'static str, f64, &'static str)]);

const CASES: &[Case] = &[
    (
        "de",
        "Stadt Altenmoor schließt die alte Hafenbrücke\n\nVon Anna Keller\n\n30.04.2024\n\nDas Gesetz soll am 1. Mai in \
         Kraft treten, sagte Ministerin Anna Keller am Montag in Altenmoor. „Wir haben lange gewartet“, sagte sie nach \
         der Sitzung.\n\nDer Umbau kostet 4,2 Millionen Euro, das sind 12,5 % mehr als im Jahr 2023. Bis zum 2024-05-31 \
         sollen 1.250 Arbeiter 3,5 km Kai bauen. Die Sitzung begann um 14:30 Uhr.",
        &[("2024-05-31", "2024-05-31")],
        &[
            ("4,2 Millionen Euro", 4_200_000.0, "EUR"),
            ("12,5 %", 12.5, "%"),
            ("1.250", 1250.0, ""),
            ("3,5 km", 3.5, "km"),
        ],
    ),
    (
        "fr",
        "La mairie de Port-Lunel rouvre le pont des Voiliers\n\nLe chantier, qui devait durer huit mois, a coûté \
         4,2 millions d’euros, a annoncé lundi le maire, Jean Vasseur. « Nous avons attendu longtemps », a-t-il dit \
         le 14/09/2022 à 18h30.\n\nLes commerçants de la rive gauche ont perdu 40 % de leur clientèle et demandent \
         12 500 € depuis mai 2021.",
        &[("14/09/2022", "2022-09-14")],
        &[("4,2 millions", 4_200_000.0, ""), ("40 %", 40.0, "%"), ("12 500 €", 12_500.0, "EUR")],
    ),
    (
        "es",
        "El puerto de Villa Sorda cierra el viejo muelle\n\nEl consejo decidió el viernes cerrar el muelle, que según \
         los ingenieros no es seguro, dijo la alcaldesa María Ruiz el 30.04.2024. «Es una decisión difícil», dijo.\n\n\
         La obra costará 2,5 millones de euros y mide 1.200 m de largo; la empresa pagó US$300 por cada barco en 2019.",
        &[("30.04.2024", "2024-04-30")],
        &[("2,5 millones", 2_500_000.0, ""), ("1.200", 1200.0, ""), ("US$300", 300.0, "USD")],
    ),
    (
        "zh",
        "港口委员会决定关闭旧码头\n\n港口委员会主席王小明星期五说：“我们等了很久。”该项目耗资3.5亿元，占预算的12.5%，\
         共有1200名工人参加，于2024-05-31完工。\n\n会议于2024年4月30日上午9时30分开始，港口将关闭三个月。",
        &[("2024-05-31", "2024-05-31")],
        &[("3.5亿", 350_000_000.0, ""), ("12.5%", 12.5, "%"), ("1200", 1200.0, "")],
    ),
];

#[test]
fn numbers_and_dates_in_figures_and_nothing_else() {
    for (language, text, dates, numbers) in CASES {
        let article = parse(text, &Options::default());
        assert_eq!(article.language.as_deref(), Some(*language), "{text}");
        assert!(article.sentences.len() >= 2 && article.blocks.len() >= 2, "{language}");
        assert_eq!(article.warnings.iter().filter(|warning| warning.span.is_none()).count(), 1, "{language}");
        let found: Vec<(&str, &str)> =
            article.times.iter().map(|time| (time.text.as_str(), time.value.as_str())).collect();
        assert_eq!(found, *dates, "{language}");
        let found: Vec<(&str, f64, &str)> = article
            .quantities
            .iter()
            .map(|quantity| (quantity.text.as_str(), quantity.value, quantity.unit.as_deref().unwrap_or("")))
            .collect();
        assert_eq!(found, *numbers, "{language}");
        assert!(article.entities.is_empty(), "{language}: {:?}", article.entities);
        assert!(article.quotes.is_empty(), "{language}: {:?}", article.quotes);
        assert!(article.key_sentences.is_empty(), "{language}");
        assert_eq!(article.stats.flesch_reading_ease, None, "{language}");
    }
}

#[test]
fn reading_ease_needs_a_sample() {
    let ease = |text: &str| parse(text, &Options::default()).stats.flesch_reading_ease;
    let sentence = "The harbour board voted on Friday to close the old pier, its chairwoman said. ";
    assert_eq!(ease("Ferries"), None);
    assert_eq!(ease(sentence), None);
    assert!(ease(&sentence.repeat(8)).is_some_and(|ease| (0.0..=100.0).contains(&ease)));
}
