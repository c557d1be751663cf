import Contract
import Storage
import Web

/// A contract's task list: its modules with who looks after them and how far each is, and everything they ask for.
struct ContractPages {
    let work: ContractWork
    let visit: Visit

    private var t: Texts { visit.t }
    private var desk: ContractDesk { work.desk }
    private var template: Template { desk.record.frame.template }

    var page: Page {
        Page(
            title: ContractDesk.title(desk.record, desk.city, t), breadcrumb: desk.trail(visit, withContract: false),
            isPrivate: true,
            body: HTML {
                lead
                if work.hasNewFigures { newFigures }
                owned
                links
                for document in work.document.documents { self.document(document) }
            })
    }

    private var lead: HTML {
        HTML {
            let states = work.states
            Components.progress(
                t("Sections and tables filled in"), done: states.map(\.filled).reduce(0, +),
                total: states.map(\.asked).reduce(0, +),
                text: filled(states.map(\.filled).reduce(0, +), states.map(\.asked).reduce(0, +)))
            Components.summaryList(
                [
                    Components.SummaryRow(
                        t("Years"), "\(desk.record.frame.baseYear) → \(desk.record.frame.targetYear)",
                        changePath: desk.mayEdit ? visit.path("\(desk.record.path)/frame") : nil),
                    Components.SummaryRow(
                        t("Version of the template"), template == .v21 ? "2.1" : "1",
                        changePath: desk.mayEdit ? visit.path("\(desk.record.path)/frame") : nil),
                ], t)
        }
    }

    private var newFigures: HTML {
        Components.notice(.information, t("Inventory or plan changed since the tables were filled from them"), t) {
            p { a(.href(visit.path("\(desk.record.path)/derivation"))) { t("See what they would change now") } }
        }
    }

    private var links: HTML {
        ul(.class("links")) {
            for link in ContractLinks.all(desk) {
                li {
                    a(.href(visit.path(link.path))) { t(link.title) }
                    p(.class("hint")) { t(link.about) }
                }
            }
        }
    }

    private func document(_ document: ContractDocument) -> HTML {
        HTML {
            h2 { t(document.title) }
            for state in work.states where state.module.document == document { module(state) }
        }
    }

    private func module(_ state: ModuleState) -> HTML {
        let task = work.tasks[state.module.rawValue]
        return HTML {
            h3(.id("module-\(state.module.rawValue)")) { "\(state.module.rawValue) · \(t(state.module.title))" }
            p {
                status(state, task)
                " \(filled(state.filled, state.asked)). \(ContractTaskRoutes.words(task, visit)) "
                if desk.mayEdit {
                    a(.href(visit.path("\(desk.record.path)/tasks/\(state.module.rawValue)"))) {
                        t("Change")
                        span(.class("hidden")) { " \(t("Owner and due date")): \(state.module.rawValue)" }
                    }
                }
            }
            comments(state.module)
            Components.taskList(work.places(of: state.module).map(item), t)
        }
    }

    /// Comments of reviewers that the visitor looks after.
    private var owned: HTML {
        guard let person = visit.visitor.person else { return .empty }
        let own = work.comments.filter { $0.owner == person }
        guard !own.isEmpty else { return .empty }
        let query = FormBody.encode([("owner", person.description)])
        return p {
            a(.href(visit.path("\(desk.record.path)/review-comments") + "?\(query)")) {
                t.count(
                    own.count, "{count} open comment of reviewers is yours",
                    "{count} open comments of reviewers are yours")
            }
        }
    }

    /// What is said about a module as a whole, and the way to say more.
    private func comments(_ module: Module) -> HTML {
        let here = work.comments.filter { $0.isAt(module) }
        let query = FormBody.encode([("place", "modules/\(module.rawValue)")])
        return ul(.class("links")) {
            for comment in here.prefix(5) { li { a(.href(visit.path(comment.path))) { comment.text } } }
            li {
                a(.href(visit.path("\(desk.record.path)/comments/new") + "?\(query)")) {
                    t("Comment")
                    span(.class("hidden")) { " \(module.rawValue) \(t(module.title))" }
                }
            }
        }
    }

    /// How many comments stand open at a place, and who looks after them.
    private func openComments(_ place: ContractPlace) -> String? {
        let here = work.comments.filter { $0.isAt(place) }
        guard !here.isEmpty else { return nil }
        let count = t.count(here.count, "{count} open comment", "{count} open comments")
        var owners: [String] = []
        for comment in here where comment.owner != nil {
            let name = t.person(comment.ownerName)
            if !owners.contains(name) { owners.append(name) }
        }
        return owners.isEmpty ? count : "\(count) (\(owners.joined(separator: ", ")))"
    }

    /// Complete, begun, not begun, or late.
    private func status(_ state: ModuleState, _ task: ContractTask?) -> HTML {
        if state.stage != .complete, let due = task?.due, due < visit.today {
            return Components.tag(t("Overdue"), .bad)
        }
        return switch state.stage {
        case .complete: Components.tag(t("Complete"), .good)
        case .begun: Components.tag(t("Begun"), .information)
        case .empty: Components.tag(t("Not begun"), .neutral)
        }
    }

    private func item(_ place: ContractPlace) -> Components.Task {
        let present = work.present.filter { $0.place == place.path }.map { $0.sentence(visit) }
        let hints = [present.first, openComments(place)].compactMap { $0 }
        let number = ContractWords.number(place, in: template, t)
        let path: String
        let title: String
        if let table = place.table {
            (path, title) = ("\(desk.record.path)/tables/\(table.rawValue)", TableForm.of(table).title)
        } else {
            (path, title) = (
                "\(desk.record.path)/\(place.path)", place.section.map { SectionForm.of($0).title } ?? ""
            )
        }
        return Components.Task(
            "\(number) \(t(title))", path: visit.path(path),
            hint: hints.isEmpty ? nil : hints.joined(separator: " · "),
            status: work.isFilled(place) ? .completed : .notStarted)
    }

    private func filled(_ filled: Int, _ asked: Int) -> String {
        t("{filled} of {asked} filled in", ["filled": "\(filled)", "asked": "\(asked)"])
    }
}
