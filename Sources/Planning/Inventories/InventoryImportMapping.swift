import InventoryImports
import Spreadsheets
import Web

/// What each sheet and column of a file is taken for, to be changed by whoever knows better.
struct InventoryImportMapping {
    private let item: InventoryImport
    private let opened: InventoryImportSaving.Opened
    private let visit: Visit

    init(_ item: InventoryImport, _ opened: InventoryImportSaving.Opened, _ visit: Visit) {
        self.item = item
        self.opened = opened
        self.visit = visit
    }

    private var t: Texts { visit.t }

    var html: HTML {
        let sheets = opened.file.book.sheets.enumerated().filter { !$0.element.rows.isEmpty }
        let needsAnswer = opened.reading.entries.isEmpty || !opened.reading.leftOut.isEmpty
        return Components.disclosure(t("Sheets and columns"), isOpen: needsAnswer) {
            form(.method("post"), .action(visit.path("\(item.path)/mapping"))) {
                FormView.token(visit.formToken)
                input(.type("hidden"), .name("version"), .value("\(item.version)"))
                for (index, sheet) in sheets { self.sheet(index, sheet) }
                div(.class("buttons")) { Components.submit(t("Read it again"), kind: .secondary) }
            }
        }
    }

    private func sheet(_ index: Int, _ sheet: Sheet) -> HTML {
        let plan = opened.plan.sheets[index]
        let recognised = SheetPlan(recognising: sheet).kind
        let kinds = SheetPlan.Kind.allCases.filter { kind in
            kind == .list || kind == .factors || kind == .none || kind == recognised
        }
        return fieldset {
            legend { sheet.name.isEmpty ? t("The table") : t("Sheet {name}", ["name": sheet.name]) }
            Self.choice(
                "kind-\(index)", t("What it is"), kinds.map { ($0.rawValue, t($0.title)) }, chosen: plan.kind.rawValue)
            Self.choice(
                "numbers-\(index)", t("How numbers are written"),
                SheetPlan.Numbers.allCases.map { ($0.rawValue, t($0.title)) }, chosen: plan.numbers.rawValue)
            if plan.kind == .list || plan.kind == .factors || plan.kind == .none {
                Self.choice(
                    "heading-\(index)", t("Row with the headings"),
                    sheet.rows.prefix(40).map { row in
                        let start = row.cells.map(\.text).filter { !$0.isEmpty }.prefix(3).joined(separator: " · ")
                        return ("\(row.number)", "\(row.number): \(start.prefix(60))")
                    }, chosen: "\(plan.headingRow ?? sheet.rows[0].number)")
            }
            if plan.kind == .list || plan.kind == .factors { columns(index, sheet, plan) }
        }
    }

    private func columns(_ index: Int, _ sheet: Sheet, _ plan: SheetPlan) -> HTML {
        let heading = sheet.rows.first { $0.number == plan.headingRow }
        let meanings = ImportMeaning.allCases.filter { meaning in
            [.gas, .factor, .factorUnit, .year, .methodology].contains(meaning)
                ? plan.kind == .factors : plan.kind == .list || meaning == .carrier
        }
        let options = [("", t("Not read"))] + meanings.map { ($0.rawValue, t($0.title)) }
        return HTML {
            for (column, meaning) in plan.columns.enumerated() {
                let name = heading?[column].text ?? ""
                if !name.isEmpty {
                    Self.choice(
                        "column-\(index)-\(column)", t("Column “{name}”", ["name": name]), options,
                        chosen: meaning?.rawValue ?? "")
                }
            }
        }
    }

    /// A question with a few answers, in the words of a file.
    static func choice(
        _ name: String, _ label: String, _ options: [(value: String, title: String)], chosen: String
    ) -> HTML {
        div(.class("field")) {
            element("label", .for("field-\(name)")) { label }
            select(.id("field-\(name)"), .name(name)) {
                for choice in options {
                    option(.value(choice.value), .flag("selected", if: choice.value == chosen)) { choice.title }
                }
            }
        }
    }
}
