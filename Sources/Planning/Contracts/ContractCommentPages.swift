import Contract
import Members
import Storage
import Web

/// The pages of comments, and of what cities ask the hub's experts.
struct ContractCommentPages: Sendable {
    let desk: ContractDesk
    let document: CityContract

    // MARK: Lists

    func list(_ kind: ContractComment.Kind, _ part: ListPart<ContractComment>, _ visit: Visit) -> Page {
        let t = visit.t
        let path = "\(desk.record.path)/\(kind.room)"
        let words = ContractWords(document, visit)
        return page(
            Self.title(kind, t), kind: nil, visit,
            HTML {
                if part.items.isEmpty {
                    Components.emptyState(
                        kind == .comment ? t("Nobody has commented yet.") : t("Nobody has asked for help yet."))
                } else {
                    Components.taskList(
                        part.items.map { comment in
                            Self.task(
                                comment, ContractAnchor(comment.place)?.title(words) ?? comment.place, visit)
                        }, t)
                    Components.pagination(ListAddress(visit.path(path), query: []), part, t) { $0.id.description }
                }
                p { Components.buttonLink(Self.begin(kind, t), path: visit.path("\(path)/new")) }
            })
    }

    static func everywhere(_ part: ListPart<ContractComment>, names: [String: String], _ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Questions about contracts"), isPrivate: true,
            body: HTML {
                if part.items.isEmpty {
                    Components.emptyState(t("No city waits for an answer."))
                } else {
                    Components.taskList(
                        part.items.map { task($0, names[$0.contract.description] ?? "", visit) }, t)
                    Components.pagination(
                        ListAddress(visit.path("/assistance"), query: []), part, t
                    ) { $0.id.description }
                }
            })
    }

    private static func task(_ comment: ContractComment, _ about: String, _ visit: Visit) -> Components.Task {
        let t = visit.t
        let line = [
            about, visit.t.person(comment.author), visit.figures.time(comment.createdAt),
            t.count(comment.answerCount, "{count} answer", "{count} answers"),
        ]
        return Components.Task(
            comment.text.count > 120 ? "\(comment.text.prefix(120))…" : comment.text, path: visit.path(comment.path),
            hint: line.joined(separator: " · "),
            status: comment.resolvedAt != nil ? .completed : comment.answerCount > 0 ? .inProgress : .notStarted)
    }

    /// Ways to say or ask something about a place, as links.
    static func links(_ place: ContractPlace, of desk: ContractDesk, _ t: Texts) -> [(title: String, path: String)] {
        let query = FormBody.encode([("place", place.path)])
        return ContractComment.Kind.allCases.map {
            (begin($0, t), "\(desk.record.path)/\($0.room)/new?\(query)")
        }
    }

    // MARK: Beginning

    func new(_ kind: ContractComment.Kind, _ answers: Answers, _ visit: Visit) -> Page {
        let t = visit.t
        let path = "\(desk.record.path)/\(kind.room)"
        return page(
            Self.begin(kind, t), kind: kind, problems: !answers.isFine, visit,
            HTML {
                if kind == .assistance {
                    p { t("The question goes to the programme's experts; they see this contract and answer here.") }
                }
                if let anchor = ContractAnchor(answers.text("place")) {
                    p { strong { anchor.title(ContractWords(document, visit)) } }
                }
                FormView(
                    ContractCommentRoutes.form, answers, t, token: visit.formToken, action: visit.path("\(path)/new"),
                    submit: t("Send"), cancel: (t("Cancel"), visit.path(path))
                ).html
            })
    }

    // MARK: One of them

    func one(
        _ comment: ContractComment, _ answers: [ContractComment.Answer], _ typed: Answers, _ visit: Visit
    ) -> Page {
        let t = visit.t
        let isOwn = visit.visitor.person == comment.createdBy
        return page(
            comment.kind == .comment ? t("Comment") : t("Question to the hub"), kind: comment.kind,
            problems: !typed.isFine, visit,
            HTML {
                if let anchor = ContractAnchor(comment.place) {
                    p {
                        a(.href(visit.path(anchor.path(in: desk.record, quote: comment.quote)))) {
                            anchor.title(ContractWords(document, visit))
                        }
                    }
                }
                if !comment.quote.isEmpty { blockquote { comment.quote } }
                said(comment.text, comment.author, comment.createdAt, visit)
                for answer in answers { said(answer.text, answer.author, answer.createdAt, visit) }
                if let resolved = comment.resolvedAt {
                    p { t("Settled at {time}.", ["time": visit.figures.time(resolved)]) }
                } else if desk.mayEdit || isOwn {
                    Components.action(
                        t("Settled"), path: visit.path("\(comment.path)/resolution"), token: visit.formToken)
                }
                FormView(
                    ContractCommentRoutes.answer, typed, t, token: visit.formToken,
                    action: visit.path("\(comment.path)/answers"), submit: t("Answer")
                ).html
            })
    }

    private func said(_ text: String, _ author: String, _ at: Instant, _ visit: Visit) -> HTML {
        HTML {
            p(.class("hint")) { "\(visit.t.person(author)), \(visit.figures.time(at))" }
            p(.class("typed")) { text }
        }
    }

    // MARK: Words

    static func title(_ kind: ContractComment.Kind, _ t: Texts) -> String {
        kind == .comment ? t("Comments") : t("Questions to the hub")
    }

    private static func begin(_ kind: ContractComment.Kind, _ t: Texts) -> String {
        kind == .comment ? t("Write a comment") : t("Ask the hub for help")
    }

    private func page(
        _ title: String, kind: ContractComment.Kind?, problems: Bool = false, _ visit: Visit, _ body: HTML
    ) -> Page {
        let crumbs = kind.map {
            [Page.Crumb(Self.title($0, visit.t), visit.path("\(desk.record.path)/\($0.room)"))]
        }
        return Page(
            title: title, breadcrumb: desk.trail(visit) + (crumbs ?? []), problems: problems, isPrivate: true,
            body: body)
    }
}
