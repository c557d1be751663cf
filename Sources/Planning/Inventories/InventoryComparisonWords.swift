import Cities
import Inventory
import Web

/// How figures of published inventories are written in tables that set several side by side.
struct InventoryComparisonWords {
    let t: Texts
    let figures: Figures

    init(_ visit: Visit) {
        t = visit.t
        figures = visit.figures
    }

    /// Who counted the people, where the inventory itself does not say.
    func source(_ people: HeadCount) -> String? {
        guard case .register(let reference) = people.origin else { return nil }
        return PopulationFigure.title(reference, t)
    }

    /// t CO2e per head with the source of the people, where that is not the inventory.
    func perHead(_ line: InventoryListLine) -> DataTable.Cell {
        guard let people = line.people, let value = line.perHead else { return .missing(t("Not known yet")) }
        return DataTable.Cell(
            HTML {
                figures.decimal(value)
                if let source = source(people) { span(.class("note")) { " (" + source + ")" } }
            }, sortValue: "\(value)")
    }

    func people(_ people: HeadCount?) -> DataTable.Cell {
        guard let people else { return .missing(t("Not known yet")) }
        return .number(figures.integer(people.count), Double(people.count))
    }

    func tonnes(_ value: Double?) -> DataTable.Cell {
        value.map { .number(figures.decimal($0, decimals: 0), $0) } ?? .missing(t("nothing stated"))
    }

    func tonnesPerHead(_ value: Double?) -> DataTable.Cell {
        value.map { .number(figures.decimal($0), $0) } ?? .missing(t("nothing stated"))
    }

    /// What makes two inventories unlike, in words.
    func text(_ difference: InventoryComparison.Difference) -> String {
        switch difference {
        case .coverage(let coverage): t("covers {coverage}", ["coverage": t(coverage.title)])
        case .gwp(let gwp): t("weighs gases by {set}", ["set": gwp.rawValue])
        case .year(let year): t("is of {year}", ["year": "\(year)"])
        case .gridFactor: t("uses another grid electricity factor, or does not say which")
        }
    }
}
