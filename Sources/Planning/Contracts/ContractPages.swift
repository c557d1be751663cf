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
            Components.taskList(work.places(of: state.module).map(item), t)
        }
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
            hint: present.first,
            status: work.isFilled(place) ? .completed : .notStarted)
    }

    private func filled(_ filled: Int, _ asked: Int) -> String {
        t("{filled} of {asked} filled in", ["filled": "\(filled)", "asked": "\(asked)"])
    }
}
