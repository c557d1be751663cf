import Inventory
import Pathways
import Web

/// The form of one line that is counted from below.
enum ScenarioDetailForm {
    /// - Parameter rows: the sector's rows of the inventory.
    static func form(_ rows: [Option]) -> Form {
        Form([
            Field("row", "Row of the inventory that it explains", .select(rows)),
            Field(
                "activity", "What is done",
                hint: "Lines with the same words and unit are ways of one activity, between which measures can shift.",
                .text(maxLength: 120)),
            Field(
                "way", "In which way", hint: "The carrier, energy class, technology or treatment.", optional: true,
                .text(maxLength: 120)),
            Field(
                "quantity", "Quantity in the base year",
                .number(range: 0...1_000_000_000_000, decimals: 3, unit: nil)),
            Field("unit", "Unit", .select(ScenarioFrame.DetailUnit.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "load", "People or tonnes in each vehicle",
                hint: "For passenger-kilometres and tonne-kilometres: the occupancy, such as 1.2.", optional: true,
                .number(range: 0.1...10_000, decimals: 4, unit: nil)),
            Field(
                "use", "Specific use of energy",
                hint: "For each unit; for each vehicle-kilometre where a load is given.",
                optional: true, .number(range: 0...1_000_000, decimals: 6, unit: "kWh")),
            Field(
                "carrier", "Energy carrier", optional: true,
                .select(Inventory.Carrier.all.prefix(15).map { Option($0.code, $0.name) })),
            Field(
                "factor", "Emission factor",
                hint:
                    "For each kWh, or for each unit where no specific use is given. Empty: the inventory's factor of this carrier.",
                optional: true, .number(range: 0...1_000_000, decimals: 9, unit: "kg CO₂e")),
            Field("source", "Source of the line", optional: true, .text(maxLength: 300)),
        ])
    }

    static func answers(_ line: ScenarioFrame.DetailLine, _ t: Texts) -> Answers {
        var values: [String: String] = [
            "row": line.row, "activity": line.activity, "way": line.way, "quantity": FormNumber.write(line.quantity, t),
            "unit": line.unit.rawValue, "source": line.source,
        ]
        values["load"] = line.load.map { FormNumber.write($0, t) }
        values["use"] = line.use.map { FormNumber.write($0, t) }
        values["carrier"] = line.carrier
        values["factor"] = line.factor.map { FormNumber.write($0, t) }
        return Answers(values)
    }

    /// The line that checked answers make; what does not go together is told at its field.
    static func line(
        _ answers: inout Answers, _ sector: ContractSector, rows: Plan, _ t: Texts
    ) -> ScenarioFrame.DetailLine {
        let line = ScenarioFrame.DetailLine(
            sector: sector, row: answers.text("row"), activity: answers.text("activity"), way: answers.text("way"),
            quantity: answers.number("quantity") ?? 0,
            unit: ScenarioFrame.DetailUnit(rawValue: answers.text("unit")) ?? .t, load: answers.number("load"),
            use: answers.number("use"), carrier: answers.text("carrier").isEmpty ? nil : answers.text("carrier"),
            factor: answers.number("factor"), source: answers.text("source"))
        if line.quantity <= 0 { answers.refuse("quantity", t("The value must be above zero.")) }
        if line.load != nil, line.unit != .pkm, line.unit != .tkm {
            answers.refuse("load", t("only passengers and goods have a load"))
        }
        if line.carrier != nil, line.use == nil, line.unit != .mwh {
            answers.refuse("use", t("say how much of the energy each unit takes"))
        }
        if line.factor == nil {
            let scope = rows.activities.first { $0.id == line.row }?.scope ?? .one
            if line.carrier.flatMap({ carrier($0, of: rows.carriers, scope: scope) }) == nil {
                answers.refuse("factor", t("the inventory has no factor of this carrier: write one"))
            }
        }
        return line
    }

    /// The carrier of the inventory that a code names, that of the same scope first.
    static func carrier(_ code: String, of carriers: [Plan.Carrier], scope: Scope) -> Plan.Carrier? {
        let named = carriers.filter { Inventory.Carrier.named($0.name)?.code == code }
        return named.first { $0.scope == scope } ?? named.first
    }
}
