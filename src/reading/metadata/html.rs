//! What a web page states of itself: meta tags, JSON-LD, `<time>`, `rel=author`, `<title>`.

use scraper::{ElementRef, Html, Selector};

use super::{Confidence, Known, Metadata, clean, day, json_ld};
use crate::text::floor_boundary;

const TITLES: [&str; 7] = [
    "citation_title",
    "og:title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "parsely-title",
    "headline",
];
const AUTHORS: [&str; 11] = [
    "citation_author",
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "article.author",
];
const OUTLETS: [&str; 8] = [
    "og:site_name",
    "citation_journal_title",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "cre",
    "article:publisher_name",
];
const DATES: [&str; 18] = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "pubdate",
    "publish-date",
    "date",
];
const UPDATES: [&str; 5] =
    ["article:modified_time", "og:updated_time", "dcterms.modified", "datemodified", "lastmod"];

/// Reads the metadata of the page `raw`.
pub(super) fn read(raw: &str) -> Metadata {
    let page = Html::parse_document(if is_bottomless(raw) { head_of(raw) } else { raw });
    let tags = meta_tags(&page);
    let stated = from_tags(&tags);
    let linked = elements(&page, "script[type=\"application/ld+json\"]")
        .map(|script| json_ld::read(&script.text().collect::<String>()))
        .fold(Metadata::default(), Metadata::or);
    let mut metadata = from_elements(&page, stated.or(linked));
    metadata.title = metadata.title.or_else(|| page_title(&page, metadata.outlet.as_ref()));
    metadata
}

/// Elements within elements beyond which a page is no page: the parser looks through all open
/// elements at each tag.
const DEEPEST: usize = 1000;

/// Whether more elements stand open at once than in any page that people write. Elements that
/// close themselves are not counted.
fn is_bottomless(raw: &str) -> bool {
    const CLOSED: [&str; 22] = [
        "p", "li", "td", "tr", "th", "dt", "dd", "option", "br", "img", "meta", "link", "input",
        "hr", "source", "wbr", "area", "base", "col", "embed", "track", "path",
    ];
    let mut open = 0usize;
    for (at, _) in raw.match_indices('<') {
        let tag = &raw[at + 1..];
        let closes = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len()).min(12);
        let name = &name[..end];
        if name.is_empty() || CLOSED.iter().any(|closed| name.eq_ignore_ascii_case(closed)) {
            continue;
        }
        open = if closes { open.saturating_sub(1) } else { open + 1 };
        if open > DEEPEST {
            return true;
        }
    }
    false
}

/// What stands before the body, at most 64 KiB.
fn head_of(raw: &str) -> &str {
    let end = raw.find("<body").unwrap_or(raw.len()).min(1 << 16);
    let head = &raw[..floor_boundary(raw, end)];
    head.find("</head>").map_or(head, |end| &raw[..end])
}

type Tag = (String, String);

fn meta_tags(page: &Html) -> Vec<Tag> {
    elements(page, "meta[content]")
        .filter_map(|tag| {
            let tag = tag.value();
            let name = tag.attr("property").or(tag.attr("name")).or(tag.attr("itemprop"))?;
            Some((name.trim().to_ascii_lowercase(), clean(tag.attr("content")?)?))
        })
        .collect()
}

fn from_tags(tags: &[Tag]) -> Metadata {
    let text = |names: &[&str]| {
        let (name, value) = first(tags, names, |value| !looks_like_address(value))?;
        Some(Known::new(value.to_owned(), Confidence::High, format!("meta tag {name}")))
    };
    let date = |names: &[&str]| {
        let (name, value) = first(tags, names, |value| day::of_value(value).is_some())?;
        Some(Known::new(day::of_value(value)?, Confidence::High, format!("meta tag {name}")))
    };
    Metadata {
        title: text(&TITLES),
        author: authors(tags),
        outlet: text(&OUTLETS),
        date: date(&DATES),
        updated: date(&UPDATES),
        ..Metadata::default()
    }
}

fn first<'t>(
    tags: &'t [Tag],
    names: &[&str],
    is_good: impl Fn(&str) -> bool,
) -> Option<(&'t str, &'t str)> {
    names.iter().find_map(|wanted| {
        let tag = tags.iter().find(|(name, value)| name == wanted && is_good(value));
        tag.map(|(name, value)| (name.as_str(), value.as_str()))
    })
}

/// All authors of the first kind of tag that names any.
fn authors(tags: &[Tag]) -> Option<Known<String>> {
    AUTHORS.iter().find_map(|wanted| {
        let mut names: Vec<&str> = Vec::new();
        for (_, value) in
            tags.iter().filter(|(name, value)| name == wanted && !looks_like_address(value))
        {
            let value = value.strip_prefix("By ").unwrap_or(value);
            if !names.contains(&value) {
                names.push(value);
            }
        }
        (!names.is_empty())
            .then(|| Known::new(names.join(", "), Confidence::High, format!("meta tag {wanted}")))
    })
}

fn looks_like_address(value: &str) -> bool {
    value.starts_with("http") || value.starts_with('@') || value.starts_with('/')
}

/// Adds what elements of the page's body say, surest first. A `<time>` in the page is the article's
/// only where it says so, or where it stands in the article's own header.
fn from_elements(page: &Html, mut metadata: Metadata) -> Metadata {
    for (selector, confidence) in [
        ("[itemprop=datePublished]", Confidence::High),
        ("time[pubdate]", Confidence::High),
        ("article header time[datetime]", Confidence::High),
        ("time[datetime]", Confidence::Medium),
    ] {
        metadata.date = metadata.date.or_else(|| time_of(page, selector, confidence));
    }
    for selector in [
        "[itemprop=author] [itemprop=name]",
        "[itemprop=author]",
        "a[rel~=author]",
        "[rel~=author]",
    ] {
        metadata.author = metadata.author.or_else(|| author_of(page, selector));
    }
    metadata
}

fn time_of(
    page: &Html,
    selector: &str,
    confidence: Confidence,
) -> Option<Known<jiff::civil::Date>> {
    elements(page, selector).filter(|element| !is_in_comments(*element)).find_map(|element| {
        let value = element.value();
        let stated = value.attr("datetime").or(value.attr("content")).and_then(day::of_value);
        let date = stated.or_else(|| day::of_value(&element.text().collect::<String>()))?;
        Some(Known::new(date, confidence, format!("element {selector}")))
    })
}

fn author_of(page: &Html, selector: &str) -> Option<Known<String>> {
    let element = elements(page, selector).find(|element| !is_in_comments(*element))?;
    let name = clean(&element.text().collect::<String>())?;
    let name = name.strip_prefix("By ").unwrap_or(&name).to_owned();
    (name.chars().count() <= 80)
        .then(|| Known::new(name, Confidence::High, format!("element {selector}")))
}

/// Whether an element belongs to readers' comments or to teasers of other articles.
fn is_in_comments(element: ElementRef<'_>) -> bool {
    const SIGNS: [&str; 7] =
        ["comment", "disqus", "related", "sidebar", "teaser", "recommend", "more-from"];
    element.ancestors().filter_map(ElementRef::wrap).any(|above| {
        let value = above.value();
        let name =
            [value.attr("class"), value.attr("id")].into_iter().flatten().collect::<String>();
        let name = name.to_ascii_lowercase();
        matches!(value.name(), "aside" | "footer") || SIGNS.iter().any(|sign| name.contains(sign))
    })
}

/// `<h1>` where there is one, else `<title>` without the outlet's name.
fn page_title(page: &Html, outlet: Option<&Known<String>>) -> Option<Known<String>> {
    let titles: Vec<String> =
        elements(page, "h1").filter_map(|h1| clean(&h1.text().collect::<String>())).collect();
    if let [only] = titles.as_slice() {
        return Some(Known::new(only.clone(), Confidence::High, "element h1"));
    }
    let title = clean(&elements(page, "head > title").next()?.text().collect::<String>())?;
    let title =
        outlet.map_or(title.as_str(), |outlet| without_outlet(&title, &outlet.value)).to_owned();
    Some(Known::new(title, Confidence::High, "element title"))
}

fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    let rest = title.strip_suffix(outlet).or_else(|| title.strip_prefix(outlet)).unwrap_or(title);
    let rest = rest.trim_matches([' ', '|', '-', '–', '—', '·', '•', ':', '»', '«']);
    if rest.is_empty() { title } else { rest }
}

fn elements<'p>(page: &'p Html, selector: &str) -> impl Iterator<Item = ElementRef<'p>> {
    let selector = Selector::parse(selector).ok();
    selector
        .map(|selector| page.select(&selector).collect::<Vec<_>>())
        .unwrap_or_default()
        .into_iter()
}
