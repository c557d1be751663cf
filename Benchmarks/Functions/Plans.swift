import Benchmark
import Finance
import Foundation
import Pathways
import Portfolio

/// What money over years costs to compute, and a whole plan: each also at ten times the size, to see how time grows.
func plans(repository: String) {
    for flows in [10_000, 100_000] {
        Benchmark(
            "\(flows) net present values of 30 years",
            closure: { benchmark, table in
                for _ in benchmark.scaledIterations { blackHole(table.presentValues(rate: 0.04)) }
            },
            setup: { PlanSample.table(flows: flows) })
        Benchmark(
            "\(flows) internal rates of 30 years",
            closure: { benchmark, table in
                for _ in benchmark.scaledIterations { blackHole(table.internalRates()) }
            },
            setup: { PlanSample.table(flows: flows) })
    }
    Benchmark(
        "example plan read and checked",
        closure: { benchmark, json in
            for _ in benchmark.scaledIterations { blackHole(try Portfolio(try CityPlan.read(json))) }
        },
        setup: { try PlanSample.json(repository) })
    for attribution in Portfolio.Options.Attribution.allCases {
        Benchmark(
            "example plan to all results, \(attribution.rawValue)",
            closure: { benchmark, portfolio in
                for _ in benchmark.scaledIterations {
                    blackHole(portfolio.results("plan", .init(attribution: attribution)))
                }
            },
            setup: { try Portfolio(try CityPlan.read(try PlanSample.json(repository))) })
    }
    Benchmark(
        "example plan's results to JSON",
        closure: { (benchmark: Benchmark, results: PlanResults) in
            for _ in benchmark.scaledIterations { blackHole(try results.json()) }
        },
        setup: {
            let portfolio = try Portfolio(try CityPlan.read(try PlanSample.json(repository)))
            guard let results = portfolio.results("plan") else { throw Difference() }
            return results
        })
}

/// Cash flows as projects have them: paid once, then received; every tenth with a second payment at half time.
enum PlanSample {
    static func table(flows: Int) -> CashFlowTable {
        var table = CashFlowTable(count: flows, years: 30)
        for flow in 0..<flows {
            table[flow, 0] = -1_000 - Double(flow % 997)
            for year in 1..<30 { table[flow, year] = 50 + Double((flow * 31 + year * 17) % 113) }
            if flow.isMultiple(of: 10) { table[flow, 15] = -800 }
        }
        return table
    }

    static func json(_ repository: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(repository)/Data/examples/plans/example.json"))
    }
}
