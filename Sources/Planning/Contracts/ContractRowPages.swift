import Contract
import Members
import Web

/// The pages that change a table: its head, a row, a row's removal.
struct ContractRowPages {
    let view: ContractTableView
    let visit: Visit

    private var t: Texts { visit.t }
    private var frame: ContractTablePages { ContractTablePages(view: view, visit: visit) }

    // MARK: A row

    func row(
        _ row: ContractRow?, _ answers: Answers, version: Int, isStale: Bool = false, _ drafts: Drafts,
        draft: Draft? = nil, wasSent: Bool = false
    ) -> Page {
        let form = ContractRowForm(view, row, visit)
        let path = row.map { "\(view.path)/rows/\($0.id)/edit" } ?? "\(view.path)/rows/new"
        let fields = FormView(
            form.form, answers, t, token: visit.formToken, action: visit.path(path), submit: t("Save"),
            version: version, cancel: (t("Cancel"), visit.path(view.path)),
            autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft))
        return frame.page(
            row == nil ? t("Add a row") : t("Change a row"), isBelow: true, problems: !answers.isFine || isStale,
            HTML {
                if isStale { stale(row) }
                if let draft, !wasSent { drafts.notice(visit, draft) }
                if let row { frame.openComments(.row(view.form.id, row.id)) }
                fields.summary
                fields.open {
                    if row == nil, isStale {
                        input(.type("hidden"), .name("gone"), .value(visit.parameters["row"]))
                    }
                    for cell in form.cells { group(cell, form, fields) }
                    fields.field("total")
                    fields.buttons
                }
            })
    }

    private func group(_ cell: ContractTableView.Cell, _ form: ContractRowForm, _ fields: FormView) -> HTML {
        let names = form.fields(cell).map(\.name)
        let derived = form.row?.cells[cell.id]?.derived
        let heading = form.words.heading(cell.id, of: view.form.id)
        if names.isEmpty {
            guard case .links(let table) = cell.column.kind else { return .empty }
            return p(.class("hint")) {
                t(
                    "{column}: the table {table} has no rows yet.",
                    [
                        "column": heading, "table": t(TableForm.of(table).title),
                    ])
            }
        }
        guard names.count > 1 || derived != nil || cell.column.isYearly else { return fields.field(names[0]) }
        return fieldset {
            legend { heading }
            if let derived {
                p(.class("hint")) {
                    t(
                        "Derived from inventory and plan: {value}. Left empty it stays so; something else needs a reason.",
                        ["value": form.words.text(derived, in: cell.column)])
                }
            }
            for name in names { fields.field(name) }
        }
    }

    private func stale(_ row: ContractRow?) -> HTML {
        Components.notice(.warning, t("Somebody else changed this row meanwhile"), t) {
            if let row {
                p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                let words = ContractWords(view.document, visit)
                Components.summaryList(
                    view.cells.map { cell in
                        Components.SummaryRow(
                            words.heading(cell.id, of: view.form.id),
                            words.text(row.cells[cell.id]?.content, in: cell.column))
                    }, t)
            } else {
                p { t("The row was removed. Your answers are still in the form below; saved, they are a new row.") }
            }
        }
    }

    func removal(_ row: ContractRow, isStale: Bool) -> Page {
        let name = ContractWords(view.document, visit).name(of: row, in: view.form.id)
        return frame.page(
            t("Remove the row"), isBelow: true, problems: isStale,
            HTML {
                if isStale { stale(row) }
                p { t("The row “{name}” is taken out of the table. It stays among the versions.", ["name": name]) }
                Components.action(
                    t("Remove"), path: visit.path("\(view.path)/rows/\(row.id)/removal"), token: visit.formToken,
                    kind: .warning, about: name, hidden: [("version", "\(view.version)")])
                p { a(.href(visit.path(view.path))) { t("Cancel") } }
            })
    }

    // MARK: The head

    func head(_ answers: Answers, version: Int, isStale: Bool = false) -> Page {
        frame.page(
            t("Head of the table"), isBelow: true, problems: !answers.isFine || isStale,
            HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the head of the table meanwhile"), t) {
                        p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                        MeasureLinePages.summary(ContractHeadForm.form, ContractHeadForm.answers(view.table), t)
                    }
                }
                FormView(
                    ContractHeadForm.form, answers, t, token: visit.formToken, action: visit.path("\(view.path)/head"),
                    submit: t("Save"), version: version, cancel: (t("Cancel"), visit.path(view.path))
                ).html
            })
    }
}
