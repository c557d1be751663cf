import Synchronization

/// Wakes waiting tasks; a ring between two waits is not lost, because each waiter says which ring it knows of.
final class Bell: Sendable {
    private struct Waiter {
        let continuation: CheckedContinuation<Void, Never>
        let timer: Task<Void, Never>

        func wake() {
            timer.cancel()
            continuation.resume()
        }
    }

    private struct State {
        var rings = 0
        var lastWaiter = 0
        var waiters: [Int: Waiter] = [:]
    }

    private let state = Mutex(State())

    /// How often it has rung.
    var rings: Int { state.withLock { $0.rings } }

    func ring() {
        let waiters = state.withLock { state in
            state.rings += 1
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in waiters.values { waiter.wake() }
    }

    /// Returns at the next ring after the known one, after a time, or when the task is cancelled.
    func wait(after known: Int, atMost time: Duration) async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    guard state.rings == known, !Task.isCancelled else { return true }
                    let timer = Task {
                        try? await Task.sleep(for: time)
                        wake(number)
                    }
                    state.waiters[number] = Waiter(continuation: continuation, timer: timer)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            wake(number)
        }
    }

    private func wake(_ number: Int) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
        waiter?.wake()
    }
}
