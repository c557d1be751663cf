import Storage
import Web

extension Person {
    /// The names that people have now; a pseudonymised person has a pseudonym.
    package static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.all("SELECT id, name FROM person WHERE id IN (\(list: Array(Set(ids))))") {
            (try $0("id") as String, try $0("name") as String)
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
