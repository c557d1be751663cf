import Finance
import Inventory
import Portfolio
import Spreadsheets

/// A published portfolio as data: the document with what it adds up to.
struct PublicPortfolioData: Encodable {
    struct Sector: Encodable {
        let sector: String
        let baseline_t_co2e: Double?
        let residual_t_co2e: Double?
        let gap_t_co2e: Double?
        let claimed_t_co2e: Double
        let open_t_co2e: Double?
        let measures: Int
    }

    struct Field: Encodable {
        let field: String
        let measures: Int
        let claimed_t_co2e: Double
        let cost_eur: Double
    }

    struct Printed: Encodable {
        let baseline_t_co2e: Double
        let residual_t_co2e: Double
        let gap_t_co2e: Double
        let budget_eur: Double?
    }

    let city: String
    let publication: Int
    let published_at: String
    let source: String
    let base_year: Int
    let target_year: Int
    /// Whether a model stands behind the reductions.
    let rests_on_claim: Bool
    let claimed_t_co2e: Double
    let gap_t_co2e: Double
    let cost_eur: Double
    let printed: Printed
    let sectors: [Sector]
    let fields: [Field]
    let measures: [CityMeasure]
    let energy: [PublishedPortfolio.Energy]
    let notes: [PublishedPortfolio.Note]

    init(_ view: PublicPortfolio) {
        func euros(_ cents: Int) -> Double { Double(cents) / 100 }
        let (portfolio, sums) = (view.portfolio, view.sums)
        city = view.city.slug
        publication = view.publication.number
        published_at = view.publication.publishedAt.description
        source = portfolio.source
        base_year = portfolio.baseYear
        target_year = portfolio.targetYear
        rests_on_claim = portfolio.measures.contains { $0.pathwayMeasure.restsOnClaim }
        claimed_t_co2e = sums.claimed
        gap_t_co2e = sums.gap
        cost_eur = euros(sums.cents)
        printed = Printed(
            baseline_t_co2e: portfolio.printedTotal.baseline, residual_t_co2e: portfolio.printedTotal.residual,
            gap_t_co2e: portfolio.printedTotal.gap, budget_eur: portfolio.printedBudgetCents.map(euros))
        sectors = sums.sectors.map { row in
            Sector(
                sector: row.sector.rawValue, baseline_t_co2e: row.baseline, residual_t_co2e: row.residual,
                gap_t_co2e: row.gap, claimed_t_co2e: row.claimed, open_t_co2e: row.open, measures: row.measures)
        }
        fields = sums.fields.map { row in
            Field(
                field: row.field.rawValue, measures: row.measures, claimed_t_co2e: row.claimed,
                cost_eur: euros(row.cents))
        }
        measures = portfolio.measures
        energy = portfolio.energy
        notes = portfolio.notes
    }

    /// A line for each sector: its gap and what is claimed.
    static func gaps(_ sums: PortfolioSums) -> [UInt8] {
        var file = CSVWriter(header: [
            "sector", "baseline_t_co2e", "residual_t_co2e", "gap_t_co2e", "claimed_t_co2e", "open_t_co2e", "measures",
        ])
        for row in sums.sectors {
            file.row([
                row.sector.rawValue, row.baseline.map { "\($0)" }, row.residual.map { "\($0)" },
                row.gap.map { "\($0)" }, "\(row.claimed)", row.open.map { "\($0)" }, "\(row.measures)",
            ])
        }
        return file.bytes
    }
}
