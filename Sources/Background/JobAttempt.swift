import Logging
import Storage

/// One attempt at a leased job: runs it, prolongs its lease meanwhile, and notes how it ended.
struct JobAttempt: Sendable {
    let job: Job
    let declaration: JobDeclaration
    let database: Database
    let queue: JobQueue
    let outbox: Outbox
    let logger: Logger
    let leaseSeconds: Double
    let chance: @Sendable () -> Double

    private enum Outcome: Sendable {
        case finished
        case failed(any Error)
        /// Another worker has the job: nothing may be noted.
        case lost
    }

    func perform() async {
        let outcome: Outcome
        if job.attempts > declaration.maxAttempts {
            outcome = .failed(PermanentFailure("the worker stopped during the last attempt"))
        } else {
            outcome = await runUnderLease()
        }
        let isCancelled = Task.isCancelled
        // The note must be written also when this task is being cancelled.
        await Task { await note(outcome, isCancelled: isCancelled) }.value
    }

    private func runUnderLease() async -> Outcome {
        let run = JobRun(
            job: job, database: database, queue: queue, outbox: outbox, logger: logger, leaseSeconds: leaseSeconds)
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask {
                do {
                    try await declaration.run(run)
                    return .finished
                } catch { return .failed(error) }
            }
            group.addTask { await keepLease(run) ? nil : .lost }
            var outcome = Outcome.lost
            for await ended in group {
                // The heartbeat ends without an outcome when it is cancelled.
                guard let ended else { continue }
                outcome = ended
                break
            }
            group.cancelAll()
            return outcome
        }
    }

    /// Prolongs the lease three times a lease until cancelled (true) or until another worker has the job (false).
    private func keepLease(_ run: JobRun) async -> Bool {
        while true {
            do {
                try await Task.sleep(for: .seconds(leaseSeconds / 3))
                try await run.heartbeat()
            } catch is CancellationError {
                return Task.isCancelled
            } catch { logger.warning("cannot prolong the lease of job \(job.id) (\(job.kind)): \(error)") }
        }
    }

    private func note(_ outcome: Outcome, isCancelled: Bool) async {
        do {
            let isNoted =
                switch outcome {
                case .finished: try await database.write { [now = queue.now] in try job.finish(in: $0, now: now()) }
                case .failed where isCancelled: try await database.write { try job.release(in: $0) }
                case .failed(let error): try await fail(error)
                case .lost: false
                }
            if !isNoted {
                logger.warning("job \(job.id) (\(job.kind)) took longer than its lease: another worker has it")
            }
        } catch { logger.error("cannot note the end of job \(job.id) (\(job.kind)), it will run again: \(error)") }
    }

    private func fail(_ error: any Error) async throws -> Bool {
        let isLast = error is PermanentFailure || job.attempts >= declaration.maxAttempts
        let text = JobRules.text(of: error)
        let now = queue.now()
        let delay = JobRules.delay(afterAttempt: job.attempts, chance: chance())
        let next = isLast ? nil : now.adding(seconds: delay)
        logger.log(
            level: isLast ? .error : .warning,
            "job \(job.id) (\(job.kind)) failed at attempt \(job.attempts)\(isLast ? ", it is dead" : ""): \(text)")
        return try await database.write { try job.fail(in: $0, error: text, now: now, runAt: next) }
    }
}
