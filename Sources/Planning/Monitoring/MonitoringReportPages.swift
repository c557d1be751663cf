import Web

/// The list of yearly reports, and a report in work.
struct MonitoringReportPages: Sendable {
    let desk: MonitoringDesk
    let visit: Visit

    private var t: Texts { visit.t }
    private func path(_ year: Int) -> String { "\(desk.path)/reports/\(year)" }
    private func trail(_ year: Int) -> [Page.Crumb] {
        desk.trail(visit) + [
            Page.Crumb(t("Yearly reports"), visit.path("\(desk.path)/reports")),
            Page.Crumb("\(year)", visit.path("\(path(year))/draft")),
        ]
    }

    func list(_ drafts: [MonitoringReport], _ published: [MonitoringPublication]) -> Page {
        // The year that has ended, and the one that is running.
        let years = Set([visit.today.year - 1, visit.today.year] + drafts.map(\.year) + published.map(\.year))
        return Page(
            title: t("Yearly reports"), caption: desk.city.name, breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                Components.lead(
                    t(
                        "A report takes its figures from the values until the end of its year; the team adds what they mean."
                    ))
                DataTable(
                    caption: t("Yearly reports"),
                    columns: [DataTable.Column(t("Year")), DataTable.Column(t("Published"))],
                    rows: years.sorted(by: >).map { year in
                        let last = published.first { $0.year == year }
                        return [
                            .link("\(year)", visit.path("\(path(year))/draft")),
                            last.map { .link(visit.figures.time($0.publishedAt), visit.path(path(year))) }
                                ?? .missing(t("not yet")),
                        ]
                    }, captionHidden: true
                ).html
            })
    }

    func draft(_ content: MonitoringContent, _ published: MonitoringPublication?) -> Page {
        Page(
            title: t("Report in work for {year}", ["year": "\(content.year)"]), caption: desk.city.name,
            breadcrumb: Array(trail(content.year).dropLast()), isPrivate: true,
            body: HTML {
                if let published {
                    Components.notice(
                        .information,
                        t("Published on {time}", ["time": visit.figures.time(published.publishedAt)]), t
                    ) {
                        p { a(.href(visit.path(path(content.year)))) { t("See what everybody sees") } }
                    }
                }
                if desk.mayEdit {
                    p { Components.buttonLink(t("Write the texts"), path: visit.path("\(path(content.year))/texts")) }
                }
                if desk.right >= .certify {
                    p {
                        Components.buttonLink(
                            t("Publish the report"), path: visit.path("\(path(content.year))/publication"),
                            kind: .secondary)
                    }
                }
                MonitoringReportBody(content: content, visit: visit).html
            })
    }

    func texts(_ year: Int, _ answers: Answers, version: Int, theirs: MonitoringReport? = nil) -> Page {
        Page(
            title: t("Texts of the report for {year}", ["year": "\(year)"]), caption: desk.city.name,
            breadcrumb: trail(year), problems: !answers.isFine || theirs != nil, isPrivate: true,
            body: HTML {
                if let theirs {
                    Components.notice(.warning, t("Somebody else saved these texts meanwhile"), t) {
                        p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                        h3 { t("What the year brought") }
                        p { theirs.summary }
                        h3 { t("What comes next") }
                        p { theirs.outlook }
                    }
                }
                FormView(
                    MonitoringForm.report, answers, t, token: visit.formToken,
                    action: visit.path("\(path(year))/texts"), submit: t("Save"), version: version,
                    cancel: (t("Cancel"), visit.path("\(path(year))/draft"))
                ).html
            })
    }

    func publication(_ content: MonitoringContent, state: String, isStale: Bool = false) -> Page {
        let action = visit.path("\(path(content.year))/publication")
        return Page(
            title: t("Publish the report for {year}", ["year": "\(content.year)"]), caption: desk.city.name,
            breadcrumb: trail(content.year), problems: isStale, isPrivate: true,
            body: HTML {
                if isStale {
                    Components.notice(.warning, t("The figures changed since this page was opened"), t) {
                        p { t("Read the report as it is now before it is published.") }
                    }
                }
                p { t("Everybody will see the report below. It is kept as it is now; a later report can replace it.") }
                element("form", .method("post"), .action(action)) {
                    FormView.token(visit.formToken)
                    input(.type("hidden"), .name("state"), .value(state))
                    div(.class("buttons")) {
                        Components.submit(t("Publish the report"))
                        a(.href(visit.path("\(path(content.year))/draft"))) { t("Cancel") }
                    }
                }
                MonitoringReportBody(content: content, visit: visit).html
            })
    }
}
