import Contract
import Web

/// A contract's task list: its modules and how far each is.
struct ContractPages {
    let desk: ContractDesk
    let document: CityContract
    let visit: Visit

    private var t: Texts { visit.t }

    var page: Page {
        Page(
            title: ContractDesk.title(desk.record, desk.city, t), breadcrumb: desk.trail(visit, withContract: false),
            isPrivate: true,
            body: HTML {
                for document in document.documents {
                    h2 { t(document.title) }
                    ul { for state in states(of: document) { li { "\(t(state.module.title)): \(progress(state))" } } }
                }
            })
    }

    private func states(of document: ContractDocument) -> [ModuleState] {
        ModuleState.all(self.document).filter { $0.module.document == document }
    }

    private func progress(_ state: ModuleState) -> String {
        t("{filled} of {asked} filled in", ["filled": "\(state.filled)", "asked": "\(state.asked)"])
    }
}
