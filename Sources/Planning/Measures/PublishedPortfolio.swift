import Finance
import Foundation
import Inventory
import Pathways
import Portfolio

/// A portfolio as a city published it elsewhere, with the gap that it is to close. Nothing in it is corrected.
struct PublishedPortfolio: Codable, Sendable, Hashable {
    /// A row of the table of the gap, t CO2e.
    struct Gap: Codable, Sendable, Hashable {
        var sector: ContractSector
        var baseline: Double
        var residual: Double
        /// The reduction aimed at; nil where it is not printed.
        var target: Double?
        /// What existing strategies take off; nil where it is not printed.
        var existing: Double?
        var gap: Double
    }

    /// The last row of that table, as it is printed.
    struct Total: Codable, Sendable, Hashable {
        var baseline: Double
        var residual: Double
        var target: Double?
        var existing: Double?
        var gap: Double
    }

    /// Energy that an action removes or replaces, as printed.
    struct Energy: Codable, Sendable, Hashable {
        /// The measure's id.
        var measure: String
        /// The printed word.
        var carrier: String
        var mwh: Double
    }

    /// Money beside the measures.
    struct Amount: Codable, Sendable, Hashable {
        var name: String
        var cents: Int
    }

    /// What whoever read the document noticed.
    struct Note: Codable, Sendable, Hashable {
        var about: String
        var text: String
    }

    var city: String
    var source: String
    var baseYear: Int
    var targetYear: Int
    /// With their reductions as claimed.
    var measures: [CityMeasure]
    var energy: [Energy]
    var gaps: [Gap]
    var printedTotal: Total
    /// The sum of costs that is printed; nil where none is.
    var printedBudgetCents: Int?
    var besides: [Amount]
    var notes: [Note]

    static func read(_ bytes: [UInt8]) throws -> PublishedPortfolio {
        try JSONDecoder().decode(PublishedPortfolio.self, from: Data(bytes))
    }
}

/// What a published portfolio adds up to, and where it does not.
struct PortfolioSums: Sendable {
    /// A sector of the contract: its gap and what the measures claim to take off.
    struct Sector: Sendable, Equatable {
        let sector: ContractSector
        let baseline: Double?
        let residual: Double?
        let gap: Double?
        let claimed: Double
        let measures: Int

        /// What the measures leave open; below zero they claim more than the gap.
        var open: Double? { gap.map { $0 - claimed } }
    }

    /// A field of action: its measures, what they claim and what they cost.
    struct Field: Sendable, Equatable {
        let field: FieldOfAction
        let measures: Int
        let claimed: Double
        let cents: Int
    }

    let sectors: [Sector]
    let fields: [Field]
    /// What all measures claim, t CO2e a year.
    let claimed: Double
    /// The sum of the sectors' gaps.
    let gap: Double
    let cents: Int

    init(_ portfolio: PublishedPortfolio) {
        let measures = portfolio.measures
        sectors = ContractSector.allCases.compactMap { sector in
            let row = portfolio.gaps.first { $0.sector == sector }
            let claims = measures.map { $0.claimed(in: sector) }
            let count = claims.filter { $0 != 0 }.count
            guard row != nil || count > 0 else { return nil }
            return Sector(
                sector: sector, baseline: row?.baseline, residual: row?.residual, gap: row?.gap,
                claimed: claims.reduce(0, +), measures: count)
        }
        fields = FieldOfAction.allCases.compactMap { field in
            let own = measures.filter { $0.field == field }
            guard !own.isEmpty else { return nil }
            return Field(
                field: field, measures: own.count, claimed: own.reduce(0) { $0 + $1.claimed },
                cents: own.reduce(0) { $0 + ($1.costs?.capitalCents ?? 0) })
        }
        claimed = measures.reduce(0) { $0 + $1.claimed }
        gap = portfolio.gaps.reduce(0) { $0 + $1.gap }
        cents = measures.reduce(0) { $0 + ($1.costs?.capitalCents ?? 0) }
    }
}

extension CityMeasure {
    /// t CO2e a year that it claims to take off in a sector.
    func claimed(in sector: ContractSector) -> Double {
        effect.operators.reduce(0) { sum, step in
            if case .claimed(let claim) = step, claim.sector == sector { sum + claim.tonnes } else { sum }
        }
    }

    /// The same in all sectors.
    var claimed: Double { ContractSector.allCases.reduce(0) { $0 + claimed(in: $1) } }
}
