import ArgumentParser
import Foundation
import Portfolio

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Compute a city's plan from a file: emissions, wedges, costs, funding.",
        subcommands: [Compute.self, Example.self])

    struct Compute: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "compute",
            abstract: "Compute one scenario of a plan: exit code 0, or 1 when the plan is refused.",
            discussion: """
                FILE is a plan as docs/plan.schema.json describes it, or - for standard input. Problems are listed on \
                standard error with their place in the document. The same plan and seed give the same bytes.
                Example: m100 plan example | m100 plan compute - --json --scenario plan --draws 1000 --seed 7
                """)

        @ArgumentParser.Argument(help: "The file with the plan, or - for standard input.") var file: String
        @ArgumentParser.Option(help: "The scenario's id (else the one of kind “plan”).") var scenario: String?
        @ArgumentParser.Option(help: "How reductions are shared out between measures: ordered or shapley.")
        var attribution = Portfolio.Options.Attribution.ordered.rawValue
        @ArgumentParser.Option(help: "Draws of a Monte Carlo simulation, from 100 on (none unless given).") var draws:
            Int?
        @ArgumentParser.Option(help: "The seed of everything random.") var seed: UInt64 = 1
        @Flag(help: "Print all results as JSON.") var json = false

        func validate() throws {
            if let draws, !(100...1_000_000).contains(draws) {
                throw ValidationError("--draws must be between 100 and 1000000")
            }
            if Portfolio.Options.Attribution(rawValue: attribution) == nil {
                throw ValidationError("--attribution must be ordered or shapley")
            }
        }

        func run() throws {
            let source = CommandFile(file, of: "plan")
            let portfolio = try source.reading { try Portfolio(try CityPlan.read($0)) }
            let options = Portfolio.Options(
                attribution: Portfolio.Options.Attribution(rawValue: attribution) ?? .ordered, draws: draws, seed: seed)
            guard let name = scenario ?? portfolio.mainScenario, let results = portfolio.results(name, options) else {
                let known = portfolio.plan.model.scenarios.map(\.id).joined(separator: ", ")
                Terminal.error("m100 plan: \(file): there is no scenario “\(scenario ?? "")”; there are: \(known)")
                throw ExitCode(1)
            }
            for warning in portfolio.warnings { source.report(warning) }
            Terminal.print(json ? String(decoding: try results.json(), as: UTF8.self) : PlanText(results).text)
        }
    }

    struct Example: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "example",
            abstract: "Print a complete plan of an invented city: every field at least once.",
            discussion: "Example: m100 plan example > plan.json")

        @OptionGroup var options: DataOptions

        func run() throws {
            let example = CommandFile(try options.file("examples/plans/example.json"), of: "plan")
            FileHandle.standardOutput.write(try example.bytes())
        }
    }
}
