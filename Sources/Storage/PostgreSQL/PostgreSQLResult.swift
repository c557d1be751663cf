import CPostgres
import Glibc

/// A result of libpq, freed with the object.
final class PostgreSQLResult {
    private let handle: OpaquePointer
    /// What was run; nil for texts that were not prepared.
    private let statement: PostgreSQLPreparation?
    let status: ExecStatusType

    init(_ handle: OpaquePointer, of statement: PostgreSQLPreparation? = nil) {
        self.handle = handle
        self.statement = statement
        status = PQresultStatus(handle)
    }

    deinit { PQclear(handle) }

    /// How many rows the command changed.
    var changes: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    /// The SQLSTATE, empty when the failure did not come from the server.
    var state: String {
        // PG_DIAG_SQLSTATE and the like are character constants, which Swift does not import.
        PQresultErrorField(handle, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
    }

    var message: String {
        let primary = PQresultErrorField(handle, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
        let text = primary ?? String(cString: PQresultErrorMessage(handle))
        guard let detail = PQresultErrorField(handle, Int32(UInt8(ascii: "D"))) else { return text }
        return "\(text): \(String(cString: detail))"
    }

    /// Names and types of the columns; asked once for a prepared statement, because they stay as they are.
    private var shape: PostgreSQLShape {
        if let known = statement?.shape { return known }
        let width = PQnfields(handle)
        let shape = PostgreSQLShape(
            columns: Columns((0..<width).map { String(cString: PQfname(handle, $0)) }),
            forms: (0..<width).map { PostgreSQLForm(PQftype(handle, $0)) })
        statement?.shape = shape
        return shape
    }

    func forEach(_ body: (Row) throws -> Void) throws {
        let shape = shape
        for row in 0..<PQntuples(handle) {
            var values: [Value] = []
            values.reserveCapacity(shape.forms.count)
            for (column, form) in shape.forms.enumerated() {
                values.append(try value(row: row, column: Int32(column), form: form))
            }
            try body(Row(columns: shape.columns, values: values))
        }
    }

    var rows: [Row] {
        get throws {
            var rows: [Row] = []
            try forEach { rows.append($0) }
            return rows
        }
    }

    private func value(row: Int32, column: Int32, form: PostgreSQLForm) throws -> Value {
        guard PQgetisnull(handle, row, column) == 0, let start = PQgetvalue(handle, row, column) else { return .null }
        let count = Int(PQgetlength(handle, row, column))
        return try start.withMemoryRebound(to: UInt8.self, capacity: count) { pointer in
            try form.value(UnsafeBufferPointer(start: pointer, count: count))
        }
    }
}
