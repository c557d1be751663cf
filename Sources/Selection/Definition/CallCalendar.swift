import Quantities

/// What happens in a call, one after the other.
public enum CallStage: String, Sendable, Hashable, CaseIterable, Codable {
    case consultation
    case questions
    case submission
    case eligibility
    case eligibilityAppeals = "eligibility-appeals"
    case evaluation
    case appeals
    case result
}

/// When a call's stages are; days and times are those of Romania (Europe/Bucharest).
public struct CallCalendar: Sendable, Hashable {
    /// A stage from its first to its last day, both included.
    public struct Entry: Sendable, Hashable {
        public var stage: CallStage
        public var from: CivilDay
        public var until: CivilDay

        public init(_ stage: CallStage, from: CivilDay, until: CivilDay) {
            self.stage = stage
            self.from = from
            self.until = until
        }
    }

    public var entries: [Entry]
    /// When bids close on the last day of submission: minutes after midnight, 1440 is the day's end.
    public var closesAtMinute: Int

    /// Comments on draft rules must be possible for so many calendar days (Law 52/2003 on decisional transparency).
    public static let leastConsultationDays = 10

    public init(entries: [Entry] = [], closesAtMinute: Int = 960) {
        self.entries = entries
        self.closesAtMinute = closesAtMinute
    }

    /// The stage's days; nil where the call has no such stage.
    public subscript(stage: CallStage) -> Entry? { entries.first { $0.stage == stage } }

    /// The stages that a day lies in.
    public func running(on day: CivilDay) -> [CallStage] {
        entries.filter { $0.from <= day && day <= $0.until }.map(\.stage)
    }

    /// Whether bids may be sent at a moment of Romanian time.
    public func isOpen(on day: CivilDay, minute: Int) -> Bool {
        guard let entry = self[.submission], entry.from <= day, day <= entry.until else { return false }
        return day < entry.until || minute < closesAtMinute
    }
}

extension CallCalendar: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case entries, closesAtMinute }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            entries: try values.field(.entries, or: []), closesAtMinute: try values.field(.closesAtMinute, or: 960))
    }
}

extension CallCalendar.Entry: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case stage, from, until }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(CallStage.self, forKey: .stage),
            from: try values.decode(CivilDay.self, forKey: .from),
            until: try values.decode(CivilDay.self, forKey: .until))
    }
}
