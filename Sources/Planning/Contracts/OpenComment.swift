import Contract
import Storage
import Web

/// Something said about a place of a contract that waits for somebody: by a reviewer, in the team, or to the hub.
struct OpenComment: Sendable, RowDecodable {
    /// A place of the contract, or `modules/B-2`.
    let place: String
    /// Its beginning.
    let text: String
    /// Only reviewers say how much weighs on it.
    let severity: ReviewComment.Severity?
    let owner: PersonID?
    let ownerName: String?
    /// Address without the language.
    let path: String

    init(row: Row) throws {
        place = try row("place")
        text = try row("beginning")
        severity = try row("severity")
        owner = try row("owner_id")
        ownerName = try row("owner_name")
        let (kind, parent, id): (String, String, String) = (try row("kind"), try row("parent_id"), try row("id"))
        path =
            ContractComment.Kind(rawValue: kind).map { "/contracts/\(parent)/\($0.room)/\(id)" }
            ?? "/reviews/\(parent)#comment-\(id)"
    }

    /// Whether it is about a place or something in it.
    func isAt(_ place: ContractPlace) -> Bool {
        guard case .place(let own) = ContractAnchor(self.place) else { return false }
        return place.contains(own)
    }

    /// Whether it is about a module as a whole.
    func isAt(_ module: Module) -> Bool { ContractAnchor(place) == .module(module) }
}
