import Web

/// A room of a contract besides its sections and tables, as its task list leads to it.
package struct ContractLink: Sendable {
    /// Key of the title.
    package let title: String
    /// Key of a sentence about it.
    package let about: String
    /// Address without the language.
    package let path: String

    package init(_ title: String, about: String, path: String) {
        self.title = title
        self.about = about
        self.path = path
    }
}

/// Where one goes from a contract's task list; each room adds its lines here.
package enum ContractLinks {
    package static func all(_ desk: ContractDesk) -> [ContractLink] {
        writing(desk)
    }

    /// What belongs to writing the contract.
    private static func writing(_ desk: ContractDesk) -> [ContractLink] {
        let path = desk.record.path
        return [
            ContractLink(
                "Check of the contract", about: "What the rules find, where, and what to do about it.",
                path: "\(path)/check"),
            ContractLink(
                "Figures from inventory and plan", about: "What they would change in the tables now.",
                path: "\(path)/derivation"),
            ContractLink(
                "Comments", about: "What the team says about places of the contract.", path: "\(path)/comments"),
            ContractLink(
                "Questions to the hub", about: "Ask the programme's experts, and read what they answer.",
                path: "\(path)/assistance"),
        ]
            + (desk.mayEdit
                ? [
                    ContractLink(
                        "Import a contract", about: "From a file in JSON; first it shows what would change.",
                        path: "\(path)/imports/new")
                ] : [])
    }
}
