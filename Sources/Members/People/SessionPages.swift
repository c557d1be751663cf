import Web

/// The page of one's signed-in browsers.
enum SessionPages {
    static func list(_ visit: Visit, _ sessions: [Session], current: String) -> Page {
        let t = visit.t
        let rows = sessions.map { row(visit, $0, isCurrent: $0.id.description == current) }
        let table = DataTable(
            caption: t("Signed-in browsers"),
            columns: [
                .init(t("Browser")), .init(t("Signed in")), .init(t("Last change made")),
                .init(t("Ends at the latest")),
                .init(t("End")),
            ], rows: rows)
        return Page(
            title: t("Signed-in browsers"), breadcrumb: AccountPages.crumbs(visit), wide: true, isPrivate: true,
            body: HTML {
                Components.lead(t("A browser that you do not know? End its session and change your password."))
                table.html
                if sessions.count > 1 {
                    Components.action(
                        t("End all other sessions"), path: visit.path("/account/sessions/others-end"),
                        token: visit.formToken)
                }
            })
    }

    private static func row(_ visit: Visit, _ session: Session, isCurrent: Bool) -> [DataTable.Cell] {
        let t = visit.t
        let name = session.client.isEmpty ? t("Unknown browser") : session.client
        return [
            .html(
                HTML {
                    name
                    if isCurrent {
                        " "
                        Components.tag(t("this one"), .good)
                    }
                }),
            .text(visit.figures.time(session.createdAt)),
            .text(visit.figures.time(session.lastSeenAt)),
            .text(visit.figures.time(session.expiresAt)),
            .html(
                Components.action(
                    t("End this session"), path: visit.path("/account/sessions/\(session.id)/end"),
                    token: visit.formToken, about: name)),
        ]
    }
}
