import Members
import Storage
import Web

/// Who may see and do what with support programmes and their awards. Pages and files ask here and nowhere else.
///
/// Everybody reads published programmes, with who got how much. An award itself, with its reports and papers, is for
/// the people of the organisation that got it and for the hub's team.
enum SupportProgrammeRules {
    /// Keeps programmes, awards and what follows from them; proposes payments.
    static let manage: Permission = "programmes:manage"
    /// Decides on payments that somebody else proposed.
    static let pay: Permission = "programmes:pay"
    static let view: Permission = "programmes:view"

    static func maySee(_ visitor: Visitor, _ programme: SupportProgramme) -> Bool {
        programme.publishedAt != nil || visitor.may(view)
    }

    /// What a visitor is to an award.
    struct Standing: Sendable {
        let isManager: Bool
        let isReader: Bool
        /// Writes reports and asks for changes.
        let isReporter: Bool

        init(_ visitor: Visitor, _ award: Award) {
            let level = visitor.level(in: award.organisation)
            isManager = visitor.may(SupportProgrammeRules.manage)
            isReader = visitor.may(SupportProgrammeRules.view) || level != nil
            isReporter = level.map { $0 >= .editor } ?? false
        }
    }

    private static func award(
        _ name: String, _ verdict: @escaping @Sendable (Standing) -> Verdict
    ) -> Access {
        .object("award:\(name)") { visitor, parameters, connection in
            guard let id = AwardID(parameters["award"]), let award = try Award.find(connection, id: id) else {
                return .hidden
            }
            let standing = Standing(visitor, award)
            return standing.isReader ? verdict(standing) : .hidden
        }
    }

    static let reader = award("reader") { _ in .allowed }
    static let reporter = award("reporter") { $0.isReporter ? .allowed : .refused }
    static let manager = award("manager") { $0.isManager ? .allowed : .refused }

    static let payer = Access.object("award:payer") { visitor, parameters, connection in
        guard let id = AwardID(parameters["award"]), let award = try Award.find(connection, id: id),
            Standing(visitor, award).isReader
        else { return .hidden }
        return visitor.may(pay) ? .allowed : .refused
    }
}
