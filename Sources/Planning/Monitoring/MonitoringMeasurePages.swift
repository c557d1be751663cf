import Members
import Storage
import Web

/// The measures of the portfolio with what was last said of each, and their histories.
struct MonitoringMeasurePages: Sendable {
    let desk: MonitoringDesk
    let records: [MeasureRecord]
    /// The newest first.
    let entries: [MonitoringEntry]
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: MonitoringWords { MonitoringWords(visit: visit) }

    private func path(_ record: MeasureRecord) -> String { visit.path("\(desk.path)/measures/\(record.id)") }

    var list: Page {
        Page(
            title: t("Progress of measures"), caption: desk.city.name, breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                if records.isEmpty {
                    Components.emptyState(t("The portfolio has no measures yet."))
                } else {
                    table.html
                }
            })
    }

    private var table: DataTable {
        let newest = Dictionary(entries.map { ($0.measure, $0) }, uniquingKeysWith: { newest, _ in newest })
        return DataTable(
            caption: t("Measures of the portfolio"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Status")),
                DataTable.Column(t("Share done"), number: true), DataTable.Column(t("Spent"), number: true),
                DataTable.Column(t("As of")),
            ],
            rows: records.map { record in
                let entry = newest[record.measure.id]
                return [
                    .link(record.title, path(record)), .html(words.tag(entry?.status)),
                    entry.map { .number(words.percent($0.sharePercent / 100), $0.sharePercent) }
                        ?? .missing(t("none")),
                    spent(entry), entry.map { .text(visit.figures.day($0.day)) } ?? .missing(t("none")),
                ]
            }, captionHidden: true, sortsInPlace: true)
    }

    private func spent(_ entry: MonitoringEntry?) -> DataTable.Cell {
        guard let entry, let cents = entry.spentCents else { return .missing(t("not stated")) }
        return .number("\(words.euros(cents)) (\(t(entry.spending.title)))", Double(cents))
    }

    func history(_ record: MeasureRecord) -> Page {
        let own = entries.filter { $0.measure == record.measure.id }
        return Page(
            title: record.title, caption: t("Progress of measures"),
            breadcrumb: desk.trail(visit) + [
                Page.Crumb(t("Progress of measures"), visit.path("\(desk.path)/measures"))
            ], isPrivate: true,
            body: HTML {
                if desk.mayEdit {
                    p { Components.buttonLink(t("Add an entry"), path: "\(path(record))/entries/new") }
                }
                if own.isEmpty {
                    p(.class("quiet")) { t("Nobody has reported on this measure yet.") }
                } else {
                    DataTable(
                        caption: t("Entries, the newest day first"),
                        columns: [
                            DataTable.Column(t("On the day")), DataTable.Column(t("Status")),
                            DataTable.Column(t("Share done"), number: true), DataTable.Column(t("Spent"), number: true),
                            DataTable.Column(t("Note")), DataTable.Column(t("Recorded")),
                        ],
                        rows: own.map { entry in
                            [
                                .text(visit.figures.day(entry.day)), .html(words.tag(entry.status)),
                                .number(words.percent(entry.sharePercent / 100), entry.sharePercent), spent(entry),
                                .text(entry.note),
                                .text("\(t.person(entry.recorder)), \(visit.figures.time(entry.recordedAt))"),
                            ]
                        }, captionHidden: true
                    ).html
                }
            })
    }

    func adding(_ record: MeasureRecord, _ answers: Answers) -> Page {
        Page(
            title: t("Add an entry"), caption: record.title,
            breadcrumb: desk.trail(visit) + [
                Page.Crumb(t("Progress of measures"), visit.path("\(desk.path)/measures")),
                Page.Crumb(record.title, path(record)),
            ], problems: !answers.isFine, isPrivate: true,
            body: FormView(
                MonitoringForm.entry, answers, t, token: visit.formToken, action: "\(path(record))/entries/new",
                submit: t("Record the entry"), cancel: (t("Cancel"), path(record))
            ).html)
    }
}
