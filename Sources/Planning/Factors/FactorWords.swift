import Foundation
import Inventory
import Web

/// Names of what the register knows by words of files.
enum FactorWords {
    /// Keys of the names of the register's parts.
    static let families: [String: String] = [
        "biological-treatment": "Composting and digestion", "chp": "Combined heat and power",
        "combustion": "Fuel combustion", "electrical-equipment": "Electrical equipment",
        "fire-protection": "Fire protection", "foam": "Foam", "fuel": "Fuels", "fugitive": "Fugitive emissions",
        "grid-electricity": "Grid electricity", "incineration": "Incineration", "industry": "Industrial processes",
        "land": "Land use", "landfill": "Landfills", "livestock": "Livestock", "manure": "Manure",
        "mobile": "Vehicles and engines", "open-burning": "Open burning", "refrigerants": "Refrigerants",
        "soils": "Managed soils", "transport-activity": "Passenger and freight kilometres",
        "urban-trees": "Urban trees", "waste": "Waste composition", "waste-carbon": "Carbon in waste",
        "wastewater": "Wastewater",
    ]

    /// The name of a part; what editors add keeps its word.
    static func family(_ word: String, _ t: Texts) -> String { families[word].map { t($0) } ?? word }

    /// Keys of the names of grid factors' methodologies.
    static let methodologies: [String: String] = [
        "aib-production-mix": "Production mix (AIB)", "aib-residual-mix": "Residual mix (AIB)",
        "ember-life-cycle": "Life cycle (Ember)", "owid-production": "Production (Our World in Data)",
        "covenant-standard": "Covenant of Mayors, standard", "covenant-life-cycle": "Covenant of Mayors, life cycle",
        "own-co2": "The city's own factor, CO₂", "own-co2e": "The city's own factor, CO₂e",
    ]

    static func methodology(_ word: String, _ t: Texts) -> String { methodologies[word].map { t($0) } ?? word }

    static func region(_ code: String, _ t: Texts) -> String {
        switch code {
        case "world": t("world")
        case "EU": t("European Union")
        default: code
        }
    }

    static func status(_ status: FactorStatus, _ t: Texts) -> HTML {
        Components.sourceMark(Components.FigureStatus(rawValue: status.rawValue) ?? .unverified, t)
    }

    /// As many decimals as the number has.
    static func decimals(_ value: Double) -> Int {
        (0...15).first { digits in
            let power = pow(10, Double(digits))
            let product = value * power
            return (product.rounded() - product).magnitude <= product.magnitude * 1e-12
        } ?? 15
    }

    static func number(_ value: Double, _ figures: Figures) -> String {
        figures.decimal(value, decimals: decimals(value))
    }

    /// The number as somebody would type it so that it is read back; `1.234` could be two numbers, `1.2340` is one.
    static func typed(_ value: Double) -> String {
        let digits = decimals(value)
        return String(format: "%.\(digits == 3 ? 4 : digits)f", value)
    }
}

extension RegisteredFactor {
    /// `Grid electricity · co2`, with the rest of the subject.
    func title(_ t: Texts) -> String { "\(factor.subject) · \(factor.property)" }
}
