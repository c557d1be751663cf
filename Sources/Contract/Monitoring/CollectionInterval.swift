/// How often an indicator is to be measured.
public enum CollectionInterval: String, Sendable, Hashable, Codable, CaseIterable {
    case yearly
    case halfYearly = "half-yearly"
    case quarterly, monthly

    /// Its name in English.
    public var title: String {
        switch self {
        case .yearly: "Yearly"
        case .halfYearly: "Half-yearly"
        case .quarterly: "Quarterly"
        case .monthly: "Monthly"
        }
    }

    public var months: Int {
        switch self {
        case .yearly: 12
        case .halfYearly: 6
        case .quarterly: 3
        case .monthly: 1
        }
    }

    /// What an indicator's sheet says in English or Romanian; nil where it says something else.
    public init?(words: String) {
        let text = words.lowercased()
        // Longer words first: "half-yearly" is not "yearly".
        let known: [(CollectionInterval, [String])] = [
            (.halfYearly, ["half", "semest", "six month", "6 month", "șase luni", "6 luni"]),
            (.quarterly, ["quarter", "trimest", "three month", "3 luni"]),
            (.monthly, ["month", "lunar", "lună"]),
            (.yearly, ["year", "annual", "anual", "12 luni"]),
        ]
        // Every two years and the like are longer than any of these.
        let longer = ["two year", "2 year", "three year", "biennial", "bianual", "doi ani", "2 ani", "trei ani"]
        guard !longer.contains(where: { text.contains($0) }),
            let found = known.first(where: { $0.1.contains { text.contains($0) } })
        else { return nil }
        self = found.0
    }
}
