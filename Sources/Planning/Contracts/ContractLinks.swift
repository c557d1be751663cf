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
        writing(desk) + reviewing(desk) + signing(desk) + following(desk)
    }

    /// What belongs to signing and showing the contract.
    private static func signing(_ desk: ContractDesk) -> [ContractLink] {
        let path = desk.record.path
        return [
            ContractLink(
                "Signatories", about: "Who commits to what, who has signed, and who is awaited.",
                path: "\(path)/signatories"),
            ContractLink(
                "Publication of the contract", about: "What everybody sees, and what is withheld.",
                path: "\(path)/publication"),
            ContractLink(
                "Files of the contract", about: "The contract as it stands, to download.", path: "\(path)/exports"),
            ContractLink("Label", about: "What it asks for, and what was decided.", path: "\(path)/label"),
        ]
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

    /// What belongs to the contract's review.
    private static func reviewing(_ desk: ContractDesk) -> [ContractLink] {
        let path = desk.record.path
        return [
            ContractLink(
                "Reviews of the contract", about: "Submit it, see its steps, and answer what reviewers say.",
                path: "\(path)/submissions"),
            ContractLink(
                "Comments of reviewers",
                about: "What they said and about which place, who looks after it, what is open.",
                path: "\(path)/review-comments"),
            ContractLink(
                "Council decision", about: "What the council decided, with its document.",
                path: "\(path)/council-decision"),
        ]
    }

    /// What follows from the contract.
    private static func following(_ desk: ContractDesk) -> [ContractLink] {
        [
            ContractLink(
                "Monitoring", about: "What was measured against the targets, and the yearly report.",
                path: MonitoringDesk.path(of: desk.city))
        ]
    }
}
