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

    /// A sent form kept on the page, to be sent again with a new token.
    static func resend(text: String, signInPath: String?, visit: Visit) -> HTML {
        let t = visit.t
        let fields = visit.answers.texts.keys.filter { $0 != FormView.tokenName }.sorted()
        return HTML {
            lead(text)
            if let signInPath {
                p {
                    a(.href(signInPath), .attribute("target", "_blank"), .rel("noopener")) { t("Sign in in a new tab") }
                }
            }
            form(.method("post"), .action(visit.fullPath)) {
                FormView.token(visit.formToken)
                for name in fields {
                    for value in visit.answers.list(name) {
                        input(.type("hidden"), .name(name), .value(value))
                    }
                }
                button(.class("button"), .type("submit")) { t("Send the form again") }
            }
        }
    }
}
