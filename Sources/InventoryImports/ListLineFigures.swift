import Inventory
import Spreadsheets

/// What the cells of a line of a list say: masses, energy, activity, or a notation key.
extension ListLine {
    /// What the cells of a line say.
    struct Figures {
        var masses: GasMasses?
        var energy: Double?
        var activity: Amount?
        var key: NotationKey?
        var reason = ""
    }

    mutating func take(
        _ answer: NumberCells.Answer, _ meaning: ImportMeaning, _ unit: ImportUnit?, _ figures: inout Figures,
        _ words: inout WordCache
    ) {
        switch answer {
        case .nothing: return
        case .notAvailable: note(.notEstimated, "printed N/A in the source", &figures)
        case .keys(let keys): if let key = keys.first { note(key, "", &figures) }
        case .problem(let template, let arguments): refuse(meaning, template, arguments)
        case .number(let number): take(number, meaning, unit, &figures, &words)
        }
    }

    private func note(_ key: NotationKey, _ reason: String, _ figures: inout Figures) {
        if figures.key == nil { (figures.key, figures.reason) = (key, reason) }
    }

    private mutating func take(
        _ number: ReadNumber, _ meaning: ImportMeaning, _ heading: ImportUnit?, _ figures: inout Figures,
        _ words: inout WordCache
    ) {
        let column = meaning == .activity || meaning == .energy ? text(.activityUnit) : text(.emissionsUnit)
        let written = number.unit ?? (column.isEmpty ? nil : column)
        let unit = written.map { words.unit($0) } ?? heading
        guard written == nil || unit != nil else {
            return refuse(meaning, ImportMessages.unknownUnit, ["unit": written ?? ""])
        }
        switch meaning {
        case .activity:
            guard let unit else {
                return refuse(meaning, "The activity has no unit: write it beside the number or in the heading.")
            }
            // The city's own unit is kept; what is energy is known in MWh as well.
            figures.activity = Amount(number.value, written ?? unit.name)
            if written == nil { figures.activity = Amount(number.value * unit.factor, unit.name) }
            if unit.kind == .energy, figures.energy == nil { figures.energy = number.value * unit.factor }
        case .energy:
            guard let unit, unit.kind == .energy else {
                return refuse(
                    meaning, "The energy has no unit of energy: write MWh, GJ or another beside it or in the heading.")
            }
            figures.energy = number.value * unit.factor
        case .methane:
            refuse(meaning, "The table does not say which methane this is: choose it for the column above.")
        default:
            guard let gas = meaning.gas else { return }
            guard let unit, unit.kind == .mass else {
                return refuse(
                    meaning, "The emissions have no unit of mass: write t, kg or kt beside them or in the heading.")
            }
            var masses = figures.masses ?? GasMasses()
            masses[gas] += number.value * unit.factor
            figures.masses = masses
        }
    }

    mutating func takeKey(_ figures: inout Figures) {
        let text = text(.notationKey)
        guard !text.isEmpty else { return }
        switch NumberReading(text) {
        case .notation(let marks):
            // Several keys in one cell: the first, the others would need a line of their own.
            if let key = marks.first.flatMap({ NotationKey(rawValue: $0.rawValue) }) {
                (figures.key, figures.reason) = (key, self.text(.reason))
            }
        case .missing(let missing) where missing.contains(where: \.isLetter):
            (figures.key, figures.reason) = (.notEstimated, optional(.reason) ?? "printed \(missing) in the source")
        case .missing, .empty: return
        default:
            refuse(.notationKey, "{value} is no notation key: write NO, IE, NE or C.", ["value": text])
        }
    }
}
