/// The parts that pages are made of. Labels are required, so a page cannot be built inaccessible.
package enum Components {
    /// The page's one `h1`, with a caption that says where it belongs.
    package static func heading(_ title: String, caption: String? = nil) -> HTML {
        div(.class("heading")) {
            if let caption { p(.class("caption")) { caption } }
            h1 { title }
        }
    }

    /// The opening sentence of a page.
    package static func lead(_ text: String) -> HTML { p(.class("lead")) { text } }

    /// The body of a page that says one thing and where to go next.
    package static func message(text: String, reference: String? = nil, links: [(String, String)] = []) -> HTML {
        HTML {
            lead(text)
            if let reference { p { code { reference } } }
            if !links.isEmpty { linkList(links) }
        }
    }

    /// A list of links, each on its own line.
    package static func linkList(_ links: [(title: String, path: String)]) -> HTML {
        ul(.class("links")) { for link in links { li { a(.href(link.path)) { link.title } } } }
    }

    /// What can be done with one row of a table; a screen reader hears the row's name behind each word.
    package static func rowActions(_ name: String, _ links: [(title: String, path: String)]) -> HTML {
        span(.class("row-actions")) {
            for link in links {
                a(.href(link.path)) {
                    link.title
                    span(.class("hidden")) { " " + name }
                }
            }
        }
    }

    /// A sent form kept on the page for all to see, to be sent again with a new token. Secrets are not kept.
    static func resend(text: String, signInPath: String?, visit: Visit) -> HTML {
        let t = visit.t
        let kept = visit.answers.texts.filter { !isSecret($0.key) && $0.key != FormView.tokenName }
            .sorted { $0.key < $1.key }
        let files = visit.answers.uploads.keys.sorted()
        return HTML {
            lead(text)
            if let signInPath {
                p {
                    a(.href(signInPath), .attribute("target", "_blank"), .rel("noopener")) { t("Sign in in a new tab") }
                }
            }
            form(
                .method("post"), .action(visit.fullPath),
                .attribute("enctype", files.isEmpty ? nil : "multipart/form-data")
            ) {
                FormView.token(visit.formToken)
                for (name, values) in kept {
                    for value in values { input(.type("hidden"), .name(name), .value(value)) }
                }
                if !files.isEmpty { p { t("Files are not kept: choose them again.") } }
                for (index, name) in files.enumerated() { fileAgain(name, of: files.count, index, t) }
                button(.class("button"), .type("submit")) { t("Send the form again") }
            }
            if kept.contains(where: { isReadable($0.key) }) {
                h2 { t("What you typed") }
                // The form's own words are not known here, and the names of its fields mean nothing to a person.
                ul {
                    for (name, values) in kept where isReadable(name) {
                        for value in values where !value.isEmpty { li(.class("typed")) { value } }
                    }
                }
            }
        }
    }

    /// A file field of a form that is sent again; the form's own words for it are not known here.
    private static func fileAgain(_ name: String, of count: Int, _ index: Int, _ t: Texts) -> HTML {
        let id = FieldView.id(of: name)
        return div(.class("field")) {
            element("label", .for(id)) { count == 1 ? t("File") : t("File {number}", ["number": "\(index + 1)"]) }
            input(.type("file"), .id(id), .name(name), .flag("multiple"))
        }
    }

    private static func isSecret(_ name: String) -> Bool { name.contains("password") || name == "code" }

    /// The version of a record means nothing to a person.
    private static func isReadable(_ name: String) -> Bool { name != "version" }
}
