import Inventory
import Storage
import Web

/// The register of factors.
struct FactorListPages {
    static let pageSize = 40

    let list: FactorList
    let filter: FactorFilter
    let visit: Visit

    init(_ list: FactorList, _ visit: Visit) {
        self.list = list
        self.visit = visit
        filter = FactorFilter(visit.query)
    }

    private var t: Texts { visit.t }
    private var address: ListAddress { filter.address(visit.path("/factors")) }
    private var csvPath: String { filter.address("/factors.csv").text }

    var page: Page {
        let found = filter.matches(list)
        let part = FactorFilter.page(found, at: visit.place { $0.isEmpty ? nil : $0 }, size: Self.pageSize)
        return Page(
            title: t("Emission factors"),
            description: t("The reference values that inventories are computed with, each with source and status."),
            breadcrumb: [Page.Crumb(t("Inventories"), visit.path("/inventories"))], wide: true,
            feeds: [Page.Alternate(t("Factors (CSV)"), path: csvPath, mediaType: "text/csv")],
            body: HTML {
                Components.lead(
                    t(
                        "The reference values that inventories are computed with. Each has a source and a status; a changed value is a new edition, and the old one stays readable."
                    ))
                Components.linkList(links)
                Components.filter(
                    form, filter.answers, t, action: visit.path("/factors"), label: t("Narrow the list of factors"))
                p(.class("result-count"), .id("count")) { t.count(found.count, "{count} factor", "{count} factors") }
                if part.items.isEmpty {
                    Components.emptyState(
                        t("No factor fits all of this."), next: (t("Show all factors"), visit.path("/factors")))
                } else {
                    table(part.items).html
                    Components.pagination(address, part, t) { $0.factor.id }
                    p { a(.href(csvPath), .flag("download")) { t("Download this list (CSV)") } }
                }
            })
    }

    private var links: [(title: String, path: String)] {
        [(t("Grid electricity in Romania, by year and methodology"), visit.path("/factors/grid-electricity"))]
            + (visit.visitor.may(FactorRules.edit) ? [(t("Add a factor"), visit.path("/factors/new"))] : [])
    }

    private var form: Form {
        let any = Option("", "All")
        func plain(_ values: [String]) -> [Option] { [any] + values.map { Option($0, $0, translated: false) } }
        let families = list.families.map { Option($0, FactorWords.family($0, t), translated: false) }
        return Form([
            Field("q", "Words", hint: "In the subject or the source", optional: true, .text(maxLength: 100)),
            Field("family", "Subject", optional: true, .select([any] + families)),
            Field("property", "Property", optional: true, .select(plain(list.properties))),
            Field(
                "region", "Region", optional: true,
                .select([any] + list.regions.map { Option($0, FactorWords.region($0, t), translated: false) })),
            Field("year", "Year", optional: true, .select(plain(list.years.map(String.init)))),
            Field(
                "status", "Status", optional: true,
                .select([
                    any, Option("sourced", "sourced"), Option("derived", "derived"),
                    Option("unverified", "not verified"), Option(FactorFilter.withdrawn, "no longer offered"),
                ])),
        ])
    }

    private func table(_ items: [RegisteredFactor]) -> DataTable {
        DataTable(
            caption: t("Emission factors"),
            columns: [
                DataTable.Column(t("Factor")), DataTable.Column(t("Value"), number: true),
                DataTable.Column(t("Unit")), DataTable.Column(t("Region")), DataTable.Column(t("Year")),
                DataTable.Column(t("Source")), DataTable.Column(t("Status")),
            ],
            rows: items.map { item in
                let factor = item.factor
                return [
                    .link(item.title(t), visit.path(item.path)), value(factor), .text(factor.unit),
                    .text(FactorWords.region(factor.region, t)),
                    factor.year.map { .text("\($0)") } ?? .missing(t("for every year")),
                    .html(source(factor)), .html(FactorWords.status(factor.status, t)),
                ]
            }, captionHidden: true)
    }

    private func value(_ factor: Factor) -> DataTable.Cell {
        DataTable.Cell(
            HTML {
                FactorWords.number(factor.value, visit.figures)
                if let range = factor.uncertainty {
                    br()
                    small(.class("quiet")) { FactorWords.range(range, visit.figures, t) }
                }
            }, sortValue: "\(factor.value)")
    }

    private func source(_ factor: Factor) -> HTML {
        HTML {
            factor.source
            if !factor.methodology.isEmpty {
                br()
                small(.class("quiet")) { FactorWords.methodology(factor.methodology, t) }
            }
        }
    }
}

extension FactorWords {
    static func range(_ range: Uncertainty, _ figures: Figures, _ t: Texts) -> String {
        t("{low} to {high}", ["low": number(range.lower, figures), "high": number(range.upper, figures)])
    }
}
