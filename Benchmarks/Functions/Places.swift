import Background
import Cities
import Members
import Storage

/// A database with the reference tables, as every hub has them; a file that goes when nobody holds it.
struct Places: Sendable {
    let database: Database

    init(repository: String) async throws {
        database = try Database(":memory:")
        let wings = [Members.feature(MembersHooks()), Cities.feature()]
        try await database.migrate(
            [Blob.migration, SearchIndex.migration] + BackgroundWork.migrations + wings.flatMap(\.migrations))
        try await ReferenceData.load(database, folder: "\(repository)/Data", at: .now)
    }

    func cities() async throws -> [City] { try await database.read { try City.allByName($0) } }
}
