//! What the elements of HTML do to the text in them, and what names of classes give away.

/// How an element stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Starts and ends a paragraph.
    Block,
    /// Runs inside a paragraph.
    Inline,
    /// Has no end tag.
    Void,
    /// Has no prose.
    Silent,
}

/// The known elements, sorted by name.
const ELEMENTS: &[(&str, Flow)] = &[
    ("a", Flow::Inline),
    ("abbr", Flow::Inline),
    ("address", Flow::Block),
    ("area", Flow::Void),
    ("article", Flow::Block),
    ("aside", Flow::Block),
    ("audio", Flow::Silent),
    ("b", Flow::Inline),
    ("base", Flow::Void),
    ("bdi", Flow::Inline),
    ("bdo", Flow::Inline),
    ("blockquote", Flow::Block),
    ("body", Flow::Block),
    ("br", Flow::Void),
    ("button", Flow::Silent),
    ("canvas", Flow::Silent),
    ("caption", Flow::Block),
    ("center", Flow::Block),
    ("cite", Flow::Inline),
    ("code", Flow::Silent),
    ("col", Flow::Void),
    ("dd", Flow::Block),
    ("del", Flow::Silent),
    ("details", Flow::Block),
    ("dialog", Flow::Block),
    ("div", Flow::Block),
    ("dl", Flow::Block),
    ("dt", Flow::Block),
    ("em", Flow::Inline),
    ("embed", Flow::Void),
    ("fieldset", Flow::Block),
    ("figcaption", Flow::Block),
    ("figure", Flow::Block),
    ("font", Flow::Inline),
    ("footer", Flow::Block),
    ("form", Flow::Block),
    ("h1", Flow::Block),
    ("h2", Flow::Block),
    ("h3", Flow::Block),
    ("h4", Flow::Block),
    ("h5", Flow::Block),
    ("h6", Flow::Block),
    ("head", Flow::Silent),
    ("header", Flow::Block),
    ("hgroup", Flow::Block),
    ("hr", Flow::Void),
    ("html", Flow::Block),
    ("i", Flow::Inline),
    ("iframe", Flow::Silent),
    ("img", Flow::Void),
    ("input", Flow::Void),
    ("ins", Flow::Inline),
    ("kbd", Flow::Inline),
    ("label", Flow::Inline),
    ("legend", Flow::Block),
    ("li", Flow::Block),
    ("link", Flow::Void),
    ("main", Flow::Block),
    ("map", Flow::Inline),
    ("mark", Flow::Inline),
    ("math", Flow::Silent),
    ("meta", Flow::Void),
    ("nav", Flow::Block),
    ("noscript", Flow::Silent),
    ("object", Flow::Silent),
    ("ol", Flow::Block),
    ("optgroup", Flow::Block),
    ("option", Flow::Block),
    ("p", Flow::Block),
    ("param", Flow::Void),
    ("picture", Flow::Inline),
    ("pre", Flow::Block),
    ("q", Flow::Inline),
    ("rp", Flow::Silent),
    ("rt", Flow::Silent),
    ("ruby", Flow::Inline),
    ("s", Flow::Inline),
    ("samp", Flow::Silent),
    ("script", Flow::Silent),
    ("search", Flow::Block),
    ("section", Flow::Block),
    ("select", Flow::Silent),
    ("small", Flow::Inline),
    ("source", Flow::Void),
    ("span", Flow::Inline),
    ("strike", Flow::Inline),
    ("strong", Flow::Inline),
    ("style", Flow::Silent),
    ("sub", Flow::Inline),
    ("summary", Flow::Block),
    ("sup", Flow::Inline),
    ("svg", Flow::Silent),
    ("table", Flow::Block),
    ("tbody", Flow::Block),
    ("td", Flow::Block),
    ("template", Flow::Silent),
    ("textarea", Flow::Silent),
    ("tfoot", Flow::Block),
    ("th", Flow::Block),
    ("thead", Flow::Block),
    ("time", Flow::Inline),
    ("title", Flow::Silent),
    ("tr", Flow::Block),
    ("track", Flow::Void),
    ("tt", Flow::Inline),
    ("u", Flow::Inline),
    ("ul", Flow::Block),
    ("var", Flow::Inline),
    ("video", Flow::Silent),
    ("wbr", Flow::Void),
];

/// The element called `name` in any case; its name in lower case.
pub(super) fn known(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    let at = ELEMENTS.binary_search_by(|(known, _)| (*known).cmp(name.as_str())).ok()?;
    Some(ELEMENTS[at].0)
}

pub(super) fn flow(name: &str) -> Flow {
    let found = ELEMENTS.binary_search_by(|(known, _)| (*known).cmp(name));
    found.map_or(Flow::Inline, |at| ELEMENTS[at].1)
}

/// Whether the text of the element has no markup in it.
pub(super) fn has_raw_text(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "title" | "iframe")
}

/// Whether a start tag `name` ends an open element `open` of its kind, as `<li>` ends a `<li>`.
pub(super) fn ends(name: &str, open: &str) -> bool {
    match open {
        "p" => flow(name) == Flow::Block,
        "li" => name == "li",
        "dt" | "dd" => matches!(name, "dt" | "dd"),
        "td" | "th" => matches!(name, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(name, "tr" | "tbody" | "tfoot"),
        "option" => matches!(name, "option" | "optgroup"),
        _ => false,
    }
}

/// What the class, the id or the role of an element says about the part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    Comments,
    Boilerplate,
    Caption,
    Footnote,
    ArticleBody,
    Hidden,
}

/// Reads one word of a class or an id.
pub(super) fn class_hint(class: &str) -> Option<Hint> {
    let class = class.to_ascii_lowercase();
    let words: Vec<&str> = class.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let about_layout = [
        "has", "with", "no", "not", "without", "is", "open", "closed", "tag", "category", "topic",
        "page", "layout",
    ];
    if words.iter().any(|word| about_layout.contains(word)) {
        return None;
    }
    let any = |names: &[&str]| words.iter().any(|word| names.contains(word));
    let squeezed: String = words.concat();
    if is_comment_class(&words, &squeezed) {
        Some(Hint::Comments)
    } else if any(BOILERPLATE) || BOILERPLATE_SQUEEZED.contains(&squeezed.as_str()) {
        Some(Hint::Boilerplate)
    } else if any(&["caption", "figcaption", "credit", "credits"]) || squeezed.ends_with("caption")
    {
        Some(Hint::Caption)
    } else if any(&["footnote", "footnotes", "endnote", "endnotes"]) {
        Some(Hint::Footnote)
    } else if ARTICLE_BODY.contains(&squeezed.as_str()) {
        Some(Hint::ArticleBody)
    } else {
        None
    }
}

fn is_comment_class(words: &[&str], squeezed: &str) -> bool {
    let first = words.first().copied().unwrap_or("");
    let last = words.last().copied().unwrap_or("");
    matches!(first, "comment" | "comments" | "commentlist" | "disqus" | "respond")
        || matches!(last, "comments" | "commentlist")
        || matches!(squeezed, "usercomment" | "readercomment" | "postcomment" | "coralcomment")
}

const BOILERPLATE: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "sidebar",
    "share",
    "sharing",
    "sharedaddy",
    "social",
    "newsletter",
    "newsletters",
    "subscribe",
    "subscription",
    "signup",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "related",
    "recommended",
    "recommendations",
    "recirc",
    "promo",
    "advert",
    "adverts",
    "advertisement",
    "sponsored",
    "paywall",
    "donate",
    "donation",
    "popup",
    "modal",
    "masthead",
    "toolbar",
    "trending",
    "pagination",
    "login",
    "teaser",
    "teasers",
    "skip",
    "outbrain",
    "taboola",
];

const BOILERPLATE_SQUEEZED: &[&str] = &[
    "mostread",
    "mostpopular",
    "readmore",
    "morestories",
    "seealso",
    "alsoread",
    "screenreadertext",
    "sronly",
    "visuallyhidden",
    "sitefooter",
    "siteheader",
    "jumplink",
    "mweditsection",
    "noprint",
];

const ARTICLE_BODY: &[&str] = &[
    "articlebody",
    "articletext",
    "articlecontent",
    "storybody",
    "storytext",
    "storycontent",
    "postcontent",
    "postbody",
    "entrycontent",
    "bodycontent",
    "articlebodycontent",
    "mwparseroutput",
];

/// Reads the role of an element.
pub(super) fn role_hint(role: &str) -> Option<Hint> {
    match role {
        "navigation" | "contentinfo" | "complementary" | "search" | "dialog" | "alertdialog"
        | "menu" | "menubar" | "toolbar" => Some(Hint::Boilerplate),
        "doc-footnote" | "doc-endnotes" | "doc-endnote" => Some(Hint::Footnote),
        "main" => Some(Hint::ArticleBody),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_sorted() {
        assert!(ELEMENTS.is_sorted_by_key(|(name, _)| *name));
    }

    #[test]
    fn classes_tell_the_part_of_the_page() {
        for (class, expected) in [
            ("commentlist", Some(Hint::Comments)),
            ("comment-body", Some(Hint::Comments)),
            ("disqus_thread", Some(Hint::Comments)),
            ("fb-comments", Some(Hint::Comments)),
            ("comments-open", None),
            ("commentary", None),
            ("has-sidebar", None),
            ("site-nav", Some(Hint::Boilerplate)),
            ("newsletter-box", Some(Hint::Boilerplate)),
            ("most-read", Some(Hint::Boilerplate)),
            ("wp-caption-text", Some(Hint::Caption)),
            ("article__body", Some(Hint::ArticleBody)),
            ("story", None),
            ("category-social", None),
        ] {
            assert_eq!(class_hint(class), expected, "{class}");
        }
    }
}
