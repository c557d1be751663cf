/// The upper part of every page: wordmark, menu, languages, account, way back.
enum PageHeader {
    static func banner(_ frame: Frame, _ parts: FrameParts) -> HTML {
        header(.class("banner")) {
            div(.class("banner-inner")) {
                parts.wordmark
                account(frame)
            }
            menu(frame)
        }
    }

    static func wordmark(_ frame: Frame) -> HTML {
        a(.class("wordmark"), .href(frame.path("/"))) {
            Wordmark.mark
            span(.class("wordmark-name")) { "M100" }
            span(.class("wordmark-rest")) { frame.t("Climate-neutral cities of Romania") }
        }
    }

    private static func menu(_ frame: Frame) -> HTML {
        guard !frame.menu.isEmpty else { return .empty }
        return nav(.class("menu"), .aria("label", frame.t("Main menu"))) {
            ul {
                for item in frame.menu {
                    li { a(.href(item.path), .aria("current", item.isCurrent ? "page" : nil)) { item.title } }
                }
            }
        }
    }

    private static func account(_ frame: Frame) -> HTML {
        nav(.class("account"), .aria("label", frame.t("Account and language"))) {
            ul {
                if let name = frame.visitorName {
                    li { notifications(frame) }
                    li { a(.href(frame.path(frame.accountPaths.account))) { name } }
                    li { signOut(frame) }
                } else {
                    li { a(.href(frame.path(frame.accountPaths.signIn))) { frame.t("Sign in") } }
                }
                li { language(frame) }
            }
        }
    }

    private static func notifications(_ frame: Frame) -> HTML {
        let count = frame.unreadNotifications
        return a(.href(frame.path(frame.accountPaths.notifications))) {
            frame.t("Notifications")
            if count > 0 {
                " "
                span(.class("count")) { "\(count)" }
                span(.class("hidden")) { " " + frame.t.count(count, "{count} unread", "{count} unread") }
            }
        }
    }

    private static func signOut(_ frame: Frame) -> HTML {
        form(.method("post"), .action(frame.path(frame.accountPaths.signOut))) {
            if let token = frame.formToken { FormView.token(token) }
            button(.class("link"), .type("submit")) { frame.t("Sign out") }
        }
    }

    private static func language(_ frame: Frame) -> HTML {
        let other = frame.language.other
        return a(
            .href(frame.alternatePath), .lang(other.rawValue), .attribute("hreflang", other.rawValue),
            .rel("alternate")
        ) { other.ownName }
    }

    static func demonstration(_ frame: Frame) -> HTML {
        section(.class("demonstration"), .aria("label", frame.t("Demonstration"))) {
            p {
                strong { frame.t("Demonstration.") }
                " "
                    + frame.t(
                        "People, organisations and answers here are invented; facts about cities carry their source.")
            }
        }
    }

    static func breadcrumb(_ page: Page, _ frame: Frame) -> HTML {
        guard !page.breadcrumb.isEmpty else { return .empty }
        return nav(.class("breadcrumb"), .aria("label", frame.t("Way back"))) {
            ol {
                li { a(.href(frame.path("/"))) { frame.t("Home page") } }
                for crumb in page.breadcrumb { li { a(.href(crumb.path)) { crumb.title } } }
            }
        }
    }
}
