import Inventory
import Quantities
import Web

/// The overview of an inventory in work: what is done, what is missing, what comes next.
struct InventoryWorkPages {
    let desk: InventoryDesk
    let visit: Visit

    init(_ desk: InventoryDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    private var t: Texts { visit.t }
    private func path(_ rest: String) -> String { visit.path(desk.record.workPath + rest) }

    var overview: Page {
        Page(
            title: t("Inventory of {city}, {year}", ["city": desk.city.name, "year": "\(desk.record.year)"]),
            breadcrumb: Array(desk.trail(visit).dropLast()), isPrivate: true,
            body: HTML {
                p { Components.tag(t(desk.status.title), desk.status.tone) }
                changedFactors
                figures
                progress
                frame
                for sector in GPCSector.allCases where sector != .otherScope3 { tasks(sector) }
                loose
                findings
                files
                steps
            })
    }

    private var figures: HTML {
        let total = desk.report.contract.total
        return Components.facts([
            Components.Fact(
                t("Total so far"), figure: visit.figures.decimal(total, decimals: 0), unit: "t CO₂e",
                note: t("five sectors, as the Climate City Contract totals them")),
            Components.Fact(t("Rows"), figure: visit.figures.integer(desk.lines.count)),
            Components.Fact(t("To be corrected"), figure: visit.figures.integer(desk.errors.count)),
        ])
    }

    /// Factors that changed after rows were calculated with them.
    @HTMLBuilder private var changedFactors: HTML {
        let count = desk.outdatedRows.count
        if count > 0 {
            Components.notice(
                .warning,
                t.count(
                    count, "{count} row was calculated with a factor that has changed since",
                    "{count} rows were calculated with factors that have changed since"), t
            ) {
                if desk.right >= .edit {
                    p { a(.href(path("/recalculation"))) { t("See what they become, and calculate them again") } }
                }
            }
        }
    }

    private var wanted: [GPCView.Line] {
        desk.report.gpc.lines.filter { $0.reference.isIn(desk.record.coverage) }
    }

    private var progress: HTML {
        let lines = wanted
        let done = lines.count { $0.isAnswered }
        return Components.progress(
            t("Lines with a number or a reason"), done: done, total: lines.count,
            text: t("{done} of {total}", ["done": "\(done)", "total": "\(lines.count)"]))
    }

    private var frame: HTML {
        HTML {
            h2 { t("Frame") }
            Components.summaryList(
                [
                    Components.SummaryRow(t("What it covers"), t(desk.record.coverage.title)),
                    Components.SummaryRow(t("Global warming potentials"), desk.record.gwp.rawValue),
                    Components.SummaryRow(t("Boundary"), desk.record.boundary),
                    Components.SummaryRow(
                        t("People inside the boundary"),
                        desk.record.population.map { visit.figures.integer($0) } ?? ""),
                    Components.SummaryRow(
                        t("Grid electricity factor"), GridChoicePages.words(desk.record.gridChoice, t),
                        changePath: desk.right >= .edit ? path("/grid-factor") : nil),
                ], t)
            Components.linkList(frameLinks)
        }
    }

    private var frameLinks: [(title: String, path: String)] {
        let left = visit.figures.integer(desk.inventory.boundary.exclusions.count)
        var links = [(title: t("What is left out ({count})", ["count": left]), path: path("/exclusions"))]
        guard desk.right >= .edit else { return links }
        links.insert((title: t("Change the frame"), path: path("/frame")), at: 0)
        let waiting = visit.figures.integer(desk.copied.count)
        let copy =
            desk.copied.isEmpty
            ? t("Copy from an earlier year") : t("Copied rows to be answered ({count})", ["count": waiting])
        return links + [(title: copy, path: path("/copy"))]
    }

    private func tasks(_ sector: GPCSector) -> HTML {
        HTML {
            h2 { t(sector.name) }
            Components.taskList(
                desk.report.gpc.lines.filter { $0.reference.sector == sector }.map { line in
                    Components.Task(
                        "\(line.reference.code) \(t(line.reference.subsectorName))",
                        path: path("/lines/\(line.reference.code)"), hint: hint(line), status: status(line))
                }, t)
        }
    }

    private func hint(_ line: GPCView.Line) -> String {
        var parts = [
            t("Scope {number}", ["number": "\(line.reference.scope.rawValue)"]) + ": " + t(line.reference.covers)
        ]
        if let value = line.co2e { parts.append(visit.figures.decimal(value, decimals: 0) + " t CO₂e") }
        parts += line.keys.map { "\($0.rawValue) – \(t($0.name))" }
        let waiting = desk.copied(on: line.reference).count
        if waiting > 0 {
            parts.append(
                t.count(
                    waiting, "{count} row of an earlier year, not yet of this year",
                    "{count} rows of an earlier year, not yet of this year"))
        }
        return parts.joined(separator: " · ")
    }

    private func status(_ line: GPCView.Line) -> Components.TaskStatus {
        let rows = Set(desk.lines(of: line.reference).map(\.row.id))
        let isWrong = desk.errors.contains { finding in
            if case .row(let id) = finding.place { rows.contains(id) } else { false }
        }
        if isWrong { return .problem }
        if !desk.copied(on: line.reference).isEmpty { return .inProgress }
        return line.isAnswered ? .completed : .notStarted
    }

    /// Rows that are known by sector and scope only, such as those of a published table.
    @HTMLBuilder private var loose: HTML {
        let rows = desk.lines.filter { $0.row.placement.reference == nil }
        if !rows.isEmpty {
            h2 { t("Rows without a line of the GPC") }
            p { t("Their source gives sector and scope only.") }
            InventoryLinePages(desk, visit).table(rows)
        }
    }

    private var findings: HTML {
        section(.id("findings")) {
            h2 { t("Findings of the checks") }
            if desk.findings.isEmpty {
                p { t("The checks have found nothing.") }
            } else {
                InventoryFindings.list(desk.findings, t)
            }
        }
    }

    /// What comes next, and why it cannot come yet.
    private var steps: HTML {
        HTML {
            h2 { t("Certification and publication") }
            if desk.right == .certify {
                Components.linkList([
                    (t("Certify the inventory"), path("/certification")),
                    (t("Publish the inventory"), path("/publication")),
                ])
            } else {
                p {
                    t(
                        "When everything is entered, a certifier of the city's team certifies and publishes the inventory."
                    )
                }
            }
            if let certification = desk.certification {
                p(.class("note")) {
                    desk.isCertified
                        ? t("Certified by {name}, {time}.", names(certification))
                        : t(
                            "{name} certified an earlier state on {time}; the inventory has changed since.",
                            names(certification))
                }
            }
            if desk.publication != nil {
                p {
                    a(.href(visit.path(PublicInventory.path(city: desk.city.slug, year: desk.record.year)))) {
                        t("The public page of this inventory")
                    }
                }
            }
        }
    }

    private func names(_ certification: InventoryCertification) -> [String: String] {
        ["name": certification.certifierName, "time": visit.figures.time(certification.certifiedAt)]
    }
}

extension GPCView.Line {
    /// Whether the line has a number or a notation key.
    var isAnswered: Bool { rows > 0 || !keys.isEmpty }
}
