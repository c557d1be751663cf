import Finance

/// Who gives the money for what is bought, and what is missing. Contracted and hoped for are never added up.
public struct FundingResults: Sendable, Hashable, Codable {
    public let neededCents: Int
    public let contractedCents: Int
    public let hopedForCents: Int
    /// What no contract covers, added up over measures: one measure's surplus does not fill another's gap.
    public let gapCents: Int
    /// What stays open even if every hope comes true.
    public let gapAfterHopesCents: Int
    public let byStatus: [Status]
    public let bySource: [Source]
    public let byYear: [Year]
    public let measures: [Measure]

    /// All lines that have come equally far.
    public struct Status: Sendable, Hashable, Codable {
        public let status: FundingLine.Status
        public let cents: Int
    }

    /// All lines of one giver.
    public struct Source: Sendable, Hashable, Codable {
        public let payer: Payer
        public let contractedCents: Int
        public let hopedForCents: Int
    }

    /// What is paid in a year.
    public struct Year: Sendable, Hashable, Codable {
        public let year: Int
        public let contractedCents: Int
        public let hopedForCents: Int
    }

    /// A measure's gap.
    public struct Measure: Sendable, Hashable, Codable {
        public let id: String
        public let name: String
        public let neededCents: Int
        public let contractedCents: Int
        public let hopedForCents: Int
        public let gapCents: Int
        public let gapAfterHopesCents: Int
        /// The part that contracts cover.
        public let coverage: Double?

        init(_ measure: CityMeasure, _ gap: FundingGap) {
            id = measure.id
            name = measure.name
            neededCents = gap.neededCents
            contractedCents = gap.contractedCents
            hopedForCents = gap.hopedForCents
            gapCents = gap.gapCents
            gapAfterHopesCents = gap.gapAfterHopesCents
            coverage = gap.coverage
        }
    }

    init(_ priced: [PricedMeasure], _ chosen: [CityMeasure]) {
        measures = chosen.map { measure in
            let needed = priced.first { $0.measure.id == measure.id }?.capitalCents ?? 0
            return Measure(measure, FundingGap(neededCents: max(0, needed), lines: measure.funding))
        }
        neededCents = measures.reduce(0) { $0 + $1.neededCents }
        contractedCents = measures.reduce(0) { $0 + $1.contractedCents }
        hopedForCents = measures.reduce(0) { $0 + $1.hopedForCents }
        gapCents = measures.reduce(0) { $0 + $1.gapCents }
        gapAfterHopesCents = measures.reduce(0) { $0 + $1.gapAfterHopesCents }
        let lines = chosen.flatMap(\.funding)
        byStatus = FundingLine.Status.allCases.map { status in
            Status(status: status, cents: lines.filter { $0.status == status }.reduce(0) { $0 + $1.cents })
        }
        bySource = Payer.allCases.compactMap { payer in
            let own = lines.filter { $0.payer == payer }
            guard !own.isEmpty else { return nil }
            let gap = FundingGap(neededCents: 0, lines: own)
            return Source(payer: payer, contractedCents: gap.contractedCents, hopedForCents: gap.hopedForCents)
        }
        var contracted: [Int: Int] = [:]
        var hoped: [Int: Int] = [:]
        for line in lines {
            for (year, cents) in line.years {
                if line.status.isSecured {
                    contracted[year, default: 0] += cents
                } else {
                    hoped[year, default: 0] += cents
                }
            }
        }
        byYear = Set(contracted.keys).union(hoped.keys).sorted().map { year in
            Year(year: year, contractedCents: contracted[year] ?? 0, hopedForCents: hoped[year] ?? 0)
        }
    }
}
