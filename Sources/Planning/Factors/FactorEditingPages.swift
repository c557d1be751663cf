import Inventory
import Storage
import Web

/// The pages on which editors add factors and editions, look at what that would change, and withdraw factors.
struct FactorEditingPages {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    private var t: Texts { visit.t }

    // MARK: Forms

    func adding(_ answers: Answers) -> Page {
        page(
            t("Add a factor"), problems: !answers.isFine,
            body: HTML {
                p { t("Before anything is saved, the next page says which inventories the factor would restate.") }
                FormView(
                    FactorForm.adding, answers, t, token: visit.formToken, action: visit.path("/factors/new"),
                    submit: t("Look at what would change"), cancel: (t("Cancel"), visit.path("/factors"))
                ).html
            })
    }

    func editing(_ entry: RegisteredFactor, _ answers: Answers, version: Int) -> Page {
        let path = visit.path(entry.path)
        return page(
            t("Add an edition"), entry, problems: !answers.isFine,
            body: HTML {
                p {
                    t(
                        "The edition in force stays readable. Before anything is saved, the next page says which inventories the new one would restate."
                    )
                }
                FormView(
                    FactorForm.editing, answers, t, token: visit.formToken, action: "\(path)/edition",
                    submit: t("Look at what would change"), version: version, cancel: (t("Cancel"), path)
                ).html
            })
    }

    func withdrawing(_ entry: RegisteredFactor, _ answers: Answers, _ effects: [FactorEffect]) -> Page {
        let path = visit.path(entry.path)
        return page(
            t("Withdraw the factor"), entry, problems: !answers.isFine,
            body: HTML {
                p {
                    t(
                        "Its editions stay readable, and inventories that used it keep their rows. It is no longer offered."
                    )
                }
                effect(effects)
                FormView(
                    FactorForm.withdrawal, answers, t, token: visit.formToken, action: "\(path)/withdrawal",
                    submit: t("Withdraw the factor"), submitKind: .warning, cancel: (t("Cancel"), path)
                ).html
            })
    }

    // MARK: What would change

    /// The second step: what was typed, what it would change, and the button that saves it.
    /// - Parameter entry: the factor that gets an edition; nil for a new factor.
    func preview(
        _ factor: Factor, of entry: RegisteredFactor?, _ answers: Answers, version: Int?, _ effects: [FactorEffect],
        isLate: Bool = false
    ) -> Page {
        let base = entry.map { visit.path($0.path) }
        return page(
            t("What would change"), entry, problems: isLate,
            body: HTML {
                if isLate {
                    Components.notice(.warning, t("Somebody added an edition meanwhile"), t) {
                        p { t("The comparison below is with that edition. Save only if yours should follow it.") }
                    }
                }
                comparison(factor, entry?.factor)
                effect(effects)
                p(.class("note")) {
                    t(
                        "Saving changes no row: a city's team computes its rows again when it decides to, and published versions stay as they are."
                    )
                }
                send(
                    answers, to: base.map { "\($0)/editions" } ?? visit.path("/factors"), version: version,
                    button: entry == nil ? t("Save the factor") : t("Save the edition"), kind: .primary)
                send(
                    answers, to: base.map { "\($0)/edition" } ?? visit.path("/factors/new"), version: version,
                    button: t("Change the answers"), kind: .secondary, extra: ("change", "yes"))
            })
    }

    private func send(
        _ answers: Answers, to action: String, version: Int?, button: String, kind: Components.ButtonKind,
        extra: (String, String)? = nil
    ) -> HTML {
        element("form", .method("post"), .action(action)) {
            FormView.token(visit.formToken)
            if let version { input(.type("hidden"), .name("version"), .value("\(version)")) }
            for field in FactorForm.adding.fields where answers.texts[field.name] != nil {
                input(.type("hidden"), .name(field.name), .value(answers.text(field.name)))
            }
            if let extra { input(.type("hidden"), .name(extra.0), .value(extra.1)) }
            div(.class("buttons")) { Components.submit(button, kind: kind) }
        }
    }

    private func comparison(_ new: Factor, _ old: Factor?) -> HTML {
        func line(_ label: String, _ write: (Factor) -> String) -> [DataTable.Cell] {
            let before: DataTable.Cell = old.map { .text(write($0)) } ?? .missing(t("not there before"))
            return [.text(label), before, .text(write(new))]
        }
        let figures = visit.figures
        return DataTable(
            caption: t("The values"),
            columns: [DataTable.Column(t("Property")), DataTable.Column(t("Now")), DataTable.Column(t("Then"))],
            rows: [
                line(t("Value")) { "\(FactorWords.number($0.value, figures)) \($0.unit)" },
                line(t("Range")) { factor in factor.uncertainty.map { FactorWords.range($0, figures, t) } ?? "" },
                line(t("Region")) { FactorWords.region($0.region, t) },
                line(t("Year")) { factor in factor.year.map { "\($0)" } ?? t("for every year") },
                line(t("Methodology")) { $0.methodology }, line(t("Source")) { $0.source },
                line(t("Status")) {
                    (Components.FigureStatus(rawValue: $0.status.rawValue) ?? .unverified).word(t)
                },
            ]
        ).html
    }

    private func effect(_ effects: [FactorEffect]) -> HTML {
        HTML {
            h2 { t("Inventories that it would restate") }
            if effects.isEmpty {
                p { t("No inventory has a row that would come out differently.") }
            } else {
                DataTable(
                    caption: t("Inventories that it would restate"),
                    columns: [
                        DataTable.Column(t("Inventory")), DataTable.Column(t("Rows"), number: true),
                        DataTable.Column(t("t CO₂e now"), number: true),
                        DataTable.Column(t("t CO₂e then"), number: true),
                        DataTable.Column(t("Difference"), number: true), DataTable.Column(t("Remark")),
                    ],
                    rows: effects.map(row)
                ).html
            }
        }
    }

    private func row(_ effect: FactorEffect) -> [DataTable.Cell] {
        let item = effect.restatement
        let name = t("{city}, {year}", ["city": item.city.name, "year": "\(item.record.year)"])
        let failed = item.lines.count { if case .failure = $0.after { true } else { false } }
        var remarks = item.isPublished ? [t("published; the published version stays")] : []
        if failed > 0 {
            remarks.append(
                t.count(
                    failed, "{count} row could no longer be computed", "{count} rows could no longer be computed"))
        }
        func tonnes(_ value: Double) -> DataTable.Cell {
            .number(visit.figures.decimal(value, decimals: 1), value)
        }
        guard effect.mayShowNumbers else {
            return [
                .text(effect.mayBeNamed ? name : t("an inventory in work")), .number("\(item.lines.count)"),
                .missing(t("not public")), .missing(t("not public")), .missing(t("not public")),
                .text(remarks.joined(separator: "; ")),
            ]
        }
        return [
            .text(name), .number("\(item.lines.count)"), tonnes(item.before), tonnes(item.after),
            tonnes(item.after - item.before), .text(remarks.joined(separator: "; ")),
        ]
    }

    private func page(
        _ title: String, _ entry: RegisteredFactor? = nil, problems: Bool, body: HTML
    ) -> Page {
        let crumb = entry.map { [Page.Crumb($0.title(t), visit.path($0.path))] } ?? []
        return Page(
            title: title, caption: entry?.title(t), breadcrumb: FactorPages.trail(visit) + crumb, problems: problems,
            isPrivate: true, body: body)
    }
}

/// A restatement as an editor may see it: work that is neither theirs to see nor public keeps its name and its numbers.
struct FactorEffect: Sendable {
    let restatement: FactorRestatement
    /// Whether the editor may see the city's work.
    let mayWork: Bool

    /// That a city has a published inventory is no secret.
    var mayBeNamed: Bool { mayWork || restatement.isPublished }
    /// The figures of a published inventory are public for as long as its work is what was published.
    var mayShowNumbers: Bool { mayWork || restatement.isPublished && !restatement.isChangedSince }

    static func all(
        _ connection: any Connection, _ list: FactorList, about factor: Factor, changedTo changed: FactorBook,
        _ visitor: Visitor
    ) throws -> [FactorEffect] {
        try FactorRestatement.all(connection, list, about: factor.subject, factor.property, changedTo: changed).map {
            let right = try InventoryRules.right(visitor, city: $0.record.city, connection)
            return FactorEffect(restatement: $0, mayWork: right != .none)
        }
    }
}
