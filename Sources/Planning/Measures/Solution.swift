import Finance
import Web

/// An action that cities take, with what one unit of it costs and does: a row of `Data/measures/solutions.csv`.
struct Solution: Sendable {
    let id: String
    let field: FieldOfAction
    /// What it belongs to within its field.
    let part: SolutionText
    let name: SolutionText
    /// What one of it is.
    let unit: SolutionText
    /// nil where nobody says what it costs.
    let cost: Cost?
    /// Years after which what was bought is worn out.
    let lifetime: Int
    /// What running it costs a year, as a part of what was bought.
    let running: Double
    let saving: Saving
    /// How the effect on emissions comes about.
    let driver: SolutionText
    let effect: Effect
    /// Lines of the GPC that it acts on; `I.4` stands for all that begin so.
    let lines: [String]
    /// Words of `SolutionWords.benefits`.
    let coBenefits: [String]
    let drawbacks: [String]
    /// What a reader of the figures must know.
    let remark: SolutionText
    /// The row as it stands in the file.
    let cells: [String]

    /// How far a figure can be relied on, from much to little.
    enum Confidence: String, Sendable, CaseIterable, Comparable {
        /// As published by the source.
        case sourced
        /// Worked out from published figures, or a default.
        case derived
        /// An engineer's judgement, or a price from memory.
        case judgement

        static func < (left: Confidence, right: Confidence) -> Bool { left.place < right.place }

        private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Where a figure comes from.
    struct Origin: Sendable {
        let confidence: Confidence
        let sources: [SolutionSource]
        /// The place in the sources, and what is compared.
        let note: String
    }

    /// What buying one unit costs, in euros.
    struct Cost: Sendable {
        let value: Double
        let low: Double
        let high: Double
        /// What is paid once, however many units there are.
        let fixed: Double
        /// nil: the source does not say.
        let priceYear: Int?
        let origin: Origin
    }

    /// Final energy that one unit saves a year, net of what it uses instead.
    struct Saving: Sendable {
        let megawattHours: Double?
        let basis: SolutionText
        /// nil where nobody claims a figure.
        let origin: Origin?
    }

    /// What one unit does in a year, as a plan computes it.
    enum Effect: Sendable, Equatable {
        /// MWh less of what is used.
        case saving(Double)
        /// MWh that are replaced, and MWh of electricity used in their place.
        case switching(replaced: Double, electricity: Double)
        /// MWh of electricity made and not bought.
        case generation(Double)
        /// t CO2 taken out of the air.
        case removal(Double, low: Double, high: Double)
        /// t of waste that go elsewhere.
        case diversion(Double)
        /// The library gives no figure that a plan could compute with.
        case none
    }

    /// The weaker of the two confidences, which is that of the whole.
    var confidence: Confidence {
        [cost?.origin.confidence, saving.origin?.confidence].compactMap { $0 }.max() ?? .sourced
    }

    /// Address without the language.
    var path: String { "/measures/solutions/\(id)" }

    /// Whether it acts on a line of the GPC.
    func fits(line: String?) -> Bool {
        guard let line else { return false }
        return lines.contains { line == $0 || line.hasPrefix("\($0).") }
    }
}

/// A text of the library in both languages.
struct SolutionText: Sendable {
    let english: String
    let romanian: String

    func callAsFunction(_ language: Language) -> String { language == .ro ? romanian : english }

    var isEmpty: Bool { english.isEmpty }
}

/// A document or collection that figures come from: a row of `Data/sources.csv`.
struct SolutionSource: Sendable {
    let key: String
    let title: String
    /// nil where it stands nowhere on the web.
    let address: String?
    let note: String

    /// The key of figures without a document.
    static let judgement = "judgement"
}
