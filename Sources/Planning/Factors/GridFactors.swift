import Cities
import Inventory
import Quantities
import Web

/// The grid factors of a country by year, with their methodologies kept apart.
struct GridFactors: Sendable {
    static let subject = "grid-electricity"
    static let measure = Measure.rate(.mass, per: .energy)

    /// One methodology: what it says of each year that it knows.
    struct Series: Sendable {
        let methodology: String
        let property: String
        let byYear: [Int: RegisteredFactor]
    }

    let region: String
    let series: [Series]
    /// The years that any of them knows, the latest first.
    let years: [Int]

    init(_ list: FactorList, region: String = "RO") {
        let found = list.entries.filter { entry in
            !entry.isWithdrawn && entry.factor.subject == Self.subject && entry.factor.region == region
                && !entry.factor.methodology.isEmpty && entry.factor.year != nil
        }
        self.region = region
        series = Dictionary(grouping: found) { $0.factor.methodology }.map { methodology, entries in
            Series(
                methodology: methodology, property: entries[0].factor.property,
                byYear: Dictionary(entries.map { ($0.factor.year ?? 0, $0) }) { first, _ in first })
        }.sorted { $0.methodology < $1.methodology }
        years = Set(found.compactMap(\.factor.year)).sorted(by: >)
    }
}

/// Which grid factor a city uses throughout an inventory, and why. Without a choice the methods ask: none is assumed.
struct GridChoice: Sendable, Equatable {
    let methodology: String
    let reason: String

    /// What the methods for grid electricity understand.
    static let methodologies: [String] = words(of: Methods.named("grid-electricity"))

    private static func words(of method: Method?) -> [String] {
        guard let input = method?.inputs.first(where: { $0.name == "methodology" }),
            case .choice(let words) = input.kind
        else { return [] }
        return words
    }

    /// What the register says under a methodology for a place and a year; nil for a factor of the city's own.
    static func answer(_ methodology: String, _ book: FactorBook, at place: FactorPlace) -> FactorAnswer? {
        if methodology.hasPrefix("own-") { return nil }
        let answers = ["co2", "co2e"].map {
            book.find(GridFactors.subject, $0, at: place, methodology: methodology)
        }
        return answers.first { $0.factor != nil } ?? answers.first { if case .unknown = $0 { false } else { true } }
            ?? .unknown
    }

    /// Whether a method asks which grid factor to use.
    static func concerns(_ method: Method) -> Bool {
        method.inputs.contains { input in
            guard input.name == "methodology", case .choice(let words) = input.kind else { return false }
            return words == methodologies
        }
    }
}

extension InventoryRecord {
    var gridChoice: GridChoice? { gridMethodology.map { GridChoice(methodology: $0, reason: gridReason) } }
}

extension InventoryPublication {
    var gridChoice: GridChoice? { gridMethodology.map { GridChoice(methodology: $0, reason: gridReason) } }
}
