import Cities
import Inventory
import Storage
import Web

/// Lists of inventories.
struct InventoryListPages {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    private var t: Texts { visit.t }

    /// Everything that is published.
    func all(_ lines: [InventoryListLine]) -> Page {
        Page(
            title: t("Greenhouse-gas inventories"),
            description: t("The published greenhouse-gas inventories of cities, with their sources."),
            feeds: [Page.Alternate(t("Inventories (CSV)"), path: "/inventories.csv", mediaType: "text/csv")],
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
                    table(lines).html
                    p { a(.href("/inventories.csv")) { t("Download the data (CSV)") } }
                }
            })
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

    private func table(_ lines: [InventoryListLine]) -> DataTable {
        let words = InventoryComparisonWords(visit)
        return DataTable(
            caption: t("Published inventories"),
            columns: [
                DataTable.Column(t("City")), DataTable.Column(t("Year"), number: true),
                DataTable.Column("t CO₂e", number: true), DataTable.Column(t("t CO₂e per head"), number: true),
                DataTable.Column(t("Published")),
            ],
            rows: lines.map { line in
                [
                    .link(line.cityName, visit.path(line.path)), .number("\(line.year)", Double(line.year)),
                    .number(visit.figures.decimal(line.total, decimals: 0), line.total), words.perHead(line),
                    .text(
                        line.isAsPublished ? t("carried over as published") : visit.figures.time(line.publishedAt)),
                ]
            }, captionHidden: true, sortsInPlace: true)
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
