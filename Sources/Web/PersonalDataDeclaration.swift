import Storage

/// What a wing keeps about a person, for the copy that they may take with them (GDPR, articles 15 and 20).
///
/// Everything that names a person belongs to one: texts they wrote, files they sent, decisions under their name.
package struct PersonalDataDeclaration: Sendable {
    /// One thing kept: names and values as they stand in the database, in the words of the tables.
    package typealias Record = [String: String]

    /// Name of the list in the file, such as `feedback_sent`; unique in the hub.
    package let name: String
    package let collect: @Sendable (_ connection: any Connection, _ person: PersonID) throws -> [Record]

    package init(_ name: String, collect: @escaping @Sendable (any Connection, PersonID) throws -> [Record]) {
        self.name = name
        self.collect = collect
    }

    /// All rows of a query as records; what is empty is left out.
    package static func records(_ connection: any Connection, _ statement: Statement) throws -> [Record] {
        try connection.all(statement) { row in
            var record: Record = [:]
            for pair in row.pairs { record[pair.name] = text(pair.value) }
            return record
        }
    }

    private static func text(_ value: Value) -> String? {
        switch value {
        case .null: nil
        case .text(let text): text
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .blob(let bytes): "\(bytes.count) bytes"
        }
    }
}
