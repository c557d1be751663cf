import Foundation
import Storage
import Web

/// Everything the hub knows about a person, as they may take it with them (GDPR, articles 15 and 20).
struct PersonalData: Encodable, Sendable {
    struct Account: Encodable, Sendable {
        let id, name, email, language, createdAt: String
    }
    struct Grant: Encodable, Sendable { let role, since: String }
    struct Membership: Encodable, Sendable { let organisation, level, since: String }
    struct OpenSession: Encodable, Sendable { let browser, signedInAt, lastSeenAt, endsAt: String }
    struct Notice: Encodable, Sendable { let topic, sentence, at: String }
    struct Deed: Encodable, Sendable { let at, activity, subjectKind, subject, details: String }

    let madeAt: String
    let account: Account
    let roles: [Grant]
    let memberships: [Membership]
    let secondFactorSince: String?
    let sessions: [OpenSession]
    let notifications: [Notice]
    /// What the audit trail holds as done by the person.
    let activity: [Deed]
    /// What each wing keeps besides, by the names of its lists.
    let kept: [String: [PersonalDataDeclaration.Record]]

    /// Indented JSON with sorted keys.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
