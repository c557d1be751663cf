import Inventory
import Pathways
import Web

/// Valencia's input sheet as a full model of activities, and how far it is from the sheet's own inventory.
struct ScenarioExamplePages {
    let content: ScenarioExample.Content
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }
    private var words: ScenarioExampleWords { ScenarioExampleWords(t: visit.t) }

    var page: Page {
        Page(
            title: t("Valencia: a full model of activities"), caption: t("Example"),
            breadcrumb: [Page.Crumb(t("Cities"), visit.path("/cities"))], wide: true,
            body: HTML {
                Components.lead(
                    t(
                        "Emissions counted from kilometres, floor area, heat, electricity and waste, and held against the inventory of the same sheet for {year}.",
                        ["year": "\(content.plan.baseYear)"]))
                Components.notice(.information, t("An example to learn from, not a plan of the city"), t) {
                    p {
                        t(
                            "The inputs are as published. The differences below are known and large: they are named here, not hidden in a factor. What remains is closed by a correction, so that the base year equals the inventory."
                        )
                    }
                }
                h2 { t("Model and inventory side by side") }
                ScenarioReconciliationTable(
                    found: content.reconciliations, visit: visit, word: { ScenarioExampleWords(t: visit.t).word($0) }
                ).html
                p {
                    t(
                        "The inventory minus the model is split into what another factor, another activity and another boundary make. The sheet gives no second activity or factor for the same thing, so all of it is residual."
                    )
                }
                sectors.html
                activities.html
                h2 { t("Source") }
                p { Components.words(content.plan.source, in: .en, visit.t) }
                p {
                    t(
                        "Status: figures of the city as another project published them; ranges are assumptions of this example."
                    )
                }
                Components.linkList([(t("The plan's document (JSON)"), "\(ScenarioExampleRoutes.path)/plan.json")])
            })
    }

    private var sectors: DataTable {
        DataTable(
            caption: t("By sector, t CO₂e"),
            columns: [
                DataTable.Column(t("Sector")), DataTable.Column("\(content.plan.baseYear)", number: true),
                DataTable.Column("\(content.plan.finalYear)", number: true),
            ],
            rows: content.pathway.bySector.map { row in
                [.text(t(row.sector.title)), number(row.co2e.first ?? 0), number(row.co2e.last ?? 0)]
            },
            footer: [
                .text(t("Total")), number(content.pathway.gross.first ?? 0), number(content.pathway.gross.last ?? 0),
            ])
    }

    private var activities: DataTable {
        DataTable(
            caption: t("Activities of the plan"),
            columns: [
                DataTable.Column(t("Activity")), DataTable.Column(t("Sector")),
                DataTable.Column(t("Quantity"), number: true), DataTable.Column(t("Unit")),
                DataTable.Column(t("People or tonnes in each vehicle"), number: true), DataTable.Column(t("Ways")),
            ],
            rows: content.plan.activities.map { activity in
                let ways = activity.technologies.filter { $0.share.value > 0 }.map { way in
                    let name = words.word(way.name.isEmpty ? way.id : way.name)
                    return "\(name) \(figures.decimal(way.share.value * 100)) %"
                }
                return [
                    .text(words.word(activity.name)), .text(t(activity.sector.title)), number(activity.quantity.value),
                    .text(activity.unit),
                    activity.load.map { .number(figures.decimal($0.value), $0.value) } ?? .missing(t("none")),
                    .text(ways.joined(separator: " · ")),
                ]
            })
    }

    private func number(_ value: Double) -> DataTable.Cell { .number(figures.decimal(value, decimals: 0), value) }
}
