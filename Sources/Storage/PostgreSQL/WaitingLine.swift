import Dispatch
import Foundation

/// Requests waiting for one of a fixed set of threads, first come, first served, bounded in number and time.
final class WaitingLine<Worker>: @unchecked Sendable {
    private struct Job {
        let deadline: ContinuousClock.Instant
        let run: @Sendable (Worker) -> Void
        let refuse: @Sendable (StorageError) -> Void
    }

    /// Guards everything below, which is why this class may be shared.
    private let lock = NSLock()
    private var jobs: [Job] = []
    private var first = 0
    /// The threads without work. The last to come is the first to go: few busy threads need few connections.
    private var idle: [DispatchSemaphore] = []
    private var threads: Int
    private var isClosed = false
    private var isTimed = false
    private var closing: [CheckedContinuation<Void, Never>] = []

    private let length: Int
    private let limit: Duration

    /// - Parameter makeWorker: is called on each thread; what it makes never leaves that thread.
    init(threads: Int, length: Int, limit: Duration, makeWorker: @escaping @Sendable () -> Worker) {
        self.threads = threads
        self.length = length
        self.limit = limit
        for number in 1...threads {
            let thread = Thread { self.work(makeWorker) }
            thread.name = "storage-\(number)"
            thread.stackSize = 2 << 20
            thread.start()
        }
    }

    /// Runs `work` on a free thread, with the moment after which it must not be tried again.
    func submit<Result: Sendable>(
        within time: Duration? = nil,
        _ work: @escaping @Sendable (Worker, ContinuousClock.Instant) throws -> Result
    ) async throws -> Result {
        let deadline = ContinuousClock.now + (time ?? limit)
        return try await withCheckedThrowingContinuation { continuation in
            enqueue(
                Job(
                    deadline: deadline,
                    run: { worker in continuation.resume(with: Swift.Result { try work(worker, deadline) }) },
                    refuse: { continuation.resume(throwing: $0) }))
        }
    }

    /// Refuses whoever still waits and returns when the running work has ended.
    func close() async {
        await withCheckedContinuation { continuation in
            lock.lock()
            isClosed = true
            let refused = takeAll()
            if threads > 0 { closing.append(continuation) }
            let isEnded = threads == 0
            wakeAll()
            lock.unlock()
            for job in refused { job.refuse(.unavailable("the database is closed")) }
            if isEnded { continuation.resume() }
        }
    }

    /// Ends the threads without waiting for them.
    func abandon() {
        lock.withLock {
            isClosed = true
            wakeAll()
        }
    }

    private func enqueue(_ job: Job) {
        lock.lock()
        let refusal: String? =
            isClosed ? "the database is closed" : waiting >= length ? "too many requests are waiting" : nil
        if refusal == nil {
            jobs.append(job)
            if let thread = idle.popLast() { thread.signal() } else { startTimer(until: job.deadline) }
        }
        lock.unlock()
        if let refusal { job.refuse(.unavailable(refusal)) }
    }

    private func work(_ makeWorker: () -> Worker) {
        do {
            let worker = makeWorker()
            let bell = DispatchSemaphore(value: 0)
            while let job = next(bell) { job.run(worker) }
        }
        lock.lock()
        threads -= 1
        let waitingForEnd = threads == 0 ? closing : []
        lock.unlock()
        for continuation in waitingForEnd { continuation.resume() }
    }

    private func next(_ bell: DispatchSemaphore) -> Job? {
        while true {
            lock.lock()
            if isClosed || waiting > 0 {
                let job = isClosed ? nil : takeFirst()
                lock.unlock()
                return job
            }
            idle.append(bell)
            lock.unlock()
            bell.wait()
        }
    }

    // MARK: - Only with the lock held

    private var waiting: Int { jobs.count - first }

    private func takeFirst() -> Job {
        let job = jobs[first]
        first += 1
        if first == jobs.count || first > 1024 {
            jobs.removeFirst(first)
            first = 0
        }
        return job
    }

    private func takeAll() -> [Job] {
        let all = Array(jobs[first...])
        jobs = []
        first = 0
        return all
    }

    private func wakeAll() {
        for thread in idle { thread.signal() }
        idle = []
    }

    /// One timer serves the whole line.
    private func startTimer(until deadline: ContinuousClock.Instant) {
        guard !isTimed else { return }
        isTimed = true
        let wait = ContinuousClock.now.duration(to: deadline)
        let nanoseconds = max(0, wait.components.seconds * 1_000_000_000 + wait.components.attoseconds / 1_000_000_000)
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { self.refuseLate() }
    }

    private func refuseLate() {
        lock.lock()
        isTimed = false
        let now = ContinuousClock.now
        let late = jobs[first...].filter { $0.deadline <= now }
        if !late.isEmpty {
            jobs = jobs[first...].filter { $0.deadline > now }
            first = 0
        }
        if let soonest = jobs[first...].map(\.deadline).min() { startTimer(until: soonest) }
        lock.unlock()
        for job in late { job.refuse(.unavailable("no connection became free in time")) }
    }
}
