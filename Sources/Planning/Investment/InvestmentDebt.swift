import Finance
import Portfolio
import Web

/// Whether the municipality stays within each limit to its debt, and where not, in which year and by how much.
struct InvestmentDebt {
    let results: [DebtResults]
    /// The names of funding lines by their ids.
    let lines: [String: String]
    let words: InvestmentWords
    private var t: Texts { words.t }

    /// - Parameter list: the address of the rules, for those who may write them.
    func html(list: String?) -> HTML {
        HTML {
            h2 { t("Limits to debt") }
            if results.isEmpty {
                p(.class("quiet")) {
                    t("Nobody has stated yet which limits the municipality's debt is held against.")
                    if let list {
                        " "
                        a(.href(list)) { t("State a limit to debt") }
                    }
                }
            }
            for item in results { rule(item) }
        }
    }

    private func rule(_ item: DebtResults) -> HTML {
        HTML {
            h3 { item.rule.name }
            verdict(item)
            p(.class("quiet")) { about(item.rule) }
            notes(item)
            if !item.withHopes.isEmpty { table(item).html }
        }
    }

    private func verdict(_ item: DebtResults) -> HTML {
        let (broken, unknown) = (item.broken, item.unknown)
        return HTML {
            if item.withHopes.isEmpty {
                p { t("No loan is known yet, neither an existing one nor one of the plan.") }
            } else if !broken.isEmpty {
                Components.notice(.warning, t("The limit is exceeded"), t) {
                    ul { for year in broken { li { sentence(year, item) } } }
                }
            } else if unknown.count < item.withHopes.count {
                p { t("The limit is kept in every year that can be judged.") }
            }
            if !unknown.isEmpty {
                p {
                    t(
                        "Not known for {years}: figures of the years before are missing among the budgets.",
                        ["years": unknown.map(String.init).joined(separator: ", ")])
                }
            }
        }
    }

    private func sentence(_ year: DebtRule.Standing, _ item: DebtResults) -> String {
        let values = ["year": "\(year.year)", "amount": words.euros(year.overCents ?? 0)]
        let isContracted = item.contracted.contains { $0.year == year.year && $0.isKept == false }
        return isContracted
            ? t("{year}: {amount} euro too much, with contracted loans alone or with the hoped-for ones", values)
            : t("{year}: {amount} euro too much, if the hoped-for loans are taken", values)
    }

    /// What is held against what, the law, and whether somebody has read it there.
    private func about(_ rule: DebtRule) -> String {
        let average = t.count(rule.years, "average of {count} year before", "average of {count} years before")
        let sentence = t(
            "{limited}: at most {share}; held against: {base}, {average}.",
            [
                "limited": t(rule.limited.title), "share": words.percent(rule.share), "base": t(rule.base.phrase),
                "average": average,
            ])
        let check = rule.status == .sourced ? "" : " " + t("To be checked against the law.")
        return "\(sentence) \(rule.source).\(check)"
    }

    private func notes(_ item: DebtResults) -> HTML {
        func names(_ ids: [String]) -> String { ids.map { lines[$0] ?? $0 }.joined(separator: ", ") }
        return HTML {
            if !item.exempt.isEmpty {
                p { t("Left out, as the rule says: {loans}.", ["loans": names(item.exempt)]) }
            }
            if !item.withoutTerms.isEmpty {
                p {
                    t(
                        "Missing, because interest and years have not been written down: {loans}.",
                        ["loans": names(item.withoutTerms)])
                }
            }
        }
    }

    private func table(_ item: DebtResults) -> DataTable {
        let contracted = Dictionary(item.contracted.map { ($0.year, $0.burdenCents) }) { first, _ in first }
        return DataTable(
            caption: t(item.rule.limited.title),
            columns: [
                DataTable.Column(t("Year")), DataTable.Column(t("With contracted loans, EUR"), number: true),
                DataTable.Column(t("With hoped-for loans, EUR"), number: true),
                DataTable.Column(t("Limit, EUR"), number: true), DataTable.Column(t("Result")),
            ],
            rows: item.withHopes.map { standing in
                [
                    .text("\(standing.year)"), words.cell(contracted[standing.year] ?? 0),
                    words.cell(standing.burdenCents),
                    standing.limitCents.map { words.cell($0) } ?? .missing(t("not known")), result(standing),
                ]
            })
    }

    private func result(_ standing: DebtRule.Standing) -> DataTable.Cell {
        switch standing.isKept {
        case .some(true): .html(Components.tag(t("Kept"), .good))
        case .some(false): .html(Components.tag(t("Exceeded"), .bad))
        case .none: .missing(t("not known"))
        }
    }
}
