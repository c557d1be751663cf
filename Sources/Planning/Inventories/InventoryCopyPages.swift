import Inventory
import Web

/// Copying from an earlier year, and answering the copied rows one by one.
struct InventoryCopyPages {
    let desk: InventoryDesk
    let visit: Visit

    init(_ desk: InventoryDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    private var t: Texts { visit.t }
    private func path(_ rest: String = "") -> String { visit.path("\(desk.record.workPath)/copy\(rest)") }

    /// - Parameter years: of the city's earlier inventories, the latest first.
    func copying(_ years: [Int], _ answers: Answers, isStale: Bool = false) -> Page {
        Page(
            title: t("Copy from an earlier year"), caption: desk.title(t), breadcrumb: desk.trail(visit),
            problems: isStale || !answers.isFine, isPrivate: true,
            body: HTML {
                if !desk.copied.isEmpty {
                    h2 { t("To be answered for this year") }
                    p {
                        t(
                            "What the earlier inventory had. A row counts for this year only when you answer it with this year's figures."
                        )
                    }
                    waiting.html
                }
                if years.isEmpty {
                    Components.emptyState(t("The city has no inventory of an earlier year here."))
                } else {
                    form(years, answers, isStale: isStale)
                }
                p { a(.href(visit.path(desk.record.workPath))) { t("Back to the inventory") } }
            })
    }

    private func form(_ years: [Int], _ answers: Answers, isStale: Bool) -> HTML {
        HTML {
            h2 { t("Copy") }
            if isStale {
                Components.notice(.warning, t("Somebody else changed the inventory meanwhile"), t) {
                    p { t("Nothing was copied. Look at the inventory, then send the form again.") }
                }
            }
            p { t("The frame of this inventory is replaced; nothing else that is entered here changes.") }
            FormView(
                InventoryCopyForm.form(years), answers, t, token: visit.formToken, action: path(),
                submit: t("Copy from this year"), version: desk.record.version,
                cancel: (t("Cancel"), visit.path(desk.record.workPath))
            ).html
        }
    }

    private var waiting: DataTable { waiting(desk.copied) }

    /// Rows of an earlier year with the way to answer each.
    func waiting(_ rows: [CopiedRow]) -> DataTable {
        DataTable(
            caption: t("Rows to be answered"),
            columns: [
                DataTable.Column(t("Row")), DataTable.Column(t("Line")), DataTable.Column(t("Year")),
                DataTable.Column(t("Activity"), number: true), DataTable.Column("t CO₂e", number: true),
            ],
            rows: rows.map { item in
                [
                    .html(head(item)), .text(place(item)), .text("\(item.year)"), activity(item), value(item),
                ]
            }, captionHidden: true)
    }

    /// The row, its flag, and what may be done, together: a narrow screen shows the first column alone.
    private func head(_ item: CopiedRow) -> HTML {
        HTML {
            name(item)
            " "
            Components.tag(t("not yet of this year"), .warning)
            if desk.right >= .edit {
                br()
                Components.rowActions(
                    name(item),
                    [
                        (t("Answer for this year"), path("/\(item.line.row.id)")),
                        (t("Set aside"), path("/\(item.line.row.id)/removal")),
                    ])
            }
        }
    }

    private func name(_ item: CopiedRow) -> String { InventoryRowName.text(item.line.row, t) }

    private func place(_ item: CopiedRow) -> String { InventoryRowName.place(item.line.row, t) }

    private func activity(_ item: CopiedRow) -> DataTable.Cell {
        let energy = item.line.isEnergyOnly ? item.line.row.energyMWh.map { Amount($0, "MWh") } : nil
        return (item.line.row.activity ?? energy).map {
            .number("\(visit.figures.decimal($0.value)) \($0.unit)", $0.value)
        } ?? .missing(t("not given"))
    }

    private func value(_ item: CopiedRow) -> DataTable.Cell {
        switch item.line.row.content {
        case .emissions(let masses):
            let value = item.gwp.co2e(masses)
            return .number(visit.figures.decimal(value, decimals: 1), value)
        case .notation(let key, _): return .text(key.rawValue)
        case .energyOnly: return .missing(t("energy only"))
        }
    }

    // MARK: One row

    func answering(_ item: CopiedRow, _ answers: Answers) -> Page {
        page(
            t("Answer for {year}", ["year": "\(desk.record.year)"]), problems: !answers.isFine,
            HTML {
                h2 { t("In {year}", ["year": "\(item.year)"]) }
                Components.summaryList(summary(item), t)
                h2 { t("In {year}", ["year": "\(desk.record.year)"]) }
                FormView(
                    item.line.form, answers, t, token: visit.formToken, action: path("/\(item.line.row.id)"),
                    submit: t("Save the row"),
                    cancel: (t("Cancel"), path())
                ).html
            })
    }

    func summary(_ item: CopiedRow) -> [Components.SummaryRow] {
        let row = item.line.row
        var rows = [Components.SummaryRow(t("Place"), place(item))]
        if let activity = row.activity {
            rows.append(
                Components.SummaryRow(
                    t("Activity"), "\(visit.figures.decimal(activity.value, decimals: 6)) \(activity.unit)"))
        }
        if let energy = row.energyMWh {
            rows.append(Components.SummaryRow(t("Final energy"), visit.figures.decimal(energy, decimals: 3) + " MWh"))
        }
        if let masses = row.masses {
            for gas in masses.present {
                rows.append(
                    Components.SummaryRow(t(gas.title), visit.figures.decimal(masses[gas], decimals: 6) + " t"))
            }
        }
        if case .notation(let key, let reason) = row.content {
            rows.append(Components.SummaryRow(t("Notation key"), "\(key.rawValue) – \(t(key.name))"))
            rows.append(Components.SummaryRow(t("Reason"), reason))
        }
        return rows
    }

    func removal(_ item: CopiedRow) -> Page {
        page(
            t("Set the row aside"), problems: false,
            HTML {
                p {
                    t(
                        "“{row}” of {year} is no longer waiting here. The inventory of {year} keeps it.",
                        ["row": name(item), "year": "\(item.year)"])
                }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: path("/\(item.line.row.id)/removal"),
                    submit: t("Set the row aside"), submitKind: .warning, cancel: (t("Cancel"), path())
                ).html
            })
    }

    private func page(_ title: String, problems: Bool, _ body: HTML) -> Page {
        Page(
            title: title, caption: desk.title(t),
            breadcrumb: desk.trail(visit) + [Page.Crumb(t("Copy from an earlier year"), path())], problems: problems,
            isPrivate: true, body: body)
    }
}
