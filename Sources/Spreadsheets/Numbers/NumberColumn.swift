/// A column of numbers read as a whole: cells that can only be read one way decide how the others are read.
public struct NumberColumn: Sendable {
    /// How the mark before the decimals was found.
    public enum Decision: Sendable, Hashable {
        /// Whoever asked for the reading said so.
        case given(DecimalMark)
        /// Some cells fit only this mark, none fits only the other.
        case shown(DecimalMark)
        /// Some cells fit only the point and others only the comma.
        case mixed
        /// No cell needs a decision, or none helps to make it.
        case open
    }

    /// A cell that fits only one mark.
    public struct Evidence: Sendable, Hashable {
        /// Place in the column, counted from 0.
        public let index: Int
        /// What stands there.
        public let text: String
        /// The only mark that it fits.
        public let mark: DecimalMark
    }

    /// How the column is read.
    public let decision: Decision
    /// The first few cells that decided it, of each mark.
    public let evidence: [Evidence]
    /// What each cell holds.
    public let readings: [NumberReading]

    /// The first cells of each mark that are kept as evidence.
    private static let kept = 3

    /// Reads a column; a mark that is given is not questioned, but cells that fit only the other are read by it.
    public init(_ cells: [Cell], mark given: DecimalMark? = nil) {
        var evidence: [DecimalMark: [Evidence]] = [:]
        var readings: [NumberReading] = []
        readings.reserveCapacity(cells.count)
        var ambiguous: [Int] = []
        for (index, cell) in cells.enumerated() {
            guard case .text(let text) = cell.value else {
                readings.append(NumberReading(cell, mark: given))
                continue
            }
            let word = NumberReading.trimmed(text)
            let number = NumberText(word)
            let reading = number.map { NumberReading.decide($0, word, given) } ?? NumberReading.withoutNumber(word)
            readings.append(reading)
            if case .ambiguous = reading { ambiguous.append(index) }
            guard let mark = number?.proves, evidence[mark, default: []].count < Self.kept else { continue }
            evidence[mark, default: []].append(Evidence(index: index, text: text, mark: mark))
        }
        decision = Self.decide(given, hasPoint: evidence[.point] != nil, hasComma: evidence[.comma] != nil)
        if case .shown(let mark) = decision {
            for index in ambiguous { readings[index] = NumberReading(cells[index], mark: mark) }
        }
        self.readings = readings
        self.evidence = (evidence[.point] ?? []) + (evidence[.comma] ?? [])
    }

    private static func decide(_ given: DecimalMark?, hasPoint: Bool, hasComma: Bool) -> Decision {
        if let given { return .given(given) }
        switch (hasPoint, hasComma) {
        case (true, true): return .mixed
        case (true, false): return .shown(.point)
        case (false, true): return .shown(.comma)
        case (false, false): return .open
        }
    }
}
