import Finance
import Web

/// Words and figures of the library as people read them.
struct SolutionWords {
    let t: Texts
    let figures: Figures

    init(_ t: Texts) {
        self.t = t
        figures = Figures(language: t.language)
    }

    init(_ visit: Visit) { self.init(visit.t) }

    func number(_ value: Double) -> String { FactorWords.number(value, figures) }

    func euros(_ value: Double) -> String { t("{amount} EUR", ["amount": number(value)]) }

    func range(_ low: Double, _ high: Double) -> String {
        t("{low} to {high}", ["low": number(low), "high": number(high)])
    }

    /// What one unit does in a year.
    func effect(_ solution: Solution) -> String {
        switch solution.effect {
        case .saving(let energy): return t("{energy} MWh less", ["energy": number(energy)])
        case .switching(let replaced, let electricity):
            return t(
                "{energy} MWh replaced by {electricity} MWh of electricity",
                ["energy": number(replaced), "electricity": number(electricity)])
        case .generation(let energy): return t("{energy} MWh of electricity made", ["energy": number(energy)])
        case .removal(let tonnes, let low, let high):
            return t(
                "{tonnes} t CO₂ removed ({range})", ["tonnes": number(tonnes), "range": range(low, high)])
        case .diversion(let tonnes): return t("{tonnes} t of waste go elsewhere", ["tonnes": number(tonnes)])
        case .none:
            guard let energy = solution.saving.megawattHours, energy > 0 else {
                return t("no figure to compute with")
            }
            return t("{energy} MWh less in all, not divided among carriers", ["energy": number(energy)])
        }
    }

    /// The mark beside a figure.
    func mark(_ confidence: Solution.Confidence?) -> HTML {
        guard let confidence else { return .empty }
        return Components.tag(t(confidence.title), confidence.tone)
    }

    /// Co-benefits or drawbacks in words.
    func benefits(_ words: [String]) -> String {
        words.map { word in Self.benefits[word].map { t($0) } ?? word }.joined(separator: ", ")
    }

    /// Keys of the names of co-benefits.
    static let benefits: [String: String] = [
        "accessibility": "accessibility", "air_quality": "air quality", "biodiversity": "biodiversity",
        "circularity": "circular economy", "citizen_participation": "participation of citizens",
        "comfort": "comfort", "cost_of_living": "cost of living", "energy_poverty": "less energy poverty",
        "energy_security": "energy security", "flexibility": "flexible supply", "flood": "protection from floods",
        "governance": "better decisions", "grid_stability": "stable grid", "health": "health",
        "heat_island": "cooler city in summer", "jobs": "jobs", "light_pollution": "less light pollution",
        "local_economy": "local economy", "noise": "less noise", "odour": "less odour",
        "participation": "participation", "public_budget": "public budget", "reliability": "reliable supply",
        "safety": "safety", "social": "social life", "soil": "soil", "space": "space in the city",
        "stormwater": "less stormwater", "urban_quality": "quality of the city", "water_quality": "water quality",
    ]
}

extension Solution.Confidence {
    /// Key of the word.
    var title: String {
        switch self {
        case .sourced: "sourced"
        case .derived: "derived"
        case .judgement: "judgement"
        }
    }

    /// Key of what it means.
    var about: String {
        switch self {
        case .sourced: "as published by the source"
        case .derived: "worked out from published figures, or a default"
        case .judgement: "an engineer's judgement, to be checked before it is relied on"
        }
    }

    var tone: Components.Tone {
        switch self {
        case .sourced: .good
        case .derived: .information
        case .judgement: .warning
        }
    }
}
