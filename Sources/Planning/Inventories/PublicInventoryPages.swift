import Cities
import Inventory
import Quantities
import Web

/// The public page of an inventory.
struct PublicInventoryPages {
    let view: PublicInventory
    let t: Texts
    let figures: Figures
    let path: @Sendable (String) -> String

    init(_ view: PublicInventory, _ visit: Visit) {
        self.view = view
        t = visit.t
        figures = visit.figures
        path = { visit.path($0) }
    }

    var contract: ContractView { view.report.contract }

    func page(findings: [Finding]?) -> Page {
        Page(
            title: t("Greenhouse-gas inventory of {city}, {year}", names), caption: caption,
            description: t("What {city} emitted in {year}: by sector and scope, with sources and gaps.", names),
            breadcrumb: [
                Page.Crumb(t("Cities"), path("/cities")), Page.Crumb(view.city.name, path(view.city.path)),
                Page.Crumb(t("Inventories"), path("\(view.city.path)/inventories")),
            ],
            feeds: [
                Page.Alternate(t("The inventory (CSV)"), path: "\(address)/inventory.csv", mediaType: "text/csv"),
                Page.Alternate(
                    t("The inventory (JSON)"), path: "/api/v1\(view.path)", mediaType: "application/json"),
            ],
            body: HTML {
                if !view.isNewest { older }
                facts
                sectors
                trend
                gases
                gaps
                if let findings { self.findings(findings) }
                quality
                rows
                files
            })
    }

    var names: [String: String] { ["city": view.city.name, "year": "\(view.record.year)"] }

    private var caption: String {
        view.record.isAsPublished
            ? t("Carried over as the city published it")
            : t(
                "Publication {number}, {day}",
                [
                    "number": "\(view.publication.number)", "day": figures.time(view.publication.publishedAt),
                ])
    }

    /// Address of what this page shows: an older publication has its own.
    var address: String {
        view.isNewest ? view.path : "\(view.path)/publications/\(view.publication.number)"
    }

    private var older: HTML {
        Components.notice(.warning, t("This is not the newest version"), t) {
            p { a(.href(path(view.path))) { t("Read the newest version of this inventory") } }
        }
    }

    // MARK: Facts

    private var facts: HTML {
        let shares = ShownShares(contract)
        var facts = [
            Components.Fact(
                t("Total"), figure: figures.integer(shares.total), unit: "t CO₂e",
                note: t("five sectors, as the Climate City Contract totals them"))
        ]
        facts.append(perHead)
        for scope in Scope.allCases {
            guard let value = shares.scopes[scope] else { continue }
            facts.append(
                Components.Fact(
                    t("Scope {number}", ["number": "\(scope.rawValue)"]), figure: figures.integer(value),
                    unit: "t CO₂e",
                    note: t(scope.meaning)))
        }
        return HTML {
            Components.facts(facts)
            if let remark { p(.class("note")) { remark } }
        }
    }

    private var perHead: Components.Fact {
        guard let people = view.people, let value = view.perHead else {
            return Components.Fact(
                t("Per head"), figure: t("Not known yet"), note: t("the inventory names no population"))
        }
        var note = t.count(people.count, "{count} person", "{count} people")
        if case .register(let reference) = people.origin {
            note += ", " + PopulationFigure.title(reference, t) + ": " + t("the inventory names no population")
        }
        return Components.Fact(t("Per head"), figure: figures.decimal(value), unit: "t CO₂e", note: note)
    }

    /// Why the total is not the sum of the cells, where it is not.
    private var remark: String? {
        guard contract.basis == .printedSectorTotals else { return nil }
        return t(
            "The total is that of the printed sector totals. The cells of the table, each rounded by the source, add up to {sum} t.",
            ["sum": figures.decimal(contract.sumOfCells, decimals: 0)])
    }

    // MARK: Trend and gases

    private var trend: HTML {
        section(.id("trend")) {
            h2 { t("Over the years") }
            if view.years.count > 1 {
                ChartFrame(
                    id: "trend-chart", title: t("Emissions of {city}", names), message: trendMessage,
                    drawing: LineChart(
                        [
                            LineChart.Series(
                                t("Total"), points: view.years.map { (x: Double($0.year), y: $0.total) }, area: true)
                        ], unit: "t CO₂e", writeY: { figures.decimal($0, decimals: 0) }
                    ).html, table: trendTable
                ).html(t)
            } else {
                p(.class("quiet")) { t("Only one year is published, so there is no trend yet.") }
            }
            Components.linkList([
                (t("All inventories of {city}, by sector and per head", names), path("\(view.city.path)/inventories")),
                (t("Cities of like size"), path("\(view.path)/comparison")),
            ])
        }
    }

    private var trendMessage: String {
        guard let first = view.years.first, let last = view.years.last, first.total > 0 else { return "" }
        let change = (last.total - first.total) / first.total * 100
        let values = [
            "from": "\(first.year)", "to": "\(last.year)", "percent": figures.decimal(change.magnitude, decimals: 1),
        ]
        return change < 0
            ? t("From {from} to {to}: {percent} % less.", values) : t("From {from} to {to}: {percent} % more.", values)
    }

    private var trendTable: DataTable {
        DataTable(
            caption: t("Emissions of {city}", names),
            columns: [DataTable.Column(t("Year")), DataTable.Column("t CO₂e", number: true)],
            rows: view.years.map { line in
                [.link("\(line.year)", path(line.path)), .number(figures.decimal(line.total, decimals: 0), line.total)]
            })
    }

    private var gases: HTML {
        let masses = view.report.gpc.masses
        return section(.id("gases")) {
            h2 { t("Which gases") }
            if masses.present.allSatisfy({ $0 == .unsplit }) {
                p { t("The source gives CO₂e only. Which gases are covered, it does not say.") }
            } else {
                DataTable(
                    caption: t("Tonnes of each gas"),
                    columns: [
                        DataTable.Column(t("Gas")), DataTable.Column("t", number: true),
                        DataTable.Column("t CO₂e", number: true),
                    ],
                    rows: masses.present.map { gas in gasRow(gas, masses) }
                ).html
            }
            p {
                t(
                    "CO₂e under {set} (100 years). Biogenic carbon dioxide and removals stand beside the total.",
                    [
                        "set": view.report.gwp.rawValue
                    ])
            }
        }
    }

    private func gasRow(_ gas: Gas, _ masses: GasMasses) -> [DataTable.Cell] {
        var alone = GasMasses()
        if gas.hasSpecies {
            for item in masses.species where item.species.gas == gas { alone.add(item.species, tonnes: item.tonnes) }
        } else {
            alone[gas] = masses[gas]
        }
        let weighted = view.report.gwp.co2e(alone)
        return [
            .text(t(gas.title)), .number(figures.decimal(masses[gas], decimals: 3), masses[gas]),
            gas.countsInTotals
                ? .number(figures.decimal(weighted, decimals: 0), weighted) : .missing(t("outside the total")),
        ]
    }
}
