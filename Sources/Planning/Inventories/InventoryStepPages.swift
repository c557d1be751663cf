import Inventory
import Web

/// The pages of the last steps: a second person certifies, then the version is frozen and public.
struct InventoryStepPages {
    let desk: InventoryDesk
    let visit: Visit

    init(_ desk: InventoryDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    private var t: Texts { visit.t }

    var certification: Page {
        page(
            t("Certify the inventory"),
            body: HTML {
                p {
                    t(
                        "To certify means: a second person has looked at rows, sources and gaps, and stands by them for the city."
                    )
                }
                total
                if desk.isCertified {
                    Components.notice(.success, t("This version is certified."), t) {}
                } else if let reason = obstacle {
                    Components.notice(.warning, t("The inventory cannot be certified yet"), t) { p { reason } }
                    if !desk.errors.isEmpty { InventoryFindings.list(desk.errors, t) }
                } else {
                    waiting
                    button(to: "/certification", t("Certify this version"))
                }
            })
    }

    /// Rows of an earlier year are in no total: whoever certifies should know that they were expected.
    @HTMLBuilder private var waiting: HTML {
        if !desk.copied.isEmpty {
            Components.notice(.warning, t("Some rows of an earlier year are not answered"), t) {
                InventoryFindings.list(CopiedRow.findings(desk.copied), t)
                p { a(.href(visit.path("\(desk.record.workPath)/copy"))) { t("Rows to be answered") } }
            }
        }
    }

    private var obstacle: String? {
        if desk.lines.isEmpty { return t("It has no rows.") }
        if !desk.errors.isEmpty { return t("The checks found something to be corrected:") }
        guard InventoryRules.mayCertify(visit.visitor, desk.record, right: desk.right) else {
            return t("You made the last change yourself. Another certifier of the team has to certify it.")
        }
        return nil
    }

    func publication(_ answers: Answers) -> Page {
        page(
            t("Publish the inventory"), problems: !answers.isFine,
            body: HTML {
                p {
                    t(
                        "To publish freezes this version with a fingerprint and shows it to everybody. Earlier versions stay readable."
                    )
                }
                total
                if desk.mayPublishNow {
                    if desk.publication == nil {
                        button(to: "/publication", t("Publish this version"))
                    } else {
                        FormView(
                            InventoryForm.restatement, answers, t, token: visit.formToken,
                            action: visit.path("\(desk.record.workPath)/publication"),
                            submit: t("Publish this version"),
                            version: desk.record.version, cancel: (t("Cancel"), visit.path(desk.record.workPath))
                        ).html
                    }
                } else if desk.publication?.version == desk.record.version {
                    Components.notice(.success, t("This version is published."), t) {}
                } else {
                    Components.notice(.warning, t("This version is not certified"), t) {
                        p {
                            a(.href(visit.path("\(desk.record.workPath)/certification"))) { t("Certify the inventory") }
                        }
                    }
                    kept(answers)
                }
            })
    }

    /// A reason that was sent while somebody changed the inventory: there is no form to keep it in now.
    @HTMLBuilder private func kept(_ answers: Answers) -> HTML {
        if !answers.text("reason").isEmpty {
            p { t("Nothing was published. Keep your reason for the next time:") }
            Components.summaryList(
                [Components.SummaryRow(t("Why the inventory is restated"), answers.text("reason"))], t)
        }
    }

    private var total: HTML {
        Components.facts([
            Components.Fact(
                t("Total"), figure: visit.figures.decimal(desk.report.contract.total, decimals: 0), unit: "t CO₂e",
                note: desk.record.gwp.rawValue)
        ])
    }

    private func button(to step: String, _ title: String) -> HTML {
        FormView(
            Form([]), Answers(), t, token: visit.formToken, action: visit.path(desk.record.workPath + step),
            submit: title, version: desk.record.version, cancel: (t("Cancel"), visit.path(desk.record.workPath))
        ).html
    }

    private func page(_ title: String, problems: Bool = false, body: HTML) -> Page {
        Page(
            title: title, caption: desk.title(t), breadcrumb: desk.trail(visit), problems: problems, isPrivate: true,
            body: body)
    }
}
