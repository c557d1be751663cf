import Foundation
import Inventory
import Quantities

/// An inventory's report as a table for a terminal: whole tonnes whose parts add up to the totals shown.
struct InventoryText {
    private(set) var text = ""

    init(_ report: InventoryReport, _ form: ReportForm, _ findings: [Finding]) {
        let inventory = report.inventory
        line("\(inventory.city) \(inventory.year) · \(form.name) · \(report.gwp.rawValue) · t CO2e")
        line("")
        switch form {
        case .contract: contract(report.contract)
        case .gpc: gpc(report.gpc)
        case .framework: framework(report.framework)
        }
        let total = report.total(form)
        line("")
        line("Total: \(Self.tonnes(total.value)) t CO2e (\(total.basis))")
        if let remark = total.remark { line(remark) }
        if report.contract.biogenicCO2 != 0 {
            line("Beside it: \(Self.tonnes(report.contract.biogenicCO2)) t of biogenic CO2")
        }
        if report.contract.removedCO2 != 0 {
            line("Beside it: \(Self.tonnes(report.contract.removedCO2)) t of CO2 removed")
        }
        for species in report.unweighted {
            line("Missing in it: \(species.name), which \(report.gwp.rawValue) does not weigh")
        }
        list("Gaps", report.gaps(form).map { "\($0.place): \($0.key.map { "\($0.rawValue), " } ?? "")\($0.reason)" })
        list(
            "Findings",
            findings.map { finding in
                let place = finding.place.text
                return "\(finding.level.rawValue)\(place.isEmpty ? "" : ", \(place)"): \(finding.text)"
            })
        if !inventory.source.isEmpty { line("\nSource: \(inventory.source)") }
        text.removeLast()
    }

    private mutating func line(_ words: String) { text += words + "\n" }

    private mutating func list(_ title: String, _ items: [String]) {
        guard !items.isEmpty else { return }
        line("\n\(title)")
        for item in items { line("  \(item)") }
    }

    private mutating func contract(_ view: ContractView) {
        row("", Scope.allCases.map { "scope \($0.rawValue)" } + ["total"])
        for sector in ContractSector.allCases {
            let cells = Scope.allCases.map { scope in
                switch view[sector, scope] {
                case .value(let value): Self.tonnes(value)
                case .keys(let keys): keys.map(\.rawValue).joined(separator: " ")
                case .empty: "–"
                }
            }
            row(sector.rawValue, cells + [view.sectorTotals[sector].map(Self.tonnes) ?? "–"])
        }
        row("Total", Scope.allCases.map { view.scopeTotals[$0].map(Self.tonnes) ?? "–" } + [Self.tonnes(view.total)])
    }

    private mutating func gpc(_ view: GPCView) {
        for item in view.lines where item.rows > 0 || !item.keys.isEmpty {
            let figure = item.co2e.map(Self.tonnes) ?? item.keys.map(\.rawValue).joined(separator: " ")
            row(item.reference.code, [figure], more: item.reference.subsectorName)
        }
        for item in view.loose {
            let figure = item.rows > 0 ? Self.tonnes(item.co2e) : item.keys.map(\.rawValue).joined(separator: " ")
            row("\(item.sector.rawValue), scope \(item.scope.rawValue)", [figure], more: item.sector.name)
        }
        line("")
        for total in InventoryTotal.allCases { row(total.rawValue, [Self.tonnes(view.totals[total] ?? 0)]) }
    }

    private mutating func framework(_ view: FrameworkView) {
        row("", Scope.allCases.map { "scope \($0.rawValue)" })
        for item in view.lines where !item.co2e.isEmpty || !item.keys.isEmpty {
            let cells = Scope.allCases.map { scope in
                item.co2e[scope].map(Self.tonnes) ?? (item.keys[scope] ?? []).map(\.rawValue).joined(separator: " ")
            }
            row("", cells, more: item.name)
        }
        for item in view.loose where item.rows > 0 {
            row("", Scope.allCases.map { $0 == item.scope ? Self.tonnes(item.co2e) : "" }, more: item.sector.name)
        }
    }

    private mutating func row(_ name: String, _ cells: [String], more: String = "") {
        let first = name.padding(toLength: max(14, name.count), withPad: " ", startingAt: 0)
        let rest = cells.map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }.joined()
        line(first + rest + (more.isEmpty ? "" : "   \(more)"))
    }

    /// Whole tonnes in groups of three; what is less than ten tonnes keeps its digits.
    static func tonnes(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return "\(value)" }
        if value != 0, value.magnitude < 10 { return String(format: "%.3g", value) }
        let digits = String(Int64(value.rounded()).magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped
    }
}
