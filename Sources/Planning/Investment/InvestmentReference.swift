import Finance
import Synchronization
import Web

/// What plans' money is held against and comes with the hub: limits to debt, and what avoided carbon is worth. Each file
/// is read once.
final class InvestmentReference: Sendable {
    private let folder: String
    private let rules = Mutex<[KnownDebtRule]?>(nil)
    private let carbon = Mutex<CarbonValue?>(nil)

    static let rulesFile = "finance/debt-rules.csv"
    static let carbonFile = "finance/shadow-carbon-price.csv"

    /// - Parameter resources: the folder that `Data` lies in.
    init(resources: String) { folder = "\(resources)/Data" }

    /// Rules that a city can start from.
    func debtRules() throws -> [KnownDebtRule] {
        try rules.withLock { held in
            if let held { return held }
            let read = try SolutionReading.table(Self.rulesFile, in: folder).rows.map(KnownDebtRule.init)
            held = read
            return read
        }
    }

    /// The shadow cost of carbon of the European Investment Bank.
    func carbonValue() throws -> CarbonValue {
        try carbon.withLock { held in
            if let held { return held }
            let read = try Self.carbonValue(SolutionReading.table(Self.carbonFile, in: folder).rows)
            held = read
            return read
        }
    }

    private static func carbonValue(_ rows: [SolutionRow]) throws -> CarbonValue {
        guard let first = rows.first else {
            throw SolutionReading.Problem(file: carbonFile, line: 1, text: "is empty")
        }
        let points = try rows.map { row in
            CarbonValue.Point(try row.neededWhole("year"), try row.neededNumber("eur_per_t_co2e"))
        }
        let years = try Set(rows.map { try $0.neededWhole("price_year") })
        guard let priceYear = years.first, years.count == 1 else { throw first.problem("prices of several years") }
        let isSourced = rows.allSatisfy { $0.text("status") == FigureStatus.sourced.rawValue }
        return CarbonValue(
            name: "EIB shadow cost of carbon", priceYear: priceYear, points: points,
            source: "EIB Group Climate Bank Roadmap 2021-2025; Commission Notice 2021/C 373/01, Table 6",
            status: isSourced ? .sourced : .unverified)
    }
}

/// A limit to debt that comes with the hub: a row of `Data/finance/debt-rules.csv`.
struct KnownDebtRule: Sendable {
    let rule: DebtRule
    let name: SolutionText
    /// What has to be checked before it is relied on.
    let note: SolutionText

    init(_ row: SolutionRow) throws {
        name = SolutionText(english: try row.needed("name_en"), romanian: try row.needed("name_ro"))
        note = SolutionText(english: row.text("note_en"), romanian: row.text("note_ro"))
        guard let limited = DebtRule.Limited(rawValue: row.text("limited")),
            let base = DebtRule.Base(rawValue: row.text("base")),
            let status = FigureStatus(rawValue: row.text("status"))
        else { throw row.problem("limited, base or status is unknown") }
        let exempt = try row.text("exempt").split(separator: ";").map { word in
            guard let purpose = LoanTerms.Purpose(rawValue: String(word)) else {
                throw row.problem("exempt “\(word)” is unknown")
            }
            return purpose
        }
        rule = DebtRule(
            id: try row.needed("id"), name: name.english, limited: limited, base: base,
            share: try row.neededNumber("share"), years: try row.neededWhole("years"), exempt: exempt,
            source: try row.needed("legal_source"), status: status)
    }

    /// The rule with its name in a language.
    func rule(_ language: Language) -> DebtRule {
        var named = rule
        named.name = name(language)
        return named
    }
}
