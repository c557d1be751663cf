import Selection
import Testing

/// Reviewers for bids: against all assignments of small cases, and what must never happen in large ones.
@Suite struct AssignmentTests {
    static func random(
        _ seed: UInt64, bids: Int, experts: Int, reviewers: Int, institutions: Int, fields: Bool, spare: Int = 1
    ) -> AssignmentCase {
        var numbers = SeededNumbers(seed)
        let names = ["energy", "mobility", "waste"]
        let most = (bids * reviewers + experts - 1) / experts + spare
        var wanted = AssignmentCase(
            reviewersPerBid: reviewers, seed: "demo", alternates: 2,
            bids: (0..<bids).map { .init("B-\($0)", fields: fields ? [names[$0 % 3]] : []) },
            experts: (0..<experts).map { index in
                .init(
                    "E-\(index)",
                    institution: institutions == 0 ? "" : "I-\(Int.random(in: 0..<institutions, using: &numbers))",
                    fields: fields ? names.filter { _ in Bool.random(using: &numbers) } : [],
                    least: Int.random(in: 0...1, using: &numbers), most: Int.random(in: 1...most, using: &numbers) + 1)
            })
        for bid in wanted.bids {
            for expert in wanted.experts {
                if Int.random(in: 0..<6, using: &numbers) == 0 {
                    wanted.conflicts.append(.init(expert: expert.id, bid: bid.number))
                }
                wanted.suitability.append(
                    .init(expert: expert.id, bid: bid.number, value: Int.random(in: 0...9, using: &numbers) * 100))
            }
        }
        return wanted
    }

    /// Weakest pair, sum and whether anything is possible, by looking at every assignment.
    private struct Brute {
        let wanted: AssignmentCase
        var best: (weakest: Int, sum: Int)?
        private var load: [Int]
        private let values: [[Int]]
        private let choices: [[[Int]]]

        init(_ wanted: AssignmentCase) {
            self.wanted = wanted
            load = [Int](repeating: 0, count: wanted.experts.count)
            let conflicts = Set(wanted.conflicts.map { "\($0.bid) \($0.expert)" })
            values = wanted.bids.map { bid in
                wanted.experts.map { expert in
                    wanted.suitability.first { $0.bid == bid.number && $0.expert == expert.id }?.value ?? 0
                }
            }
            choices = wanted.bids.map { bid in
                (0..<(1 << wanted.experts.count)).compactMap { mask -> [Int]? in
                    let taken = wanted.experts.indices.filter { mask >> $0 & 1 == 1 }
                    let experts = taken.map { wanted.experts[$0] }
                    let institutions = experts.map(\.institution).filter { !$0.isEmpty }
                    guard taken.count == wanted.reviewersPerBid, Set(institutions).count == institutions.count,
                        !experts.contains(where: { conflicts.contains("\(bid.number) \($0.id)") }),
                        bid.fields.allSatisfy({ field in experts.contains { $0.fields.contains(field) } })
                    else { return nil }
                    return taken
                }
            }
            visit(0, weakest: Int.max, sum: 0)
        }

        private mutating func visit(_ bid: Int, weakest: Int, sum: Int) {
            if bid == choices.count {
                guard zip(load, wanted.experts).allSatisfy({ $0 >= $1.least }) else { return }
                if let best, (best.weakest, best.sum) >= (weakest, sum) { return }
                best = (weakest, sum)
                return
            }
            for choice in choices[bid] where choice.allSatisfy({ load[$0] < wanted.experts[$0].most }) {
                for expert in choice { load[expert] += 1 }
                visit(
                    bid + 1, weakest: choice.reduce(weakest) { min($0, values[bid][$1]) },
                    sum: choice.reduce(sum) { $0 + values[bid][$1] })
                for expert in choice { load[expert] -= 1 }
            }
        }
    }

    /// Everything that an assignment must keep, read from the case.
    private func check(_ assignment: Assignment, _ wanted: AssignmentCase) throws {
        let experts = Dictionary(uniqueKeysWithValues: wanted.experts.map { ($0.id, $0) })
        let bids = Dictionary(uniqueKeysWithValues: wanted.bids.map { ($0.number, $0) })
        let conflicts = Set(wanted.conflicts.map { "\($0.bid) \($0.expert)" })
        var load: [String: Int] = [:]
        #expect(assignment.bids.count == wanted.bids.count)
        for row in assignment.bids {
            #expect(Set(row.reviewers).count == wanted.reviewersPerBid)
            let reviewers = row.reviewers.compactMap { experts[$0] }
            let institutions = reviewers.map(\.institution).filter { !$0.isEmpty }
            #expect(Set(institutions).count == institutions.count)
            for name in row.reviewers + row.alternates { #expect(!conflicts.contains("\(row.number) \(name)")) }
            for field in try #require(bids[row.number]).fields {
                #expect(reviewers.contains { $0.fields.contains(field) })
            }
            for alternate in row.alternates.compactMap({ experts[$0] }) {
                #expect(!row.reviewers.contains(alternate.id))
                #expect(alternate.institution.isEmpty || !institutions.contains(alternate.institution))
            }
            for name in row.reviewers { load[name, default: 0] += 1 }
        }
        for expert in wanted.experts {
            #expect((expert.least...expert.most).contains(load[expert.id] ?? 0))
        }
        #expect(assignment.loads.allSatisfy { $0.bids == load[$0.expert] ?? 0 })
    }

    private func compare(_ wanted: AssignmentCase, _ seed: UInt64) throws {
        let brute = Brute(wanted)
        switch try Assignment.propose(wanted) {
        case .assigned(let assignment):
            try check(assignment, wanted)
            let best = try #require(brute.best, "seed \(seed): an assignment where there is none")
            #expect(assignment.weakest == best.weakest && assignment.sum == best.sum, "seed \(seed)")
            #expect(assignment.isProven && assignment.bound >= assignment.sum)
        case .impossible(let cut):
            #expect(brute.best == nil, "seed \(seed): \(cut)")
            if cut.kind == .reviewers || cut.kind == .field { #expect(cut.needed > cut.available) }
            #expect(cut.kind != .notFound)
        }
    }

    @Test(arguments: 0..<1000) func smallCasesAgainstAllAssignments(seed: UInt64) throws {
        let (bids, experts) = (3 + Int(seed % 2), 4 + Int(seed / 2 % 2))
        try compare(
            Self.random(seed, bids: bids, experts: experts, reviewers: 2, institutions: 3, fields: false), seed)
    }

    @Test(arguments: 1000..<2000) func smallCasesWithFieldsAgainstAllAssignments(seed: UInt64) throws {
        let experts = 4 + Int(seed % 3)
        try compare(
            Self.random(
                seed, bids: 4, experts: experts, reviewers: 2, institutions: seed % 2 == 0 ? 0 : 4, fields: true), seed)
    }

    @Test(arguments: [true, false]) func largerCasesKeepEverything(fields: Bool) throws {
        let wanted = Self.random(
            3, bids: 60, experts: 30, reviewers: 3, institutions: 20, fields: fields, spare: 8)
        guard case .assigned(let assignment) = try Assignment.propose(wanted) else {
            Issue.record("nothing was found")
            return
        }
        try check(assignment, wanted)
        #expect(assignment.sum <= assignment.bound)
        if !fields { #expect(assignment.isProven && assignment.sum == assignment.bound) }
        var other = wanted
        var numbers = SeededNumbers(9)
        other.bids.shuffle(using: &numbers)
        other.experts.shuffle(using: &numbers)
        other.conflicts.shuffle(using: &numbers)
        other.suitability.shuffle(using: &numbers)
        #expect(try Assignment.propose(other) == .assigned(assignment))
        #expect(try AssignmentCase.read(other.json()) == other)
    }

    @Test func theCutNamesBidsExpertsAndConflicts() throws {
        var wanted = AssignmentCase(
            reviewersPerBid: 2, seed: "s", bids: [.init("B-1"), .init("B-2"), .init("B-3")],
            experts: [.init("E-1", most: 3), .init("E-2", most: 3), .init("E-3", most: 3)],
            conflicts: [.init(expert: "E-1", bid: "B-2"), .init(expert: "E-2", bid: "B-2")])
        guard case .impossible(let cut) = try Assignment.propose(wanted) else {
            Issue.record("assigned")
            return
        }
        #expect(cut.kind == .reviewers && cut.bids == ["B-2"] && cut.needed == 2 && cut.available == 1)
        #expect(cut.conflicts == wanted.conflicts)
        wanted.conflicts = []
        wanted.bids[0].fields = ["heat"]
        guard case .impossible(let heat) = try Assignment.propose(wanted) else {
            Issue.record("assigned")
            return
        }
        #expect(heat.kind == .field && heat.field == "heat" && heat.bids == ["B-1"])
    }

    @Test func loadsAreEvenWhereAllElseIsEqual() throws {
        let wanted = AssignmentCase(
            reviewersPerBid: 2, seed: "s", bids: (1...6).map { .init("B-\($0)") },
            experts: (1...4).map { .init("E-\($0)", most: 6) })
        guard case .assigned(let assignment) = try Assignment.propose(wanted) else {
            Issue.record("nothing was found")
            return
        }
        #expect(assignment.loads.map(\.bids) == [3, 3, 3, 3])
    }
}
