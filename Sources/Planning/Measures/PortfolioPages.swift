import Finance
import Pathways
import Portfolio
import Quantities
import Web

/// The list of a city's measures in work.
struct PortfolioPages {
    let desk: MeasureDesk
    let visit: Visit
    private let portfolio: PortfolioLines

    init(_ desk: MeasureDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
        portfolio = PortfolioLines(desk)
    }

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }
    private var words: InvestmentWords { InvestmentWords(visit) }
    private var room: String { MeasureDesk.path(of: desk.city) }

    var page: Page {
        Page(
            title: t("Portfolio of {city}", ["city": desk.city.name]),
            breadcrumb: desk.trail(visit, withPortfolio: false), wide: true, isPrivate: true,
            body: HTML {
                if desk.records.isEmpty { nothing } else { content }
                links
            })
    }

    private var nothing: HTML {
        HTML {
            Components.lead(t("The portfolio holds the measures that the city plans: what they do, cost and need."))
            Components.emptyState(
                t("The city has no measures yet."),
                next: desk.mayEdit ? (t("Add a measure"), visit.path("\(room)/new")) : nil)
        }
    }

    private var content: HTML {
        HTML {
            if desk.work == nil {
                Components.notice(.information, t("The city has no plan yet"), t) {
                    p { t("What the measures do is computed once there is one.") }
                    p { a(.href(visit.path(desk.plan.path))) { t("Plan and scenarios") } }
                }
            }
            if !portfolio.refusals.isEmpty, let work = desk.work {
                ScenarioProblems.notice(portfolio.refusals, work.plan, t)
            }
            if desk.mayEdit {
                div(.class("buttons")) { Components.buttonLink(t("Add a measure"), path: visit.path("\(room)/new")) }
            }
            facts
            table.html
        }
    }

    private var facts: HTML {
        let gap = portfolio.gap
        var facts = [
            Components.Fact(t("Measures"), figure: figures.integer(portfolio.lines.count)),
            Components.Fact(t("What is bought"), figure: words.millions(portfolio.cents), unit: t("million EUR")),
            Components.Fact(
                t("Contracted"), figure: words.millions(gap.contractedCents), unit: t("million EUR"),
                note: t("hoped for: {amount} million EUR", ["amount": words.millions(gap.hopedForCents)])),
        ]
        if let tonnes = portfolio.tonnes, let year = portfolio.year {
            facts.append(
                Components.Fact(
                    t("Less in {year}", ["year": "\(year)"]), figure: figures.decimal(tonnes, decimals: 0),
                    unit: "t CO₂e"))
        }
        return Components.facts(facts)
    }

    private var table: DataTable {
        let less = portfolio.year.map { t("Less in {year}, t CO₂e", ["year": "\($0)"]) } ?? t("Less, t CO₂e")
        let gap = portfolio.gap
        return DataTable(
            caption: t("Measures of the portfolio"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Years")),
                DataTable.Column(t("What is bought, EUR"), number: true),
                DataTable.Column(less, number: true), DataTable.Column(t("Contracted, EUR"), number: true),
                DataTable.Column(t("Hoped for, EUR"), number: true), DataTable.Column(t("To be looked at")),
            ],
            rows: zip(portfolio.lines, Rounding.largestRemainder(portfolio.lines.map { $0.tonnes ?? 0 })).map(row),
            footer: [
                .text(t("All measures")), .text(""), words.cell(portfolio.cents),
                portfolio.tonnes.map { .number(figures.decimal($0, decimals: 0), $0) } ?? .missing(t("not known")),
                words.cell(gap.contractedCents), words.cell(gap.hopedForCents), .text(""),
            ], captionHidden: true, sortsInPlace: true)
    }

    /// - Parameter whole: its tonnes, rounded so that the lines add up to the sum that is shown.
    private func row(_ line: PortfolioLine, whole: Int) -> [DataTable.Cell] {
        let name = HTML {
            a(.href(visit.path(line.record.path))) { line.record.title }
            div(.class("quiet")) { t(line.measure.field.title) }
        }
        return [
            DataTable.Cell(name, sortValue: line.record.title),
            .text("\(line.measure.effect.start)–\(line.measure.effect.end)"),
            line.cents.map { words.cell($0) } ?? .missing(t("not known")), less(line, whole),
            words.cell(line.gap.contractedCents), words.cell(line.gap.hopedForCents), .html(state(line)),
        ]
    }

    private func less(_ line: PortfolioLine, _ whole: Int) -> DataTable.Cell {
        if let tonnes = line.tonnes { return .number(figures.integer(whole), tonnes) }
        if desk.work != nil, !line.isChosen { return .text(t("not in the plan")) }
        return .missing(t("not known"))
    }

    /// What is missing, in a word or two; the rest stands on the measure's page.
    private func state(_ line: PortfolioLine) -> HTML {
        let refusals = line.problems.filter { $0.level == .refusal }.count
        let warnings = line.problems.count - refusals
        return HTML {
            if refusals > 0 {
                Components.tag(t.count(refusals, "{count} problem", "{count} problems"), .bad)
            }
            if warnings > 0 {
                Components.tag(t.count(warnings, "{count} thing missing", "{count} things missing"), .warning)
            }
            if line.measure.pathwayMeasure.restsOnClaim { Components.tag(t("Claimed"), .neutral) }
        }
    }

    private var links: HTML {
        var links: [(title: String, path: String)] = []
        if desk.mayEdit {
            links.append((t("Import a portfolio"), visit.path("\(desk.path)/imports/new")))
            links.append((t("Take over published measures"), visit.path("\(desk.path)/copies")))
        }
        links.append((t("Plan and scenarios"), visit.path(desk.plan.path)))
        if desk.work != nil {
            links.append((t("Investment plan"), visit.path(InvestmentView.path(of: desk.city))))
        }
        links.append((t("What the city has published"), visit.path(room)))
        if !desk.records.isEmpty {
            links += PortfolioFiles.Format.allCases.map { (t($0.title), "\(desk.path)/\($0.rawValue)") }
        }
        return HTML {
            h2 { t("Beside the portfolio") }
            Components.linkList(links)
        }
    }
}
