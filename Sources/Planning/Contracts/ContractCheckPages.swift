import Contract
import Inventory
import Web

/// What the rules find in a contract: by level and module, each with its place and what to do.
struct ContractCheckPages {
    let desk: ContractDesk
    let document: CityContract
    let report: ContractReport
    let waivers: [ContractWaiver]
    let stage: CheckCircumstances.Stage
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: ContractWords { ContractWords(document, visit) }
    private var path: String { "\(desk.record.path)/check" }
    /// More findings of a level than this are counted, not shown: those before them come first.
    private static let most = 150

    var page: Page {
        let warnings = report.findings.filter { $0.level == .warning }
        return Page(
            title: t("Check of the contract"), breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                tabs
                Components.facts([
                    Components.Fact(t("To put right"), figure: visit.figures.integer(report.errors.count)),
                    Components.Fact(t("To look at"), figure: visit.figures.integer(warnings.count)),
                    Components.Fact(t("Standing with a reason"), figure: visit.figures.integer(report.waived.count)),
                ])
                if report.findings.isEmpty {
                    Components.notice(.success, t("The rules find nothing to put right."), t)
                }
                level(t("To put right"), report.errors)
                level(t("To look at"), warnings)
                waived
                balances
            })
    }

    private var tabs: HTML {
        Components.tabs(
            [
                Components.Tab(t("While writing"), path: visit.path(path), isCurrent: stage == .draft),
                Components.Tab(
                    t("Before submitting"), path: visit.path(path) + "?stage=publication",
                    isCurrent: stage == .publication),
            ], label: t("What the check is for"))
    }

    // MARK: Findings

    private func level(_ title: String, _ all: [ContractFinding]) -> HTML {
        guard !all.isEmpty else { return .empty }
        let findings = all.prefix(Self.most)
        return HTML {
            h2 { title }
            list(t("The contract as a whole"), findings.filter { $0.place.module == nil })
            for module in Module.allCases {
                list("\(module.rawValue) · \(t(module.title))", findings.filter { $0.place.module == module })
            }
            if all.count > Self.most {
                p { t.count(all.count - Self.most, "and {count} more", "and {count} more") }
            }
        }
    }

    private func list(_ title: String, _ findings: [ContractFinding]) -> HTML {
        guard !findings.isEmpty else { return .empty }
        return HTML {
            h3 { title }
            ul(.class("findings")) { for finding in findings { li { self.finding(finding) } } }
        }
    }

    private func finding(_ finding: ContractFinding) -> HTML {
        HTML {
            a(.href(visit.path(ContractWords.path(finding.place, in: desk.record)))) { words.place(finding.place) }
            p { "\(words.message(finding)) (\(finding.rule))" }
            p(.class("hint")) {
                t(finding.hint)
                if desk.mayEdit {
                    " "
                    a(.href(visit.path(waiverPath(finding)))) {
                        t("Let it stand")
                        span(.class("hidden")) { " \(finding.rule): \(words.place(finding.place))" }
                    }
                }
            }
        }
    }

    private func waiverPath(_ finding: ContractFinding) -> String {
        "\(desk.record.path)/waivers/new?"
            + FormBody.encode([("rule", finding.rule), ("place", finding.place.path)])
    }

    // MARK: Waivers

    private var waived: HTML {
        guard !waivers.isEmpty else { return .empty }
        return HTML {
            h2 { t("Standing with a reason") }
            ul(.class("findings")) { for waiver in waivers { li { one(waiver) } } }
        }
    }

    private func one(_ waiver: ContractWaiver) -> HTML {
        let covered = report.waived.filter { $0.waiver == waiver.waiver }
        return HTML {
            if let place = ContractPlace(path: waiver.place) {
                a(.href(visit.path(ContractWords.path(place, in: desk.record)))) { words.place(place) }
            }
            for one in covered { p { "\(words.message(one.finding)) (\(one.finding.rule))" } }
            if covered.isEmpty { p { t("{rule}: it covers nothing any more.", ["rule": waiver.rule]) } }
            p(.class("typed")) { waiver.reason }
            p(.class("hint")) {
                t(
                    "{person}, {time}",
                    ["person": t.person(waiver.author), "time": visit.figures.time(waiver.createdAt)])
            }
            if desk.mayEdit {
                Components.action(
                    t("Withdraw"), path: visit.path("\(desk.record.path)/waivers/\(waiver.id)/withdrawal"),
                    token: visit.formToken, about: waiver.rule)
            }
        }
    }

    // MARK: Balances

    private var balances: HTML {
        guard !report.balances.isEmpty else { return .empty }
        return HTML {
            h2 { t("Gap and actions by sector") }
            DataTable(
                caption: t("Gap and actions by sector"),
                columns: [
                    DataTable.Column(t("Sector")), DataTable.Column("\(t("Gap")) (t CO2e)", number: true),
                    DataTable.Column("\(t("Actions")) (t CO2e)", number: true),
                    DataTable.Column("\(t("More than needed")) (t CO2e)", number: true),
                ],
                rows: report.balances.map { balance in
                    [
                        .text(t(ContractWords.title(of: balance.sector))), number(balance.gap),
                        number(balance.actions), number(balance.surplus),
                    ]
                }, captionHidden: true
            ).html
        }
    }

    private func number(_ value: Double?) -> DataTable.Cell {
        guard let value else { return .missing(t("not known")) }
        return .number(visit.figures.decimal(value, decimals: 0), value)
    }
}
