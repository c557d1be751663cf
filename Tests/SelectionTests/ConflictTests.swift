import Selection
import Testing

/// Who must not read which bid.
@Suite struct ConflictTests {
    private let rules = ConflictRules(years: 3, publicMailDomains: ["post.example"])
    private var detection: ConflictDetection { ConflictDetection(rules, year: 2026) }
    private let bids = [
        BidParties("B1", organisations: ["city-one", "utility"], mailDomains: ["one.example"], counties: ["North"]),
        BidParties(
            "B2", organisations: ["city-two"], mailDomains: ["Two.example", "post.example"], counties: ["South"]),
    ]

    private func kinds(_ expert: ExpertTies) -> [String] {
        detection.findings(of: [expert], in: bids).map { "\($0.bid) \($0.kind.rawValue) \($0.severity.rawValue)" }
    }

    @Test(arguments: [
        (ExpertTies("E", organisations: [.init("utility")]), ["B1 same-organisation bar"]),
        (ExpertTies("E", organisations: [.init("utility", ended: 2023)]), ["B1 same-organisation bar"]),
        (ExpertTies("E", organisations: [.init("utility", ended: 2022)]), []),
        (ExpertTies("E", organisations: [.init("university")]), []),
        (ExpertTies("E", mailDomain: "two.EXAMPLE"), ["B2 same-mail-domain bar"]),
        (ExpertTies("E", mailDomain: "post.example"), []),
        (ExpertTies("E", mailDomain: ""), []),
        (ExpertTies("E", countyAdministrations: [.init("North")]), ["B1 county-administration bar"]),
        (ExpertTies("E", countyAdministrations: [.init("North", ended: 2020)]), []),
        (ExpertTies("E", jointWork: [.init("city-two", ended: 2024)]), ["B2 joint-work bar"]),
        (ExpertTies("E", awards: [.init("city-one", ended: 2025)]), ["B1 earlier-award disclose"]),
        (
            ExpertTies("E", declarations: [.init(bid: "B2", kind: .familyInterest, words: "a sister works there")]),
            ["B2 family-interest bar"]
        ),
        (ExpertTies("E", declarations: [.init(bid: "B9", kind: .other, words: "no such bid")]), []),
        // What records show cannot be declared away or made up.
        (ExpertTies("E", declarations: [.init(bid: "B1", kind: .jointWork, words: "said by hand")]), []),
    ])
    func eachKindIsFoundAndEnds(expert: ExpertTies, expected: [String]) {
        #expect(kinds(expert) == expected)
    }

    /// Against looking at every pair, on random worlds; in any order of bids and experts.
    @Test(arguments: 0..<200) func allPairsAgree(seed: Int) {
        var numbers = SeededNumbers(UInt64(seed))
        func some(_ names: [String]) -> [String] { names.filter { _ in numbers.next() % 3 == 0 } }
        let organisations = ["a", "b", "c", "d", "e"]
        let bids = (0..<6).map { number in
            BidParties(
                "B\(number)", organisations: Set(some(organisations)),
                mailDomains: Set(some(["x.example", "y.example"])),
                counties: Set(some(["N", "S", "W"])))
        }
        let experts = (0..<6).map { number in
            ExpertTies(
                "E\(number)", organisations: some(organisations).map { .init($0, ended: 2020 + number) },
                mailDomain: some(["x.example"]).first ?? "z.example",
                countyAdministrations: some(["N", "S"]).map { .init($0) },
                jointWork: some(organisations).map { .init($0, ended: 2021 + number) })
        }
        let found = detection.findings(of: experts, in: bids)
        #expect(found == detection.findings(of: experts.reversed(), in: bids.reversed()))
        for expert in experts {
            for bid in bids {
                let shared = expert.organisations.filter { 2026 - ($0.ended ?? 2026) <= 3 }.map(\.to)
                let joint = expert.jointWork.filter { 2026 - ($0.ended ?? 2026) <= 3 }.map(\.to)
                let expected =
                    Set(shared).intersection(bid.organisations).count + Set(joint).intersection(bid.organisations).count
                    + (bid.mailDomains.contains(expert.mailDomain) ? 1 : 0)
                    + Set(expert.countyAdministrations.map(\.to)).intersection(bid.counties).count
                #expect(found.filter { $0.expert == expert.id && $0.bid == bid.number }.count == expected)
            }
        }
    }

    /// What bars is a hard constraint of the proposal, what need only be disclosed is not.
    @Test func findingsAreConstraintsOfTheAssignment() throws {
        let experts = [
            ExpertTies("E1", organisations: [.init("city-one")]), ExpertTies("E2", awards: [.init("city-one")]),
        ]
        let conflicts = detection.findings(of: experts, in: bids).compactMap(\.constraint)
        #expect(
            conflicts.map(\.reason) == ["The expert and the bid belong to the same organisation: city-one."])
        let wanted = AssignmentCase(
            reviewersPerBid: 1, seed: "s", bids: [.init("B1")],
            experts: [.init("E1", most: 1), .init("E2", most: 1)], conflicts: conflicts,
            suitability: [.init(expert: "E1", bid: "B1", value: 1000)])
        guard case .assigned(let proposal) = try Assignment.propose(wanted) else {
            Issue.record("nobody was found")
            return
        }
        #expect(proposal.bids.map(\.reviewers) == [["E2"]])
    }

    @Test func theGateOpensInOneWayOnly() {
        let bar = ConflictFinding(expert: "E", bid: "B", kind: .employment, severity: .bar, subject: "x")
        let tell = ConflictFinding(expert: "E", bid: "B", kind: .earlierAward, severity: .disclose, subject: "x")
        var open = 0
        for isConfidential in [false, true] {
            for hasDeclared in [false, true] {
                for findings in [[], [tell], [bar], [bar, tell]] {
                    for cleared in [[], [tell], [bar, tell]] as [Set<ConflictFinding>] {
                        let gate = ReadingGate(
                            isConfidential: isConfidential, hasDeclared: hasDeclared, findings: findings,
                            cleared: cleared)
                        let isFree = findings.isEmpty || (findings == [tell] && cleared.contains(tell))
                        #expect((gate == .open) == (isConfidential && hasDeclared && isFree))
                        // No word of the manager lifts a bar.
                        if findings.contains(bar) { #expect(gate == .barred([bar])) }
                        open += gate == .open ? 1 : 0
                    }
                }
            }
        }
        #expect(open == 5)
        #expect(
            ReadingGate(isConfidential: true, hasDeclared: false, findings: []) == .declarationMissing)
        #expect(
            ReadingGate(isConfidential: false, hasDeclared: true, findings: [tell]) == .confidentialityMissing)
        #expect(
            ReadingGate(isConfidential: true, hasDeclared: true, findings: [tell]) == .undecided([tell]))
    }
}
