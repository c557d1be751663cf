import Benchmark
import Contract
import Foundation

/// What a contract costs to read and to check by every rule: the example, and one with a hundred actions.
func contracts(repository: String) {
    for times in [1, 10] {
        Benchmark(
            "contract with \(10 * times) actions read",
            closure: { benchmark, json in
                for _ in benchmark.scaledIterations { blackHole(try CityContract.read(json)) }
            },
            setup: { try ContractSample.contract(repository, times: times).json() })
        Benchmark(
            "contract with \(10 * times) actions checked",
            closure: { benchmark, contract in
                for _ in benchmark.scaledIterations { blackHole(contract.check()) }
            },
            setup: { try ContractSample.contract(repository, times: times) })
    }
}

/// The example contract with each of its actions several times, and everything that belongs to an action.
enum ContractSample {
    private static let tables: [TableID] = [
        .actions, .actionReductions, .actionEnergy, .pathways, .indicators, .indicatorSheets, .costs, .payers,
        .capitalPlan, .capitalIntensive, .risks, .portfolio,
    ]

    static func contract(_ repository: String, times: Int) throws -> CityContract {
        let file = URL(fileURLWithPath: "\(repository)/Data/examples/contracts/example.json")
        var contract = try CityContract.read(Data(contentsOf: file))
        for table in tables {
            let rows = contract.tables[table]?.rows ?? []
            contract.tables[table]?.rows = rows.flatMap { row in (0..<times).map { copy(row, $0) } }
        }
        return contract
    }

    private static func copy(_ row: ContractRow, _ number: Int) -> ContractRow {
        var row = row
        row.id += "-\(number)"
        for column in ["action", "actions"] {
            guard row.cells[column] != nil else { continue }
            row.cells[column] = ContractCell(.list(row.links(column).map { "\($0)-\(number)" }))
        }
        if !row.isBlank("number") { row.cells["number"] = ContractCell(.text("\(row.text("number"))-\(number)")) }
        return row
    }
}
