import Foundation
import Storage
import Web

package enum LabelKind {}

/// A decision on the label of a contract: granted with its validity and code, or not granted with the reason.
struct Label: Sendable, RowDecodable {
    /// The answer to one criterion, as it was worded when it was decided.
    struct Answer: Sendable, Codable, Equatable {
        let id: String
        let title: String
        let isMet: Bool
    }

    let id: ID<LabelKind>
    let contract: ContractID
    /// What was decided on, frozen.
    let snapshot: ID<ContractSnapshot>
    let isGranted: Bool
    /// Names the label on its public page; nobody can guess another.
    let code: String?
    let answers: [Answer]
    let reason: String
    let validFrom: Day?
    let validUntil: Day?
    let decidedAt: Instant
    let author: String
    let revokedOn: Day?
    let revocationReason: String?

    init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        snapshot = try row("snapshot_id")
        isGranted = try row("is_granted")
        code = try row("code")
        answers = try JSONDecoder().decode([Answer].self, from: Data((try row("answers") as String).utf8))
        reason = try row("reason")
        validFrom = try row("valid_from")
        validUntil = try row("valid_until")
        decidedAt = try row("decided_at")
        author = try row("author")
        revokedOn = try row("revoked_on")
        revocationReason = try row("revocation_reason")
    }

    /// What a label is worth on a day.
    enum State: String, Sendable, CaseIterable {
        case refused, early, valid, expired, revoked

        /// Key of the word.
        var title: String {
            switch self {
            case .refused: "Not granted"
            case .early: "Not valid yet"
            case .valid: "Valid"
            case .expired: "Expired"
            case .revoked: "Revoked"
            }
        }

        var tone: Components.Tone {
            switch self {
            case .valid: .good
            case .early: .information
            case .expired: .warning
            case .refused, .revoked: .bad
            }
        }
    }

    func state(on day: Day) -> State {
        guard isGranted, let validFrom, let validUntil else { return .refused }
        if revokedOn != nil { return .revoked }
        if day < validFrom { return .early }
        return day > validUntil ? .expired : .valid
    }

    /// Address of the public page without the language; nil where nothing was granted.
    var path: String? { code.map { "/labels/\($0)" } }

    /// A code of 26 letters and digits that people can type: 128 bits of chance.
    static func newCode() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<26).compactMap { _ in alphabet.randomElement(using: &generator) })
    }

    /// Without letters and digits that look alike.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

    static let migration = Migration(
        "labels-001",
        sql: """
            CREATE TABLE label (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                snapshot_id TEXT NOT NULL REFERENCES contract_snapshot (id),
                is_granted BOOLEAN NOT NULL,
                code TEXT UNIQUE,
                -- The criteria as they were worded, each with its answer, as JSON.
                answers TEXT NOT NULL,
                reason TEXT NOT NULL,
                valid_from TEXT,
                valid_until TEXT,
                decided_at TEXT NOT NULL,
                decided_by TEXT NOT NULL REFERENCES person (id),
                CHECK (is_granted = (code IS NOT NULL)),
                CHECK (is_granted = (valid_from IS NOT NULL AND valid_until IS NOT NULL)),
                CHECK (valid_from IS NULL OR valid_from <= valid_until)
            );
            CREATE INDEX label_contract ON label (contract_id, id);
            CREATE TABLE label_revocation (
                label_id TEXT PRIMARY KEY REFERENCES label (id),
                reason TEXT NOT NULL CHECK (reason <> ''),
                revoked_on TEXT NOT NULL,
                revoked_at TEXT NOT NULL,
                revoked_by TEXT NOT NULL REFERENCES person (id)
            );
            """)
}

/// What a label asks for: a list that the hub's team can change without a new program.
struct LabelCriterion: Sendable {
    let id: String
    /// Key of the sentence.
    let title: String
    let hint: String

    static func all(resources: String) throws -> [LabelCriterion] {
        try CSVReader.records(file: "\(resources)/Data/labels/criteria.csv").map {
            LabelCriterion(id: try $0("id"), title: try $0("title"), hint: try $0("hint"))
        }
    }
}
