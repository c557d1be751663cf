import Contract
import Web

/// A table on paper: heading, caption, cells with their notes, and where the figures come from.
struct ContractPaperTable {
    let paper: ContractPaper
    let form: TableForm
    let table: ContractTable
    let number: String

    /// A page upright holds this many columns.
    private static let mostUpright = 7
    /// Beyond this a row is a sheet of its own.
    private static let mostAcross = 13

    private var t: Texts { paper.t }

    func html(_ heading: HTML) -> HTML {
        let columns = ContractSheets.columns(form, table, paper.contract.template)
        if columns.count > Self.mostAcross { return sheets(heading, columns) }
        var notes = ContractPaperNotes(paper: paper, form: form)
        let rows = table.rows.map { row(of: $0, columns, &notes) }
        return section(.class(columns.count > Self.mostUpright ? "table wide" : "table")) {
            heading
            Web.table(.class(columns.count > 9 ? "narrow" : nil)) {
                caption { captionText }
                thead {
                    tr { for column in columns { head(column.id, column.column) } }
                }
                tbody { rows }
            }
            notes.html
            foot
        }
    }

    /// A row of many texts reads better as a sheet than as a line.
    private func sheets(_ heading: HTML, _ columns: [(id: String, column: Column)]) -> HTML {
        section(.class("table")) {
            heading
            for row in table.rows { sheet(row, columns) }
            foot
        }
    }

    private func sheet(_ row: ContractRow, _ columns: [(id: String, column: Column)]) -> HTML {
        var notes = ContractPaperNotes(paper: paper, form: form)
        let lines = columns.compactMap { id, column -> HTML? in
            guard !row.isBlank(id) || column.isAnswered else { return nil }
            let value = cell(row, id, column, &notes)
            return tr {
                th(.scope("row")) { ContractSheets.heading(column, id, table.unit) { t($0) } }
                td { value }
            }
        }
        return HTML {
            Web.table(.class("sheet")) {
                caption { "\(label). \(paper.words.name(of: row, in: form.id))" }
                tbody { lines }
            }
            notes.html
        }
    }

    private func row(
        of row: ContractRow, _ columns: [(id: String, column: Column)], _ notes: inout ContractPaperNotes
    ) -> HTML {
        var cells: [HTML] = []
        for (place, entry) in columns.enumerated() {
            var value = cell(row, entry.id, entry.column, &notes)
            let style = entry.column.isNumber && entry.column.kind != .year ? "figure" : nil
            if place == 0 {
                if row.isTotal, row.isBlank(entry.id) { value = .text(t("Total")) }
                cells.append(th(.scope("row"), .class(style)) { value })
            } else {
                cells.append(td(.class(style)) { value })
            }
        }
        return tr(.class(row.isTotal ? "total" : nil)) { cells }
    }

    private func head(_ id: String, _ column: Column) -> HTML {
        let style = column.isNumber && column.kind != .year ? "figure" : nil
        return th(.scope("col"), .class(style)) { ContractSheets.heading(column, id, table.unit) { t($0) } }
    }

    private func cell(
        _ row: ContractRow, _ id: String, _ column: Column, _ notes: inout ContractPaperNotes
    ) -> HTML {
        guard let cell = row.cells[id], !row.isBlank(id) else {
            return column.isAnswered && !row.isTotal ? em { t("not known") } : .text("–")
        }
        let mark = notes.mark(cell, id, column, row)
        return HTML {
            paper.text(cell.content, in: column)
            if let mark { element("sup") { "[\(mark)]" } }
        }
    }

    private var label: String { number.isEmpty ? t("Table") : t("Table {number}", ["number": number]) }

    private var captionText: String {
        let parts: [(String, String)] = [
            ("Base year", table.baseYear.map { "\($0)" } ?? ""), ("Unit", table.unit), ("Method", table.method),
            ("Gases", table.gases.joined(separator: ", ")),
        ]
        let said = parts.filter { !$0.1.isEmpty }.map { "\(t($0.0)): \($0.1)" }.joined(separator: " · ")
        return said.isEmpty ? "\(label). \(t(form.title))" : "\(label). \(said)"
    }

    private var foot: HTML {
        HTML {
            if !table.note.isEmpty { p(.class("note")) { "\(t("Note")): \(table.note)" } }
            if !table.source.isEmpty { p(.class("note")) { "\(t("Source")): \(table.source)" } }
            ContractPaperFigure(paper: paper, table: form.id)?.html
        }
    }
}

/// The notes under a table, each reason once.
struct ContractPaperNotes {
    let paper: ContractPaper
    let form: TableForm
    private var texts: [String] = []

    init(paper: ContractPaper, form: TableForm) {
        self.paper = paper
        self.form = form
    }

    /// The number of the note that a cell needs, nil for most.
    mutating func mark(_ cell: ContractCell, _ id: String, _ column: Column, _ row: ContractRow) -> Int? {
        guard cell.isOverridden || !cell.reason.isEmpty else { return nil }
        var text = cell.reason.isEmpty ? paper.t("no reason is given") : cell.reason
        if cell.isOverridden {
            let place = "\(paper.words.name(of: row, in: form.id)) · \(paper.words.heading(id, of: form.id))"
            let derived = paper.text(cell.derived, in: column)
            let why = paper.t("computed was {value}; another one stands because:", ["value": derived])
            text = "\(place): \(why) \(text)"
        }
        if let place = texts.firstIndex(of: text) { return place + 1 }
        texts.append(text)
        return texts.count
    }

    var html: HTML {
        if texts.isEmpty { return .empty }
        let lines = texts.enumerated().map { place, text in p(.class("note")) { "[\(place + 1)] \(text)" } }
        return div(.class("notes")) { lines }
    }
}

extension ContractPaper {
    /// What stands in a cell, on paper: figures of four digits and more without their decimals.
    func text(_ content: ContractCell.Content?, in column: Column) -> String {
        guard case .number(let number)? = content, column.kind != .year else { return words.text(content, in: column) }
        return figures.decimal(number, decimals: abs(number) >= 1000 ? 0 : 2)
    }
}

extension ContractWords {
    /// The words for a document that nobody visits.
    init(_ document: CityContract, _ t: Texts) {
        self.document = document
        figures = Figures(language: t.language)
        self.t = t
    }
}
