import Cities
import Members
import Storage
import Web

extension PortfolioPublication {
    /// The newest published portfolio of a city.
    static func current(_ connection: any Connection, city: String) throws -> PortfolioPublication? {
        try connection.first(newest(of: city))
    }

    static func newest(of city: String) -> Statement {
        "SELECT * FROM measure_publication WHERE city_code = \(city) ORDER BY number DESC LIMIT 1"
    }

    /// Codes of the cities that have one, by the city's name.
    static func cities(_ connection: any Connection) throws -> [String] {
        try connection.all(
            """
            SELECT city.code FROM city
            WHERE EXISTS (SELECT 1 FROM measure_publication WHERE measure_publication.city_code = city.code)
            ORDER BY city.name, city.code
            """
        ) { row in try row("code") }
    }

    /// Freezes a portfolio's document.
    static func publish(
        _ connection: any Connection, id: ID<MeasurePublicationKind>, city: String, _ document: [UInt8],
        source: String, by person: PersonID?, at: Instant
    ) throws {
        let hash = try Blob.store(document, mediaType: "application/json", at: at, in: connection)
        let last: Int? = try connection.value("SELECT MAX(number) FROM measure_publication WHERE city_code = \(city)")
        try connection.execute(
            """
            INSERT INTO measure_publication (id, city_code, number, content_hash, source, published_at, published_by)
            VALUES (\(id), \(city), \((last ?? 0) + 1), \(hash), \(source), \(at), \(person))
            """)
    }
}
