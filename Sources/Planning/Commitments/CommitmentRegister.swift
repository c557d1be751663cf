import Storage
import Web

/// A line of the public register: what an organisation committed to in a published contract, and what became of it.
struct CommitmentLine: Sendable, RowDecodable {
    let id: CommitmentID
    let institution: String
    let helix: CommitmentHelix
    let tier: CommitmentTier
    let pledge: String
    let amount: String
    let dueYear: Int?
    let evidence: String
    let cityName: String
    let citySlug: String
    let status: CommitmentStatus
    /// What shows the state, as it was said last; empty while nobody said anything.
    let statusEvidence: String
    /// Whether the organisation itself said it.
    let isOwnWord: Bool

    init(row: Row) throws {
        id = try row("id")
        institution = try row("institution")
        helix = try row("helix")
        tier = try row("tier")
        pledge = try row("pledge")
        amount = try row("amount")
        dueYear = try row("due_year")
        evidence = try row("evidence")
        cityName = try row("city_name")
        citySlug = try row("city_slug")
        status = try row("status")
        statusEvidence = try row("status_evidence")
        isOwnWord = try row("is_own")
    }
}

/// What somebody wants to see of the register; read from the address and written back to it.
struct CommitmentFilter: Sendable, Equatable {
    enum Order: String { case name, nameDown = "-name", due }

    var city = ""
    var helix = ""
    var tier = ""
    var status = ""
    var order = Order.name

    init() {}

    init(_ query: Answers) {
        city = String(query.text("city").prefix(100))
        helix = query.text("helix")
        tier = query.text("tier")
        status = query.text("status")
        order = Order(rawValue: query.text("sort")) ?? .name
    }

    var answers: Answers { Answers(["city": city, "helix": helix, "tier": tier, "status": status]) }

    func address(_ path: String) -> ListAddress {
        ListAddress(
            path,
            query: [
                ("city", city), ("helix", helix), ("tier", tier), ("status", status),
                ("sort", order == .name ? "" : order.rawValue),
            ])
    }
}
