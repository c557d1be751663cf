import ArgumentParser
import Foundation
import Pathways
import Selection

/// Something that is wrong at a place of a file that a command reads.
protocol PlacedProblem {
    /// Where in the document; empty where it is the whole.
    var place: String { get }
    /// An English sentence.
    var text: String { get }
    /// How bad it is; empty where there is one kind alone.
    var grade: String { get }
}

extension PlanProblem: PlacedProblem {
    var grade: String { level.rawValue }
}

extension SelectionProblem: PlacedProblem {
    var grade: String { "" }
}

/// A file that a command reads: its bytes, and what is wrong with it, a line each on standard error.
struct CommandFile {
    /// The command's name, such as `plan`.
    let command: String
    /// The file, or - for standard input.
    let path: String

    init(_ path: String, of command: String) {
        self.command = command
        self.path = path
    }

    func bytes() throws -> Data {
        if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw SettingsError("\(path): the file cannot be read")
        }
    }

    func report(_ problem: some PlacedProblem) {
        let grade = problem.grade.isEmpty ? "" : " \(problem.grade):"
        let place = problem.place.isEmpty ? "" : " \(problem.place):"
        Terminal.error("m100 \(command): \(path):\(grade)\(place) \(problem.text)")
    }

    /// Lists the problems and ends with the exit code of an answer “no”.
    func refuse(_ problems: [some PlacedProblem]) throws -> Never {
        for problem in problems { report(problem) }
        throw ExitCode(1)
    }

    /// What `read` makes of the file; its problems end the command.
    func reading<Value>(_ read: (Data) throws -> Value) throws -> Value {
        do {
            return try read(try bytes())
        } catch let problem as PlanProblem {
            try refuse([problem])
        } catch let refusal as PlanRefusal {
            try refuse(refusal.problems)
        } catch let problem as SelectionProblem {
            try refuse([problem])
        } catch let refusal as SelectionRefusal {
            try refuse(refusal.problems)
        }
    }
}
