import Foundation
import Portfolio
import SiteSupport
import Support
import Testing

/// `m100 plan` as an operator runs it.
@Suite struct PlanCommandTests {
    private func withProgram(_ body: (Program) throws -> Void) async throws {
        try await withFolder { try body(Program(database: "\($0.path)/none.db", folder: $0.path)) }
    }

    @Test func theExampleIsComputedTwiceToTheSameBytes() async throws {
        try await withProgram { program in
            let example = try program.run("plan", "example")
            #expect(example.code == 0 && example.errors.isEmpty)
            #expect(try CityPlan.read(Data(example.output.utf8)).measures.count > 10)
            let first = try program.run(
                "plan", "compute", "-", "--json", "--draws", "200", "--seed", "7", input: example.output)
            let second = try program.run(
                "plan", "compute", "-", "--json", "--draws", "200", "--seed", "7", input: example.output)
            #expect(first.code == 0 && first.output == second.output)
            let results = try JSONDecoder().decode(PlanResults.self, from: Data(first.output.utf8))
            #expect(results.scenario == "plan" && results.simulation?.draws == 200)
            for year in results.years.indices {
                let sum = results.wedges.parts.reduce(0) { $0 + $1.tonnes[year] }
                #expect(sum == results.wedges.baselineTonnes[year] - results.wedges.resultTonnes[year])
            }
            #expect(results.appraisal.eurPerTonne != nil && results.appraisal.npvEur != 0)
            #expect(results.costs.byPayer.count == 7)
        }
    }

    @Test func scenariosAndText() async throws {
        try await withProgram { program in
            let path = "\(TestClock.packageRoot)/Data/examples/plans/example.json"
            let slow = try program.run(
                "plan", "compute", path, "--scenario", "slow", "--attribution", "shapley", "--json")
            let results = try JSONDecoder().decode(PlanResults.self, from: Data(slow.output.utf8))
            #expect(results.scenario == "slow" && results.wedges.method == "shapley" && results.simulation == nil)
            let text = try program.run("plan", "compute", path)
            #expect(text.code == 0 && text.output.contains("Net present value at 0.04"))
            #expect(text.errors.contains("warning: /measures/6/owner:"))
            let unknown = try program.run("plan", "compute", path, "--scenario", "wishes")
            #expect(unknown.code == 1 && unknown.errors.contains("existing-policies"))
        }
    }

    @Test(arguments: [
        ("{", "refusal: This is not JSON."),
        (#"{"model":{"baseYear":2021,"finalYear":2030}}"#, "refusal: /money: This field is missing."),
        (
            #"{"model":{"baseYear":2021,"finalYear":2030},"money":{"priceYear":2023,"discountRate":0.04},"colour":1}"#,
            "refusal: /colour: There is no such field."
        ),
    ])
    func badPlansLeaveWithOne(plan: String, message: String) async throws {
        try await withProgram { program in
            let ending = try program.run("plan", "compute", "-", "--json", input: plan)
            #expect(ending.code == 1 && ending.output.isEmpty)
            #expect(ending.errors.contains(message), "\(ending.errors)")
        }
    }

    /// Each of the six kinds of bad plans leaves with 1, its place and its reason; the file is not touched.
    @Test(arguments: BadPlan.kinds) func badPlansAreRefusedWithPlaceAndReason(bad: BadPlan) async throws {
        try await withProgram { program in
            var plan = try CityPlan.read(Data(try program.run("plan", "example").output.utf8))
            bad.change(&plan)
            let path = "\(program.folder)/plan.json"
            let bytes = try plan.json()
            try bytes.write(to: URL(fileURLWithPath: path))
            let ending = try program.run("plan", "compute", path, "--json")
            #expect(ending.code == 1 && ending.output.isEmpty)
            #expect(ending.errors.contains("\(path): refusal: \(bad.place): \(bad.reason)"), "\(ending.errors)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        }
    }

    @Test func wrongUseAndMissingFiles() async throws {
        try await withProgram { program in
            #expect(try program.run("plan", "compute").code == 2)
            #expect(try program.run("plan", "compute", "-", "--draws", "1").code == 2)
            #expect(try program.run("plan", "compute", "-", "--attribution", "fair").code == 2)
            #expect(try program.run("plan", "compute", "-", "--seed", "-1").code == 2)
            let missing = try program.run("plan", "compute", "\(program.folder)/none.json")
            #expect(missing.code == 3 && missing.errors.contains("none.json"))
            #expect(try program.run("plan", "compute", "--help").output.contains("Example: m100 plan example"))
        }
    }
}
