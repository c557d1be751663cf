import Cities
import Storage
import Web

/// The public register of commitments.
struct CommitmentRegisterRoutes {
    static let pageSize = 40
    /// A file holds the whole register; there are some dozens of lines for each city.
    private static let mostInFile = 20_000

    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/commitments", .everyone, list)
        routes.plain("/commitments.csv", .everyone, file)
    }

    /// What the page shows.
    struct Shelf: Sendable {
        let part: ListPart<CommitmentLine>
        let count: Int
        let cities: [Option]
        /// Commitments that organisations of the visitor are asked for.
        let own: [Commitment]
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = CommitmentFilter(visit.query)
        let place: ListPlace<CommitmentID> = visit.place { CommitmentID($0) }
        let organisations = visit.visitor.signedIn.map { Array($0.memberships.keys) } ?? []
        let shelf = try await kit.database.read { connection in
            let found = try CommitmentRegister.list(connection, filter, place, limit: Self.pageSize + 1)
            return Shelf(
                part: ListPart(found, at: place, size: Self.pageSize),
                count: try CommitmentRegister.count(connection, filter),
                cities: try CommitmentRegister.cities(connection),
                own: organisations.isEmpty ? [] : try Commitment.all(connection, of: organisations))
        }
        return .page(CommitmentRegisterPages(shelf: shelf, filter: filter, visit: visit).page)
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let filter = CommitmentFilter(visit.query)
        let lines = try await kit.database.read {
            try CommitmentRegister.list($0, filter, .start, limit: Self.mostInFile)
        }
        var file = CSVWriter(header: [
            "city", "institution", "kind", "tier", "commitment", "amount", "due_year", "evidence", "status",
            "status_evidence", "status_said_by",
        ])
        for line in lines {
            file.row([
                line.citySlug, line.institution, line.helix.rawValue, line.tier.rawValue, line.pledge, line.amount,
                line.dueYear.map(String.init), line.evidence, line.status.rawValue, line.statusEvidence,
                line.statusEvidence.isEmpty ? nil : line.isOwnWord ? "organisation" : "city",
            ])
        }
        return .download(file.bytes, mediaType: CityFiles.mediaType, fileName: "commitments.csv")
    }
}
