import Cities
import Inventory
import Storage
import Web

/// Lists of inventories.
struct InventoryListPages {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    private var t: Texts { visit.t }

    /// Everything that is published, narrowed and ordered as the address asks.
    func all(_ lines: [InventoryListLine]) -> Page {
        let request = InventoryListRequest(visit.query)
        let csvPath = request.address("/inventories.csv").text
        return Page(
            title: t("Greenhouse-gas inventories"),
            description: t("The published greenhouse-gas inventories of cities, with their sources."),
            feeds: [Page.Alternate(t("Inventories (CSV)"), path: csvPath, mediaType: "text/csv")],
            body: HTML {
                Components.lead(
                    t(
                        "What cities emit, by their own published inventories: each with its source, its gaps and its calculation."
                    ))
                p { a(.href(visit.path("/factors"))) { t("The emission factors that inventories use") } }
                if lines.isEmpty {
                    Components.emptyState(
                        t("No inventory is published yet."), next: (t("See the cities"), visit.path("/cities")))
                } else {
                    filter(lines, request)
                    list(request.found(lines), request, csvPath: csvPath)
                }
            })
    }

    private func filter(_ lines: [InventoryListLine], _ request: InventoryListRequest) -> HTML {
        let years = Set(lines.map(\.year)).sorted(by: >).map { Option("\($0)", "\($0)", translated: false) }
        return Components.filter(
            Form([
                Field("q", "City", optional: true, .text(maxLength: 100)),
                Field("year", "Year", optional: true, .select([Option("", "All")] + years)),
            ]), request.answers, t, action: visit.path("/inventories"), label: t("Narrow the list of inventories"),
            keeping: request.sort.isEmpty ? [:] : ["sort": request.sort])
    }

    private func list(_ found: [InventoryListLine], _ request: InventoryListRequest, csvPath: String) -> HTML {
        let part = InventoryListRequest.page(found, at: visit.place { $0.isEmpty ? nil : $0 })
        let address = request.address(visit.path("/inventories"))
        return HTML {
            p(.class("result-count"), .id("count")) {
                t.count(found.count, "{count} inventory", "{count} inventories")
            }
            if part.items.isEmpty {
                Components.emptyState(
                    t("No published inventory fits."), next: (t("Show all inventories"), visit.path("/inventories")))
            } else {
                table(part.items, address, request).html
                Components.pagination(address, part, t) { $0.key }
                p { a(.href(csvPath), .flag("download")) { t("Download this list (CSV)") } }
            }
        }
    }

    /// The inventories of one city; work in progress only for those who may see it.
    func of(_ city: City, published: [ComparedInventory], work: [InventoryWork]?, mayStart: Bool) -> Page {
        Page(
            title: t("Inventories of {city}", ["city": city.name]),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
            ],
            isPrivate: work != nil,
            body: HTML {
                h2 { t("Published") }
                if published.isEmpty {
                    p(.class("quiet")) { t("Not known yet: the city has not published an inventory here.") }
                } else {
                    InventoryComparisonTrend(city, published, visit).html
                }
                if let work { self.work(work, city, mayStart: mayStart) }
            })
    }

    private func work(_ work: [InventoryWork], _ city: City, mayStart: Bool) -> HTML {
        HTML {
            h2 { t("In the workshop") }
            if work.isEmpty {
                p(.class("quiet")) { t("Nobody has started an inventory of this city here.") }
            } else {
                DataTable(
                    caption: t("Inventories that the city's team works on"),
                    columns: [
                        DataTable.Column(t("Year")), DataTable.Column(t("State")), DataTable.Column(t("Changed")),
                    ],
                    rows: work.map { item in
                        [
                            .link("\(item.record.year)", visit.path(item.record.workPath)),
                            .html(Components.tag(t(item.status.title), item.status.tone)),
                            .text(visit.figures.time(item.record.updatedAt)),
                        ]
                    }, captionHidden: true
                ).html
            }
            if mayStart {
                p {
                    Components.buttonLink(
                        t("Start an inventory"), path: visit.path("\(city.path)/inventories/new"))
                }
            }
        }
    }

    private func table(
        _ lines: [InventoryListLine], _ address: ListAddress, _ request: InventoryListRequest
    ) -> DataTable {
        let current = (request.isDescending ? "-" : "") + request.order.rawValue
        let words = InventoryComparisonWords(visit)
        return DataTable(
            caption: t("Published inventories"),
            columns: [
                DataTable.Column(t("City"), sort: InventoryListRequest.Order.city.rawValue),
                DataTable.Column(t("Year"), number: true, sort: InventoryListRequest.Order.year.rawValue),
                DataTable.Column("t CO₂e", number: true, sort: InventoryListRequest.Order.total.rawValue),
                DataTable.Column(t("t CO₂e per head"), number: true, sort: InventoryListRequest.Order.head.rawValue),
                DataTable.Column(t("Published")),
            ],
            rows: lines.map { line in
                [
                    .link(line.cityName, visit.path(line.path)), .number("\(line.year)", Double(line.year)),
                    .number(visit.figures.decimal(line.total, decimals: 0), line.total), words.perHead(line),
                    .text(
                        line.isAsPublished ? t("carried over as published") : visit.figures.time(line.publishedAt)),
                ]
            }, captionHidden: true, address: address.with("sort", current))
    }
}

/// An inventory in work with its state.
struct InventoryWork: Sendable {
    let record: InventoryRecord
    let status: InventoryStatus

    /// The inventories of a city, the latest year first.
    static func all(_ connection: any Connection, of city: String) throws -> [InventoryWork] {
        try InventoryRecord.all(connection, of: city).map { record in
            InventoryWork(
                record: record,
                status: InventoryStatus(
                    record, certification: try InventoryCertification.last(connection, of: record.id),
                    publication: try InventoryPublication.last(connection, of: record.id)))
        }
    }
}

extension InventoryStatus {
    var title: String {
        switch self {
        case .draft: "Draft"
        case .certified: "Certified"
        case .published: "Published"
        case .restating: "Changed since publication"
        }
    }

    var tone: Components.Tone {
        switch self {
        case .draft: .neutral
        case .certified: .information
        case .published: .good
        case .restating: .warning
        }
    }
}
