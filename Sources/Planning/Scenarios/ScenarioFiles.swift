import Pathways
import Spreadsheets

/// Scenarios as tables to save; the same in every language.
enum ScenarioFiles {
    /// A line for each year: the four numbers, and what each measure takes off.
    static func pathway(_ result: ScenarioResult) -> [UInt8] {
        var file = CSVWriter(
            header: [
                "year", "without_measures_t_co2e", "gross_t_co2e", "removals_t_co2", "credits_t_co2e", "net_t_co2e",
                "cumulated_t_co2e",
            ] + result.wedges.parts.map { "reduction_t_co2e:\($0.measure)" })
        let pathway = result.pathway
        let (net, cumulated) = (pathway.net, pathway.cumulated)
        for (place, year) in result.years.enumerated() {
            let numbers = [
                result.wedges.baseline[place], pathway.gross[place], pathway.removals[place], pathway.credits[place],
                net[place], cumulated[place],
            ]
            file.row(
                ["\(year)"] + numbers.map { "\($0)" } + result.wedges.parts.map { "\($0.reduction[place])" })
        }
        return file.bytes
    }

    /// A line for each year and a column for each scenario.
    static func comparison(_ results: [(name: String, result: ScenarioResult)]) -> [UInt8] {
        var file = CSVWriter(header: ["year"] + results.map { "gross_t_co2e:\($0.name)" })
        for (place, year) in (results.first?.result.years ?? []).enumerated() {
            file.row(["\(year)"] + results.map { "\($0.result.pathway.gross[place])" })
        }
        return file.bytes
    }

    /// A line for each measure of a scenario.
    static func portfolio(_ result: ScenarioResult) -> [UInt8] {
        let year = result.target?.target.year ?? result.years.last ?? 0
        var file = CSVWriter(header: [
            "measure", "name", "start", "end", "reduction_t_co2e:\(year)", "reduction_t_co2e_all_years",
            "rests_on_claim", "source",
        ])
        for part in result.wedges.parts {
            guard let measure = result.plan.measures.first(where: { $0.id == part.measure }) else { continue }
            let place = result.pathway.place(year) ?? 0
            file.row([
                measure.id, measure.name, "\(measure.start)", "\(measure.end)", "\(part.reduction[place])",
                "\(part.reduction.reduce(0, +))", "\(part.restsOnClaim)", measure.source,
            ])
        }
        return file.bytes
    }
}
