import Inventory

/// What checks have found so far, and the small ones that many of them need.
struct Findings {
    var problems: [PlanProblem] = []

    mutating func add(
        _ check: String, _ place: String, _ message: String, _ values: [String: String] = [:],
        level: PlanProblem.Level = .refusal
    ) {
        problems.append(PlanProblem(check, place, message, values, level: level))
    }

    /// A number as people read it in a message, without digits that say nothing.
    static func shown(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
        let rounded = (value * 1e4).rounded() / 1e4
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }

    mutating func finite(_ value: Double?, _ place: String) {
        if let value, !value.isFinite { add("not-finite", place, "This is not a finite number.") }
    }

    /// A number that must not be below a limit.
    mutating func least(_ limit: Double, _ value: Double, _ place: String) {
        guard value.isFinite else { return finite(value, place) }
        if value < limit {
            add(
                "below-least", place, "{value} is too little: the least possible is {limit}.",
                ["value": Self.shown(value), "limit": Self.shown(limit)])
        }
    }

    /// A part of a whole.
    mutating func share(_ value: Double, _ place: String) {
        least(0, value, place)
        if value > 1 {
            add(
                "share-above-one", place, "A share of {value} is more than the whole.",
                ["value": Self.shown(value)])
        }
    }

    mutating func range(_ range: Uncertainty?, _ place: String) {
        guard let range else { return }
        let isSound =
            range.lower.isFinite && range.upper.isFinite && range.lower >= 0 && range.lower <= 1
            && range.upper >= 1
        if !isSound {
            add(
                "range", place + "/range",
                "A range is given as factors of the value: from 0 to 1 below it, 1 or more above it.")
        }
    }

    mutating func series(_ series: Plan.Series, _ place: String, in plan: Plan, least limit: Double? = nil) {
        finite(series.value, place + "/value")
        finite(series.growth, place + "/growth")
        if series.growth.isFinite, series.growth <= -1 {
            add("below-least", place + "/growth", "Growth must be above −1.")
        }
        var years = Set<Int>()
        for (index, point) in series.points.enumerated() {
            let own = "\(place)/points/\(index)"
            finite(point.value, own + "/value")
            if point.year <= plan.baseYear || point.year > 2200 {
                add(
                    "year", own + "/year", "The year {year} is not after the base year.", ["year": "\(point.year)"])
            }
            if !years.insert(point.year).inserted {
                add("twice", own + "/year", "The year {year} stands twice.", ["year": "\(point.year)"])
            }
        }
        range(series.range, place)
        if let limit {
            least(limit, series.value, place + "/value")
            for (index, point) in series.points.enumerated() {
                least(limit, point.value, "\(place)/points/\(index)/value")
            }
        }
    }

    /// Ids that are slugs, each once.
    mutating func ids(_ ids: [String], _ place: String) {
        var seen = Set<String>()
        for (index, id) in ids.enumerated() {
            if !Self.isSlug(id) {
                add(
                    "id", "\(place)/\(index)/id",
                    "“{id}” is not a short name of small letters, digits and hyphens.", ["id": id])
            } else if !seen.insert(id).inserted {
                add("twice", "\(place)/\(index)/id", "“{id}” stands twice.", ["id": id])
            }
        }
    }

    static func isSlug(_ text: String) -> Bool {
        guard (1...80).contains(text.utf8.count), text.first != "-", text.last != "-" else { return false }
        return text.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
    }

    /// What is named must be there.
    mutating func known(_ id: String, in ids: Set<String>, _ what: Kind, _ place: String) {
        if !ids.contains(id) { add("unknown-\(what.rawValue)", place, what.message, ["id": id]) }
    }

    /// What a plan may name.
    enum Kind: String {
        case driver, carrier, activity, technology, measure, sink, capacity, target

        var message: String {
            switch self {
            case .driver: "There is no driver “{id}”."
            case .carrier: "There is no carrier “{id}”."
            case .activity: "There is no activity “{id}”."
            case .technology: "There is no technology “{id}” here."
            case .measure: "There is no measure “{id}”."
            case .sink: "There is no sink “{id}”."
            case .capacity: "There is no capacity “{id}”."
            case .target: "There is no activity or carrier “{id}”."
            }
        }
    }
}
