import Foundation
import Storage
import Web

/// Decisions about people: who may be changed by whom, and who is found by a word.
enum PeopleRules {
    /// Somebody must always be able to open the administration.
    static func isLastAdministrator(_ connection: any Connection, _ person: PersonID) throws -> Bool {
        guard try Person.roles(connection, of: person).contains(.administrator) else { return false }
        return try Person.otherAdministrators(connection, than: person) == 0
    }

    /// Whether a typed word begins the name, one of its parts, or the address; accents and case do not matter.
    static func matches(_ typed: String, name: String, email: String) -> Bool {
        let wanted = folded(typed)
        guard !wanted.isEmpty else { return true }
        let plain = folded(name)
        return plain.hasPrefix(wanted) || folded(email).hasPrefix(wanted)
            || plain.split { $0 == " " || $0 == "-" }.contains { $0.hasPrefix(wanted) }
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    }
}
