import Background
import Storage
import Support
import Testing

/// Jobs as one worker sees them: taken in with their cause, run when due, tried again, given up.
@Suite struct JobTests {
    private struct Greeting: Codable, Equatable {
        let name: String
    }

    @Test(arguments: Engines.all)
    func aJobExistsExactlyWhenItsCauseDoes(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            await #expect(throws: Refusal.self) {
                try await hub.database.write { [queue = hub.queue] c in
                    try queue.enqueue(in: c, kind: "a")
                    throw Refusal()
                }
            }
            #expect(try await hub.jobs().isEmpty)
            try await hub.enqueue("a")
            #expect(try await hub.jobs().map(\.kind) == ["a"])
        }
    }

    @Test(arguments: Engines.all)
    func aJobGetsItsPayloadAndLeavesNoneBehind(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let diary = Diary()
            let declaration = JobDeclaration(kind: "greet", title: "Greeting") { run in
                diary.note(try run.payload(Greeting.self).name)
                try await run.progress(3, of: 7)
            }
            let id = try await hub.database.write { [queue = hub.queue] in
                try queue.enqueue(in: $0, kind: "greet", payload: Greeting(name: "Ștefan \"cel\" Mare"))
            }
            #expect(try await hub.worker([declaration]).runDueJobs() == 1)
            #expect(diary.entries == ["Ștefan \"cel\" Mare"])
            let job = try #require(try await hub.job(id))
            #expect(job.state == .finished)
            #expect(job.payload == "{}")
            #expect(job.progressDone == 3 && job.progressTotal == 7)
            #expect(job.finishedAt == hub.clock.now)
        }
    }

    @Test(arguments: Engines.all)
    func aJobWaitsForItsTime(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let diary = Diary()
            let worker = hub.worker([JobDeclaration(kind: "later", title: "") { _ in diary.note("ran") }])
            try await hub.database.write { [queue = hub.queue, clock = hub.clock] in
                _ = try queue.enqueue(in: $0, kind: "later", runAt: clock.now.adding(seconds: 60))
            }
            hub.clock.advance(seconds: 59)
            #expect(try await worker.runDueJobs() == 0)
            hub.clock.advance(seconds: 1)
            #expect(try await worker.runDueJobs() == 1)
            #expect(diary.entries == ["ran"])
        }
    }

    @Test(arguments: Engines.all)
    func aFailingJobBacksOffThenDies(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let diary = Diary()
            let declaration = JobDeclaration(kind: "fail", title: "", maxAttempts: 3) { run in
                diary.note("attempt \(run.job.attempts)")
                throw Refusal()
            }
            let worker = hub.worker([declaration])
            let id = try await hub.enqueue("fail")
            // With chance 0.5 the waits are 30 and 60 seconds exactly.
            for wait in [30.0, 60] {
                #expect(try await worker.runDueJobs() == 1)
                #expect(try await hub.job(id)?.state == .waiting)
                #expect(try await hub.job(id)?.runAt == hub.clock.now.adding(seconds: wait))
                hub.clock.advance(seconds: wait - 1)
                #expect(try await worker.runDueJobs() == 0)
                hub.clock.advance(seconds: 1)
            }
            #expect(try await worker.runDueJobs() == 1)
            let dead = try #require(try await hub.job(id))
            #expect(dead.state == .dead)
            #expect(dead.lastError == "the test refuses")
            hub.clock.advance(seconds: 1_000_000)
            #expect(try await worker.runDueJobs() == 0)
            #expect(diary.entries == ["attempt 1", "attempt 2", "attempt 3"])
        }
    }

    @Test(arguments: Engines.all)
    func aPermanentFailureDiesAtOnceAndCanBeRetried(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let id = try #require(try await hub.enqueue("wrong"))
            let failing = JobDeclaration(kind: "wrong", title: "") { _ in throw PermanentFailure("no such city") }
            #expect(try await hub.worker([failing]).runDueJobs() == 1)
            #expect(try await hub.jobs(.dead).map(\.lastError) == ["no such city"])
            #expect(try await hub.retry(id))
            let working = JobDeclaration(kind: "wrong", title: "") { _ in }
            #expect(try await hub.worker([working]).runDueJobs() == 1)
            #expect(try await hub.jobs(.finished).map(\.id) == [id])
            #expect(try await hub.retry(id) == false)
        }
    }

    @Test(arguments: Engines.all)
    func onlyWaitingAndDeadJobsCanBeDiscarded(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let finished = try #require(try await hub.enqueue("a"))
            #expect(try await hub.worker([JobDeclaration(kind: "a", title: "") { _ in }]).runDueJobs() == 1)
            let waiting = try #require(try await hub.enqueue("a"))
            let gone = try await hub.database.write { [queue = hub.queue] c in
                [try queue.discard(finished, in: c), try queue.discard(waiting, in: c)].map { $0?.id }
            }
            #expect(gone == [nil, waiting])
            #expect(try await hub.jobs().map(\.id) == [finished])
        }
    }

    @Test(arguments: Engines.all)
    func aUniqueKeyKeepsASecondJobOut(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let worker = hub.worker([JobDeclaration(kind: "a", title: "") { _ in }])
            #expect(try await hub.enqueue("a", key: "once") != nil)
            #expect(try await hub.enqueue("a", key: "once") == nil)
            #expect(try await hub.enqueue("a", key: "other") != nil)
            #expect(try await worker.runDueJobs() == 2)
            #expect(try await hub.enqueue("a", key: "once") == nil)

            #expect(try await hub.enqueue("a", key: "anew", keyLasts: .untilStarted) != nil)
            #expect(try await hub.enqueue("a", key: "anew", keyLasts: .untilStarted) == nil)
            #expect(try await worker.runDueJobs() == 1)
            #expect(try await hub.enqueue("a", key: "anew", keyLasts: .untilStarted) != nil)
        }
    }

    @Test(arguments: Engines.all)
    func unknownKindsWaitForAWorkerThatKnowsThem(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            try await hub.enqueue("newer.kind")
            #expect(try await hub.worker([JobDeclaration(kind: "a", title: "") { _ in }]).runDueJobs() == 0)
            #expect(try await hub.worker([]).runDueJobs() == 0)
            #expect(try await hub.jobs(.waiting).count == 1)
        }
    }

    @Test(arguments: Engines.all)
    func listsArePagedAndCountedByState(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            for number in 0..<5 { try await hub.enqueue(number == 2 ? "bad" : "good") }
            let bad = JobDeclaration(kind: "bad", title: "", maxAttempts: 1) { _ in throw Refusal() }
            try await hub.worker([bad]).runDueJobs()
            hub.clock.advance(seconds: 10)
            let (first, second, statistics) = try await hub.database.read { [clock = hub.clock] c in
                let first = try Job.list(in: c, kind: "good", limit: 3)
                let place: ListPlace<ID<Job>> = first.last.map { .after($0.id) } ?? .start
                let second = try Job.list(in: c, kind: "good", place: place, limit: 3)
                return (first, second, try JobStatistics.all(in: c, now: clock.now))
            }
            #expect(first.count == 3 && second.count == 1)
            #expect((first + second).map(\.id) == (first + second).map(\.id).sorted { $0.description > $1.description })
            #expect(statistics.map(\.kind) == ["bad", "good"])
            #expect(statistics.map(\.dead) == [1, 0])
            #expect(statistics.map(\.waiting) == [0, 4])
            #expect(statistics[1].dueSince == TestClock.start)
        }
    }
}
