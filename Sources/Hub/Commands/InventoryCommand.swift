import ArgumentParser
import Foundation
import Inventory

struct InventoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory", abstract: "Work with greenhouse-gas inventories in files.",
        subcommands: [Compute.self])

    struct Compute: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "compute",
            abstract:
                "Compute the totals of an inventory: exit code 0, or 1 when lines could not be read as they stand.",
            discussion: """
                FILE is the inventory table (CSV or XLSX, columns as in Data/examples/README.md) or a table that the hub exported.
                Example: m100 inventory compute Data/examples/suceava-2021.csv --gwp AR5 --view ccc --json
                """)

        @OptionGroup var options: DataOptions
        @ArgumentParser.Argument(help: "The file with the inventory.") var file: String
        @ArgumentParser.Option(help: "SAR, AR4, AR5 or AR6 (else the inventory's own).") var gwp: String?
        @ArgumentParser.Option(help: "ccc (contract tables A-1), gpc or crf.") var view: String = ReportForm.contract
            .rawValue
        @ArgumentParser.Option(help: "Where factors are looked up, near to far, for lines with a method.")
        var region: String = "RO,EU,world"
        @Flag(help: "Print the report as JSON.") var json = false

        func run() throws {
            guard let form = ReportForm(rawValue: view.lowercased()) else {
                throw ValidationError(
                    "--view must be one of \(ReportForm.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            let set = try gwp.map { text in
                guard let set = GWPSet(named: text) else {
                    throw ValidationError(
                        "--gwp must be one of \(GWPSet.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                return set
            }
            let reading = try InventoryFile.read(
                file, factors: { try options.factors() }, regions: Regions.listed(region))
            for problem in reading.problems { Terminal.error("m100: \(file): \(problem)") }
            guard let inventory = reading.inventory else { throw ExitCode(1) }
            let report = InventoryReport(inventory, under: set)
            let findings = Checks.findings(report)
            if json {
                var object = report.json(form, findings: findings)
                object.add("problems", .list(reading.problems.map(\.json)))
                Terminal.print(object.json(isPretty: true))
            } else {
                Terminal.print(InventoryText(report, form, findings).text)
            }
            if !reading.problems.isEmpty { throw ExitCode(1) }
        }
    }
}

/// The regions of a lookup from near to far.
enum Regions {
    /// `RO` and `RO,EU,world` as a list; the world's values stand behind every place.
    static func listed(_ text: String) -> [String] {
        let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return complete(names)
    }

    /// A country of the European Union alone is looked up in the Union next.
    static func complete(_ names: [String]) -> [String] {
        var regions = names
        if names.count == 1, names[0] == "RO" || names[0].hasPrefix("RO-") {
            regions = names[0] == "RO" ? ["RO", "EU"] : [names[0], "RO", "EU"]
        }
        return regions.contains("world") ? regions : regions + ["world"]
    }
}

extension JSONValue {
    mutating func add(_ name: String, _ value: JSONValue) {
        guard case .object(var object) = self else { return }
        object[name] = value
        self = .object(object)
    }
}

extension TableProblem {
    var json: JSONValue {
        .object([
            "line": .number(Double(line)), "column": .text(column), "effect": .text(effect.rawValue),
            "message": .text(message),
        ])
    }
}
