import Contract
import Inventory
import Web

/// The form of one row of a contract's table, made from the table's columns, and what its answers mean.
///
/// A cell that was derived and not touched is empty in the form: what is left empty stays as it is derived.
struct ContractRowForm {
    let view: ContractTableView
    /// nil: a new row.
    let row: ContractRow?
    let words: ContractWords
    private let t: Texts

    private static let amounts = -1_000_000_000_000_000.0...1_000_000_000_000_000.0

    init(_ view: ContractTableView, _ row: ContractRow?, _ visit: Visit) {
        self.init(view, row, ContractWords(view.document, visit))
    }

    init(_ view: ContractTableView, _ row: ContractRow?, _ words: ContractWords) {
        self.view = view
        self.row = row
        self.words = words
        t = words.t
    }

    /// Cells that are asked for; percentages are computed.
    var cells: [ContractTableView.Cell] { view.cells.filter { $0.column.kind != .percent } }

    var form: Form { Self.form(cells.flatMap(fields)) }

    /// Of a draft: with a reason for each cell, since what is derived may change while somebody types.
    var drafted: Form {
        let asked = form.fields
        let names = Set(asked.map(\.name))
        let reasons = cells.map { Field("reason-\($0.id)", "Why", optional: true, .text(maxLength: 1000)) }
        return Form(asked + reasons.filter { !names.contains($0.name) })
    }

    static func form(_ fields: [Field]) -> Form {
        Form(fields + [Field("total", "This row adds up others", optional: true, .checkbox)])
    }

    func fields(_ cell: ContractTableView.Cell) -> [Field] {
        Self.fields(cell, over: row?.cells[cell.id]) { view.choices($0, words) }
    }

    /// The fields of a cell: what stands there, and where it may be asked, why.
    ///
    /// - Parameter choices: the rows of another table.
    static func fields(
        _ cell: ContractTableView.Cell, over old: ContractCell?, choices: (TableID) -> [Option]
    ) -> [Field] {
        let (name, title) = ("cell-\(cell.id)", cell.column.title)
        var fields: [Field] = []
        switch cell.column.kind {
        case .text where cell.column.isKey: fields = [Field(name, title, optional: true, .text(maxLength: 1000))]
        case .text: fields = [Field(name, title, optional: true, .textarea(maxLength: 8000, rows: 3))]
        case .word(let codes) where codes.isEmpty:
            fields = [Field(name, title, optional: true, .text(maxLength: 200))]
        case .word(let codes):
            fields = [
                Field(name, title, optional: true, .select(options(codes))),
                Field("other-\(cell.id)", "Another word", optional: true, .text(maxLength: 200)),
            ]
        case .number(let unit):
            fields = [
                Field(
                    name, title, optional: true,
                    .number(range: amounts, decimals: 6, unit: unit.isEmpty ? nil : unit))
            ]
        case .year:
            fields = [Field(name, title, optional: true, .number(range: 1900...2200, decimals: 0, unit: nil))]
        case .links(let table):
            let rows = choices(table)
            if !rows.isEmpty { fields = [Field(name, title, optional: true, .checkboxes(rows))] }
        case .percent: break
        }
        if cell.column.isAnswered {
            fields.append(Field("key-\(cell.id)", "Instead of a number", optional: true, .select(keys)))
        }
        if cell.column.isAnswered || old?.derived != nil || !(old?.reason ?? "").isEmpty {
            fields.append(Field("reason-\(cell.id)", "Why", optional: true, .text(maxLength: 1000)))
        }
        return fields
    }

    private static func options(_ codes: [String]) -> [Option] {
        codes.map { Option($0, ContractWords.title(of: $0)) }
    }

    private static let keys = NotationKey.allCases.map { Option($0.rawValue, $0.name) }

    // MARK: What stands there

    var recorded: Answers {
        var texts: [String: [String]] = [:]
        for cell in cells {
            guard let old = row?.cells[cell.id] else { continue }
            texts["reason-\(cell.id)"] = [old.reason]
            if old.derived == old.content { continue }
            let name = "cell-\(cell.id)"
            switch old.content {
            case .number(let number): texts[name] = [FormNumber.write(number, t)]
            case .notation(let key): texts["key-\(cell.id)"] = [key.rawValue]
            case .list(let ids): texts[name] = ids
            case .text(let text):
                if case .word(let codes) = cell.column.kind, !codes.isEmpty, !codes.contains(text) {
                    texts["other-\(cell.id)"] = [text]
                } else {
                    texts[name] = [text]
                }
            }
        }
        if row?.isTotal ?? false { texts["total"] = ["yes"] }
        return Answers(texts: texts)
    }

    // MARK: What it becomes

    /// The row as the answers have it; problems are added to them.
    func applied(_ answers: inout Answers) -> ContractRow {
        var changed = row ?? ContractRow(view.form.id.rawValue)
        changed.isTotal = answers.isTicked("total")
        for cell in cells { changed.cells[cell.id] = self.cell(cell, &answers) }
        if changed.cells.keys.allSatisfy({ changed.isBlank($0) }) {
            answers.refuse(nil, t("Write something into the row."))
        }
        if row == nil { changed.id = name(of: changed) }
        return changed
    }

    private func cell(_ cell: ContractTableView.Cell, _ answers: inout Answers) -> ContractCell? {
        let old = row?.cells[cell.id]
        let reason = ContractTextSaving.unix(answers.text("reason-\(cell.id)"))
        guard let content = content(cell, &answers), content != old?.derived else {
            // Nothing typed, or just what was derived: as derived.
            return old?.derived.map { ContractCell($0, derived: $0) }
        }
        if let old, old.content == content, old.reason == reason { return old }
        if reason.isEmpty {
            if old?.derived != nil {
                answers.refuse("reason-\(cell.id)", t("say why the derived figure does not stand"))
            } else if case .notation = content {
                answers.refuse("reason-\(cell.id)", t("say why there is no number"))
            }
        }
        return ContractCell(content, reason: reason, derived: old?.derived)
    }

    private func content(_ cell: ContractTableView.Cell, _ answers: inout Answers) -> ContractCell.Content? {
        let name = "cell-\(cell.id)"
        if cell.column.isAnswered, let key = NotationKey(rawValue: answers.text("key-\(cell.id)")) {
            if answers.optionalText(name) != nil {
                answers.refuse("key-\(cell.id)", t("write a number or choose why there is none, not both"))
            }
            return .notation(key)
        }
        switch cell.column.kind {
        case .number: return answers.number(name).map { .number($0) }
        case .year: return answers.integer(name).map { .number(Double($0)) }
        case .links:
            let ids = answers.list(name)
            return ids.isEmpty ? nil : .list(ids)
        case .text: return answers.optionalText(name).map { .text(ContractTextSaving.unix($0)) }
        case .word: return (answers.optionalText("other-\(cell.id)") ?? answers.optionalText(name)).map { .text($0) }
        case .percent: return nil
        }
    }

    /// A short name from what the row is about; it never changes, since comments hang on it.
    private func name(of row: ContractRow) -> String {
        let keys = view.form.columns.filter(\.isKey).map { words.text(row.cells[$0.id]?.content, in: $0) }
        let text = keys.filter { !$0.isEmpty }.joined(separator: " ")
        return MeasureName.slug(text.isEmpty ? view.form.id.rawValue : text, beside: [])
    }
}
