import Pathways
import Web

/// The page on which everybody sees a city's pathway to its target.
struct PublicPathwayPages {
    let view: PublicPathway
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }
    private var charts: ScenarioCharts { ScenarioCharts(view.result, visit) }

    var page: Page {
        Page(
            title: t("Pathway of {city}", ["city": view.city.name]),
            description: t("How {city} means to reach its target: measures, emissions year by year, progress.", names),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")), Page.Crumb(view.city.name, visit.path(view.city.path)),
            ],
            feeds: [
                Page.Alternate(t("Pathway (CSV)"), path: "\(view.path)/pathway.csv", mediaType: "text/csv")
            ],
            body: HTML {
                Components.lead(charts.message)
                charts.facts
                charts.wedges(
                    id: "pathway", title: t("Pathway to the target"), csvPath: "\(view.path)/pathway.csv",
                    source: .text(view.plan.source))
                targets
                progress
                portfolio
                investment
                Components.disclosure(t("By sector, scope, carrier and gas; removals and credits")) {
                    charts.balance.html
                    charts.sectors.html
                    charts.scopes.html
                    charts.carriers.html
                    charts.gases.html
                }
                about
            })
    }

    private var names: [String: String] { ["city": view.city.name] }

    private var targets: HTML {
        let results = view.result.pathway.targets
        return section(.id("targets")) {
            h2 { t("Targets") }
            if results.isEmpty {
                p(.class("quiet")) { t("No target is set.") }
            } else {
                targetTable(results).html
            }
        }
    }

    private func targetTable(_ results: [TargetResult]) -> DataTable {
        DataTable(
            caption: t("Targets and what the plan reaches"),
            columns: [
                DataTable.Column(t("Year")), DataTable.Column(t("Reduction aimed at"), number: true),
                DataTable.Column(t("Goal, t CO₂e"), number: true),
                DataTable.Column(t("The plan's residual, t CO₂e"), number: true),
                DataTable.Column(t("Result")),
            ],
            rows: results.map { item in
                [
                    .text("\(item.target.year)"),
                    .number(figures.decimal(item.target.reduction * 100) + " %", item.target.reduction),
                    .number(charts.tonnes(item.goal), item.goal), .number(charts.tonnes(item.value), item.value),
                    .text(charts.gap(item)),
                ]
            }, captionHidden: true)
    }

    private var progress: HTML {
        section(.id("progress")) {
            h2 { t("Progress") }
            if view.progress.count < 2 {
                p(.class("quiet")) {
                    t(
                        "Not known yet: the city has published no inventory of a year after {year}.",
                        [
                            "year": "\(view.plan.baseYear)"
                        ])
                }
            }
            DataTable(
                caption: t("Published inventories beside the pathway, t CO₂e"),
                columns: [
                    DataTable.Column(t("Year")), DataTable.Column(t("Inventory"), number: true),
                    DataTable.Column(t("Pathway"), number: true),
                ],
                rows: view.progress.map { item in
                    [
                        .link("\(item.year)", visit.path(item.inventory.path)),
                        .number(charts.tonnes(item.inventory.total), item.inventory.total),
                        .number(charts.tonnes(item.planned), item.planned),
                    ]
                }
            ).html
        }
    }

    private var portfolio: HTML {
        let year = view.result.target?.target.year ?? view.result.years.last ?? 0
        let place = view.result.pathway.place(year) ?? 0
        return section(.id("portfolio")) {
            h2 { t("Measures") }
            if view.result.wedges.parts.isEmpty {
                p(.class("quiet")) { t("The plan has no measures yet.") }
            } else {
                portfolioTable(year, place).html
                p { a(.href("\(view.path)/measures.csv"), .flag("download")) { t("Download the data (CSV)") } }
            }
        }
    }

    private func portfolioTable(_ year: Int, _ place: Int) -> DataTable {
        let wedges = view.result.wedges
        return DataTable(
            caption: t("Measures of the plan"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Start")), DataTable.Column(t("Full effect")),
                DataTable.Column(t("Less in {year}, t CO₂e", ["year": "\(year)"]), number: true),
            ],
            rows: wedges.parts.map { part in
                let measure = view.plan.measures.first { $0.id == part.measure }
                return [
                    .text(charts.label(part)), .text(measure.map { "\($0.start)" } ?? ""),
                    .text(measure.map { "\($0.end)" } ?? ""),
                    .number(charts.tonnes(part.reduction[place]), part.reduction[place]),
                ]
            },
            footer: [
                .text(t("All measures")), .text(""), .text(""),
                .number(
                    charts.tonnes(wedges.baseline[place] - wedges.result[place]),
                    wedges.baseline[place] - wedges.result[place]),
            ], captionHidden: true, sortsInPlace: true)
    }

    /// What the plan costs and what is still open, where the city shows it.
    private var investment: HTML {
        section(.id("investment")) {
            h2 { t("Costs and gap") }
            if let money = view.money {
                let charts = InvestmentCharts(money, visit)
                p { charts.message }
                charts.facts
                charts.gaps(
                    Dictionary(
                        view.document.measures.map { ($0.id, $0.name.isEmpty ? $0.id : $0.name) },
                        uniquingKeysWith: { first, _ in first }))
                charts.byYear(csvPath: "\(view.path)/costs.csv")
                charts.funding(csvPath: "\(view.path)/funding.csv")
                charts.abatement(csvPath: "\(view.path)/abatement.csv")
                Components.disclosure(t("Costs by payer and field, gap by measure")) {
                    charts.byPayer.html
                    charts.byField.html
                    charts.gapTable { _ in nil }.html
                }
            } else {
                p(.class("quiet")) { t("The city has not published costs and funding.") }
            }
        }
    }

    private var about: HTML {
        section(.id("about")) {
            h2 { t("About this plan") }
            if !view.publication.note.isEmpty { p { view.publication.note } }
            p {
                t(
                    "Published on {day}, version {number}.",
                    [
                        "day": figures.time(view.publication.publishedAt), "number": "\(view.publication.number)",
                    ])
            }
            if view.result.wedges.parts.contains(where: \.restsOnClaim) {
                p { t("A claimed reduction is taken over from its author; no model stands behind it.") }
            }
            Components.linkList([
                (t("The plan's document (JSON)"), "\(view.path)/plan.json"),
                (t("As data (JSON)"), "/api/v1\(view.path)"),
            ])
        }
    }
}
