import Storage
import Web

/// Asks for the current password again before something that a borrowed browser must not do (OWASP ASVS 5.0, 7.5.1).
struct Reauthentication: Sendable {
    let kit: Kit
    let hashing: PasswordHashing

    /// The person when the typed password is right; else notes the problem in the answers and returns nil.
    func check(_ visit: Visit, _ answers: inout Answers) async throws -> Credentials? {
        let person = try visit.signedIn.person
        let limit = Attempt.Limit.password(person: person)
        try await kit.database.write { try Attempt.take($0, [limit], at: visit.now) }
        let known = try await kit.database.read { try Credentials.find($0, person) }
        guard try await hashing.matches(answers.secret("password"), known?.passwordHash), let known else {
            answers.refuse("password", visit.t("this one is not right."))
            return nil
        }
        try await kit.database.write { try Attempt.giveBack($0, limit, at: visit.now) }
        return known
    }
}
