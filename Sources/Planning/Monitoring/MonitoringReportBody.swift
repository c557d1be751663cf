import Contract
import Storage
import Web

/// What a report says, the same in work and in public.
struct MonitoringReportBody {
    let content: MonitoringContent
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: MonitoringWords { MonitoringWords(visit: visit) }

    var html: HTML {
        HTML {
            if !content.summary.isEmpty {
                h2 { t("What the year brought") }
                Components.prose { Markdown.html(content.summary, topHeading: 3) }
            }
            h2(.id("indicators")) { t("Indicators") }
            indicators
            h2(.id("measures")) { t("Measures") }
            measures
            h2(.id("pathway")) { t("Observed values against the pathway") }
            if content.pathway.isEmpty {
                p(.class("quiet")) { t("There is no published pathway or nothing was observed.") }
            } else {
                MonitoringPathwayPages.table(content.pathway, visit).html
            }
            h2(.id("changes")) { t("What changed since the last report") }
            changes
            if !content.outlook.isEmpty {
                h2 { t("What comes next") }
                Components.prose { Markdown.html(content.outlook, topHeading: 3) }
            }
        }
    }

    @HTMLBuilder private var indicators: HTML {
        if content.indicators.isEmpty {
            p(.class("quiet")) { t("The report shows no indicators.") }
        } else {
            Components.facts(
                [TrafficLight.Signal.onTrack, .behind, .farBehind].map { signal in
                    Components.Fact(t(signal.title), figure: "\(content.count(signal))")
                })
            indicatorTable.html
            p(.class("quiet")) { words.thresholds(content.thresholds) }
        }
    }

    private var indicatorTable: DataTable {
        let years = Array(Set(content.indicators.flatMap { $0.targets.map(\.year) })).sorted()
        return DataTable(
            caption: t("Indicators and their targets"),
            columns: [
                DataTable.Column(t("Indicator")), DataTable.Column(t("Light")), DataTable.Column(t("Unit")),
                DataTable.Column(t("Baseline"), number: true),
            ]
                + years.map { DataTable.Column(t("Target {year}", ["year": "\($0)"]), number: true) } + [
                    DataTable.Column(t("Newest value"), number: true), DataTable.Column(t("Measured on")),
                    DataTable.Column(t("Source")),
                ],
            rows: content.indicators.map { item in
                let newest = item.values.last
                let targets = years.map { year in
                    words.number(item.targets.first { $0.year == year }?.value, missing: t("none"))
                }
                return [
                    .text([item.number, item.name].filter { !$0.isEmpty }.joined(separator: " ")),
                    .html(words.light(item.signal, isOverdue: item.is_overdue)), .text(item.unit),
                    words.number(item.baseline, missing: t("none")),
                ] + targets + [
                    words.number(newest?.value, missing: t("none")),
                    newest.flatMap { Day($0.measured_on) }.map { .text(visit.figures.day($0)) }
                        ?? .missing(t("none")), newest.map { .html(source($0)) } ?? .missing(t("none")),
                ]
            })
    }

    private func source(_ value: MonitoringContent.Value) -> HTML {
        HTML {
            value.source
            if let link = value.evidence {
                " · "
                a(.href(link), .rel("noopener")) { t("Evidence") }
            }
        }
    }

    @HTMLBuilder private var measures: HTML {
        if content.measures.isEmpty {
            p(.class("quiet")) { t("The portfolio has no measures yet.") }
        } else {
            DataTable(
                caption: t("Measures of the portfolio"),
                columns: [
                    DataTable.Column(t("Measure")), DataTable.Column(t("Status")),
                    DataTable.Column(t("Share done"), number: true), DataTable.Column(t("Spent"), number: true),
                ],
                rows: content.measures.map { item in
                    [
                        .html(
                            HTML {
                                item.name
                                if !item.note.isEmpty { p(.class("hint")) { item.note } }
                            }), .html(words.tag(item.state)),
                        item.share_percent.map { .number(words.percent($0 / 100), $0) } ?? .missing(t("none")),
                        item.spent_eur_cents.map { .number(words.euros($0), Double($0)) }
                            ?? .missing(t("not stated")),
                    ]
                }
            ).html
            p {
                t("Money spent so far:") + " "
                    + content.spent.map { "\(t($0.status.title)) \(words.euros($0.cents))" }.joined(separator: " · ")
            }
        }
    }

    @HTMLBuilder private var changes: HTML {
        if let year = content.compared_with {
            if content.changes.isEmpty {
                p(.class("quiet")) { t("Nothing against the report for {year}.", ["year": "\(year)"]) }
            } else {
                DataTable(
                    caption: t("Against the report for {year}", ["year": "\(year)"]),
                    columns: [
                        DataTable.Column(t("What")), DataTable.Column(t("Before")), DataTable.Column(t("Now")),
                    ], rows: content.changes.map { [.text($0.name), state($0.before, $0), state($0.after, $0)] }
                ).html
            }
        } else {
            p(.class("quiet")) { t("This is the first report.") }
        }
    }

    private func state(_ word: String?, _ change: MonitoringContent.Change) -> DataTable.Cell {
        if change.kind == "indicator" {
            guard let signal = word.flatMap(TrafficLight.Signal.init) else { return .missing(t("not there")) }
            return .html(words.tag(signal))
        }
        return .html(words.tag(word.flatMap(MonitoringEntry.Status.init)))
    }
}
