import Storage
import Web

/// The pages of the audit.
enum AuditPages {
    struct ChainState: Sendable {
        let count: Int
        let problem: String?
        let lastHash: String?
    }

    static func filterForm(_ sentences: AuditSentences, _ t: Texts) -> Form {
        let activities = sentences.activities.values.map { Option($0.code, pattern(t($0.sentence)), translated: false) }
            .sorted { ($0.label, $0.value) < ($1.label, $1.value) }
        let kinds = sentences.subjects.values.sorted { $0.kind < $1.kind }
        return Form([
            Field(
                "activity", "What happened", optional: true,
                .select([Option("", "Everything")] + activities)),
            Field(
                "kind", "About what", optional: true,
                .select([Option("", "Everything")] + kinds.map { Option($0.kind, $0.title) })),
            Field("subject", "Identity of what it is about", optional: true, .text(maxLength: 100)),
        ])
    }

    /// A sentence without its names: `… changed their password.`
    private static func pattern(_ sentence: String) -> String {
        sentence.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? String(part) : "…" + (part.split(separator: "}", maxSplits: 1).dropFirst().first ?? "")
        }.joined()
    }

    static func list(
        _ visit: Visit, _ filter: AuditFilter, _ part: ListPart<AuditSentences.Line>, form: Form
    ) -> Page {
        let t = visit.t
        let path = visit.path("/audit")
        let address = ListAddress(path, query: filter.query)
        return Page(
            title: t("Audit"), wide: true, isPrivate: true,
            body: HTML {
                Components.lead(
                    t(
                        "What was done in the hub, by whom and when. Lines are only ever added; each is chained to the one before it."
                    ))
                p { a(.href(path + "/chain")) { t("Check the chain") } }
                Components.filter(form, visit.query, t, action: path, label: t("Narrow the audit"))
                if part.items.isEmpty {
                    Components.emptyState(t("Nothing like this has happened."), next: (t("Show everything"), path))
                } else {
                    table(visit, part.items)
                    Components.pagination(address, part, t) { "\($0.entry.sequence)" }
                    p { a(.href(ListAddress(path + "/export", query: filter.query).text)) { t("Download as CSV") } }
                }
            })
    }

    private static func table(_ visit: Visit, _ lines: [AuditSentences.Line]) -> HTML {
        let t = visit.t
        let path = visit.path("/audit")
        let rows: [[DataTable.Cell]] = lines.map { line in
            let entry = line.entry
            let same = ListAddress(path, query: [("kind", entry.subjectKind), ("subject", entry.subject)]).text
            return [
                .number(visit.figures.integer(entry.sequence)), .text(visit.figures.time(entry.at)),
                .html(
                    HTML {
                        line.sentence
                        if let page = line.path {
                            " "
                            a(.href(visit.path(page))) { t("Open {name}", ["name": line.subject]) }
                        }
                    }),
                .html(a(.href(same)) { t("All about {name}", ["name": line.subject]) }),
            ]
        }
        return DataTable(
            caption: t("Audit"),
            columns: [.init(t("No."), number: true), .init(t("When")), .init(t("What")), .init(t("More"))], rows: rows,
            captionHidden: true
        ).html
    }

    static func chain(_ visit: Visit, _ state: ChainState) -> Page {
        let t = visit.t
        let count = t.count(state.count, "{count} line holds.", "{count} lines hold.")
        return Page(
            title: t("The chain of the audit"), breadcrumb: [.init(t("Audit"), visit.path("/audit"))], isPrivate: true,
            body: HTML {
                if let problem = state.problem {
                    Components.notice(.error, t("The chain is broken."), t) {
                        p { count }
                        p { code { problem } }
                        p { t("Keep the database as it is, take a copy, and compare it with an earlier backup.") }
                    }
                } else {
                    Components.notice(.success, t("The chain is whole."), t) { p { count } }
                }
                Components.prose {
                    p {
                        t(
                            "Every line carries a SHA-256 hash of its own fields and of the hash before it. Whoever changes, removes or reorders a line breaks every hash after it."
                        )
                    }
                    p {
                        t(
                            "Lines cut off at the end leave no gap: note the last hash below from time to time and compare it with a later copy."
                        )
                    }
                    p {
                        t("A copy of the database is checked without the hub with:") + " "
                        code { "m100 audit verify --database copy.db" }
                    }
                }
                if let hash = state.lastHash {
                    Components.summaryList([.init(t("Last hash"), code(.class("figures")) { hash })], t)
                }
            })
    }
}
