//! The story with its marks, and the lists of what is read, as one page that needs nothing besides itself.

use super::story::{Mark, Step, Story, walk};
use super::text::byline;
use super::write::xml::Xml;
use crate::{Document, Role, Span};

/// The page runs nothing and loads nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A label before each mark, so that nothing hangs on colour alone; dark where the system is.
const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 1rem/1.6 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
mark { color: inherit; background: none; border-bottom: 2px solid; }
mark.quote { border-color: #b06000; }
mark.name { border-color: #1a73e8; border-bottom-style: dotted; }
mark.time { border-color: #188038; border-bottom-style: dashed; }
mark.number { border-color: #9334e6; border-bottom-style: double; }
mark.own { border-bottom: 0; outline: 1px solid #d93025; }
table { border-collapse: collapse; font: .875rem/1.4 system-ui, sans-serif; }
th, td { border: 1px solid #8888; padding: .25rem .5rem; text-align: start; vertical-align: top; }
blockquote { font-size: 1.2rem; }
";

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let mut html = Xml::html();
    html.open("html").maybe("lang", story.article.language.as_deref()).line();
    head(&mut html, &story);
    html.open("body").line();
    article(&mut html, &story);
    tables(&mut html, &story);
    list(&mut html, "Checks", story.article.checks.iter().map(|check| check.message.clone()).collect());
    list(&mut html, "Corrected by a reader", story.changes());
    let notes = story.notes();
    list(&mut html, "Checked and remarked", notes.iter().map(super::story::Note::say).collect());
    html.leaf("p", "Read by a machine, which errs: compare a quote with its place before you rely on it.");
    html.close().line();
    html.finish()
}

fn head(html: &mut Xml, story: &Story<'_>) {
    html.open("head").line();
    html.open("meta").attribute("charset", "utf-8").close().line();
    html.open("meta").attribute("http-equiv", "Content-Security-Policy").attribute("content", POLICY).close().line();
    html.open("meta").attribute("name", "viewport").attribute("content", "width=device-width").close().line();
    html.leaf("title", story.headline().as_deref().unwrap_or("A story"));
    html.leaf("style", STYLE);
    html.close().line();
}

fn article(html: &mut Xml, story: &Story<'_>) {
    let marks = story.marks();
    let marked = |html: &mut Xml, name: &'static str, span: Span| {
        html.open(name);
        words(html, story, &marks, span);
        html.close().line();
    };
    html.open("article").line();
    if let Some(headline) = &story.article.head.headline {
        marked(html, "h1", headline.span);
    }
    if let Some(standfirst) = &story.article.head.standfirst {
        marked(html, "p", standfirst.span);
    }
    let published = story.published().map(|date| format!("published {date}"));
    let line: Vec<String> = byline(story).into_iter().chain(published).chain(story.address()).collect();
    if !line.is_empty() {
        html.leaf("p", &line.join(" · "));
    }
    let mut in_list = false;
    for part in story.parts() {
        let item = part.role == Role::ListItem;
        if item && !in_list {
            html.open("ul").line();
        } else if in_list && !item {
            html.close().line();
        }
        in_list = item;
        let name = match part.role {
            Role::Headline => "h1",
            Role::Crosshead => "h2",
            Role::PullQuote => "blockquote",
            Role::ListItem => "li",
            _ => "p",
        };
        marked(html, name, part.whole());
    }
    if in_list {
        html.close().line();
    }
    for image in &story.article.head.images {
        html.open("figure").open("figcaption");
        if let Some(caption) = &image.caption {
            words(html, story, &marks, caption.span);
        }
        if let Some(credit) = &image.credit {
            html.text(" ").open("small").text(&story.words(credit.span)).close();
        }
        html.close().close().line();
    }
    html.close().line();
}

/// The words at `span` with their marks.
fn words(html: &mut Xml, story: &Story<'_>, marks: &[(Span, Mark)], span: Span) {
    let (within, steps) = walk(marks, span);
    for step in steps {
        match step {
            Step::Text(span) => {
                html.text(span.of(story.text()));
            }
            Step::Open(index) => {
                let mark = within[index].1;
                html.open("mark").attribute("class", class(mark)).attribute("title", &story.about(mark));
            }
            Step::Close(_) => {
                html.close();
            }
        }
    }
}

const fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Quote(_) => "quote",
        Mark::Entity(_) => "name",
        Mark::Time(_) => "time",
        Mark::Quantity(_) => "number",
        Mark::Own(_) => "own",
    }
}

fn tables(html: &mut Xml, story: &Story<'_>) {
    let article = &story.article;
    let quotes = article.quotes.iter().enumerate().map(|(index, quote)| {
        let speaker = Story::speaker(quote).unwrap_or_default();
        [speaker, story.words(quote.span), story.about(Mark::Quote(index))]
    });
    table(html, "Quotes", ["Who", "What", "How it is read"], quotes.collect());
    let names = article.entities.iter().enumerate().map(|(index, entity)| {
        [entity.name.clone(), entity.mentions.len().to_string(), story.about(Mark::Entity(index))]
    });
    table(html, "Names", ["Name", "Mentions", "How it is read"], names.collect());
    let times = article
        .times
        .iter()
        .enumerate()
        .map(|(index, time)| [story.words(time.span), time.value.clone(), story.about(Mark::Time(index))]);
    table(html, "Times", ["Words", "Value", "How it is read"], times.collect());
    let numbers = article.quantities.iter().enumerate().map(|(index, quantity)| {
        [story.words(quantity.span), quantity.value.to_string(), story.about(Mark::Quantity(index))]
    });
    table(html, "Numbers", ["Words", "Value", "How it is read"], numbers.collect());
    let own = article
        .marks
        .iter()
        .map(|mark| [story.words(mark.span), mark.name.clone(), mark.remark.clone().unwrap_or_default()]);
    table(html, "Own marks", ["Words", "Mark", "Remark"], own.collect());
}

fn table(html: &mut Xml, title: &str, columns: [&str; 3], rows: Vec<[String; 3]>) {
    if rows.is_empty() {
        return;
    }
    html.leaf("h2", title).open("table").open("thead").open("tr");
    for column in columns {
        html.open("th").attribute("scope", "col").text(column).close();
    }
    html.close().close().line().open("tbody").line();
    for row in rows {
        html.open("tr");
        for cell in row {
            html.open("td").text(&cell).close();
        }
        html.close().line();
    }
    html.close().close().line();
}

fn list(html: &mut Xml, title: &str, rows: Vec<String>) {
    if rows.is_empty() {
        return;
    }
    html.leaf("h2", title).open("ul").line();
    for row in rows {
        html.leaf("li", &row);
    }
    html.close().line();
}
