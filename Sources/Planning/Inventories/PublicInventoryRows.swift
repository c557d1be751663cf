import Inventory
import Web

/// The rows of a published inventory, and how each was calculated.
extension PublicInventoryPages {
    var rows: HTML {
        let shown = view.inventory.rows.filter { if case .notation = $0.content { false } else { true } }
        return section(.id("rows")) {
            h2 { t("Row by row") }
            p { t("Each row says how it was calculated.") }
            DataTable(
                caption: t("Rows of the inventory"),
                columns: [
                    DataTable.Column(t("Row")), DataTable.Column(t("Place")),
                    DataTable.Column(t("Activity"), number: true), DataTable.Column("t CO₂e", number: true),
                ],
                rows: shown.map(line), captionHidden: true, sortsInPlace: true
            ).html
        }
    }

    private func line(_ row: InventoryRow) -> [DataTable.Cell] {
        let value = row.masses.map(view.report.gwp.co2e)
        return [
            .link(title(row), path("\(address)/rows/\(row.id)")), .text(place(row)),
            row.activity.map { .number("\(figures.decimal($0.value)) \($0.unit)", $0.value) }
                ?? .missing(t("not given")),
            value.map { .number(figures.decimal($0, decimals: 1), $0) } ?? .missing(t("energy only")),
        ]
    }

    func title(_ row: InventoryRow) -> String { InventoryRowName.text(row, t) }

    /// How one row came about, down to each number.
    func calculation(_ row: InventoryRow) -> Page {
        Page(
            title: title(row), caption: t("Greenhouse-gas inventory of {city}, {year}", names),
            breadcrumb: [
                Page.Crumb(t("Cities"), path("/cities")), Page.Crumb(view.city.name, path(view.city.path)),
                Page.Crumb(t("Inventory {year}", names), path(address)),
            ],
            body: HTML {
                Components.summaryList(summary(row), t)
                h2 { t("How this was calculated") }
                if let method = row.method {
                    MethodTraceView(method, t, figures, path: path).html
                } else {
                    p { t("The figure was carried over from its source; the hub did not calculate it.") }
                }
                documents(of: row.id)
            })
    }

    private func summary(_ row: InventoryRow) -> [Components.SummaryRow] {
        var rows = [Components.SummaryRow(t("Place"), place(row))]
        if row.published != nil, let reference = row.placement.reference {
            rows.append(
                Components.SummaryRow(t("In the GPC"), "\(reference.code) \(t(reference.subsectorName))"))
        } else if row.published != nil {
            rows.append(
                Components.SummaryRow(
                    t("In the GPC"),
                    t(
                        "{sector}, scope {number}",
                        [
                            "sector": t(row.placement.sector.name), "number": "\(row.placement.scope.rawValue)",
                        ])))
        }
        if let activity = row.activity {
            rows.append(
                Components.SummaryRow(t("Activity"), "\(figures.decimal(activity.value, decimals: 6)) \(activity.unit)")
            )
        }
        if let masses = row.masses {
            for gas in masses.present {
                rows.append(
                    Components.SummaryRow(t(gas.title), figures.decimal(masses[gas], decimals: 6) + " t"))
            }
            rows.append(
                Components.SummaryRow(
                    t("CO₂e under {set}", ["set": view.report.gwp.rawValue]),
                    figures.decimal(view.report.gwp.co2e(masses), decimals: 3) + " t"))
        }
        if !row.source.isEmpty { rows.append(Components.SummaryRow(t("Source"), row.source)) }
        if !row.note.isEmpty { rows.append(Components.SummaryRow(t("Note"), row.note)) }
        return rows
    }
}
