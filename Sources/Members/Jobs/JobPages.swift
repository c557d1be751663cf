import Background
import Storage
import Web

/// The page of background work. Payloads are never shown: mails in them hold links that open accounts.
enum JobPages {
    struct Content: Sendable {
        let jobs: ListPart<Job>
        let statistics: [JobStatistics]
    }

    static func list(
        _ visit: Visit, _ content: Content, state: JobState?, kind: String?, titles: [String: String]
    ) -> Page {
        let t = visit.t
        let address = ListAddress(
            visit.path("/jobs"), query: [("state", state?.rawValue ?? ""), ("kind", kind ?? "")])
        let dead = content.statistics.reduce(0) { $0 + $1.dead }
        return Page(
            title: t("Background work"), wide: true, isPrivate: true,
            body: HTML {
                if dead > 0 {
                    Components.notice(
                        .warning,
                        t.count(dead, "{count} job failed for good.", "{count} jobs failed for good."), t
                    ) { p { a(.href(address.with("state", "dead").text)) { t("Show what failed for good") } } }
                }
                if !content.statistics.isEmpty { statistics(visit, content.statistics, titles) }
                Components.filter(
                    filterForm(titles), visit.query, t, action: visit.path("/jobs"), label: t("Narrow the jobs"))
                if content.jobs.items.isEmpty {
                    Components.emptyState(t("No job is like this."), next: (t("Show all jobs"), visit.path("/jobs")))
                } else {
                    jobs(visit, content.jobs.items, titles)
                    Components.pagination(address, content.jobs, t) { $0.id.description }
                }
            })
    }

    private static func filterForm(_ titles: [String: String]) -> Form {
        Form([
            Field(
                "state", "State", optional: true,
                .select([Option("", "All states")] + JobState.allCases.map { Option($0.rawValue, title($0)) })),
            Field(
                "kind", "Kind", optional: true,
                .select([Option("", "All kinds")] + titles.keys.sorted().map { Option($0, titles[$0] ?? $0) })),
        ])
    }

    private static func statistics(_ visit: Visit, _ all: [JobStatistics], _ titles: [String: String]) -> HTML {
        let t = visit.t
        let figures = visit.figures
        let rows: [[DataTable.Cell]] = all.map { one in
            [
                .text(titles[one.kind].map { t($0) } ?? one.kind), .number(figures.integer(one.waiting)),
                .number(figures.integer(one.running)), .number(figures.integer(one.finished)),
                .number(figures.integer(one.dead)),
                one.dueSince.map { .text(figures.time($0)) } ?? .missing(t("Nothing is due")),
            ]
        }
        return DataTable(
            caption: t("How many jobs stand where"),
            columns: [
                .init(t("Kind")), .init(t("Waiting"), number: true), .init(t("Running"), number: true),
                .init(t("Finished"), number: true), .init(t("Failed for good"), number: true), .init(t("Due since")),
            ], rows: rows
        ).html
    }

    private static func jobs(_ visit: Visit, _ jobs: [Job], _ titles: [String: String]) -> HTML {
        let t = visit.t
        let rows: [[DataTable.Cell]] = jobs.map { job in
            [
                .html(
                    HTML {
                        titles[job.kind].map { t($0) } ?? job.kind
                        if let error = job.lastError {
                            Components.disclosure(t("Last error")) { p { code { error } } }
                        }
                    }),
                .html(Components.tag(t(title(job.state)), tone(job.state))),
                .text(visit.figures.time(job.createdAt)), .number(visit.figures.integer(job.attempts)),
                .html(actions(visit, job, title: titles[job.kind].map { t($0) } ?? job.kind)),
            ]
        }
        return DataTable(
            caption: t("Jobs"),
            columns: [
                .init(t("Kind")), .init(t("State")), .init(t("Since")), .init(t("Attempts"), number: true),
                .init(t("Change")),
            ], rows: rows
        ).html
    }

    private static func actions(_ visit: Visit, _ job: Job, title: String) -> HTML {
        let t = visit.t
        guard job.state == .dead || job.state == .waiting else { return .empty }
        let path = visit.path("/jobs/\(job.id)")
        return HTML {
            Components.action(
                job.state == .dead ? t("Try again") : t("Try now"), path: path + "/retry", token: visit.formToken,
                about: title)
            Components.action(
                t("Discard"), path: path + "/discarding", token: visit.formToken, kind: .warning, about: title)
        }
    }

    private static func title(_ state: JobState) -> String {
        switch state {
        case .waiting: "Waiting"
        case .running: "Running"
        case .finished: "Finished"
        case .dead: "Failed for good"
        }
    }

    private static func tone(_ state: JobState) -> Components.Tone {
        switch state {
        case .waiting: .neutral
        case .running: .information
        case .finished: .good
        case .dead: .bad
        }
    }
}
