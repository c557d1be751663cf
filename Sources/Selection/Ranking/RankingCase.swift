import Foundation
import Quantities

/// The frozen inputs of a call's ranking, as one document: the rules, the bids with their reports, the jury's choice.
///
/// `Data/examples/calls/example.json` is a complete one. Points are decimal numbers, money is whole cents.
public struct RankingCase: Sendable, Hashable {
    /// The call's name.
    public var call: String
    /// What a reader must know first: that the bids are invented, what is left out.
    public var note: String
    public var rules: CallRules
    public var bids: [Bid]
    /// What the jury chose in the strategic selection; nil when the budget line decides.
    public var choice: StrategicChoice?

    /// A bid and what was found of it.
    public struct Bid: Sendable, Hashable {
        /// The bid's number, unique in the call.
        public var number: String
        public var name: String
        /// Why it may not take part; empty when it may.
        public var ineligible: String
        /// What it asks for, in whole cents.
        public var requestedCents: Int
        /// Whether it would take a part of what it asks for.
        public var takesPart: Bool
        /// What diversity rules look at: `region`, `size`.
        public var labels: [String: String]
        /// What tie rules look at: `population`.
        public var figures: [String: Points]
        public var reports: [Report]
        public var consensus: Consensus?
        public var calibrations: [Calibration]

        public init(
            number: String, name: String = "", ineligible: String = "", requestedCents: Int = 0,
            takesPart: Bool = true, labels: [String: String] = [:], figures: [String: Points] = [:],
            reports: [Report] = [], consensus: Consensus? = nil, calibrations: [Calibration] = []
        ) {
            self.number = number
            self.name = name
            self.ineligible = ineligible
            self.requestedCents = requestedCents
            self.takesPart = takesPart
            self.labels = labels
            self.figures = figures
            self.reports = reports
            self.consensus = consensus
            self.calibrations = calibrations
        }
    }

    public init(
        call: String, note: String = "", rules: CallRules, bids: [Bid], choice: StrategicChoice? = nil
    ) {
        self.call = call
        self.note = note
        self.rules = rules
        self.bids = bids
        self.choice = choice
    }

    /// Reads a case from JSON.
    /// - Throws: a `SelectionProblem` with the place of the first thing that cannot be read.
    public static func read(_ json: Data) throws(SelectionProblem) -> RankingCase {
        try SelectionJSON.read(RankingCase.self, json)
    }

    /// The case as JSON; the same case gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try SelectionJSON.bytes(self) }
}

/// Which bids the jury selects, and why each that the ranking would not have selected, or would have, is or is not.
public struct StrategicChoice: Sendable, Hashable {
    /// The numbers of the selected bids.
    public var selected: [String]
    /// The reason for each departure, by the bid's number.
    public var reasons: [String: String]

    public init(selected: [String], reasons: [String: String] = [:]) {
        self.selected = selected
        self.reasons = reasons
    }
}

extension RankingCase: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case call, note, rules, bids, choice }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            call: try values.field(.call, or: ""), note: try values.field(.note, or: ""),
            rules: try values.decode(CallRules.self, forKey: .rules),
            bids: try values.decode([Bid].self, forKey: .bids), choice: try values.optional(.choice))
    }
}

extension RankingCase.Bid: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case number, name, ineligible, requestedCents, takesPart, labels, figures, reports, consensus, calibrations
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            number: try values.decode(String.self, forKey: .number), name: try values.field(.name, or: ""),
            ineligible: try values.field(.ineligible, or: ""),
            requestedCents: try values.field(.requestedCents, or: 0),
            takesPart: try values.field(.takesPart, or: true), labels: try values.field(.labels, or: [:]),
            figures: try values.field(.figures, or: [:]), reports: try values.field(.reports, or: []),
            consensus: try values.optional(.consensus), calibrations: try values.field(.calibrations, or: []))
    }
}

extension StrategicChoice: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case selected, reasons }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            selected: try values.decode([String].self, forKey: .selected), reasons: try values.field(.reasons, or: [:]))
    }
}
