import Contract
import Members
import Storage
import Web

/// The comments that reviewers sent about a contract, for its team: narrowed by owner, severity, state and place.
struct ReviewCommentRoutes {
    let kit: Kit
    let documents: ContractDocuments

    static let size = 50

    func add(to routes: inout Routes) {
        routes.get("/contracts/:contract/review-comments", ContractRules.reader, list)
    }

    /// What of the list is asked for.
    struct Filter: Sendable {
        let owner: String
        let severity: ReviewComment.Severity?
        /// Else those that are settled too.
        let isOpenOnly: Bool
        /// nil: anywhere. A table's rows and cells are in it.
        let place: ContractPlace?

        /// Those that nobody looks after.
        static let nobody = "nobody"

        init(_ query: Answers) {
            owner = query.text("owner")
            severity = ReviewComment.Severity(rawValue: query.text("severity"))
            isOpenOnly = query.text("state") != "all"
            place = query.optionalText("place").flatMap { ContractPlace(path: $0) }
        }
    }

    /// A contract's list with the people who may own its comments.
    struct Table: Sendable {
        let desk: ContractDesk
        let document: CityContract
        let filter: Filter
        let owners: [Option]
        let part: ListPart<ReviewComment>
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let (filter, place) = (Filter(visit.query), visit.place { ID<ReviewComment>($0) })
        let table = try await ContractDesk.open(kit, visit) { desk, connection in
            let found = try ReviewComment.page(
                connection, of: desk.record.id, filter, at: place, limit: Self.size + 1)
            return Table(
                desk: desk, document: try documents.document(connection, desk.record), filter: filter,
                owners: try ContractTask.owners(connection, city: desk.city.code),
                part: ListPart(found, at: place, size: Self.size))
        }
        return .page(ReviewCommentPages(table: table, visit: visit).list)
    }
}
