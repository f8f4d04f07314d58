//! Character references of HTML: `&ldquo;`, `&#8217;`, `&#x2014;`.

use super::garbled;

/// The longest name below, in bytes.
const LONGEST: usize = 8;

/// Names (HTML Living Standard, section 13.5) that news text has, and what they stand for.
#[rustfmt::skip]
const NAMED: [(&str, &str); 121] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{a0}"), ("shy", ""),
    ("ndash", "–"), ("mdash", "—"), ("lsquo", "‘"), ("rsquo", "’"), ("ldquo", "“"), ("rdquo", "”"), ("sbquo", "‚"),
    ("bdquo", "„"), ("laquo", "«"), ("raquo", "»"), ("lsaquo", "‹"), ("rsaquo", "›"), ("hellip", "…"), ("bull", "•"),
    ("middot", "·"), ("copy", "©"), ("reg", "®"), ("trade", "™"), ("euro", "€"), ("pound", "£"), ("yen", "¥"),
    ("cent", "¢"), ("sect", "§"), ("para", "¶"), ("deg", "°"), ("plusmn", "±"), ("times", "×"), ("divide", "÷"),
    ("minus", "−"), ("frac12", "½"), ("frac14", "¼"), ("frac34", "¾"), ("sup2", "²"), ("sup3", "³"), ("prime", "′"),
    ("Prime", "″"), ("dagger", "†"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"), ("thinsp", "\u{2009}"),
    ("zwnj", ""), ("zwj", ""), ("lrm", ""), ("rlm", ""), ("larr", "←"), ("rarr", "→"), ("iexcl", "¡"), ("iquest", "¿"),
    ("ordf", "ª"), ("ordm", "º"), ("szlig", "ß"), ("AElig", "Æ"), ("aelig", "æ"), ("OElig", "Œ"), ("oelig", "œ"),
    ("Agrave", "À"), ("agrave", "à"), ("Aacute", "Á"), ("aacute", "á"), ("Acirc", "Â"), ("acirc", "â"),
    ("Atilde", "Ã"), ("atilde", "ã"), ("Auml", "Ä"), ("auml", "ä"), ("Aring", "Å"), ("aring", "å"), ("Ccedil", "Ç"),
    ("ccedil", "ç"), ("Egrave", "È"), ("egrave", "è"), ("Eacute", "É"), ("eacute", "é"), ("Ecirc", "Ê"),
    ("ecirc", "ê"), ("Euml", "Ë"), ("euml", "ë"), ("Igrave", "Ì"), ("igrave", "ì"), ("Iacute", "Í"), ("iacute", "í"),
    ("Icirc", "Î"), ("icirc", "î"), ("Iuml", "Ï"), ("iuml", "ï"), ("Ntilde", "Ñ"), ("ntilde", "ñ"), ("Ograve", "Ò"),
    ("ograve", "ò"), ("Oacute", "Ó"), ("oacute", "ó"), ("Ocirc", "Ô"), ("ocirc", "ô"), ("Otilde", "Õ"),
    ("otilde", "õ"), ("Ouml", "Ö"), ("ouml", "ö"), ("Oslash", "Ø"), ("oslash", "ø"), ("Ugrave", "Ù"), ("ugrave", "ù"),
    ("Uacute", "Ú"), ("uacute", "ú"), ("Ucirc", "Û"), ("ucirc", "û"), ("Uuml", "Ü"), ("uuml", "ü"), ("Yacute", "Ý"),
    ("yacute", "ý"), ("yuml", "ÿ"), ("Scaron", "Š"), ("scaron", "š"), ("thorn", "þ"), ("eth", "ð"),
];

/// The reference at the start of `rest`, which begins with `&`: its length, and what it stands for.
pub(super) fn read(rest: &str, buffer: &mut [u8; 4]) -> Option<(usize, Stands)> {
    let inside = rest.strip_prefix('&')?;
    let length = inside.bytes().take(LONGEST + 1).position(|byte| byte == b';')?;
    let name = inside.get(..length)?;
    let stands = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = u32::from_str_radix(hex.unwrap_or(number), if hex.is_some() { 16 } else { 10 }).ok()?;
            // as browsers read those that were meant in Windows' encoding
            let c = char::from_u32(code).map(|c| garbled::windows(c).unwrap_or(c))?;
            let plain = !c.is_control() || matches!(c, '\t' | '\n' | '\r');
            Stands::Written(plain.then(|| c.encode_utf8(buffer).len())?)
        }
        None => Stands::Named(NAMED.iter().find(|(known, _)| *known == name)?.1),
    };
    Some((length + 2, stands))
}

/// What a reference stands for.
pub(super) enum Stands {
    /// These letters.
    Named(&'static str),
    /// So many bytes of the buffer.
    Written(usize),
}
