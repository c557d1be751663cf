import GRDB
import Synchronization

/// The readers of `Database.answer`: one for each thread that reads at the same moment, kept for the next.
///
/// Nobody ever waits here. A reader is held while its statements run and never across an `await`, so there are no more
/// of them than there are threads.
final class SQLiteReaders: Sendable {
    private struct State {
        var idle: [SQLiteReader] = []
        var isClosed = false
    }

    private let path: String
    private let state = Mutex(State())

    init(path: String) { self.path = path }

    func rows(of statements: [Statement]) throws -> [[Row]] {
        let idle = try state.withLock { state throws(StorageError) -> SQLiteReader? in
            guard !state.isClosed else { throw StorageError.unavailable("the database is closed") }
            return state.idle.popLast()
        }
        do {
            let reader = try idle ?? SQLiteReader(path: path)
            let rows = try reader.rows(of: statements)
            // One that failed is not kept: its statements may belong to a schema of the past.
            state.withLock { if !$0.isClosed { $0.idle.append(reader) } }
            return rows
        } catch let error as DatabaseError { throw SQLiteConnection.translated(error) }
    }

    /// Closes the connections; one that is reading closes itself when it has ended.
    func close() {
        state.withLock {
            $0.isClosed = true
            $0.idle = []
        }
    }
}
