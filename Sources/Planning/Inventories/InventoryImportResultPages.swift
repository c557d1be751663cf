import InventoryImports
import Web

extension InventoryImportReadingPages {
    /// What came of a confirmed import.
    var result: Page {
        page(
            t("The file is imported"),
            body: HTML {
                Components.facts([
                    Components.Fact(t("Rows added"), figure: visit.figures.integer(item.result.added)),
                    Components.Fact(t("Lines left out"), figure: visit.figures.integer(item.result.leftOut)),
                    Components.Fact(t("Rows replaced"), figure: visit.figures.integer(item.result.replaced)),
                ])
                if item.result.kept > 0 {
                    Components.notice(.warning, t("Some rows of the earlier import stay"), t) {
                        p {
                            t.count(
                                item.result.kept, "{count} row was changed by somebody since, so it was kept.",
                                "{count} rows were changed by somebody since, so they were kept.")
                        }
                    }
                }
                if !reading.leftOut.isEmpty { reasons }
                Components.linkList(
                    [(t("Back to the inventory"), visit.path(desk.record.workPath))]
                        + [(t("Import another file"), visit.path("\(desk.record.workPath)/imports/new"))])
            })
    }

    /// Why lines were left out, and the lines as a file.
    private var reasons: HTML {
        var counts: [(template: String, example: String, count: Int)] = []
        for problem in reading.leftOut.flatMap(\.problems) {
            if let place = counts.firstIndex(where: { $0.template == problem.template }) {
                counts[place].count += 1
            } else {
                counts.append((problem.template, problem.sentence(t), 1))
            }
        }
        let sheets = Set(reading.leftOut.map(\.sheet)).sorted()
        return HTML {
            h2 { t("Why lines were left out") }
            ul {
                for reason in counts {
                    li { t.count(reason.count, "{count} line:", "{count} lines:") + " " + reason.example }
                }
            }
            p { t("Correct them in the file below and import it: only these lines are in it.") }
            Components.linkList(
                sheets.map { sheet in
                    let name = opened.file.book.sheets[sheet].name
                    return (
                        title: t("The lines that were left out (CSV)") + (name.isEmpty ? "" : " · \(name)"),
                        path: visit.path("\(item.path)/left-out.csv?sheet=\(sheet)")
                    )
                })
        }
    }
}
