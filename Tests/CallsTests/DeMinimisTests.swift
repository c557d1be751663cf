import Storage
import Testing

@testable import Calls

/// De minimis aid as Regulation (EU) 2023/2831 counts it: EUR 300,000 in any three years.
@Suite struct DeMinimisTests {
    private func day(_ text: String) -> Day { Day(text) ?? Day(year: 1, month: 1, day: 1) }
    private func aid(_ on: String, _ euros: Int) -> DeMinimis.Aid { .init(on: day(on), cents: euros * 100, giver: "x") }

    @Test(arguments: [
        ("2026-11-23", 300_000), ("2026-03-14", 180_000), ("2026-03-13", 180_000),
        // Three years to the day after the first aid it counts no more.
        ("2028-03-14", 180_000), ("2028-03-15", 300_000),
    ])
    func anAidCountsForThreeYears(on: String, left: Int) {
        let earlier = on == "2026-11-23" ? [] : [aid("2025-03-15", 120_000)]
        #expect(DeMinimis(earlier: earlier).headroom(on: day(on)) == left * 100)
    }

    @Test func anyThreeYearsCountNotOnlyThoseThatEndToday() {
        // Granted already for a later day: the three years that end then hold today, too.
        let register = DeMinimis(earlier: [aid("2024-06-01", 100_000), aid("2027-01-10", 150_000)])
        #expect(register.headroom(on: day("2026-11-23")) == 5_000_000)
        #expect(register.headroom(on: day("2027-06-02")) == 15_000_000)
        #expect(DeMinimis(earlier: [aid("2025-01-01", 310_000)]).headroom(on: day("2026-01-01")) == 0)
    }

    /// Against looking at every window of three years that holds the day, day by day.
    @Test(arguments: 0..<60) func againstEveryWindow(seed: Int) {
        var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let start = day("2024-01-01").number
        let earlier = (0..<6).map { _ in
            DeMinimis.Aid(on: Day(number: start + next(2000)), cents: (1 + next(9)) * 1_000_000, giver: "x")
        }
        let today = Day(number: start + 700 + next(600))
        let worst =
            (today.number..<today.number + 1200).map { number -> Int in
                let end = Day(number: number)
                let begin = DeMinimis.threeYearsBefore(end)
                guard begin < today else { return 0 }
                return earlier.filter { $0.on > begin && $0.on <= end }.reduce(0) { $0 + $1.cents }
            }.max() ?? 0
        let room = DeMinimis(earlier: earlier).headroom(on: today)
        #expect(room == max(0, DeMinimis.ceilingCents - worst))
    }

    @Test func leapDays() {
        #expect(DeMinimis.threeYearsBefore(day("2028-02-29")) == day("2025-02-28"))
        #expect(DeMinimis.threeYearsBefore(day("2027-03-01")) == day("2024-03-01"))
    }

    @Test func aListIsReadLineByLine() throws {
        let read = { (text: String) in Double(text) }
        let list = try DeMinimis.read("2025-03-14; 12000.50; Energy Agency\n\n 2024-01-02 ;1; A; B \n", number: read)
        #expect(list.map(\.cents) == [1_200_050, 100] && list.last?.giver == "A; B")
        for (text, line) in [
            ("2025-03-14; x; y", 1), ("\n2025-13-14; 1; y", 2), ("2025-03-14; 1", 1), ("2025-03-14; 1;", 1),
        ] {
            #expect(throws: DeMinimis.LineProblem(number: line)) { try DeMinimis.read(text, number: read) }
        }
    }
}

/// The money of an award.
@Suite struct AwardLedgerTests {
    private func ledger(_ change: (inout [AwardLedger.Tranche]) -> Void = { _ in }) -> AwardLedger {
        var tranches = [
            AwardLedger.Tranche(
                id: first, cents: 300, needsReport: false, isReportAccepted: false, hasPayment: false, paidCents: 0),
            AwardLedger.Tranche(
                id: second, cents: 700, needsReport: true, isReportAccepted: false, hasPayment: false, paidCents: 0),
        ]
        change(&tranches)
        return AwardLedger(
            ceilingCents: 1000, tranches: tranches, recoveryCents: 0, recoveredCents: 0, hasAgreement: true,
            isHeld: false, isAidChecked: nil)
    }
    private let first: TrancheID
    private let second: TrancheID

    init() throws {
        first = try #require(TrancheID("0198a000-0000-7000-8000-000000000001"))
        second = try #require(TrancheID("0198a000-0000-7000-8000-000000000002"))
    }

    @Test func eachObstacleStandsAlone() {
        #expect(ledger().obstacles(to: first) == [])
        #expect(ledger().obstacles(to: second) == [.noAcceptedReport])
        func with(agreement: Bool = true, held: Bool = false, aid: Bool? = nil) -> [PaymentObstacle] {
            AwardLedger(
                ceilingCents: 1000, tranches: ledger().tranches, recoveryCents: 0, recoveredCents: 0,
                hasAgreement: agreement, isHeld: held, isAidChecked: aid
            ).obstacles(to: first)
        }
        #expect(with(agreement: false) == [.noAgreement])
        #expect(with(held: true) == [.held])
        #expect(with(aid: false) == [.noAidCheck] && with(aid: true) == [])
        #expect(
            ledger {
                $0[0] = .init(
                    id: first, cents: 300, needsReport: false, isReportAccepted: false, hasPayment: true, paidCents: 0)
            }.obstacles(to: first) == [.proposedAlready])
        #expect(
            ledger {
                $0[1] = .init(
                    id: second, cents: 701, needsReport: true, isReportAccepted: true, hasPayment: true, paidCents: 701)
            }.obstacles(to: first) == [.overCeiling])
    }
}
