import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Runs the jobs of all nodes' queues on this node, several at a time; any number of nodes may each have one.
///
/// A job belongs to one worker for the time of a lease, which the worker prolongs while the job runs. A worker that
/// dies lets go of its jobs when their leases end. A graceful shutdown starts nothing new and finishes what runs.
package final class JobWorker: Service {
    private let database: Database
    private let queue: JobQueue
    private let outbox: Outbox
    private let declarations: [String: JobDeclaration]
    private let logger: Logger
    private let settings: Settings
    private let chance: @Sendable () -> Double
    private let isStopping = Atomic(false)
    private let running = Atomic(0)

    /// How a worker works.
    package struct Settings: Sendable {
        /// Who it is in `job.leased_by`; unlike any other worker's name.
        package var name: String
        package var concurrency = 2
        package var leaseSeconds: Double = 120
        /// How long it waits when nothing is due and nothing is enqueued on this node.
        package var pollSeconds: Double = 1

        package init(name: String) { self.name = name }
    }

    package init(
        database: Database, queue: JobQueue, outbox: Outbox, declarations: [JobDeclaration], settings: Settings,
        logger: Logger, chance: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        self.database = database
        self.queue = queue
        self.outbox = outbox
        self.declarations = Dictionary(declarations.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        self.settings = settings
        self.logger = logger
        self.chance = chance
    }

    private var leaser: JobLeaser {
        JobLeaser(
            database: database, queue: queue, declarations: declarations.values.sorted { $0.kind < $1.kind },
            worker: settings.name, leaseSeconds: settings.leaseSeconds,
            isStopping: { self.isStopping.load(ordering: .acquiring) })
    }

    package func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                var heard = queue.bell.rings
                while !isStopping.load(ordering: .acquiring), !Task.isCancelled {
                    let rings = queue.bell.rings
                    let job = await nextJob(isExpected: rings != heard)
                    heard = rings
                    if let job {
                        running.add(1, ordering: .relaxed)
                        group.addTask { await self.performAndRing(job) }
                    } else {
                        await queue.bell.wait(after: rings, atMost: .seconds(settings.pollSeconds))
                    }
                }
            }
        } onGracefulShutdown: {
            self.isStopping.store(true, ordering: .releasing)
            self.queue.bell.ring()
        }
    }

    /// Runs everything that is due, one after the other, and returns how many jobs that were; for tests and commands.
    @discardableResult
    package func runDueJobs() async throws -> Int {
        var count = 0
        while let job = try await leaser.lease(isExpected: false) {
            await perform(job)
            count += 1
        }
        return count
    }

    private func perform(_ job: Job) async {
        guard let declaration = declarations[job.kind] else { return }
        let attempt = JobAttempt(
            job: job, declaration: declaration, database: database, queue: queue, outbox: outbox, logger: logger,
            leaseSeconds: settings.leaseSeconds, chance: chance)
        await attempt.perform()
    }

    private func performAndRing(_ job: Job) async {
        await perform(job)
        running.subtract(1, ordering: .relaxed)
        queue.bell.ring()
    }

    private func nextJob(isExpected: Bool) async -> Job? {
        guard running.load(ordering: .relaxed) < settings.concurrency else { return nil }
        do { return try await leaser.lease(isExpected: isExpected) } catch {
            if !(error is CancellationError) { logger.error("cannot ask for jobs: \(error)") }
            return nil
        }
    }
}
