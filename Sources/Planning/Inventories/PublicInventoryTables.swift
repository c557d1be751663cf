import Inventory
import Web

/// The parts of an inventory's public page that are tables.
extension PublicInventoryPages {
    var sectors: HTML {
        let shares = ShownShares(contract)
        return section(.id("sectors")) {
            h2 { t("By sector and scope") }
            ChartFrame(
                id: "sector-chart", title: t("Emissions by sector, {year}", names), message: sectorMessage(shares),
                drawing: BarChart(
                    ContractSector.allCases.compactMap { sector in
                        shares.sectors[sector].map { value in
                            BarChart.Bar(t(sector.title), value: Double(value), figure: figures.integer(value) + " t")
                        }
                    }
                ).html, table: sectorTable(shares), csvPath: "\(address)/inventory.csv",
                source: .text(view.inventory.source)
            ).html(t)
        }
    }

    private func sectorMessage(_ shares: ShownShares) -> String {
        guard let largest = shares.sectors.max(by: { $0.value < $1.value }), shares.total > 0 else { return "" }
        let percent = Double(largest.value) / Double(shares.total) * 100
        return t(
            "Most comes from: {sector}, {percent} %.",
            [
                "sector": t(largest.key.title), "percent": figures.decimal(percent, decimals: 1),
            ])
    }

    private func sectorTable(_ shares: ShownShares) -> DataTable {
        DataTable(
            caption: t("Emissions by sector and scope, t CO₂e"),
            columns: [DataTable.Column(t("Sector"))]
                + Scope.allCases.map {
                    DataTable.Column(t("Scope {number}", ["number": "\($0.rawValue)"]), number: true)
                } + [DataTable.Column(t("Total"), number: true)],
            rows: ContractSector.allCases.map { sector in
                [.text(t(sector.title))]
                    + Scope.allCases.map { cell(sector, $0, shares) } + [number(shares.sectors[sector])]
            },
            footer: [.text(t("Total"))] + Scope.allCases.map { number(shares.scopes[$0]) } + [number(shares.total)])
    }

    private func cell(_ sector: ContractSector, _ scope: Scope, _ shares: ShownShares) -> DataTable.Cell {
        let place = PublishedPlacement(sector: sector, scope: scope)
        switch contract[sector, scope] {
        case .value: return number(shares.cells[place])
        case .keys(let keys):
            return .html(
                HTML {
                    for key in keys { element("abbr", .attribute("title", t(key.name))) { key.rawValue } }
                })
        case .empty: return .missing(t("nothing stated"))
        }
    }

    private func number(_ value: Int?) -> DataTable.Cell {
        value.map { .number(figures.integer($0), Double($0)) } ?? .missing(t("nothing stated"))
    }

    var files: HTML {
        section(.id("files")) {
            h2 { t("Files and versions") }
            Components.linkList(
                InventoryFiles.links(address, t) + [
                    (t("As data, in the contract's form (JSON)"), "/api/v1\(view.path)?view=ccc"),
                    (t("As data, in the GPC's form (JSON)"), "/api/v1\(view.path)?view=gpc"),
                    (t("As data, in the Common Reporting Framework (JSON)"), "/api/v1\(view.path)?view=crf"),
                ])
            p(.class("note")) {
                t("Fingerprint of this version (SHA-256):") + " "
                code { view.publication.contentHash }
            }
            documents(of: nil)
            if view.publications.count > 1 { versions }
        }
    }

    private var versions: HTML {
        HTML {
            h3 { t("Versions") }
            DataTable(
                caption: t("Versions"),
                columns: [
                    DataTable.Column(t("Number")), DataTable.Column(t("Published")),
                    DataTable.Column("t CO₂e", number: true), DataTable.Column(t("Why it was restated")),
                ],
                rows: view.publications.map { item in
                    [
                        .link("\(item.number)", path("\(view.path)/publications/\(item.number)")),
                        .text(figures.time(item.publishedAt)),
                        .number(figures.decimal(item.total, decimals: 0), item.total), .text(item.reason),
                    ]
                }, captionHidden: true
            ).html
        }
    }

    // MARK: Gaps, findings, quality

    var gaps: HTML {
        let keyed = view.inventory.rows.filter { if case .notation = $0.content { true } else { false } }
        let silent = view.report.gpc.lines.filter {
            $0.reference.isIn(view.inventory.coverage) && $0.rows == 0 && $0.keys.isEmpty
        }
        return section(.id("gaps")) {
            h2 { t("What is missing") }
            if keyed.isEmpty && silent.isEmpty {
                p { t("Every line that the inventory sets out to cover has a number.") }
            }
            if !keyed.isEmpty { keyTable(keyed).html }
            if !silent.isEmpty && view.report.gpc.loose.isEmpty {
                p {
                    t.count(
                        silent.count, "{count} line of the GPC has neither a number nor a reason:",
                        "{count} lines of the GPC have neither a number nor a reason:") + " "
                        + silent.map(\.reference.code).joined(separator: ", ") + "."
                }
            } else if !view.report.gpc.loose.isEmpty {
                p { t("The source gives sectors and scopes. Which sub-sectors of the GPC they hold, it does not say.") }
            }
        }
    }

    private func keyTable(_ rows: [InventoryRow]) -> DataTable {
        DataTable(
            caption: t("Lines without a number"),
            columns: [DataTable.Column(t("Line")), DataTable.Column(t("Key")), DataTable.Column(t("Reason"))],
            rows: rows.map { row in
                guard case .notation(let key, let reason) = row.content else { return [] }
                return [
                    .text(place(row)), .text("\(key.rawValue) – \(t(key.name))"),
                    reason.isEmpty ? .missing(t("no reason given")) : .text(InventoryRowName.reason(reason, t)),
                ]
            })
    }

    /// Where a row stands, in the source's table if it has one.
    func place(_ row: InventoryRow) -> String { InventoryRowName.place(row, t) }

    /// For the city's team and staff only.
    func findings(_ findings: [Finding]) -> HTML {
        section(.id("findings")) {
            h2 { t("Findings of the checks") }
            p(.class("note")) { t("Only the city's team and the programme's staff see this part.") }
            if findings.isEmpty {
                p { t("The checks have found nothing.") }
            } else {
                InventoryFindings.list(findings, t)
            }
        }
    }

    var quality: HTML {
        let inventory = view.inventory
        return section(.id("method")) {
            h2 { t("Method and quality") }
            Components.summaryList(
                [
                    Components.SummaryRow(t("What it covers"), t(inventory.coverage.title)),
                    Components.SummaryRow(
                        t("Boundary"),
                        inventory.boundary.description.isEmpty
                            ? t("Not stated by the source") : inventory.boundary.description),
                    Components.SummaryRow(t("Global warming potentials"), inventory.gwp.rawValue),
                    Components.SummaryRow(
                        t("Grid electricity factor"),
                        view.publication.gridChoice.map { GridChoicePages.words($0, t) }
                            ?? t("Not stated by the source")),
                    Components.SummaryRow(t("Data quality of activities"), qualities(\.activityQuality)),
                    Components.SummaryRow(t("Data quality of factors"), qualities(\.factorQuality)),
                    Components.SummaryRow(t("Source"), inventory.source),
                ], t)
            if !inventory.boundary.exclusions.isEmpty { exclusions.html }
            if !inventory.printedFactors.isEmpty { factors.html }
        }
    }

    private func qualities(_ path: KeyPath<InventoryRow, DataQuality?>) -> String {
        let rows = view.inventory.rows.filter { $0.masses != nil }
        let known = DataQuality.allCases.compactMap { quality -> String? in
            let count = rows.count { $0[keyPath: path] == quality }
            return count == 0 ? nil : "\(t(quality.title)): \(figures.integer(count))"
        }
        return known.isEmpty ? t("Not stated by the source") : known.joined(separator: " · ")
    }

    private var exclusions: DataTable {
        DataTable(
            caption: t("Left out"),
            columns: [
                DataTable.Column(t("What")), DataTable.Column(t("Reason")),
                DataTable.Column(t("Share"), number: true),
            ],
            rows: view.inventory.boundary.exclusions.map { item in
                [
                    .text(item.name), .text(item.reason),
                    item.share.map { .number(figures.decimal($0 * 100, decimals: 1) + " %", $0) }
                        ?? .missing(t("not known")),
                ]
            })
    }

    private var factors: DataTable {
        DataTable(
            caption: t("Factors as the source printed them"),
            columns: [
                DataTable.Column(t("Carrier")), DataTable.Column(t("Gas")), DataTable.Column(t("Value"), number: true),
                DataTable.Column(t("Unit")), DataTable.Column(t("Year")),
            ],
            rows: view.inventory.printedFactors.map { factor in
                [
                    .text(InventoryRowName.carrier(factor.carrier, t)), .text(factor.gas),
                    .number(figures.decimal(factor.value, decimals: 5), factor.value), .text(factor.unit),
                    factor.year.map { .text("\($0)") } ?? .missing(t("not given by the source")),
                ]
            })
    }
}
