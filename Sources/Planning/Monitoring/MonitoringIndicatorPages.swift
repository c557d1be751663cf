import Contract
import Members
import Storage
import Web

/// An indicator: its light and why, its course, every value with its evidence, and the forms about it.
struct MonitoringIndicatorPages {
    let desk: MonitoringDesk
    let indicator: MonitoredIndicator
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: MonitoringWords { MonitoringWords(visit: visit) }
    private var path: String { desk.path(of: indicator) }

    var page: Page {
        Page(
            title: indicator.name, caption: indicator.number, breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                summary
                if desk.mayEdit {
                    p {
                        Components.buttonLink(t("Record a value"), path: visit.path("\(path)/values/new"))
                    }
                }
                if let baseline = indicator.course.baseline, !indicator.course.targets.isEmpty { chart(baseline) }
                values
            })
    }

    private var summary: HTML {
        var rows = [
            Components.SummaryRow(
                t("Light"),
                HTML {
                    words.light(indicator.light.signal, isOverdue: indicator.isOverdue)
                    if let reason = words.reason(indicator.light, indicator.unit) { p { reason } }
                })
        ]
        rows.append(
            Components.SummaryRow(
                t("Targets"),
                indicator.targets.isEmpty
                    ? t("No target is set.")
                    : indicator.targets.map { "\($0.year): \(words.value($0.value, indicator.unit))" }
                        .joined(separator: " · "),
                changePath: desk.mayEdit ? desk.contract.map { visit.path("\($0.path)/tables/indicators") } : nil))
        if let baseline = indicator.course.baseline {
            rows.append(Components.SummaryRow(t("Baseline"), words.value(baseline.value, indicator.unit)))
        }
        if let definition = indicator.sheet?.text("definition"), !definition.isEmpty {
            rows.append(Components.SummaryRow(t("Definition"), definition))
        }
        return Components.summaryList(rows + care, t)
    }

    /// How often it is measured, until when, by whom, and who sees it.
    private var care: [Components.SummaryRow] {
        let change = desk.mayEdit ? visit.path("\(path)/settings") : nil
        var rows: [Components.SummaryRow] = []
        rows.append(
            Components.SummaryRow(
                t("Collection interval"),
                indicator.interval.map { t($0.title) } ?? t("not stated, so nothing falls due"), changePath: change))
        if let due = indicator.due {
            rows.append(Components.SummaryRow(t("Next value due by"), visit.figures.day(due)))
        }
        rows.append(
            Components.SummaryRow(
                t("Owner"),
                indicator.setting?.owner == nil
                    ? t("Nobody looks after it yet") : t.person(indicator.setting?.ownerName), changePath: change))
        rows.append(
            Components.SummaryRow(
                t("In the public report"), indicator.isShown ? t("Yes") : t("No"), changePath: change))
        return rows
    }

    private func chart(_ baseline: IndicatorCourse.Point) -> HTML {
        let targets = [baseline] + indicator.course.targets
        let figures = visit.figures
        let measured = indicator.values.compactMap(\.point)
        return ChartFrame(
            id: "course", title: t("Values and targets"),
            message: words.reason(indicator.light, indicator.unit) ?? t(indicator.light.signal.title),
            drawing: LineChart(
                [
                    LineChart.Series(t("Way to the targets"), points: targets.map { (x: $0.time - 1, y: $0.value) }),
                    LineChart.Series(t("Measured"), points: measured.map { (x: $0.time - 1, y: $0.value) }),
                ].filter { !$0.points.isEmpty }, unit: indicator.unit, writeY: { FormNumber.shown($0, figures) }
            ).html,
            table: DataTable(
                caption: t("Targets of the contract"),
                columns: [DataTable.Column(t("Year")), DataTable.Column(t("Value"), number: true)],
                rows: targets.map {
                    [.text("\(Int($0.time) - 1)"), .number(FormNumber.shown($0.value, figures), $0.value)]
                }),
            csvPath: "\(path)/values.csv"
        ).html(t)
    }

    // MARK: Values

    private var values: HTML {
        HTML {
            h2 { t("Values") }
            if indicator.history.isEmpty {
                p(.class("quiet")) { t("Nothing was measured yet.") }
            } else {
                DataTable(
                    caption: t("Recorded values, the newest day first"),
                    columns: [
                        DataTable.Column(t("Measured on")), DataTable.Column(t("Value"), number: true),
                        DataTable.Column(t("Source and evidence")), DataTable.Column(t("Recorded")),
                        DataTable.Column(t("Actions")),
                    ], rows: indicator.history.reversed().map(row), captionHidden: true
                ).html
            }
        }
    }

    private func row(_ item: MonitoringValue) -> [DataTable.Cell] {
        let isCurrent = indicator.values.contains { $0.id == item.id }
        let number = item.value.map { words.value($0, indicator.unit) } ?? t("taken back")
        return [
            .text(days(item)),
            .html(
                HTML {
                    if isCurrent || item.value == nil {
                        number
                    } else {
                        del { number }
                        span { " " + t("(corrected)") }
                    }
                }),
            .html(evidence(item)),
            .text("\(t.person(item.recorder)), \(visit.figures.time(item.recordedAt))"),
            .html(
                desk.mayEdit && isCurrent
                    ? Components.rowActions(
                        days(item), [(t("Correct"), visit.path("\(path)/values/\(item.id)/correction"))]) : .empty),
        ]
    }

    private func days(_ item: MonitoringValue) -> String {
        let day = visit.figures.day(item.day)
        return item.start.map { "\(visit.figures.day($0)) – \(day)" } ?? day
    }

    private func evidence(_ item: MonitoringValue) -> HTML {
        HTML {
            item.source
            if item.evidenceHash != nil {
                " · "
                a(.href(visit.path("\(path)/values/\(item.id)/evidence"))) { item.evidenceName }
            }
            if !item.evidenceLink.isEmpty {
                " · "
                a(.href(item.evidenceLink), .rel("noopener")) { item.evidenceLink }
            }
            if !item.note.isEmpty { p(.class("hint")) { item.note } }
        }
    }

    // MARK: Forms

    func recording(_ answers: Answers) -> Page {
        form(t("Record a value"), MonitoringForm.value, answers, "\(path)/values/new", submit: t("Record the value"))
    }

    func correcting(_ value: MonitoringValue, _ answers: Answers) -> Page {
        let isOld = !indicator.values.contains { $0.id == value.id }
        return form(
            t("Correct a value"), MonitoringForm.correction, answers, "\(path)/values/\(value.id)/correction",
            submit: t("Record the correction"), problems: isOld
        ) {
            if isOld {
                Components.notice(.warning, t("Somebody corrected this value already"), t) {
                    p { t("Your answers are still in the form. Correct the value that stands now instead.") }
                    p { a(.href(visit.path(path))) { indicator.name } }
                }
            } else {
                p { t("The value stays in the history; the correction stands in its place.") }
            }
        }
    }

    func settings(_ answers: Answers, _ owners: [Option], version: Int, isStale: Bool = false) -> Page {
        form(
            t("Owner and interval"), MonitoringForm.settings(owners), answers, "\(path)/settings",
            submit: t("Save"), version: version, problems: isStale
        ) {
            if isStale {
                Components.notice(.warning, t("Somebody else changed these settings meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    summary
                }
            }
        }
    }

    private func form(
        _ title: String, _ form: Form, _ answers: Answers, _ action: String, submit: String, version: Int? = nil,
        problems: Bool = false, @HTMLBuilder _ above: () -> HTML = { .empty }
    ) -> Page {
        let lead = above()
        return Page(
            title: title, caption: indicator.unit.isEmpty ? indicator.name : "\(indicator.name) (\(indicator.unit))",
            breadcrumb: desk.trail(visit, indicator), problems: !answers.isFine || problems, isPrivate: true,
            body: HTML {
                lead
                FormView(
                    form, answers, t, token: visit.formToken, action: visit.path(action), submit: submit,
                    version: version, cancel: (t("Cancel"), visit.path(path))
                ).html
            })
    }
}
