import Inventory
import Pathways
import Web

/// Answers of a frame's forms as content, and back.
extension ScenarioFrameStep {
    /// What is recorded, as the form shows it.
    func answers(_ frame: ScenarioFrame, _ t: Texts) -> Answers {
        let content = frame.content
        var values: [String: String?] = [:]
        func number(_ value: Double) -> String { FormNumber.write((value * 1e9).rounded() / 1e9, t) }
        switch self {
        case .base:
            values = ["publication": frame.publication.description, "final-year": "\(content.finalYear)"]
        case .targets:
            for (place, target) in content.targets.enumerated() {
                values["year-\(place + 1)"] = "\(target.year)"
                values["reduction-\(place + 1)"] = number(target.reduction * 100)
                values["basis-\(place + 1)"] = target.basis.rawValue
            }
        case .drivers:
            for growth in content.drivers {
                values["growth-\(growth.driver.rawValue)"] = number(growth.growth * 100)
                values["source-\(growth.driver.rawValue)"] = growth.source
            }
            for link in content.following {
                values["follows-\(link.sector.rawValue.lowercased())"] = link.driver.rawValue
            }
        case .grid:
            for (place, point) in (content.grid?.points ?? []).enumerated() {
                values["year-\(place + 1)"] = "\(point.year)"
                values["part-\(place + 1)"] = number(point.value * 100)
            }
            values["source"] = content.grid?.source
        case .removals:
            values["sink-name"] = content.sink?.name
            values["sink-start"] = content.sink.map { number($0.atStart) }
            values["sink-end"] = content.sink.map { number($0.atEnd) }
            values["sink-source"] = content.sink?.source
            values["credit-from"] = content.credit.map { "\($0.from)" }
            values["credit-tonnes"] = content.credit.map { number($0.tonnes) }
            values["credit-source"] = content.credit?.source
        case .budget:
            values["start"] = content.budget.map { "\($0.start)" }
            values["end"] = content.budget.map { "\($0.end)" }
            values["tonnes"] = content.budget.map { number($0.tonnes) }
            values["source"] = content.budget?.source
        }
        return Answers(values)
    }

    /// Puts checked answers into the content; what only half of was answered is told at its field.
    func apply(_ answers: inout Answers, to content: inout ScenarioFrame.Content, _ t: Texts) {
        switch self {
        case .base: content.finalYear = answers.integer("final-year") ?? content.finalYear
        case .targets: content.targets = Self.targets(&answers, t)
        case .drivers: Self.drivers(&answers, to: &content, t)
        case .grid: content.grid = Self.grid(&answers, t)
        case .removals: Self.removals(&answers, to: &content, t)
        case .budget: content.budget = Self.budget(&answers, t)
        }
    }

    /// Fields that only make sense together: nil when all are empty, or after a word at each that is missing.
    private static func together(_ names: [String], _ answers: inout Answers, _ t: Texts) -> [Double]? {
        let given = names.filter { !answers.text($0).isEmpty }
        guard !given.isEmpty else { return nil }
        for name in names where answers.text(name).isEmpty { answers.refuse(name, t("write an answer")) }
        let numbers = names.compactMap { answers.number($0) ?? answers.whole($0) }
        return numbers.count == names.count ? numbers : nil
    }

    private static func targets(_ answers: inout Answers, _ t: Texts) -> [Plan.Target] {
        var targets: [Plan.Target] = []
        for place in ScenarioFrameForm.places {
            guard let numbers = together(["year-\(place)", "reduction-\(place)"], &answers, t) else { continue }
            let year = Int(numbers[0])
            if targets.contains(where: { $0.year == year }) {
                answers.refuse("year-\(place)", t("a target of this year stands above"))
                continue
            }
            targets.append(
                Plan.Target(
                    id: "target-\(year)", year: year,
                    basis: Plan.Target.Basis(rawValue: answers.text("basis-\(place)")) ?? .gross,
                    reduction: numbers[1] / 100))
        }
        return targets.sorted { $0.year < $1.year }
    }

    private static func drivers(_ answers: inout Answers, to content: inout ScenarioFrame.Content, _ t: Texts) {
        content.drivers = ScenarioFrame.Driver.allCases.compactMap { driver in
            answers.number("growth-\(driver.rawValue)").map { growth in
                ScenarioFrame.Growth(
                    driver: driver, growth: growth / 100, source: answers.text("source-\(driver.rawValue)"))
            }
        }
        content.following = []
        for sector in ContractSector.allCases {
            let name = "follows-\(sector.rawValue.lowercased())"
            guard let driver = ScenarioFrame.Driver(rawValue: answers.text(name)) else { continue }
            guard content.drivers.contains(where: { $0.driver == driver }) else {
                answers.refuse(name, t("write above how this grows"))
                continue
            }
            content.following.append(ScenarioFrame.Following(sector: sector, driver: driver))
        }
    }

    private static func grid(_ answers: inout Answers, _ t: Texts) -> ScenarioFrame.GridPath? {
        var points: [Plan.Point] = []
        for place in ScenarioFrameForm.places {
            guard let numbers = together(["year-\(place)", "part-\(place)"], &answers, t) else { continue }
            let year = Int(numbers[0])
            if points.contains(where: { $0.year == year }) {
                answers.refuse("year-\(place)", t("this year stands above"))
                continue
            }
            points.append(Plan.Point(year: year, value: numbers[1] / 100))
        }
        guard !points.isEmpty else { return nil }
        return ScenarioFrame.GridPath(points: points.sorted { $0.year < $1.year }, source: answers.text("source"))
    }

    private static func removals(_ answers: inout Answers, to content: inout ScenarioFrame.Content, _ t: Texts) {
        content.sink = together(["sink-start", "sink-end"], &answers, t).map { numbers in
            ScenarioFrame.Removal(
                name: answers.text("sink-name"), atStart: numbers[0], atEnd: numbers[1],
                source: answers.text("sink-source"))
        }
        if content.sink == nil, !answers.text("sink-name").isEmpty, answers.isFine {
            answers.refuse("sink-start", t("write an answer"))
        }
        content.credit = together(["credit-from", "credit-tonnes"], &answers, t).map { numbers in
            ScenarioFrame.Purchase(from: Int(numbers[0]), tonnes: numbers[1], source: answers.text("credit-source"))
        }
    }

    private static func budget(_ answers: inout Answers, _ t: Texts) -> Plan.Budget? {
        together(["start", "end", "tonnes"], &answers, t).map { numbers in
            Plan.Budget(
                start: Int(numbers[0]), end: Int(numbers[1]), tonnes: numbers[2], source: answers.text("source"))
        }
    }
}
