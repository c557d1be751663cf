import Contract
import Web

/// Pages about what everybody sees of a contract.
struct ContractPublicationPages {
    let stand: ContractPublicationRoutes.Stand
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { stand.desk.record.path }
    private var mayCommit: Bool { stand.desk.right >= .certify }

    private func page(_ title: String, problems: Bool = false, _ body: HTML) -> Page {
        Page(title: title, breadcrumb: stand.desk.trail(visit), problems: problems, isPrivate: true, body: body)
    }

    func visibility(_ answers: Answers) -> Page {
        page(
            t("What is withheld"), problems: !answers.isFine,
            HTML {
                Components.lead(
                    t(
                        "What is ticked is left out of the public page, its files, the document to be signed and the data. It takes effect with the next publication."
                    ))
                if mayCommit {
                    FormView(
                        ContractPublicationForm.visibility(stand.document.template), answers, t,
                        token: visit.formToken, action: visit.path("\(path)/visibility"), submit: t("Save"),
                        cancel: (t("Cancel"), visit.path("\(path)/publication"))
                    ).html
                } else {
                    withheld
                }
            })
    }

    private var withheld: HTML {
        let words = ContractWords(stand.document, visit)
        let documents = stand.visibility.documents.map { t($0.title) }.sorted()
        let places = stand.visibility.places.sorted().compactMap(ContractPlace.init(path:)).map(words.place)
        return HTML {
            if documents.isEmpty, places.isEmpty {
                p { t("Nothing is withheld.") }
            } else {
                ul { for title in documents + places { li { title } } }
            }
        }
    }

    func publishing(isStale: Bool) -> Page {
        page(
            t("Publication of the contract"), problems: isStale,
            HTML {
                if isStale {
                    Components.notice(.warning, t("The contract changed meanwhile"), t) {
                        p { t("Look at it again, then publish.") }
                    }
                }
                current
                h2 { t("What is withheld") }
                withheld
                p { a(.href(visit.path("\(path)/visibility"))) { t("Change what is withheld") } }
                h2 { t("Publish") }
                if stand.errors > 0 {
                    Components.notice(
                        .warning,
                        t.count(
                            stand.errors, "The check finds {count} error that nobody has answered for",
                            "The check finds {count} errors that nobody has answered for"), t
                    ) { p { a(.href(visit.path("\(path)/check"))) { t("Check of the contract") } } }
                }
                p {
                    t(
                        "The contract is frozen as it stands now. A later change is seen only after the next publication."
                    )
                }
                if mayCommit {
                    Components.action(
                        t("Publish the contract"), path: visit.path("\(path)/publication"), token: visit.formToken,
                        kind: .primary, hidden: [("state", stand.state)])
                } else {
                    p(.class("quiet")) { t("Who is mandated by the city publishes it.") }
                }
            })
    }

    private var current: HTML {
        HTML {
            if let publication = stand.publication {
                p {
                    t("Published on {time}.", ["time": visit.figures.time(publication.publishedAt)])
                    " "
                    a(.href(visit.path(PublicContract.path(of: stand.desk.city)))) { t("The published contract") }
                }
                if mayCommit {
                    p {
                        a(.href(visit.path("\(path)/publication/withdrawal"))) { t("Withdraw the published contract") }
                    }
                }
            } else {
                p { t("The contract is not public.") }
            }
        }
    }

    func withdrawing(_ answers: Answers) -> Page {
        page(
            t("Withdraw the published contract"), problems: !answers.isFine,
            HTML {
                p { t("The public page, its files and the entries in the register of commitments are gone at once.") }
                FormView(
                    ContractPublicationForm.withdrawal, answers, t, token: visit.formToken,
                    action: visit.path("\(path)/publication/withdrawal"), submit: t("Withdraw"),
                    submitKind: .warning, cancel: (t("Cancel"), visit.path("\(path)/publication"))
                ).html
            })
    }
}
