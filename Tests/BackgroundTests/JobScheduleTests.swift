import Foundation
import Storage
import Support
import Testing

@testable import Background

/// Jobs that run by themselves.
@Suite struct JobScheduleTests {
    @Test(arguments: Engines.all)
    func twoWorkersRunASlotOnce(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let diary = Diary()
            let clock = hub.clock
            let hourly = JobDeclaration(kind: "hourly", title: "", schedule: .every(seconds: 3600)) { _ in
                diary.note("\(clock.now)")
            }
            let workers = [hub.worker([hourly], as: "one"), hub.worker([hourly], as: "two")]
            func all() async throws -> Int {
                try await withThrowingTaskGroup(of: Int.self) { group in
                    for worker in workers { group.addTask { try await worker.runDueJobs() } }
                    return try await group.reduce(0, +)
                }
            }
            #expect(try await all() == 0)
            clock.advance(seconds: 3599)
            #expect(try await all() == 0)
            clock.advance(seconds: 1)
            #expect(try await all() == 1)
            #expect(try await all() == 0)
            // Slots that nobody was there for become one.
            clock.advance(seconds: 5 * 3600)
            #expect(try await all() == 1)
            #expect(diary.entries == ["2026-11-22T11:00:00.000Z", "2026-11-22T16:00:00.000Z"])
        }
    }

    @Test(arguments: Engines.all)
    func aSlotIsSkippedWhileTheLastOneIsStillTrying(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let failing = JobDeclaration(kind: "often", title: "", schedule: .every(seconds: 10)) { _ in
                throw Refusal()
            }
            let worker = hub.worker([failing])
            try await worker.runDueJobs()
            hub.clock.advance(seconds: 10)
            #expect(try await worker.runDueJobs() == 1)
            // The second attempt is due after 30 seconds, together with the slot.
            hub.clock.advance(seconds: 30)
            #expect(try await worker.runDueJobs() == 1)
            #expect(try await hub.jobs().map(\.attempts) == [2])
        }
    }

    @Test(arguments: Engines.all)
    func aShorterScheduleTakesOver(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let daily = JobDeclaration(kind: "a", title: "", schedule: .every(seconds: 86_400)) { _ in }
            let minutely = JobDeclaration(kind: "a", title: "", schedule: .every(seconds: 60)) { _ in }
            try await hub.worker([daily]).runDueJobs()
            let worker = hub.worker([minutely])
            try await worker.runDueJobs()
            hub.clock.advance(seconds: 60)
            #expect(try await worker.runDueJobs() == 1)
        }
    }

    /// Foundation's calendar as the oracle, over two years of days with both changes of the clock.
    @Test func dailySlotsFollowRomanianClocks() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Bucharest"))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        for (hour, minute) in [(0, 0), (3, 30), (7, 15), (23, 59)] {
            let schedule = JobSchedule.dailyAt(hour: hour, minute: minute)
            var moment = try #require(Instant("2026-01-01T00:00:00.000Z"))
            for _ in 0..<730 {
                let next = try #require(schedule.next(after: moment))
                let date = Date(timeIntervalSince1970: Double(next.milliseconds) / 1000)
                let shown = calendar.dateComponents([.month, .hour, .minute], from: date)
                let isSkipped = hour == 3 && shown.month == 3 && shown.hour == 4
                #expect((shown.hour == hour || isSkipped) && shown.minute == minute, "\(next)")
                // A day of 23 to 25 hours, and an hour more around the one that spring skips; the first is shorter.
                #expect((1...93_600).contains(next.seconds(since: moment)), "\(next)")
                moment = next
            }
        }
    }

    @Test func backOffDoublesUpToSixHours() {
        let waits = (1...12).map { JobRules.delay(afterAttempt: $0, chance: 0.5) }
        #expect(waits == [30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360, 21_600, 21_600])
        #expect(JobRules.delay(afterAttempt: 1, chance: 0) == 22.5)
        #expect(JobRules.delay(afterAttempt: 1, chance: 0.999) < 37.5)
        #expect(JobRules.delay(afterAttempt: .max, chance: 0.5) == 21_600)
    }
}
