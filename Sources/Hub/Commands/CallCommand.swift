import ArgumentParser
import Foundation
import Selection

struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Compute a call from a file: rank bids, assign reviewers.",
        subcommands: [Rank.self, Canonical.self, Assign.self])

    struct Rank: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rank",
            abstract: "Rank the bids of a call: exit code 0, or 1 when the file is refused.",
            discussion: """
                FILE holds the call's rules and the bids with their reports, or - for standard input. The order of its \
                rows decides nothing: the hash and the ranking stay the same. A tie is drawn by the SHA-256 of seed, \
                colon and number: printf '%s' 'SEED:NUMBER' | sha256sum; the lowest comes first.
                Example: m100 call rank Data/examples/calls/example.json --json
                """)

        @ArgumentParser.Argument(help: "The file with the call, or - for standard input.") var file: String
        @Flag(help: "Print the whole result as JSON.") var json = false

        func run() throws {
            let (ranking, frozen) = try CommandFile(file, of: "call").reading { bytes in
                let frozen = try RankingCase.read(bytes)
                return (try Ranking(frozen), frozen)
            }
            Terminal.print(
                json ? String(decoding: try ranking.json(), as: UTF8.self) : RankingText(ranking, frozen).text)
        }
    }

    struct Canonical: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "canonical",
            abstract: "Print everything that decides a ranking, as the text whose SHA-256 is the hash of the input.",
            discussion: "Example: m100 call canonical Data/examples/calls/example.json | sha256sum")

        @ArgumentParser.Argument(help: "The file with the call, or - for standard input.") var file: String

        func run() throws {
            let source = CommandFile(file, of: "call")
            let frozen = try source.reading(RankingCase.read)
            if !frozen.problems.isEmpty { try source.refuse(frozen.problems) }
            FileHandle.standardOutput.write(Data(frozen.canonicalText.utf8))
        }
    }

    struct Assign: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "assign",
            abstract: "Propose reviewers for bids: exit code 0, or 1 when there is no way, with the reason.",
            discussion: """
                FILE holds bids, experts, conflicts and suitability, or - for standard input. A conflict is never \
                assigned. Prints JSON: the proposal, or the bids and experts that stand in its way.
                Example: m100 call assign reviewers.json --json
                """)

        @ArgumentParser.Argument(help: "The file with the case, or - for standard input.") var file: String
        @Flag(help: "Print the result as JSON (it always is).") var json = false

        func run() throws {
            let proposal = try CommandFile(file, of: "call").reading { bytes in
                try Assignment.propose(try AssignmentCase.read(bytes))
            }
            switch proposal {
            case .assigned(let assignment): Terminal.print(String(decoding: try assignment.json(), as: UTF8.self))
            case .impossible(let cut):
                Terminal.print(String(decoding: try cut.json(), as: UTF8.self))
                throw ExitCode(1)
            }
        }
    }
}

/// A ranking as text: one bid a line, then what is open, then the hash.
struct RankingText {
    let text: String

    init(_ ranking: Ranking, _ frozen: RankingCase) {
        var lines = frozen.note.isEmpty ? [ranking.call, ""] : [ranking.call, frozen.note, ""]
        for row in ranking.rows {
            let rank = row.rank.map { "\($0)." } ?? "–"
            let name = frozen.bids.first { $0.number == row.number }?.name ?? ""
            let total = row.total.map { "\($0.value)" } ?? "–"
            var words = [rank, row.number, name, total, row.outcome.rawValue]
            if row.grantedCents > 0 { words.append("\(row.grantedCents) cents") }
            if let place = row.reservePlace { words.append("reserve \(place)") }
            if !row.decidedBy.isEmpty { words.append("by \(row.decidedBy)") }
            words += row.below.map { "below \($0)" } + row.open
            lines.append(words.joined(separator: "\t"))
        }
        lines.append("")
        for group in ranking.awaitingDraw { lines.append("Waiting for the draw: \(group.joined(separator: ", "))") }
        for finding in ranking.strategic.findings {
            let numbers = [finding.found, finding.limit].compactMap { $0.map(String.init) }.joined(separator: " / ")
            lines.append("Finding: \(finding.check) \(finding.of) \(numbers)")
        }
        if let proposal = ranking.strategic.proposal {
            lines.append("Best selection that meets the diversity rules: \(proposal.joined(separator: ", "))")
        }
        lines.append(ranking.isFinal ? "Final: yes" : "Final: no")
        if let seed = ranking.seed { lines.append("Seed: \(seed)") }
        lines.append("Version: \(ranking.version)")
        lines.append("Input: \(ranking.inputHash)")
        text = lines.joined(separator: "\n")
    }
}
