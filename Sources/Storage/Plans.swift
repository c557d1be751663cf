import Foundation

/// How an engine would carry out a query; for tests that hold the hottest queries to their indexes.
package struct QueryPlan: Sendable, CustomStringConvertible {
    /// The tables (or their aliases) that are read from beginning to end without an index.
    package let fullScans: [String]
    /// The plan in the engine's own words.
    package let description: String
}

extension Connection {
    package func explain(_ statement: Statement) throws -> QueryPlan {
        switch dialect {
        case .sqlite: try sqlitePlan(statement)
        case .postgresql: try postgresqlPlan(statement)
        }
    }

    private func sqlitePlan(_ statement: Statement) throws -> QueryPlan {
        let steps: [String] = try all("EXPLAIN QUERY PLAN \(statement)") { try $0("detail") }
        // Rows that the query itself has made are no table.
        let own = Set(
            steps.map { $0.split(separator: " ") }.filter { ["CO-ROUTINE", "MATERIALIZE"].contains($0.first) }
                .compactMap { $0.dropFirst().first })
        let scans = steps.compactMap { step -> String? in
            let words = step.split(separator: " ")
            guard words.count >= 2, words[0] == "SCAN", !own.contains(words[1]), words[1] != "CONSTANT",
                !words[1].hasPrefix("("),
                !step.contains("VIRTUAL TABLE"), !step.contains(" USING ")
            else { return nil }
            return String(words[1])
        }
        return QueryPlan(fullScans: scans, description: steps.joined(separator: "\n"))
    }

    private func postgresqlPlan(_ statement: Statement) throws -> QueryPlan {
        // A small test table is read whole for good reason; without that choice the plan shows whether an index serves.
        try script("SET LOCAL enable_seqscan = off")
        let texts: [String] = try all("EXPLAIN (FORMAT JSON) \(statement)") { try $0("QUERY PLAN") }
        try script("SET LOCAL enable_seqscan = on")
        let text = texts.joined(separator: "\n")
        let plan = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return QueryPlan(fullScans: seqScans(in: plan), description: text)
    }

    private func seqScans(in node: Any) -> [String] {
        if let list = node as? [Any] { return list.flatMap(seqScans) }
        guard let fields = node as? [String: Any] else { return [] }
        let isScan = fields["Node Type"] as? String == "Seq Scan"
        let own = isScan ? [fields["Alias"] as? String ?? fields["Relation Name"] as? String ?? "?"] : []
        return own + seqScans(in: fields["Plans"] ?? []) + seqScans(in: fields["Plan"] ?? [])
    }
}
