import ServiceLifecycle
import Storage
import Support
import Testing

@testable import Background

/// Several workers on one table.
@Suite(.timeLimit(.minutes(6))) struct JobLeaseTests {
    @Test(arguments: Engines.all)
    func eightWorkersRunEachOfTwoHundredJobsOnce(engine: Engines) async throws {
        try await withHub(engine, connections: 8) { hub async throws in
            let diary = Diary()
            let declaration = JobDeclaration(kind: "count", title: "") { run in diary.note(run.job.id.description) }
            try await hub.database.write { [queue = hub.queue] c in
                for _ in 0..<200 { try queue.enqueue(in: c, kind: "count") }
            }
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<8 {
                    group.addTask { try await hub.worker([declaration], as: "worker \(number)").runDueJobs() }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.reduce(0, +) == 200)
            #expect(diary.entries.count == 200)
            #expect(Set(diary.entries).count == 200)
            #expect(try await hub.jobs(.finished).count == 200)
        }
    }

    /// The first worker's job hangs past its lease; the second takes it over; the first one's end counts for nothing.
    @Test(arguments: Engines.all)
    func anExpiredLeaseGoesToAnotherWorker(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let (started, gate, diary) = (Gate(), Gate(), Diary())
            let id = try await hub.enqueue("slow")
            let slow = JobDeclaration(kind: "slow", title: "") { run in
                await started.open()
                await gate.wait()
                diary.note("first, attempt \(run.job.attempts)")
                throw Refusal()
            }
            let quick = JobDeclaration(kind: "slow", title: "") { run in
                diary.note("second, attempt \(run.job.attempts)")
            }
            async let first = hub.worker([slow], as: "one").runDueJobs()
            await started.wait()
            let second = hub.worker([quick], as: "two")
            #expect(try await second.runDueJobs() == 0)
            #expect(try await hub.job(id)?.leasedBy == "one")
            hub.clock.advance(seconds: 120)
            #expect(try await second.runDueJobs() == 1)
            await gate.open()
            _ = try await first
            #expect(diary.entries == ["second, attempt 2", "first, attempt 1"])
            let job = try #require(try await hub.job(id))
            #expect(job.state == .finished && job.lastError == nil)
        }
    }

    /// A job that ends its process each time must not do so for ever.
    @Test(arguments: Engines.all)
    func aJobWhoseWorkersVanishDies(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let id = try #require(try await hub.enqueue("deadly"))
            let diary = Diary()
            let declaration = JobDeclaration(kind: "deadly", title: "", maxAttempts: 2) { _ in diary.note("ran") }
            for _ in 0..<2 {
                try await hub.database.write { [now = hub.clock.now] c in
                    try c.execute(
                        """
                        UPDATE job SET leased_by = 'gone', lease_until = \(now.adding(seconds: 120)),
                            attempts = attempts + 1 WHERE id = \(id)
                        """)
                }
                hub.clock.advance(seconds: 121)
            }
            #expect(try await hub.worker([declaration]).runDueJobs() == 1)
            #expect(diary.entries.isEmpty)
            #expect(try await hub.jobs(.dead).map(\.id) == [id])
        }
    }

    /// A job that outlives its lease on the real clock keeps it, because the worker prolongs it.
    @Test(arguments: Engines.all)
    func aRunningJobKeepsItsLease(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let id = try #require(try await hub.enqueue("long"))
            let declaration = JobDeclaration(kind: "long", title: "") { run in
                let before = try #require(run.job.leaseUntil)
                hub.clock.advance(seconds: 0.2)
                // The heartbeat comes by itself; the job waits until it sees it in the table.
                while true {
                    let lease = try await run.database.read { try Job.find(id, in: $0)?.leaseUntil }
                    if let lease, lease > before { return }
                }
            }
            #expect(try await hub.worker([declaration], leaseSeconds: 0.3).runDueJobs() == 1)
            #expect(try await hub.job(id)?.state == .finished)
        }
    }

    @Test(arguments: Engines.all)
    func theServiceWakesWhenSomethingIsEnqueuedAndFinishesAtShutdown(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let (started, stopping, gate) = (Gate(), Gate(), Gate())
            let declaration = JobDeclaration(kind: "last", title: "") { _ in
                await started.open()
                // The job hears of the shutdown after its worker, which asked to be told first.
                try await gracefulShutdown()
                await stopping.open()
                await gate.wait()
            }
            let group = ServiceGroup(
                configuration: .init(
                    services: [.init(service: hub.worker([declaration]))], logger: .init(label: "test")))
            async let service: Void = group.run()
            let id = try await hub.enqueue("last")
            await started.wait()
            await group.triggerGracefulShutdown()
            await stopping.wait()
            let never = try await hub.enqueue("last")
            await gate.open()
            try await service
            #expect(try await hub.job(id)?.state == .finished)
            #expect(try await hub.job(never)?.state == .waiting)
        }
    }

    @Test(arguments: Engines.all)
    func aStoppingWorkerTakesNothing(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            try await hub.enqueue("a")
            let declaration = JobDeclaration(kind: "a", title: "") { _ in }
            for isStopping in [true, false] {
                let leaser = JobLeaser(
                    database: hub.database, queue: hub.queue, declarations: [declaration], worker: "one",
                    leaseSeconds: 60, isStopping: { isStopping })
                #expect(try await (leaser.lease(isExpected: true) == nil) == isStopping)
            }
        }
    }

    @Test(arguments: Engines.all)
    func whatIsNewOnThisNodeRingsTheBell(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let rings = hub.queue.bell.rings
            async let woken: Void = hub.queue.bell.wait(after: rings, atMost: .seconds(3600))
            try await hub.enqueue("a", key: "k")
            await woken
            #expect(hub.queue.bell.rings == rings + 1)
            try await hub.enqueue("a", key: "k")
            #expect(hub.queue.bell.rings == rings + 1)
        }
    }

    @Test(arguments: Engines.all)
    func aCancelledWorkerHandsItsJobBack(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            let started = Gate()
            let id = try await hub.enqueue("cut")
            let declaration = JobDeclaration(kind: "cut", title: "") { _ in
                await started.open()
                try await Task.sleep(for: .seconds(3600))
            }
            let worker = hub.worker([declaration])
            let service = Task { try await worker.run() }
            await started.wait()
            service.cancel()
            try await service.value
            let job = try #require(try await hub.job(id))
            #expect(job.state == .waiting && job.attempts == 0)
        }
    }
}

/// Opens once; whoever waits goes on.
actor Gate {
    private var isOpen = false
    private var line: [CheckedContinuation<Void, Never>] = []

    func open() {
        isOpen = true
        for waiter in line { waiter.resume() }
        line = []
    }

    func wait() async {
        if !isOpen { await withCheckedContinuation { line.append($0) } }
    }
}
