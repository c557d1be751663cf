import Contract
import Web

/// A contract's table as a table, and one row of it.
struct ContractTablePages {
    let view: ContractTableView
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: ContractWords { ContractWords(view.document, visit) }
    /// More rows than this stand on further pages.
    static let size = 50
    private static let longest = 90

    // MARK: The table

    func table(from start: Int) -> Page {
        page(
            t(view.form.title), isBelow: false, isWide: true,
            HTML {
                presence
                head
                if view.table.rows.isEmpty {
                    Components.emptyState(
                        t("The table is empty."),
                        next: view.desk.mayEdit ? (t("Add a row"), visit.path("\(view.path)/rows/new")) : nil)
                } else {
                    rows(from: start).html
                    pages(from: start)
                    if view.desk.mayEdit {
                        p { Components.buttonLink(t("Add a row"), path: visit.path("\(view.path)/rows/new")) }
                    }
                }
                openComments(view.place)
                links
            })
    }

    private func rows(from start: Int) -> DataTable {
        let words = words
        let cells = view.cells
        let shown = Array(view.table.rows.dropFirst(start).prefix(Self.size))
        return DataTable(
            caption: t(view.form.title),
            columns: [DataTable.Column(t("Row"))]
                + cells.map { DataTable.Column(heading($0), number: $0.column.isNumber) }
                + [DataTable.Column(t("Actions"))],
            rows: shown.map { row in
                let name = words.name(of: row, in: view.form.id)
                let path = visit.path("\(view.path)/rows/\(row.id)")
                var line = [DataTable.Cell.link(Self.short(name), path)]
                line += cells.map { cell(row.cells[$0.id], $0.column, words) }
                line.append(.html(actions(row, name, path)))
                return line
            }, captionHidden: true)
    }

    private func heading(_ cell: ContractTableView.Cell) -> String {
        let heading = words.heading(cell.id, of: view.form.id)
        guard case .number(let unit) = cell.column.kind, !unit.isEmpty else { return heading }
        return "\(heading) (\(t(unit)))"
    }

    private func cell(_ cell: ContractCell?, _ column: Column, _ words: ContractWords) -> DataTable.Cell {
        guard let cell else { return .missing(t("Empty")) }
        let text = Self.short(words.text(cell.content, in: column))
        guard cell.isOverridden || !cell.reason.isEmpty else { return .text(text) }
        return .html(
            HTML {
                text
                if cell.isOverridden {
                    HTML {
                        " "; Components.tag(t("overridden"), .warning)
                    }
                }
                span(.class("hint")) { " \(Self.short(cell.reason))" }
            })
    }

    private static func short(_ text: String) -> String {
        text.count > longest ? "\(text.prefix(longest))…" : text
    }

    private func actions(_ row: ContractRow, _ name: String, _ path: String) -> HTML {
        guard view.desk.mayEdit else { return Components.rowActions(name, [(t("Look at"), path)]) }
        return Components.rowActions(
            name, [(t("Change"), "\(path)/edit"), (t("Remove"), "\(path)/removal")])
    }

    private func pages(from start: Int) -> HTML {
        let count = view.table.rows.count
        guard count > Self.size else { return .empty }
        return p {
            t(
                "Rows {first} to {last} of {count}",
                [
                    "first": "\(start + 1)", "last": "\(min(count, start + Self.size))", "count": "\(count)",
                ])
            if start > 0 {
                " "
                a(.href(visit.path(view.path) + "?from=\(max(0, start - Self.size))")) { t("Earlier rows") }
            }
            if start + Self.size < count {
                " "
                a(.href(visit.path(view.path) + "?from=\(start + Self.size)")) { t("Further rows") }
            }
        }
    }

    private var head: HTML {
        let change = view.desk.mayEdit ? visit.path("\(view.path)/head") : nil
        let answers = ContractHeadForm.answers(view.table)
        return Components.summaryList(
            ContractHeadForm.form.fields.enumerated().map { index, field in
                Components.SummaryRow(
                    t(field.label), answers.text(field.name), changePath: index == 0 ? change : nil)
            }, t)
    }

    private var links: HTML {
        Components.linkList(
            (view.version == 0 ? [] : [(t("Versions of this table"), visit.path("\(view.path)/history"))])
                + about(view.place))
    }

    private func about(_ place: ContractPlace) -> [(title: String, path: String)] {
        ContractCommentPages.links(place, of: view.desk, t).map { ($0.title, visit.path($0.path)) }
    }

    func openComments(_ place: ContractPlace) -> HTML {
        OpenCommentList(
            comments: view.comments, record: view.desk.record, place: place, words: words, visit: visit
        ).html
    }

    private var presence: HTML {
        guard !view.others.isEmpty else { return .empty }
        return Components.notice(.information, view.others.map { $0.sentence(visit) }.joined(separator: "; "), t) {
            p { t("You can change other rows at the same time.") }
        }
    }

    // MARK: A row

    func row(_ row: ContractRow) -> Page {
        let name = words.name(of: row, in: view.form.id)
        return page(
            name, isBelow: true,
            HTML {
                if row.isDerived { p { t("The row comes from inventory or plan.") } }
                Components.summaryList(
                    view.cells.map { cell in
                        Components.SummaryRow(
                            heading(cell),
                            HTML {
                                div(.id("cell-\(cell.id)")) {
                                    value(row.cells[cell.id], cell.column)
                                    comment(row, cell)
                                }
                            })
                    }, t)
                if view.desk.mayEdit { rowButtons(row, name) }
                openComments(.row(view.form.id, row.id))
                Components.linkList(about(.row(view.form.id, row.id)))
            })
    }

    /// The way to say something about one cell.
    private func comment(_ row: ContractRow, _ cell: ContractTableView.Cell) -> HTML {
        let place = ContractPlace.cell(view.form.id, row.id, cell.id)
        let query = FormBody.encode([("place", place.path)])
        return p {
            a(.href(visit.path("\(view.desk.record.path)/comments/new") + "?\(query)")) {
                t("Comment")
                span(.class("hidden")) { " \(heading(cell))" }
            }
        }
    }

    private func value(_ cell: ContractCell?, _ column: Column) -> HTML {
        guard let cell else { return span(.class("quiet")) { t("No answer") } }
        let words = words
        return HTML {
            span(.class("typed")) { words.text(cell.content, in: column) }
            if cell.derived != nil, !cell.isOverridden {
                HTML {
                    " "; Components.tag(t("derived"), .neutral)
                }
            }
            if cell.isOverridden {
                " "
                Components.tag(t("overridden"), .warning)
                p(.class("hint")) { t("Derived: {value}", ["value": words.text(cell.derived, in: column)]) }
            }
            if !cell.reason.isEmpty { p(.class("hint")) { t("Why: {reason}", ["reason": cell.reason]) } }
        }
    }

    private func rowButtons(_ row: ContractRow, _ name: String) -> HTML {
        let path = "\(view.path)/rows/\(row.id)"
        return HTML {
            p { Components.buttonLink(t("Change"), path: visit.path("\(path)/edit")) }
            p { a(.href(visit.path("\(path)/removal"))) { t("Remove the row") } }
            for (title, direction) in [(t("Move up"), "up"), (t("Move down"), "down")] {
                Components.action(
                    title, path: visit.path("\(path)/order"), token: visit.formToken, about: name,
                    hidden: [("direction", direction)])
            }
        }
    }

    // MARK: Frame

    func page(
        _ title: String, isBelow: Bool, isWide: Bool = false, problems: Bool = false, _ body: HTML
    ) -> Page {
        Page(
            title: title, caption: isBelow ? "\(view.number) \(t(view.form.title))" : view.number,
            breadcrumb: view.desk.trail(visit)
                + (isBelow ? [Page.Crumb(t(view.form.title), visit.path(view.path))] : []),
            problems: problems, wide: isWide, isPrivate: true, body: body)
    }
}
