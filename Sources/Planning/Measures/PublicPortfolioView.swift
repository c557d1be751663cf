import Finance
import Inventory
import Pathways
import Portfolio
import Quantities
import Web

/// A published portfolio in words, tables and sums.
struct PublicPortfolioView {
    let view: PublicPortfolio
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }
    private var words: InvestmentWords { InvestmentWords(visit) }
    private var portfolio: PublishedPortfolio { view.portfolio }

    private func tonnes(_ value: Double) -> String { figures.decimal(value, decimals: 0) }

    private func cell(_ value: Double?) -> DataTable.Cell {
        value.map { .number(tonnes($0), $0) } ?? .missing(t("not printed"))
    }

    /// Rounded so that the parts add up to the sum that is shown.
    private func whole(_ values: [Double]) -> [Int] { Rounding.largestRemainder(values) }

    var html: HTML {
        let sums = view.sums
        return HTML {
            Components.lead(message(sums))
            facts(sums)
            differences(sums)
            section(.id("sectors")) {
                h2 { t("Claimed reductions against the gap") }
                sectors(sums).html
            }
            section(.id("fields")) {
                h2 { t("By field of action") }
                fields(sums).html
            }
            section(.id("measures")) {
                h2 { t("Measures") }
                measures.html
            }
            about
        }
    }

    private func message(_ sums: PortfolioSums) -> String {
        let values = [
            "claimed": tonnes(sums.claimed), "gap": tonnes(sums.gap), "year": "\(portfolio.targetYear)",
            "open": tonnes((sums.gap - sums.claimed).magnitude),
        ]
        return sums.claimed < sums.gap
            ? t(
                "The measures claim {claimed} t CO₂e less a year by {year}. The published gap is {gap} t: {open} t are left open.",
                values)
            : t("The measures claim {claimed} t CO₂e less a year by {year}. The published gap is {gap} t.", values)
    }

    private func facts(_ sums: PortfolioSums) -> HTML {
        Components.facts([
            Components.Fact(t("Measures"), figure: figures.integer(portfolio.measures.count)),
            Components.Fact(t("Claimed reductions"), figure: tonnes(sums.claimed), unit: "t CO₂e"),
            Components.Fact(
                t("Gap to be closed"), figure: tonnes(sums.gap), unit: "t CO₂e",
                note: t(
                    "from {year} to {target}", ["year": "\(portfolio.baseYear)", "target": "\(portfolio.targetYear)"])
            ),
            Components.Fact(t("Printed costs"), figure: words.millions(sums.cents), unit: t("million EUR")),
        ])
    }

    // MARK: What does not add up

    private func differences(_ sums: PortfolioSums) -> HTML {
        let found = PortfolioDifferences(portfolio, sums, t, figures).sentences
        return section(.id("differences")) {
            h2 { t("What does not add up") }
            if found.isEmpty { p { t("All sums agree with the printed totals.") } }
            ul { for sentence in found { li { sentence } } }
            p(.class("quiet")) {
                t(
                    "The figures are as published and nothing is corrected. A claimed reduction is taken over from its author; no model stands behind it."
                )
            }
        }
    }

    // MARK: Tables

    private func sectors(_ sums: PortfolioSums) -> DataTable {
        DataTable(
            caption: t("Claimed reductions against the gap"),
            columns: [
                DataTable.Column(t("Sector")),
                DataTable.Column(t("{year}, t CO₂e", ["year": "\(portfolio.baseYear)"]), number: true),
                DataTable.Column(t("Residual, t CO₂e"), number: true),
                DataTable.Column(t("Gap, t CO₂e"), number: true), DataTable.Column(t("Measures"), number: true),
                DataTable.Column(t("Claimed, t CO₂e"), number: true),
                DataTable.Column(t("Left open, t CO₂e"), number: true),
            ],
            rows: zip(sums.sectors, whole(sums.sectors.map(\.claimed))).map { row, claimed in
                [
                    .text(t(row.sector.title)), cell(row.baseline), cell(row.residual), cell(row.gap),
                    .number(figures.integer(row.measures)), cell(Double(claimed)),
                    cell(row.gap.map { $0 - Double(claimed) }),
                ]
            },
            footer: [
                .text(t("All sectors")), cell(sums.sectors.reduce(0) { $0 + ($1.baseline ?? 0) }),
                cell(sums.sectors.reduce(0) { $0 + ($1.residual ?? 0) }), cell(sums.gap),
                .number(figures.integer(portfolio.measures.count)), cell(sums.claimed), cell(sums.gap - sums.claimed),
            ], captionHidden: true)
    }

    private func fields(_ sums: PortfolioSums) -> DataTable {
        DataTable(
            caption: t("By field of action"),
            columns: [
                DataTable.Column(t("Field of action")), DataTable.Column(t("Measures"), number: true),
                DataTable.Column(t("Claimed, t CO₂e"), number: true), DataTable.Column(t("Cost, EUR"), number: true),
            ],
            rows: zip(sums.fields, whole(sums.fields.map(\.claimed))).map { row, claimed in
                [
                    .text(t(row.field.title)), .number(figures.integer(row.measures)), cell(Double(claimed)),
                    words.cell(row.cents),
                ]
            },
            footer: [
                .text(t("All measures")), .number(figures.integer(portfolio.measures.count)), cell(sums.claimed),
                words.cell(sums.cents),
            ], captionHidden: true)
    }

    private var measures: DataTable {
        DataTable(
            caption: t("Measures as published"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Field of action")),
                DataTable.Column(t("Who answers for it")), DataTable.Column(t("Years")),
                DataTable.Column(t("Energy, MWh a year"), number: true),
                DataTable.Column(t("Claimed, t CO₂e"), number: true), DataTable.Column(t("Cost, EUR"), number: true),
            ],
            rows: zip(portfolio.measures, whole(portfolio.measures.map(\.claimed))).map { measure, claimed in
                let energy = portfolio.energy.filter { $0.measure == measure.id }.reduce(0) { $0 + $1.mwh }
                return [
                    .text(measure.name), .text(t(measure.field.title)), .text(measure.owner),
                    .text("\(measure.effect.start)–\(measure.effect.end)"), cell(energy), cell(Double(claimed)),
                    measure.costs.map { words.cell($0.capitalCents) } ?? .missing(t("not printed")),
                ]
            }, captionHidden: true, sortsInPlace: true)
    }

    private var about: HTML {
        section(.id("about")) {
            h2 { t("Where this comes from") }
            p { t("Source: {source}", ["source": portfolio.source]) }
            Components.disclosure(t("What was noticed while reading the document (in English)")) {
                ul {
                    for note in portfolio.notes {
                        li {
                            strong { note.about }
                            " "
                            span { note.text }
                        }
                    }
                }
            }
            Components.linkList([
                (t("Measures (CSV)"), "\(view.path)/measures.csv"),
                (t("Gap and claimed reductions (CSV)"), "\(view.path)/gap.csv"),
                (t("As data (JSON)"), "/api/v1\(view.path)"),
                (t("Inventories"), visit.path("\(view.city.path)/inventories")),
            ])
        }
    }
}
