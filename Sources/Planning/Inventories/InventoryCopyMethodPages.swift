import Inventory
import Web

/// What stands above the form of a copied row that a method calculated: the year it comes from, and its factors.
struct InventoryCopyMethodPages {
    let item: CopiedMethod
    let desk: InventoryDesk
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: InventoryMethodWords { InventoryMethodWords(t) }
    private var years: [String: String] { ["then": "\(item.copied.year)", "now": "\(desk.record.year)"] }

    var html: HTML {
        HTML {
            Components.notice(.information, t("Not yet of {now}: a row of {then}", years), t) {
                p {
                    t(
                        "Amounts and factors of {then} are asked anew. The row counts for {now} only when you save it with this year's figures.",
                        years)
                }
            }
            Components.disclosure(t("In {year}", ["year": "\(item.copied.year)"])) {
                Components.summaryList(InventoryCopyPages(desk, visit).summary(item.copied), t)
                MethodTraceView(item.use, t, visit.figures, path: { [visit] in visit.path($0) }).html
            }
            factors
            own
        }
    }

    @HTMLBuilder private var factors: HTML {
        let factors = item.factors
        if !factors.isEmpty {
            DataTable(
                caption: t("Factors of {then} and of {now}", years),
                columns: [
                    DataTable.Column(t("Input")), DataTable.Column("\(item.copied.year)", number: true),
                    DataTable.Column("\(desk.record.year)", number: true), DataTable.Column(t("Remark")),
                ],
                rows: factors.map { factor in
                    [.text(words.label(factor.input, of: item.method)), value(factor.then)]
                        + cells(factor.now, factor.then)
                }
            ).html
        }
    }

    private func cells(_ outcome: CopiedMethod.Outcome, _ then: Factor) -> [DataTable.Cell] {
        switch outcome {
        case .inForce: [value(then), .text(t("in force"))]
        case .changed(let now): [value(now), .text(t("another value is in force; it is used"))]
        case .gone: [.missing(t("none")), .text(t("no longer in the register: give one of your own, with its source"))]
        }
    }

    private func value(_ factor: Factor) -> DataTable.Cell {
        .number("\(FactorWords.number(factor.value, visit.figures)) \(factor.unit)", factor.value)
    }

    @HTMLBuilder private var own: HTML {
        let own = item.ownValues
        if !own.isEmpty {
            p {
                t("The city's own values of {then} stand in the form; check whether they still hold:", years) + " "
                    + own.map(words.label).joined(separator: "; ") + "."
            }
        }
    }
}
