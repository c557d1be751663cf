import Web

/// Which lines of the audit a page or file shows.
struct AuditFilter: Sendable, Equatable {
    var activity: String?
    var subjectKind: String?
    var subject: String?

    init() {}

    /// What the address asks for.
    init(_ query: Answers) {
        activity = query.optionalText("activity").map { String($0.prefix(100)) }
        subjectKind = query.optionalText("kind").map { String($0.prefix(100)) }
        subject = query.optionalText("subject").map { String($0.prefix(100)) }
    }

    /// The same in an address.
    var query: [(name: String, value: String)] {
        [("activity", activity ?? ""), ("kind", subjectKind ?? ""), ("subject", subject ?? "")]
    }
}
