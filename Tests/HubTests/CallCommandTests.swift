import Foundation
import SiteSupport
import Support
import Testing

/// `m100 call` as an auditor runs it.
@Suite struct CallCommandTests {
    private static let example = "\(TestClock.packageRoot)/Data/examples/calls/example.json"

    private func withProgram(_ body: (Program) throws -> Void) async throws {
        try await withFolder { try body(Program(database: "\($0.path)/none.db", folder: $0.path)) }
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theOrderOfRowsChangesNeitherRankingNorHash() async throws {
        try await withProgram { program in
            let text = try String(contentsOfFile: Self.example, encoding: .utf8)
            let first = try program.run("call", "rank", Self.example, "--json")
            #expect(first.code == 0 && first.errors.isEmpty, "\(first.errors)")
            var shuffled = try object(text)
            let bids = try #require(shuffled["bids"] as? [[String: Any]])
            shuffled["bids"] = bids.reversed().map { bid in
                var bid = bid
                bid["reports"] = (bid["reports"] as? [[String: Any]])?.reversed().map { report in
                    var report = report
                    report["scores"] = Array(((report["scores"] as? [Any]) ?? []).reversed())
                    return report
                }
                return bid
            }
            let other = String(decoding: try JSONSerialization.data(withJSONObject: shuffled), as: UTF8.self)
            #expect(other != text)
            let second = try program.run("call", "rank", "-", "--json", input: other)
            #expect(second.code == 0 && second.output == first.output)
            let result = try object(first.output)
            let hash = try #require(result["inputHash"] as? String)
            #expect(try program.run("call", "rank", "-", input: other).output.contains("Input: \(hash)"))
            #expect(
                try program.run("call", "canonical", "-", input: other).output
                    == program.run("call", "canonical", Self.example).output)
            let rows = try #require(result["rows"] as? [[String: Any]])
            #expect(rows.count == bids.count && rows.contains { $0["decidedBy"] as? String == "draw" })
        }
    }

    @Test(arguments: [
        ("{", "This is not JSON."), (#"{"rules":{}}"#, "/rules/criteria: This field is missing."),
        (#"{"rules":{"criteria":{"id":"a","scale":{"highest":5}}},"bids":[{"number":"A 1"}]}"#, "/bids/0/number"),
    ])
    func badFilesLeaveWithOne(document: String, message: String) async throws {
        try await withProgram { program in
            let ending = try program.run("call", "rank", "-", input: document)
            #expect(ending.code == 1 && ending.output.isEmpty && ending.errors.contains(message), "\(ending.errors)")
        }
    }

    @Test func reviewersAreAssignedOrTheReasonIsPrinted() async throws {
        try await withProgram { program in
            let possible = #"""
                {"reviewersPerBid":1,"seed":"s","bids":[{"number":"A"}],
                 "experts":[{"id":"E1","most":1},{"id":"E2","most":1}],"conflicts":[{"expert":"E1","bid":"A"}]}
                """#
            let found = try program.run("call", "assign", "-", "--json", input: possible)
            let bids = try #require(try object(found.output)["bids"] as? [[String: Any]])
            #expect(found.code == 0 && bids.first?["reviewers"] as? [String] == ["E2"])
            let none = try program.run(
                "call", "assign", "-",
                input: possible.replacingOccurrences(of: #""reviewersPerBid":1"#, with: #""reviewersPerBid":2"#))
            #expect(none.code == 1)
            #expect(try object(none.output)["kind"] as? String == "reviewers")
        }
    }
}
