import CPostgres
import Logging

/// One connection to the server with its prepared statements; it lives on one thread.
final class PostgreSQLSession {
    /// More statements than the hub has; a bound all the same, for lists of different lengths.
    private static let preparedLimit = 400

    let address: PostgreSQLAddress
    private let logger: Logger
    private var handle: OpaquePointer?
    private var prepared: [String: String] = [:]
    private var preparedOrder: [String] = []
    private var preparedCount = 0
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

    func forgetPrepared() {
        prepared = [:]
        preparedOrder = []
    }

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
        let sql = statement.sql(.postgresql)
        let bindings = try PostgreSQLBindings(statement.values)
        if let opening, let name = prepared[sql] {
            self.opening = nil
            return try run(opening, then: name, bindings)
        }
        try openNow()
        let name = try prepared[sql] ?? prepare(sql, count: statement.values.count)
        return try bindings.withPointers { count, values, lengths, formats in
            try checked(PQexecPrepared(handle, name, count, values, lengths, formats, 0))
        }
    }

    /// Sends two statements in one go and returns the answer to the second.
    private func run(_ first: String, then name: String, _ bindings: PostgreSQLBindings) throws -> PostgreSQLResult {
        settle()
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
        let areSent = bindings.withPointers { count, values, lengths, formats in
            PQsendQueryParams(handle, first, 0, nil, nil, nil, nil, 0) == 1
                && PQsendQueryPrepared(handle, name, count, values, lengths, formats, 0) == 1
                && PQpipelineSync(handle) == 1
        }
        guard areSent else { throw lost() }
        var answers: [PostgreSQLResult] = []
        while answers.last?.status != PGRES_PIPELINE_SYNC {
            // A nil stands between the answers of two statements; nil twice means that no more will come.
            guard let answer = PQgetResult(handle) ?? PQgetResult(handle) else { break }
            answers.append(PostgreSQLResult(answer))
        }
        guard isConnected, answers.count == 3, PQexitPipelineMode(handle) == 1 else {
            throw answers.lazy.compactMap(failure).first ?? lost()
        }
        for answer in answers.prefix(2) { if let failure = failure(answer) { throw failure } }
        return answers[1]
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

    private func prepare(_ sql: String, count: Int) throws -> String {
        if preparedOrder.count >= Self.preparedLimit,
            let oldest = prepared.removeValue(forKey: preparedOrder.removeFirst())
        {
            try run("DEALLOCATE \(oldest)")
        }
        preparedCount += 1
        let name = "s\(preparedCount)"
        let types: [Oid]? = textParameters[sql].map { known in (1...count).map { known.contains($0) ? 25 : 0 } }
        do { try checked(PQprepare(handle, name, sql, Int32(count), types)) } catch let failure as PostgreSQLFailure {
            guard let parameter = failure.untypedParameter else { throw failure }
            let isNew = textParameters[sql, default: []].insert(parameter).inserted
            throw isNew ? failure.worthAnotherTry : failure
        }
        prepared[sql] = name
        preparedOrder.append(sql)
        return name
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
