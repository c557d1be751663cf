import Inventory
import InventoryImports
import Spreadsheets
import Web

/// What a file says, line by line, before and after it is confirmed.
struct InventoryImportReadingPages {
    static let pageSize = 50

    let desk: InventoryImportDesk
    let item: InventoryImport
    let opened: InventoryImportSaving.Opened
    let visit: Visit

    init(
        _ desk: InventoryImportDesk, _ item: InventoryImport, _ opened: InventoryImportSaving.Opened, _ visit: Visit
    ) {
        self.desk = desk
        self.item = item
        self.opened = opened
        self.visit = visit
    }

    var t: Texts { visit.t }
    var reading: ImportReading { opened.reading }

    func page(_ title: String, body: HTML) -> Page {
        Page(
            title: title, caption: desk.title(t),
            breadcrumb: desk.trail(visit) + [
                Page.Crumb(t("Import a file"), visit.path("\(desk.record.workPath)/imports/new"))
            ], isPrivate: true, body: body)
    }

    // MARK: Before

    var preview: Page {
        page(
            t("How the file is read"),
            body: HTML {
                facts
                remarks
                if reading.entries.isEmpty {
                    Components.notice(.warning, t("No table was recognised in this file"), t) {
                        p { t("Say below which sheet is a table, in which row its headings stand and what they mean.") }
                    }
                }
                InventoryImportMapping(item, opened, visit).html
                lines
                if !reading.rows.isEmpty || !reading.factors.isEmpty { confirmation }
            })
    }

    private var facts: HTML {
        let total = reading.rows.reduce(0) { sum, row in sum + (row.masses.map { desk.record.gwp.co2e($0) } ?? 0) }
        return Components.facts([
            Components.Fact(t("Rows that can be added"), figure: visit.figures.integer(reading.rows.count)),
            Components.Fact(t("Lines left out"), figure: visit.figures.integer(reading.leftOut.count)),
            Components.Fact(
                t("Sum of the rows"), figure: visit.figures.decimal(total, decimals: 0), unit: "t CO₂e",
                note: desk.record.gwp.rawValue),
        ])
    }

    private var remarks: HTML {
        HTML {
            if !reading.problems.isEmpty {
                Components.notice(.warning, t("About the file"), t) {
                    ul {
                        for problem in reading.problems.prefix(20) { li { problem.sentence(t) } }
                    }
                }
            }
            if opened.hasOtherFigures, !reading.totals.isEmpty, reading.rows.contains(where: { $0.masses != nil }) {
                Components.notice(.information, t("The totals that the file prints are not taken over"), t) {
                    p {
                        t(
                            "The inventory has rows of other sources too, so these totals would not be those of its rows."
                        )
                    }
                }
            }
            if let same = desk.imports.first(where: {
                $0.id != item.id && $0.blobHash == item.blobHash && $0.finishedAt != nil
            }) {
                Components.notice(
                    .warning,
                    t("This file was imported before, on {time}.", ["time": visit.figures.time(same.createdAt)]), t
                ) {
                    p { a(.href(visit.path(same.path))) { t("What came of it") } }
                }
            }
        }
    }

    /// Every line, those with problems first, a page at a time.
    private var lines: HTML {
        let troubled = reading.entries.filter { $0.isLeftOut || !$0.problems.isEmpty }
        let fine = reading.entries.filter { !$0.isLeftOut && $0.problems.isEmpty }
        let all = troubled + fine
        let start = min(max(0, visit.query.integer("after") ?? visit.query.integer("before") ?? 0), all.count)
        let shown = all[start..<min(start + Self.pageSize, all.count)]
        let address = ListAddress(visit.path(item.path))
        return HTML {
            h2(.id("lines")) { t("Every line as it was read") }
            if all.isEmpty {
                p { t("There is no line to show yet.") }
            } else {
                DataTable(
                    caption: t("Every line as it was read"),
                    columns: [
                        DataTable.Column(t("Line")), DataTable.Column(t("Read as")),
                        DataTable.Column("t CO₂e", number: true),
                    ],
                    rows: shown.map(cells), captionHidden: true
                ).html
                Components.pagination(
                    address, before: start > 0 ? "\(max(0, start - Self.pageSize))" : nil,
                    after: shown.endIndex < all.count ? "\(shown.endIndex)" : nil,
                    position: t(
                        "{first} to {last} of {count}",
                        [
                            "first": visit.figures.integer(min(start + 1, all.count)),
                            "last": visit.figures.integer(shown.endIndex), "count": visit.figures.integer(all.count),
                        ]), t)
            }
        }
    }

    private func cells(_ entry: ImportedEntry) -> [DataTable.Cell] {
        let sheet = entry.sheet < opened.file.book.sheets.count ? opened.file.book.sheets[entry.sheet].name : ""
        let place = sheet.isEmpty ? "\(entry.line)" : "\(sheet), \(entry.line)"
        func read(_ text: String) -> DataTable.Cell { .html(self.read(text, entry)) }
        switch entry.outcome {
        case .leftOut:
            let cells = entry.cells.filter { !$0.isEmpty }.prefix(6).joined(separator: " · ")
            return [.text(place), read(t("Line left out") + ": " + cells), .missing(t("none"))]
        case .frame: return [.text(place), read(t("About the inventory as a whole")), .missing(t("none"))]
        case .sum: return [.text(place), read(t("A sum of other lines, not counted again")), .missing(t("none"))]
        case .row(let row): return [.text(place), read(words(row)), figure(row)]
        }
    }

    /// What a line was taken for, and below it what is wrong: a narrow screen shows both.
    private func read(_ text: String, _ entry: ImportedEntry) -> HTML {
        HTML {
            text
            for problem in entry.problems {
                p(.class("hint")) {
                    strong { t("Problem") + ": " }
                    problem.sentence(t)
                }
            }
        }
    }

    private func words(_ row: InventoryRow) -> String {
        let place =
            row.placement.reference?.code
            ?? t(
                "{sector}, scope {number}",
                ["sector": t(row.placement.sector.name), "number": "\(row.placement.scope.rawValue)"])
        let energy = row.energyMWh.map { "\(visit.figures.decimal($0)) MWh" }
        return [place, row.label, row.carrier, energy].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func figure(_ row: InventoryRow) -> DataTable.Cell {
        switch row.content {
        case .emissions(let masses):
            let value = desk.record.gwp.co2e(masses)
            return .number(visit.figures.decimal(value, decimals: 3), value)
        case .notation(let key, _): return .text(key.rawValue)
        case .energyOnly: return .missing(t("energy only"))
        }
    }

    private var confirmation: HTML {
        let earlier = desk.imports.filter { $0.id != item.id && $0.finishedAt != nil && $0.result.added > 0 }
        let same = earlier.first { $0.fileName == item.fileName }
        return HTML {
            h2 { t("Add the rows") }
            form(.method("post"), .action(visit.path("\(item.path)/confirmation"))) {
                FormView.token(visit.formToken)
                input(.type("hidden"), .name("version"), .value("\(item.version)"))
                if !earlier.isEmpty {
                    InventoryImportMapping.choice(
                        "replaces", t("Rows of an earlier import"),
                        [("", t("Keep them all and add these"))]
                            + earlier.map { earlier in
                                (
                                    earlier.id.description,
                                    t(
                                        "Replace those of {file}, {time}",
                                        ["file": earlier.fileName, "time": visit.figures.time(earlier.createdAt)])
                                )
                            }, chosen: same?.id.description ?? "")
                    p(.class("hint")) { t("Rows that somebody changed since stay in any case.") }
                }
                div(.class("buttons")) {
                    Components.submit(
                        t.count(reading.rows.count, "Add {count} good row", "Add {count} good rows"))
                    a(.href(visit.path(desk.record.workPath))) { t("Leave without adding") }
                }
            }
        }
    }
}
