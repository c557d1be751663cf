import Inventory
import Web

/// The pages of one line of the GPC: its rows, and the forms of a row.
struct InventoryLinePages {
    let desk: InventoryDesk
    let visit: Visit

    init(_ desk: InventoryDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    private var t: Texts { visit.t }
    private func path(_ rest: String) -> String { visit.path(desk.record.workPath + rest) }

    private func title(_ reference: GPCReference) -> String { "\(reference.code) \(t(reference.subsectorName))" }

    private func page(_ title: String, _ reference: GPCReference?, problems: Bool = false, body: HTML) -> Page {
        var trail = desk.trail(visit)
        if let reference { trail.append(Page.Crumb(reference.code, path("/lines/\(reference.code)"))) }
        return Page(
            title: title, caption: desk.title(t), breadcrumb: trail, problems: problems, isPrivate: true, body: body)
    }

    // MARK: The line

    func line(_ reference: GPCReference) -> Page {
        let rows = desk.lines(of: reference)
        return Page(
            title: title(reference), caption: desk.title(t), breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                Components.lead(
                    t("Scope {number}", ["number": "\(reference.scope.rawValue)"]) + ": " + t(reference.covers) + ".")
                if rows.isEmpty {
                    Components.emptyState(t("Nothing is entered on this line yet."))
                } else {
                    table(rows)
                }
                waiting(reference)
                if desk.right >= .edit { actions(reference) }
                p { a(.href(visit.path(desk.record.workPath))) { t("Back to the inventory") } }
            })
    }

    /// Rows of an earlier year that are none of this line yet.
    @HTMLBuilder private func waiting(_ reference: GPCReference) -> HTML {
        let rows = desk.copied(on: reference)
        if !rows.isEmpty {
            h2 { t("To be answered for this year") }
            InventoryCopyPages(desk, visit).waiting(rows).html
        }
    }

    private func actions(_ reference: GPCReference) -> HTML {
        HTML {
            h2 { t("Add to this line") }
            methods(reference)
            h3 { t("Without calculation") }
            Components.linkList([
                (t("A figure that a source gives"), path("/lines/\(reference.code)/figure")),
                (t("A notation key: why there is no number"), path("/lines/\(reference.code)/key")),
            ])
        }
    }

    /// The methods that serve the line, each with its source.
    private func methods(_ reference: GPCReference) -> HTML {
        HTML {
            h3 { t("Calculated from activity data") }
            ul(.class("links")) {
                for method in Methods.serving(reference) {
                    li {
                        div {
                            a(.href(path("/lines/\(reference.code)/methods/\(method.name)"))) { t(method.title) }
                            p(.class("hint")) { method.source }
                        }
                    }
                }
            }
        }
    }

    /// Rows with what may be done with them.
    func table(_ rows: [InventoryLine]) -> HTML {
        DataTable(
            caption: t("Rows of this line"),
            columns: [
                DataTable.Column(t("Row")), DataTable.Column(t("Activity"), number: true),
                DataTable.Column("t CO₂e", number: true), DataTable.Column(t("Source")),
            ],
            rows: rows.map(cells), captionHidden: true
        ).html
    }

    private func cells(_ line: InventoryLine) -> [DataTable.Cell] {
        let row = line.row
        return [
            .html(head(row)),
            row.activity.map { .number("\(visit.figures.decimal($0.value)) \($0.unit)", $0.value) }
                ?? .missing(t("not given")),
            value(row), .text(row.source),
        ]
    }

    /// The row and what may be done with it, together: a narrow screen shows the first column alone.
    private func head(_ row: InventoryRow) -> HTML {
        HTML {
            name(row)
            if desk.right >= .edit {
                br()
                Components.rowActions(
                    name(row),
                    [
                        (t("Change"), path("/rows/\(row.id)/edit")), (t("Documents"), path("/documents?row=\(row.id)")),
                        (t("Remove"), path("/rows/\(row.id)/removal")),
                    ])
            }
        }
    }

    private func value(_ row: InventoryRow) -> DataTable.Cell {
        switch row.content {
        case .emissions(let masses):
            let value = desk.report.gwp.co2e(masses)
            return .number(visit.figures.decimal(value, decimals: 1), value)
        case .notation(let key, _): return .text(key.rawValue)
        case .energyOnly: return .missing(t("energy only"))
        }
    }

    private func name(_ row: InventoryRow) -> String { InventoryRowName.text(row, t) }

    // MARK: Forms

    func figure(_ reference: GPCReference, _ answers: Answers) -> Page {
        page(
            t("Add a figure"), reference, problems: !answers.isFine,
            body: HTML {
                p { title(reference) }
                FormView(
                    InventoryFigureForm.form, answers, t, token: visit.formToken,
                    action: path("/lines/\(reference.code)/figure"), submit: t("Save the row"),
                    cancel: (t("Cancel"), path("/lines/\(reference.code)"))
                ).html
            })
    }

    func key(_ reference: GPCReference, _ answers: Answers) -> Page {
        page(
            t("Say why there is no number"), reference, problems: !answers.isFine,
            body: HTML {
                p { title(reference) }
                FormView(
                    InventoryForm.key, answers, t, token: visit.formToken,
                    action: path("/lines/\(reference.code)/key"), submit: t("Save the row"),
                    cancel: (t("Cancel"), path("/lines/\(reference.code)"))
                ).html
            })
    }

    /// - Parameter answers: what was sent, or nil for the row as it stands.
    func editing(_ line: InventoryLine, _ answers: Answers?, version: Int) -> Page {
        page(
            t("Change the row"), line.row.placement.reference, problems: answers?.isFine == false,
            body: form(line, answers ?? stored(line), version: version).html)
    }

    private func stored(_ line: InventoryLine) -> Answers {
        if case .notation(let key, let reason) = line.row.content {
            return Answers(["key": key.rawValue, "reason": reason])
        }
        return InventoryFigureForm.answers(line.row, t)
    }

    private func form(_ line: InventoryLine, _ answers: Answers, version: Int) -> FormView {
        FormView(
            line.form, answers, t, token: visit.formToken,
            action: path("/rows/\(line.row.id)/edit"), submit: t("Save the row"), version: version,
            cancel: (t("Cancel"), visit.path(desk.path(of: line))))
    }

    /// What was typed stays in the form; what somebody else saved stands above it.
    func conflict(_ latest: InventoryLine, _ yours: Answers) -> Page {
        let theirs = stored(latest)
        let view = form(latest, yours, version: latest.version)
        let different = view.form.fields.filter { theirs.text($0.name) != yours.text($0.name) }
        return page(
            t("Change the row"), latest.row.placement.reference, problems: true,
            body: HTML {
                Components.notice(.warning, t("Somebody else saved this row meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    Components.summaryList(
                        different.map { Components.SummaryRow(t($0.label), theirs.text($0.name)) }, t)
                }
                view.html
            })
    }

    func removal(_ line: InventoryLine) -> Page {
        page(
            t("Remove the row"), line.row.placement.reference,
            body: HTML {
                p { t("“{row}” disappears from the inventory. Published versions keep it.", ["row": name(line.row)]) }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: path("/rows/\(line.row.id)/removal"),
                    submit: t("Remove the row"), version: line.version, submitKind: .warning,
                    cancel: (t("Cancel"), visit.path(desk.path(of: line)))
                ).html
            })
    }
}
