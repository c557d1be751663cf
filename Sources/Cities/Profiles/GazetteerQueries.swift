import Storage
import Web

extension Gazetteer {
    /// Names the load of reference data that the database holds; no row before the first.
    static let digestStatement: Statement = "SELECT digest FROM reference_load WHERE name = 'places'"

    package static func digest(_ connection: any Connection) throws -> String {
        try connection.value(digestStatement) ?? ""
    }

    /// All of it, on one snapshot.
    static let query = Query([
        digestStatement, "SELECT * FROM county ORDER BY sort_key",
        "SELECT * FROM region ORDER BY code", "SELECT * FROM data_source",
        "SELECT code, slug, name, county_code, parent_code FROM city ORDER BY sort_key, code",
    ]) { results in
        Gazetteer(
            digest: try results.rows().first?("digest") ?? "", counties: try results.all(),
            regions: try results.all(), sources: try results.all(), places: try results.all())
    }
}
