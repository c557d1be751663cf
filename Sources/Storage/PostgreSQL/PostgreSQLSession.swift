import CPostgres
import Logging

/// One connection to the server with its prepared statements; it lives on one thread.
final class PostgreSQLSession {
    let address: PostgreSQLAddress
    private let logger: Logger
    private var handle: OpaquePointer?
    private var preparations = PostgreSQLPreparations()
    /// The opening of a transaction that is sent together with its first statement.
    private var opening: String?
    /// Whether an answer that nobody waits for is still to come.
    private var isAnswerDue = false
    /// Parameters whose type nothing in the statement tells, as in `$1 IS NULL`: they are prepared as text.
    private var textParameters: [String: Set<Int>] = [:]

    init(address: PostgreSQLAddress, logger: Logger) {
        self.address = address
        self.logger = logger
    }

    deinit { disconnect() }

    var isConnected: Bool { handle.map { PQstatus($0) == CONNECTION_OK } ?? false }

    /// Tries once; the caller decides whether and when to try again.
    func connect() throws {
        disconnect()
        // What stands before `dbname` is a default that the address may overrule; what stands after it always holds.
        let settings = [
            ("connect_timeout", "3"), ("keepalives_idle", "10"), ("keepalives_interval", "3"),
            ("tcp_user_timeout", "15000"), ("fallback_application_name", "m100"), ("dbname", address.location),
            ("client_encoding", "UTF8"),
        ]
        let connection = Self.withCStrings(settings.map(\.0)) { names in
            Self.withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        handle = connection
        guard let connection, PQstatus(connection) == CONNECTION_OK else {
            let message = handle.map { String(cString: PQerrorMessage($0)) } ?? "no memory for a connection"
            disconnect()
            throw PostgreSQLFailure(state: "08001", message: message.trimmedLine, isLost: true)
        }
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        try setUp()
    }

    func disconnect() {
        if let handle { PQfinish(handle) }
        handle = nil
        opening = nil
        isAnswerDue = false
        forgetPrepared()
    }

    func forgetPrepared() { preparations.forget() }

    /// Opens a transaction on the way to its first statement, which spares a round trip.
    func openLazily(_ sql: String) { opening = sql }

    /// Ends a transaction that changed nothing, without waiting for the answer.
    func endRead() {
        guard opening == nil else {
            opening = nil
            return
        }
        settle()
        isAnswerDue = PQsendQuery(handle, "COMMIT") == 1
    }

    /// Rolls back what is open.
    func rollback() throws {
        guard opening == nil else {
            opening = nil
            return
        }
        try run("ROLLBACK")
    }

    /// Runs one or several statements without values.
    @discardableResult func run(_ sql: String) throws -> PostgreSQLResult {
        try openNow()
        return try checked(PQexec(handle, sql))
    }

    /// Runs one statement with its values; it is prepared the first time.
    func run(_ statement: Statement) throws -> PostgreSQLResult {
        guard let result = try run([statement]).first else { throw lost() }
        return result
    }

    /// Runs statements in one go, after the opening of a transaction that waits for its first statement: the server
    /// gets them together and answers them together. Without an open transaction they are one of their own.
    func run(_ statements: [Statement]) throws -> [PostgreSQLResult] {
        let calls = try statements.map { statement in
            (try preparation(of: statement), try PostgreSQLBindings(statement.values))
        }
        settle()
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
        var awaited: [PostgreSQLPreparation?] = calls.map(\.0)
        var areSent = true
        if let opening {
            self.opening = nil
            awaited.insert(nil, at: 0)
            areSent = PQsendQueryParams(handle, opening, 0, nil, nil, nil, nil, 0) == 1
        }
        for (preparation, bindings) in calls where areSent {
            areSent = bindings.withPointers { count, values, lengths, formats in
                PQsendQueryPrepared(handle, preparation.name, count, values, lengths, formats, 0) == 1
            }
        }
        guard areSent, PQpipelineSync(handle) == 1 else { throw lost() }
        return Array(try answers(to: awaited).suffix(calls.count))
    }

    /// Takes the answers off the line, all of them, and throws the first failure among them.
    private func answers(to statements: [PostgreSQLPreparation?]) throws -> [PostgreSQLResult] {
        var answers: [PostgreSQLResult] = []
        while answers.last?.status != PGRES_PIPELINE_SYNC {
            // A nil stands between the answers of two statements; nil twice means that no more will come.
            guard let answer = PQgetResult(handle) ?? PQgetResult(handle) else { break }
            let statement = answers.count < statements.count ? statements[answers.count] : nil
            answers.append(PostgreSQLResult(answer, of: statement))
        }
        guard isConnected, answers.count == statements.count + 1, PQexitPipelineMode(handle) == 1 else {
            throw answers.lazy.compactMap(failure).first ?? lost()
        }
        for answer in answers { if let failure = failure(answer) { throw failure } }
        return answers.dropLast()
    }

    private func openNow() throws {
        settle()
        guard let opening else { return }
        self.opening = nil
        try checked(PQexec(handle, opening))
    }

    private func settle() {
        guard isAnswerDue else { return }
        isAnswerDue = false
        while let answer = PQgetResult(handle) { PQclear(answer) }
    }

    private func preparation(of statement: Statement) throws -> PostgreSQLPreparation {
        let (sql, count) = (statement.sql(.postgresql), statement.values.count)
        if let known = preparations[sql] { return known }
        settle()
        if let surplus = preparations.removeSurplus() { try checked(PQexec(handle, "DEALLOCATE \(surplus.name)")) }
        let new = PostgreSQLPreparation(name: preparations.newName())
        let types: [Oid]? = textParameters[sql].map { known in (1...count).map { known.contains($0) ? 25 : 0 } }
        do { try checked(PQprepare(handle, new.name, sql, Int32(count), types)) } catch let failure
            as PostgreSQLFailure
        {
            guard let parameter = failure.untypedParameter else { throw failure }
            let isNew = textParameters[sql, default: []].insert(parameter).inserted
            throw isNew ? failure.worthAnotherTry : failure
        }
        preparations.keep(new, for: sql)
        return new
    }

    @discardableResult private func checked(_ result: OpaquePointer?) throws -> PostgreSQLResult {
        guard let result else { throw lost() }
        let answer = PostgreSQLResult(result)
        if let failure = failure(answer) { throw failure }
        return answer
    }

    private func failure(_ answer: PostgreSQLResult) -> PostgreSQLFailure? {
        switch answer.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC: return nil
        default:
            return PostgreSQLFailure(
                state: answer.state, message: answer.message.trimmedLine, isLost: !isConnected)
        }
    }

    private func lost() -> PostgreSQLFailure {
        let message = handle.map { String(cString: PQerrorMessage($0)) } ?? "no connection"
        return PostgreSQLFailure(state: "08006", message: message.trimmedLine, isLost: true)
    }

    private func setUp() throws {
        let encoding = handle.flatMap { PQparameterStatus($0, "server_encoding") }.map { String(cString: $0) } ?? ""
        guard encoding == "UTF8" else {
            disconnect()
            throw StorageError.failed("the database is encoded in \(encoding); it must be in UTF8")
        }
        var sql = """
            SET standard_conforming_strings = on; SET bytea_output = hex; SET extra_float_digits = 1;
            SET TIME ZONE 'UTC'; SET statement_timeout = \(address.statementTimeout);
            SET idle_in_transaction_session_timeout = 60000;
            SET default_transaction_isolation = 'repeatable read'; SET default_transaction_read_only = on;
            """
        if let schema = address.schema { sql += "SET search_path = \(schema);" }
        try run(sql)
        logger.debug("connected to PostgreSQL")
    }

    /// Passes the texts to C as an array that ends with nil.
    private static func withCStrings<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        let copies = texts.map { Array($0.utf8CString) }
        var offsets: [Int] = []
        var bytes: [CChar] = []
        for copy in copies {
            offsets.append(bytes.count)
            bytes += copy
        }
        return bytes.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = offsets.map { offset in buffer.baseAddress.map { $0 + offset } }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}

extension String {
    /// Without the line break that libpq puts at the end.
    fileprivate var trimmedLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
