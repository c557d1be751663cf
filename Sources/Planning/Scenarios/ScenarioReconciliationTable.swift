import Pathways
import Web

/// What is counted from below beside what the inventory says of it, with what the difference is made of.
struct ScenarioReconciliationTable {
    let found: [Reconciliation]
    let visit: Visit
    /// The inventory's rows, for the names of those that are counted from below.
    var rows: [Plan.Activity] = []
    /// What the document says, in the reader's language; a city's own words stay as they are.
    var word: @Sendable (String) -> String = { $0 }

    private var t: Texts { visit.t }

    var html: HTML {
        HTML {
            table.html
            ul { for item in found { li { sentence(item) } } }
        }
    }

    private var table: DataTable {
        DataTable(
            caption: t("Counted from below, held against the inventory, t CO₂e"),
            columns: [
                DataTable.Column(t("What")), DataTable.Column(t("Model"), number: true),
                DataTable.Column(t("Factor"), number: true), DataTable.Column(t("Activity"), number: true),
                DataTable.Column(t("Boundary"), number: true), DataTable.Column(t("Residual"), number: true),
                DataTable.Column(t("Inventory"), number: true),
            ],
            rows: found.map { item in
                [
                    .text(name(item)), number(item.modelled), number(item.factor), number(item.activity),
                    number(item.boundary), number(item.residual), number(item.inventory),
                ]
            })
    }

    /// The difference in words, with its name.
    private func sentence(_ item: Reconciliation) -> String {
        let figures = visit.figures
        var words = t(
            "{what}: the model says {model} t, the inventory {inventory} t; {residual} t stay unexplained.",
            [
                "what": name(item), "model": figures.decimal(item.modelled, decimals: 0),
                "inventory": figures.decimal(item.inventory, decimals: 0),
                "residual": figures.decimal(item.residual, decimals: 0),
            ])
        if !item.calibration.residual.isEmpty { words += " \(residual(item.calibration.residual))." }
        for part in item.calibration.boundary { words += " \(part.name): \(figures.decimal(part.tonnes)) t." }
        return words
    }

    private func residual(_ name: String) -> String {
        name == ScenarioDetailPlan.residual ? t(ScenarioDetailPlan.residual) : word(name)
    }

    private func name(_ item: Reconciliation) -> String {
        if let row = rows.first(where: { ScenarioDetailPlan.calibration(ofRow: $0.id) == item.calibration.id }) {
            return ScenarioReconciliationPages.name(row, t)
        }
        return item.calibration.name.isEmpty ? item.calibration.id : word(item.calibration.name)
    }

    private func number(_ value: Double) -> DataTable.Cell {
        .number(visit.figures.decimal(value, decimals: 1), value)
    }
}
