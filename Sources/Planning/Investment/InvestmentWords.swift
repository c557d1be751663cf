import Finance
import Portfolio
import Web

/// Money and its kinds in the reader's words.
struct InvestmentWords: Sendable {
    let t: Texts
    let figures: Figures

    init(_ visit: Visit) {
        t = visit.t
        figures = visit.figures
    }

    /// Whole euros: `1.234.567`.
    func euros(_ cents: Int) -> String { figures.decimal((Double(cents) / 100).rounded(), decimals: 0) }

    func euros(_ value: Double) -> String { figures.decimal(value, decimals: 0) }

    /// Millions of euros, as headlines say them: `12,3`.
    func millions(_ cents: Int) -> String { figures.decimal(Double(cents) / 100_000_000, decimals: 1) }

    func millions(_ euros: Double) -> String { figures.decimal(euros / 1_000_000, decimals: 1) }

    func percent(_ part: Double?) -> String { part.map { figures.decimal($0 * 100, decimals: 1) + " %" } ?? "–" }

    /// A cell of whole euros.
    func cell(_ cents: Int) -> DataTable.Cell { .number(euros(cents), Double(cents)) }

    func cell(_ value: Double?) -> DataTable.Cell {
        guard let value else { return .missing(t("not known")) }
        return .number(euros(value), value)
    }
}

extension Payer {
    /// Key of the name.
    var title: String {
        switch self {
        case .municipality: "Municipality"
        case .municipalCompanies: "Municipal companies"
        case .households: "Households"
        case .businesses: "Businesses"
        case .state: "State budget"
        case .eu: "European Union"
        case .investors: "Investors"
        }
    }
}

extension FieldOfAction {
    /// Key of the name.
    var title: String {
        switch self {
        case .energy: "Energy systems"
        case .mobility: "Mobility and transport"
        case .waste: "Waste and circular economy"
        case .nature: "Green infrastructure and nature-based solutions"
        case .buildings: "Built environment"
        case .industry: "Industry"
        case .crossCutting: "Cross-cutting"
        }
    }
}

extension FundingLine.Status {
    /// Key of the name.
    var title: String {
        switch self {
        case .idea: "Idea"
        case .applied: "Applied for"
        case .contracted: "Contracted"
        case .received: "Received"
        case .reported: "Reported"
        }
    }

    /// What is secured stands out, with a word and not by colour alone.
    var tone: Components.Tone {
        switch self {
        case .idea: .neutral
        case .applied: .information
        case .contracted, .received, .reported: .good
        }
    }
}

extension FundingLine.Kind {
    /// Key of the name.
    var title: String {
        switch self {
        case .own: "Own money"
        case .grant: "Grant"
        case .loan: "Loan"
        case .equity: "Equity"
        }
    }
}
