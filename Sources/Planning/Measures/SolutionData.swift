import Spreadsheets
import Web

/// The library as a file; the same in every language.
enum SolutionFiles {
    /// The columns of `Data/measures/solutions.csv`.
    static func table(_ found: [Solution], header: [String]) -> [UInt8] {
        var file = CSVWriter(header: header)
        for solution in found { file.row(solution.cells.map { $0.isEmpty ? nil : $0 }) }
        return file.bytes
    }
}

/// A page of the library as data.
struct SolutionListData: Encodable {
    let total: Int
    let solutions: [SolutionData]
    /// Address of the next page; absent on the last.
    let next: String?
}

/// One action as data: figures of one unit and one year, with their sources.
struct SolutionData: Encodable {
    struct Name: Encodable {
        let en: String
        let ro: String

        init(_ text: SolutionText) {
            en = text.english
            ro = text.romanian
        }
    }

    struct Origin: Encodable {
        struct Source: Encodable {
            let key: String
            let title: String
            let address: String?
        }

        let confidence: String
        let sources: [Source]
        let note: String?

        init(_ origin: Solution.Origin) {
            confidence = origin.confidence.rawValue
            sources = origin.sources.map { Source(key: $0.key, title: $0.title, address: $0.address) }
            note = origin.note.isEmpty ? nil : origin.note
        }
    }

    struct Cost: Encodable {
        let capex_eur: Double
        let capex_low_eur: Double
        let capex_high_eur: Double
        let capex_fixed_eur: Double?
        /// Absent where the source does not say.
        let price_year: Int?
        let origin: Origin

        init(_ cost: Solution.Cost) {
            capex_eur = cost.value
            capex_low_eur = cost.low
            capex_high_eur = cost.high
            capex_fixed_eur = cost.fixed > 0 ? cost.fixed : nil
            price_year = cost.priceYear
            origin = Origin(cost.origin)
        }
    }

    struct Effect: Encodable {
        var kind = "none"
        var saved_mwh: Double?
        var replaced_mwh: Double?
        var added_electricity_mwh: Double?
        var generated_mwh: Double?
        var removed_t_co2: Double?
        var removed_low_t_co2: Double?
        var removed_high_t_co2: Double?
        var diverted_t: Double?

        init(_ effect: Solution.Effect) {
            switch effect {
            case .saving(let energy): (kind, saved_mwh) = ("saving", energy)
            case .switching(let replaced, let electricity):
                (kind, replaced_mwh, added_electricity_mwh) = ("switch", replaced, electricity)
            case .generation(let energy): (kind, generated_mwh) = ("generation", energy)
            case .removal(let tonnes, let low, let high):
                (kind, removed_t_co2) = ("removal", tonnes)
                (removed_low_t_co2, removed_high_t_co2) = (low, high)
            case .diversion(let tonnes): (kind, diverted_t) = ("diversion", tonnes)
            case .none: break
            }
        }
    }

    let id: String
    let name: Name
    let field: String
    let unit: Name
    let cost: Cost?
    let lifetime_years: Int
    let running_share_of_capex: Double
    let net_saving_mwh: Double?
    let basis: Name
    let effect: Effect
    let effect_origin: Origin?
    let gpc_lines: [String]
    let co_benefits: [String]
    let drawbacks: [String]
    let remark: Name?
    let address: String

    init(_ solution: Solution, _ publicURL: String) {
        id = solution.id
        name = Name(solution.name)
        field = solution.field.rawValue
        unit = Name(solution.unit)
        cost = solution.cost.map(Cost.init)
        lifetime_years = solution.lifetime
        running_share_of_capex = solution.running
        net_saving_mwh = solution.saving.megawattHours
        basis = Name(solution.saving.basis)
        effect = Effect(solution.effect)
        effect_origin = solution.saving.origin.map(Origin.init)
        gpc_lines = solution.lines
        co_benefits = solution.coBenefits
        drawbacks = solution.drawbacks
        remark = solution.remark.isEmpty ? nil : Name(solution.remark)
        address = "\(publicURL)/api/v1/solutions/\(solution.id)"
    }
}
