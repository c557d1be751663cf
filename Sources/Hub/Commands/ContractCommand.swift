import ArgumentParser
import Contract
import Foundation
import Inventory
import Pathways
import Portfolio
import Spreadsheets

struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Work with a Climate City Contract in a file: check it, derive its tables, export it.",
        subcommands: [Check.self, Derive.self, Export.self, Example.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check a contract by every rule: exit code 0, or 1 when there are errors.",
            discussion: """
                FILE is a contract as docs/contract.schema.json describes it, or - for standard input. A finding has \
                its rule, level, place and message; findings with a signed waiver are listed apart and are no errors.
                Example: m100 contract check Data/examples/contracts/suceava.json --json
                """)

        @ArgumentParser.Argument(help: "The file with the contract, or - for standard input.") var file: String
        @ArgumentParser.Option(help: "draft (empty sections are no finding) or publication.")
        var stage = CheckCircumstances.Stage.publication.rawValue
        @Flag(help: "Print the report as JSON.") var json = false

        func validate() throws {
            if CheckCircumstances.Stage(rawValue: stage) == nil {
                throw ValidationError("--stage must be draft or publication")
            }
        }

        func run() throws {
            let contract = try CommandFile(file, of: "contract").reading(CityContract.read)
            let circumstances = CheckCircumstances(stage: CheckCircumstances.Stage(rawValue: stage) ?? .publication)
            let results = ReportResults(contract, contract.check(circumstances))
            Terminal.print(
                json ? String(decoding: try results.json(), as: UTF8.self) : ContractText(results).text)
            if !results.isPublishable { throw ExitCode(1) }
        }
    }

    struct Derive: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "derive",
            abstract: "Fill in a contract what its inventory and its plan know, and print it.",
            discussion: """
                What people wrote stays; a figure that differs from the derived one stays beside it and needs a reason.
                Example: m100 contract derive contract.json --plan plan.json --inventory Data/examples/suceava-2021.csv
                """)

        @OptionGroup var options: DataOptions
        @ArgumentParser.Argument(help: "The file with the contract, or - for standard input.") var file: String
        @ArgumentParser.Option(help: "The file with the city's plan (docs/plan.schema.json).") var plan: String?
        @ArgumentParser.Option(help: "The file with the inventory (CSV or XLSX).") var inventory: String?
        @ArgumentParser.Option(help: "The plan's scenario (else the one of kind “plan”).") var scenario: String?
        @ArgumentParser.Option(help: "Where factors are looked up, near to far, for lines with a method.")
        var region: String = "RO,EU,world"

        func run() throws {
            let contract = try CommandFile(file, of: "contract").reading(CityContract.read)
            var sources = ContractSources(scenario: scenario)
            if let plan {
                sources.portfolio = try CommandFile(plan, of: "contract").reading {
                    try Portfolio(try CityPlan.read($0))
                }
            }
            if let inventory {
                let reading = try InventoryFile.read(
                    inventory, factors: { try options.factors() }, regions: Regions.listed(region))
                for problem in reading.problems { Terminal.error("m100 contract: \(inventory): \(problem)") }
                guard let known = reading.inventory else { throw ExitCode(1) }
                sources.inventory = known
            }
            Terminal.print(String(decoding: try contract.deriving(from: sources).json(), as: UTF8.self))
        }
    }

    struct Example: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "example",
            abstract: "Print a complete contract of an invented city.",
            discussion: "Example: m100 contract example | m100 contract check - --json")

        @OptionGroup var options: DataOptions

        func run() throws {
            let example = CommandFile(try options.file("examples/contracts/example.json"), of: "contract")
            FileHandle.standardOutput.write(try example.bytes())
        }
    }
}

/// A report as people read it in a terminal.
struct ContractText {
    let text: String

    init(_ results: ReportResults) {
        var lines = results.problems.map { "refusal: \($0.place): \($0.message)" }
        for finding in results.findings { lines.append(Self.line(finding)) }
        for finding in results.waived {
            lines.append(
                "waived \(Self.line(finding)) [\(finding.waiver?.author ?? ""): \(finding.waiver?.reason ?? "")]")
        }
        for waiver in results.idleWaivers {
            lines.append("This waiver of \(waiver.rule) covers nothing: \(waiver.place.path)")
        }
        for module in results.modules where module.stage != .complete {
            lines.append("\(module.module.rawValue): \(module.filled) of \(module.asked) parts filled in")
        }
        lines.append(
            "\(results.city): \(results.errors) errors, \(results.warnings) warnings, \(results.waived.count) waived")
        text = lines.joined(separator: "\n")
    }

    private static func line(_ finding: ReportResults.Finding) -> String {
        let number = finding.number.map { " (\($0))" } ?? ""
        return "\(finding.rule) \(finding.level.rawValue): \(finding.place)\(number): \(finding.message)"
    }
}
