/// The whole document around a page.
package enum PageShell {
    package static func render(_ page: Page, frame: Frame) -> [UInt8] {
        HTML {
            document(page, frame, frame.parts ?? FrameParts(frame))
            HTML.raw("\n")
        }.bytes(after: "<!doctype html>\n")
    }

    private static func document(_ page: Page, _ frame: Frame, _ parts: FrameParts) -> HTML {
        html(.lang(frame.language.rawValue)) {
            PageHead.head(page, frame, parts)
            body {
                parts.skipLink
                PageHeader.banner(frame, parts)
                if frame.isDemonstration { parts.demonstration }
                div(.class("page")) {
                    PageHeader.breadcrumb(page, frame)
                    main(.id("main"), .class(page.wide ? "wide" : nil), .attribute("tabindex", "-1")) {
                        if let notice = frame.notice { Components.flash(notice, frame.t) }
                        if !page.hasOwnHeading { Components.heading(page.title, caption: page.caption) }
                        page.body
                    }
                }
                PageFooter.footer(page, frame, parts)
            }
        }
    }
}

/// What the browser and search engines read.
enum PageHead {
    static func head(_ page: Page, _ frame: Frame, _ parts: FrameParts) -> HTML {
        Web.head {
            meta(.attribute("charset", "utf-8"))
            title { windowTitle(page, frame.t) }
            meta(.name("viewport"), .attribute("content", "width=device-width, initial-scale=1"))
            if let description = page.description {
                meta(.name("description"), .attribute("content", description))
            }
            if page.isPrivate { meta(.name("robots"), .attribute("content", "noindex")) }
            parts.headLinks
            languageLinks(frame)
            for feed in page.feeds {
                link(.rel("alternate"), .type(feed.mediaType), .attribute("title", feed.title), .href(feed.path))
            }
            if let data = page.jsonLD { linkedData(data) }
        }
    }

    private static func windowTitle(_ page: Page, _ t: Texts) -> String {
        (page.problems ? t("Error: {title}", ["title": page.title]) : page.title) + " – M100"
    }

    static func links(_ frame: Frame) -> HTML {
        HTML {
            meta(.name("color-scheme"), .attribute("content", "light dark"))
            themeColours
            link(.rel("stylesheet"), .href(frame.styleURL))
            script(source: frame.scriptURL)
            if let icon = frame.iconURL { link(.rel("icon"), .type("image/svg+xml"), .href(icon)) }
            if let manifest = frame.manifestURL { link(.rel("manifest"), .href(manifest)) }
        }
    }

    private static let themeColours = HTML {
        meta(
            .name("theme-color"), .attribute("content", "#0f4c4f"),
            .attribute("media", "(prefers-color-scheme: light)"))
        meta(
            .name("theme-color"), .attribute("content", "#0d1b1d"), .attribute("media", "(prefers-color-scheme: dark)"))
    }

    private static func languageLinks(_ frame: Frame) -> HTML {
        HTML {
            if !frame.publicURL.isEmpty {
                link(.rel("canonical"), .href(frame.publicURL + frame.path))
                link(
                    .rel("alternate"), .attribute("hreflang", frame.language.rawValue),
                    .href(frame.publicURL + frame.path))
                link(
                    .rel("alternate"), .attribute("hreflang", frame.language.other.rawValue),
                    .href(frame.publicURL + frame.alternatePath))
            }
        }
    }

    private static func script(source: String) -> HTML {
        element("script", .src(source), .flag("defer"))
    }

    /// Data, not a script; `<` is written as its JSON escape so that nothing in it can end the element.
    private static func linkedData(_ json: String) -> HTML {
        // Looked for first: replacing is slow, and hardly any text has one.
        let isHarmless = !json.utf8.contains(UInt8(ascii: "<"))
        return element("script", .type("application/ld+json")) {
            HTML.raw(isHarmless ? json : json.replacing("<", with: "\\u003c"))
        }
    }
}
