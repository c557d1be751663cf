import Contract
import Foundation
import Web

/// A picture of a table: emissions by sector, the way to the target, who pays. Its data are the table's own or stand
/// below it.
struct ContractPaperFigure {
    let paper: ContractPaper
    let title: String
    let bars: [BarChart.Bar]

    private static let width = 640

    /// Nil for tables that no picture helps, and where the figures for it are absent.
    init?(paper: ContractPaper, table: TableID) {
        self.paper = paper
        let t = paper.t
        let bars: [(String, Double)]
        let unit: String
        switch table {
        case .emissions:
            title = t("Emissions by sector in {year}", ["year": "\(paper.contract.baseYear)"])
            unit = "t CO2e"
            bars = Self.named(paper, table, "total")
        case .gap:
            title = t("The way to {year}", ["year": "\(paper.contract.targetYear)"])
            unit = "t CO2e"
            bars = Self.course(paper)
        case .payers:
            title = t("Investment by who pays")
            unit = "EUR"
            bars = Self.payers(paper)
        default: return nil
        }
        guard bars.count > 1, bars.contains(where: { $0.1 != 0 }) else { return nil }
        self.bars = bars.map { name, value in
            BarChart.Bar(
                name, value: value,
                figure: "\(paper.figures.decimal(value, decimals: abs(value) >= 1000 ? 0 : 2)) \(unit)")
        }
    }

    var html: HTML {
        figure {
            p(.class("figure-title")) { title }
            if paper.medium == .pages {
                element("img", .src(""), .alt(description)).replacingSource(picture)
            }
            Web.table(.class("data")) {
                caption { t("Data of the figure: {title}", ["title": title]) }
                tbody {
                    for bar in bars {
                        tr {
                            th(.scope("row")) { bar.label }
                            td(.class("figure")) { bar.figure }
                        }
                    }
                }
            }
        }
    }

    private var t: Texts { paper.t }

    private var description: String {
        "\(title): " + bars.map { "\($0.label) \($0.figure)" }.joined(separator: "; ")
    }

    /// The drawing with its own style: in an image it sees nothing of the page's.
    private var picture: String {
        let height = bars.count * 44
        let drawing = BarChart(bars).html.string.replacing(
            "<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.width) \(height)\" ",
            maxReplacements: 1
        ).replacing("width=\"100%\"", with: "width=\"\(Self.width)\"", maxReplacements: 1)
        let start = drawing.firstIndex(of: ">").map(drawing.index(after:)) ?? drawing.startIndex
        let styled = drawing[..<start] + "<style>\(ContractPaperStyle.drawing)</style>" + drawing[start...]
        return "data:image/svg+xml;base64,\(Data(styled.utf8).base64EncodedString())"
    }

    private static func named(_ paper: ContractPaper, _ table: TableID, _ column: String) -> [(String, Double)] {
        paper.contract.items(table).compactMap { row in
            row.number(column).map { (paper.words.name(of: row, in: table), $0) }
        }
    }

    /// From the base year's emissions over what existing strategies leave to what remains.
    private static func course(_ paper: ContractPaper) -> [(String, Double)] {
        let t = paper.t
        let rows = paper.contract.items(.gap)
        func sum(_ column: String) -> Double? {
            let numbers = rows.compactMap { $0.number(column) }
            return numbers.isEmpty ? nil : numbers.reduce(0, +)
        }
        guard let baseline = sum("baseline") else { return [] }
        var bars = [(t("Baseline emissions"), baseline)]
        if let existing = sum("existing") { bars.append((t("After existing strategies"), baseline - existing)) }
        if let existing = sum("existing"), let plan = sum("action_plan") {
            bars.append((t("After existing strategies and the action plan"), baseline - existing - plan))
        }
        if let residual = sum("residual") { bars.append((t("Residual emissions"), residual)) }
        return bars
    }

    private static func payers(_ paper: ContractPaper) -> [(String, Double)] {
        let columns = [
            ("municipality_once", "Municipality"), ("companies_once", "City-owned companies"),
            ("others_once", "Third parties"), ("households_once", "Households"),
        ]
        return columns.compactMap { id, name in
            let numbers = paper.contract.items(.payers).compactMap { $0.number(id) }
            return numbers.isEmpty ? nil : (paper.t(name), numbers.reduce(0, +))
        }
    }
}

extension HTML {
    /// Puts a picture made here in place of an empty source, which the builder lets no data address be.
    fileprivate func replacingSource(_ address: String) -> HTML {
        .raw(string.replacing("src=\"\"", with: "src=\"\(address)\""))
    }
}
