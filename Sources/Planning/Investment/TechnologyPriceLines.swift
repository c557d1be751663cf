import Finance
import Foundation
import Portfolio
import Web

/// Price paths of technologies as lines of a form: name, years with their price, source, with `|` between them.
enum TechnologyPriceLines {
    static func write(_ paths: [PricePath], _ t: Texts) -> String {
        paths.map { path in
            let points = path.points.sorted { $0.year < $1.year }
                .map { "\($0.year) = \(FormNumber.write($0.price, t))" }.joined(separator: ", ")
            return [path.name.isEmpty ? path.id : path.name, points, path.source].joined(separator: " | ")
        }.joined(separator: "\n")
    }

    /// What was typed; a line that cannot be read is told with its number. A technology that keeps its name keeps its
    /// id and status, so that measures which name it still find it.
    static func read(_ answers: inout Answers, _ before: [PricePath], _ t: Texts) -> [PricePath] {
        var found: [PricePath] = []
        let lines = answers.text("prices").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
                .map { String($0).trimmingSpaces() }
            guard parts.count >= 2, !parts[0].isEmpty, let points = points(parts[1]) else {
                answers.refuse(
                    "prices",
                    t(
                        "line {number} is no technology with its prices, such as “Heat pump | 2023 = 1135, 2030 = 1000 | source”",
                        ["number": "\(index + 1)"]))
                return found
            }
            let source = parts.count > 2 ? parts[2] : ""
            if found.contains(where: { $0.name == parts[0] }) {
                answers.refuse("prices", t("“{name}” stands here twice", ["name": parts[0]]))
                return found
            }
            let known = before.first { ($0.name.isEmpty ? $0.id : $0.name) == parts[0] }
            found.append(
                PricePath(
                    id: known?.id
                        ?? MeasureName.slug(parts[0], beside: Set(before.map(\.id)).union(found.map(\.id))),
                    name: parts[0], points: points, source: source,
                    status: known?.source == source ? known?.status ?? .judgement : .judgement))
        }
        return found
    }

    /// A technology that a measure names stays: without its price the measure would have none.
    static func keepUsed(_ prices: [PricePath], _ plan: CityPlan, _ answers: inout Answers, _ t: Texts) {
        let known = Set(prices.map(\.id))
        for measure in plan.measures {
            guard let technology = measure.costs?.technology, !known.contains(technology) else { continue }
            let name = plan.money.prices.first { $0.id == technology }?.name ?? technology
            answers.refuse(
                "prices", t("“{measure}” follows the prices of {name}", ["measure": measure.name, "name": name]))
            return
        }
    }

    /// `2023 = 1135, 2030 = 1000`; a comma within a number has no blank behind it.
    private static func points(_ text: String) -> [PricePath.Point]? {
        var points: [PricePath.Point] = []
        for part in text.replacing(";", with: ", ").components(separatedBy: ", ") {
            let sides = part.split(separator: "=").map { String($0).trimmingSpaces() }
            guard sides.count == 2, let year = Int(sides[0]), (1990...2200).contains(year),
                let price = Answers(["price": sides[1]]).number("price"), price > 0,
                !points.contains(where: { $0.year == year })
            else { return nil }
            points.append(.init(year: year, price: price))
        }
        return points.isEmpty ? nil : points
    }
}
