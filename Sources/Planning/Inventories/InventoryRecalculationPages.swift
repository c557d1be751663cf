import Inventory
import Web

/// What rows would become with the factors in force now, and the button that calculates them again.
struct InventoryRecalculationPages {
    let desk: InventoryDesk
    let visit: Visit

    init(_ desk: InventoryDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    /// Which state of the register was shown: what is saved is what was seen.
    static let form = Form([Field("register", "Number", optional: true, .hidden(maxLength: 20))])

    private var t: Texts { visit.t }

    func page(_ recalculation: InventoryRecalculation, isLate: Bool = false) -> Page {
        Page(
            title: t("Calculate rows again"), caption: desk.title(t), breadcrumb: desk.trail(visit), problems: isLate,
            isPrivate: true,
            body: HTML {
                if isLate {
                    Components.notice(.warning, t("Something changed meanwhile"), t) {
                        p { t("Nothing was calculated again. Look at the values below, then send the form again.") }
                    }
                }
                if recalculation.lines.isEmpty {
                    Components.emptyState(t("Every row is calculated with the factors that are in force."))
                } else {
                    rows(recalculation)
                    send(recalculation)
                }
                p { a(.href(visit.path(desk.record.workPath))) { t("Back to the inventory") } }
            })
    }

    private func rows(_ recalculation: InventoryRecalculation) -> HTML {
        HTML {
            p {
                t(
                    "Factors have changed since these rows were calculated. Published versions keep the old values."
                )
            }
            DataTable(
                caption: t("Rows that come out differently"),
                columns: [
                    DataTable.Column(t("Row")), DataTable.Column(t("Line")),
                    DataTable.Column(t("t CO₂e now"), number: true), DataTable.Column(t("t CO₂e then"), number: true),
                    DataTable.Column(t("Difference"), number: true),
                ],
                rows: recalculation.lines.map(cells)
            ).html
        }
    }

    private func cells(_ item: InventoryRecalculation.Line) -> [DataTable.Cell] {
        let row = item.line.row
        let gwp = desk.record.gwp
        let before = row.masses.map { gwp.co2e($0) } ?? 0
        let head: [DataTable.Cell] = [
            .text(row.label.isEmpty ? t(item.method.title) : row.label), .text(row.placement.reference?.code ?? ""),
            .number(visit.figures.decimal(before, decimals: 1), before),
        ]
        switch item.result {
        case .success(let result):
            let after = gwp.co2e(result.masses)
            return head + [
                .number(visit.figures.decimal(after, decimals: 1), after),
                .number(visit.figures.decimal(after - before, decimals: 1), after - before),
            ]
        case .failure:
            return head + [.missing(t("can no longer be calculated; the row stays as it is")), .missing("–")]
        }
    }

    @HTMLBuilder private func send(_ recalculation: InventoryRecalculation) -> HTML {
        let count = recalculation.lines.count { $0.row != nil }
        if count > 0 {
            FormView(
                Self.form, Answers(["register": "\(recalculation.register)"]), t, token: visit.formToken,
                action: visit.path("\(desk.record.workPath)/recalculation"),
                submit: t.count(count, "Calculate {count} row again", "Calculate {count} rows again"),
                version: desk.record.version, cancel: (t("Cancel"), visit.path(desk.record.workPath))
            ).html
        }
    }
}
