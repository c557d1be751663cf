import Contract
import Web

/// What a check of the contract finds, and what somebody answers for, at the end of the document.
struct ContractPaperAnnex {
    let paper: ContractPaper

    private var t: Texts { paper.t }

    var html: HTML {
        let report = paper.contract.check(CheckCircumstances(stage: .draft))
        return section(.class("document")) {
            h1(.id("findings")) { t("Findings of the check") }
            h2 { t("Findings") }
            if report.findings.isEmpty { p { t("The check finds nothing.") } } else { list(report.findings) }
            h2 { t("Waivers") }
            if report.waived.isEmpty {
                p { t("No finding is waived.") }
            } else {
                for entry in report.waived {
                    p { "\(entry.finding.rule) · \(place(entry.finding)): \(text(entry.finding))" }
                    p(.class("note")) { "\(entry.waiver.author): \(entry.waiver.reason)" }
                }
            }
        }
    }

    private func list(_ findings: [ContractFinding]) -> HTML {
        table(.class("findings")) {
            caption { t("Findings of the check") }
            thead {
                tr { for title in ["Rule", "Place", "Finding"] { th(.scope("col")) { t(title) } } }
            }
            tbody {
                for finding in findings {
                    tr {
                        th(.scope("row")) { finding.rule }
                        td { place(finding) }
                        td { text(finding) }
                    }
                }
            }
        }
    }

    private func place(_ finding: ContractFinding) -> String { paper.words.place(finding.place) }

    private func text(_ finding: ContractFinding) -> String { paper.words.message(finding) }
}
