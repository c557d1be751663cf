import Storage
import Web

/// The notification centre and its choices.
enum NotificationPages {
    /// One part of the list and what it needs beside it.
    struct Content: Sendable {
        let news: ListPart<Notification>
        let unread: Int
        let names: [String: String]
    }

    static func list(_ visit: Visit, _ content: Content, unreadOnly: Bool) -> Page {
        let t = visit.t
        let news = content.news.items
        let address = ListAddress(visit.path("/notifications"), query: [("show", unreadOnly ? "unread" : "")])
        return Page(
            title: t("Notifications"), isPrivate: true,
            body: HTML {
                Components.tabs(
                    [
                        .init(t("All"), path: visit.path("/notifications"), isCurrent: !unreadOnly),
                        .init(
                            t("Unread ({count})", ["count": visit.figures.integer(content.unread)]),
                            path: visit.path("/notifications") + "?show=unread", isCurrent: unreadOnly),
                    ], label: t("Which notifications"))
                if news.isEmpty {
                    empty(visit, unreadOnly: unreadOnly)
                } else {
                    ul(.class("notifications")) { for one in news { line(one, content.names, visit) } }
                    if content.unread > 0, let newest = news.first { allRead(visit, upTo: newest) }
                }
                Components.pagination(address, content.news, t) { $0.id.description }
                p { a(.href(visit.path("/notifications/choices"))) { t("Choose what reaches you by mail") } }
            })
    }

    private static func empty(_ visit: Visit, unreadOnly: Bool) -> HTML {
        let t = visit.t
        return unreadOnly
            ? Components.emptyState(
                t("You have read everything."), next: (t("Show all notifications"), visit.path("/notifications")))
            : Components.emptyState(
                t("Nothing has happened yet that concerns you. What does will stand here."),
                next: (t("Choose what reaches you by mail"), visit.path("/notifications/choices")))
    }

    private static func line(_ one: Notification, _ names: [String: String], _ visit: Visit) -> HTML {
        let t = visit.t
        let text = one.text(t, names: names)
        return li(.class(one.readAt == nil ? "unread" : nil)) {
            p {
                if one.readAt == nil {
                    Components.tag(t("Unread"), .information)
                    " "
                }
                a(.href(visit.path(one.path))) { text }
            }
            p(.class("hint")) { visit.figures.time(one.createdAt) }
            if one.readAt == nil {
                Components.action(
                    t("Mark as read and open"), path: visit.path("/notifications/\(one.id)/reading"),
                    token: visit.formToken, about: text)
            }
        }
    }

    private static func allRead(_ visit: Visit, upTo newest: Notification) -> HTML {
        Components.action(
            visit.t("Mark all as read"), path: visit.path("/notifications/reading"), token: visit.formToken,
            hidden: [(name: "last", value: newest.id.description)])
    }

    static func choices(_ visit: Visit, _ form: Form, _ answers: Answers) -> Page {
        let t = visit.t
        return Page(
            title: t("What reaches you by mail"),
            breadcrumb: [.init(t("Notifications"), visit.path("/notifications"))], problems: !answers.isFine,
            isPrivate: true,
            body: HTML {
                Components.lead(
                    t("Everything stands in your notifications. Choose for each topic whether it also comes by mail."))
                FormView(
                    form, answers, t, token: visit.formToken, action: visit.path("/notifications/choices"),
                    submit: t("Save choices"), cancel: (t("Cancel"), visit.path("/notifications"))
                ).html
            })
    }
}
