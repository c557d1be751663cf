import Inventory
import Pathways
import Web

/// What the model says of the base year beside what the inventory says.
struct ScenarioReconciliationPages {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }

    var page: Page {
        let business = work.outcome(
            Plan.Scenario(id: Plan.Scenario.Kind.businessAsUsual.rawValue, kind: .businessAsUsual))
        return Page(
            title: t("Model and inventory side by side"), caption: t("Plan of {city}", ["city": desk.city.name]),
            breadcrumb: desk.trail(visit), wide: true, isPrivate: true,
            body: HTML {
                Components.lead(
                    t("In {year} the model must say what the published inventory says.", ["year": "\(work.base.year)"]))
                if !business.problems.isEmpty { ScenarioProblems.notice(business.problems, work.plan, t) }
                if let result = business.result { sectors(result).html }
                calibrations
                activities.html
            })
    }

    private func sectors(_ result: ScenarioResult) -> DataTable {
        let contract = InventoryReport(work.base).contract
        let rows = ContractSector.allCases.compactMap { sector -> [DataTable.Cell]? in
            let inventory = contract.sectorTotals[sector]
            let model = result.pathway.co2e(of: sector).first ?? 0
            guard inventory != nil || model != 0 else { return nil }
            return [.text(t(sector.title)), number(inventory ?? 0), number(model), number((inventory ?? 0) - model)]
        }
        let model = result.pathway.gross.first ?? 0
        return DataTable(
            caption: t("By sector, t CO₂e"),
            columns: [
                DataTable.Column(t("Sector")), DataTable.Column(t("Inventory"), number: true),
                DataTable.Column(t("Model"), number: true), DataTable.Column(t("Difference"), number: true),
            ], rows: rows,
            footer: [.text(t("Total")), number(contract.total), number(model), number(contract.total - model)])
    }

    /// Where activities are counted from below, the difference is split into what makes it.
    private var calibrations: HTML {
        guard let found = try? Model(work.plan).reconciliations, !found.isEmpty else {
            return p {
                work.frame.modelHash == nil
                    ? t(
                        "Every activity of the plan comes straight from a row of the inventory, so nothing has to be explained."
                    )
                    : t("The model says nothing of how its activities are held against the inventory.")
            }
        }
        let rows = ScenarioPlan.rows(work.base, work.frame.content).activities
        return ScenarioReconciliationTable(found: found, visit: visit, rows: rows).html
    }

    private var activities: DataTable {
        DataTable(
            caption: t("Activities of the plan"),
            columns: [
                DataTable.Column(t("Activity")), DataTable.Column(t("Sector")),
                DataTable.Column(t("Scope"), number: true), DataTable.Column(t("Quantity"), number: true),
                DataTable.Column(t("Unit")), DataTable.Column(t("Follows")),
            ],
            rows: work.plan.activities.map { activity in
                [
                    .text(name(activity)), .text(t(activity.sector.title)), .number("\(activity.scope.rawValue)"),
                    .number(figures.decimal(activity.quantity.value, decimals: 1), activity.quantity.value),
                    .text(activity.unit), follows(activity),
                ]
            })
    }

    private func name(_ activity: Plan.Activity) -> String { Self.name(activity, t) }

    /// Rows of a published table often have no words of their own.
    static func name(_ activity: Plan.Activity, _ t: Texts) -> String {
        guard activity.name.isEmpty || activity.name.lowercased().replacing(" ", with: "-") == activity.id else {
            return activity.name
        }
        return t(
            "{sector}, scope {number}",
            ["sector": t(activity.sector.title), "number": "\(activity.scope.rawValue)"])
    }

    private func follows(_ activity: Plan.Activity) -> DataTable.Cell {
        let names = activity.drivers.compactMap { ScenarioFrame.Driver(rawValue: $0.driver).map { t($0.title) } }
        return names.isEmpty ? .missing(t("stays as it is")) : .text(names.joined(separator: ", "))
    }

    private func number(_ value: Double) -> DataTable.Cell { .number(figures.decimal(value, decimals: 1), value) }
}
