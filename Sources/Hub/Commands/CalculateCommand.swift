import ArgumentParser
import Foundation
import Inventory

struct CalculateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calculate",
        abstract: "Compute emissions with one of the hub's methods, or list them with their inputs.",
        discussion: """
            Inputs are a JSON object on standard input: a number in the listed unit, "100 MWh", \
            {"value":100,"unit":"MWh","lower":90,"upper":110}, a word, or a list of rows. The keys year, region and gwp say \
            when and where factors are looked up and which set the total is under.
            Exit code 1 for unknown names, missing inputs and wrong units.
            Example: echo '{"fuel":"natural-gas","use":"residential","energy":"100 MWh"}' | m100 calculate \
            fuel-combustion-energy --json
            """)

    @OptionGroup var options: DataOptions
    @ArgumentParser.Argument(help: "The method's name.") var method: String?
    @Flag(help: "Print every method with its inputs and outputs as JSON.") var list = false
    @Flag(help: "Print the result as JSON.") var json = false

    func run() throws {
        if list {
            guard method == nil else { throw ValidationError("name a method or give --list, not both") }
            Terminal.print(JSONValue.list(Methods.all.map(\.json)).json(isPretty: true))
            return
        }
        guard let method else { throw ValidationError("name a method, or list them with --list") }
        do {
            try compute(method)
        } catch let problem as MethodProblem {
            Terminal.error("m100 calculate: \(problem)")
            throw ExitCode(1)
        } catch let problem as JSONValue.Problem {
            Terminal.error("m100 calculate: standard input is not JSON: \(problem)")
            throw ExitCode(1)
        }
    }

    private func compute(_ name: String) throws {
        guard let method = Methods.named(name) else { throw MethodProblem.unknownMethod(name) }
        let input = FileHandle.standardInput.readDataToEndOfFile()
        let value = try JSONValue(json: String(decoding: input, as: UTF8.self))
        guard case .object(let object) = value else {
            throw JSONValue.Problem(description: "it must be an object such as {\"energy\":\"100 MWh\"}.")
        }
        let request = try CalculationRequest(object, for: method)
        let result = try result(of: method, request)
        let answer = CalculationAnswer(method: method, request: request, result: result)
        Terminal.print(json ? answer.json.json(isPretty: true) : answer.text)
    }

    /// The result; what can only be found for a year says so when none was given.
    private func result(of method: Inventory.Method, _ request: CalculationRequest) throws -> MethodResult {
        do {
            return try method.result(request.arguments, factors: try options.factors(), at: request.place)
        } catch let problem as MethodProblem {
            guard request.year == nil, "\(problem)".contains("\(request.place.year)") else { throw problem }
            guard case .missingFactor(let input, let subject, let property, _) = problem else {
                throw MethodProblem.missingInput("year")
            }
            throw MethodProblem.missingFactor(
                input: input, subject: subject, property: property,
                reason: "its values are of single years: give the key “year”")
        }
    }
}
