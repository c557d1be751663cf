import Web

/// By how much traffic follows a price, a supply or the shape of a city: a row of `Data/measures/elasticities.csv`.
struct TransportElasticity: Sendable {
    let id: String
    let name: SolutionText
    /// What changes; empty where the source gives no more than a greatest change.
    let cause: SolutionText
    /// What follows it.
    let response: Response
    /// Percent of the response for each percent of the cause.
    let value: Double?
    /// The greatest change that the source takes as possible, a part of the whole and negative.
    let greatest: Double?
    /// Whether it changes car-km as it stands, so that a measure can take it over as its effect.
    let acts: Bool
    /// The solutions that it belongs to.
    let solutions: [String]
    let source: SolutionSource
    let confidence: Solution.Confidence
    let note: SolutionText

    /// What changes when the cause does.
    enum Response: String, Sendable, CaseIterable {
        case carKilometres = "car-km"
        case commuting = "commute"
        case corridor
        case cars
        case boardings
        case cyclists

        /// Key of the name.
        var title: String {
            switch self {
            case .carKilometres: "car-km"
            case .commuting: "car-km on the way to work"
            case .corridor: "car-km along the corridor"
            case .cars: "number of cars"
            case .boardings: "passengers of public transport"
            case .cyclists: "people who cycle to work"
            }
        }
    }

    static let file = "measures/elasticities.csv"

    init(_ row: SolutionRow, sources: [String: SolutionSource]) throws {
        func text(_ name: String) -> SolutionText {
            SolutionText(english: row.text("\(name)_en"), romanian: row.text("\(name)_ro"))
        }
        id = try row.needed("id")
        name = text("name")
        cause = text("cause")
        guard let response = Response(rawValue: row.text("response")) else { throw row.problem("unknown response") }
        guard let source = sources[row.text("source")] else { throw row.problem("unknown source") }
        guard let confidence = Solution.Confidence(rawValue: row.text("status")) else {
            throw row.problem("unknown status")
        }
        self.response = response
        self.source = source
        self.confidence = confidence
        value = try row.signed("elasticity")
        greatest = try row.signed("greatest_change")
        acts = row.text("acts") == "yes"
        solutions = row.text("solutions").split(separator: ";").map(String.init)
        note = text("note")
        if acts && (value == nil || cause.isEmpty || response != .carKilometres) {
            throw row.problem("it cannot act: it needs a cause, an elasticity and car-km")
        }
    }

    /// The part by which car-km change when the cause changes by a part; never more than the greatest change.
    func change(by cause: Double) -> Double? {
        guard acts, let value else { return nil }
        return max(value * cause, greatest ?? -1)
    }

    /// The change of the cause from which on the greatest change is reached.
    var limit: Double? {
        guard acts, let value, let greatest, value != 0 else { return nil }
        return greatest / value
    }
}

extension SolutionRow {
    /// A number that may be below zero.
    func signed(_ column: String) throws -> Double? {
        guard let text = optional(column) else { return nil }
        guard let number = Double(text), number.isFinite else { throw problem("\(column) “\(text)” is not a number") }
        return number
    }
}
