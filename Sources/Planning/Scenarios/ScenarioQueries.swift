import Members
import Pathways
import Storage
import Web

extension ScenarioFrame {
    package static func find(_ connection: any Connection, city: String) throws -> ScenarioFrame? {
        try connection.first("SELECT * FROM scenario_frame WHERE city_code = \(city)")
    }

    /// Starts a city's plan; false when it has one.
    package static func create(
        _ connection: any Connection, city: String, publication: ID<InventoryPublicationKind>, _ content: Content,
        by person: PersonID?, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO scenario_frame (city_code, publication_id, content, version, created_at, created_by,
                updated_at, updated_by)
            VALUES (\(city), \(publication), \(try content.json()), 1, \(at), \(person), \(at), \(person))
            ON CONFLICT (city_code) DO NOTHING
            """) == 1
    }

    /// Changes the frame unless somebody changed it meanwhile; false then.
    static func update(
        _ connection: any Connection, city: String, version: Int, publication: ID<InventoryPublicationKind>,
        _ content: Content, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE scenario_frame SET publication_id = \(publication), content = \(try content.json()),
                version = version + 1, updated_at = \(at), updated_by = \(person)
            WHERE city_code = \(city) AND version = \(version)
            """) == 1
    }
}

extension ScenarioFrame {
    /// Puts a model of the city's own in the place of what was there, or takes it away; false when the plan has changed.
    static func setModel(
        _ connection: any Connection, city: String, version: Int, _ document: [UInt8]?, by person: PersonID, at: Instant
    ) throws -> Bool {
        let hash = try document.map {
            try Blob.store($0, mediaType: "application/json", at: at, in: connection)
        }
        return try connection.execute(
            """
            UPDATE scenario_frame SET model_hash = \(hash), version = version + 1, updated_at = \(at),
                updated_by = \(person)
            WHERE city_code = \(city) AND version = \(version)
            """) == 1
    }
}

extension ScenarioRecord {
    package static func find(_ connection: any Connection, id: ScenarioID) throws -> ScenarioRecord? {
        try connection.first("SELECT * FROM scenario WHERE id = \(id)")
    }

    package static func all(_ connection: any Connection, of city: String) throws -> [ScenarioRecord] {
        try connection.all("SELECT * FROM scenario WHERE city_code = \(city) ORDER BY position, id")
    }

    /// Names of scenarios for the history: the city, and the scenario where the city named it.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let named: [(String, String)] = try connection.all(
            """
            SELECT scenario.id, city.name AS city_name, scenario.name, scenario.slug
            FROM scenario JOIN city ON city.code = scenario.city_code WHERE scenario.id IN (\(list: ids))
            """
        ) { row in
            let (city, name, slug): (String, String, String) = (
                try row("city_name"), try row("name"), try row("slug")
            )
            return (try row("id"), "\(city): \(name.isEmpty ? slug : name)")
        }
        return Dictionary(uniqueKeysWithValues: named)
    }

    /// Adds a scenario behind the city's others.
    package static func create(
        _ connection: any Connection, id: ScenarioID, city: String, kind: Plan.Scenario.Kind, name: String,
        by person: PersonID?, at: Instant
    ) throws {
        let last: Int? = try connection.value("SELECT MAX(position) FROM scenario WHERE city_code = \(city)")
        let position = (last ?? 0) + 1
        let slug = kind == .variant ? "variant-\(position)" : kind.rawValue
        try connection.execute(
            """
            INSERT INTO scenario (id, city_code, slug, kind, name, position, version, created_at, created_by,
                updated_at, updated_by)
            VALUES (\(id), \(city), \(slug), \(kind), \(name), \(position), 1, \(at), \(person), \(at), \(person))
            """)
    }

    /// Names a scenario unless somebody changed it meanwhile; false then.
    static func rename(
        _ connection: any Connection, id: ScenarioID, version: Int, name: String, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE scenario SET name = \(name), version = version + 1, updated_at = \(at), updated_by = \(person)
            WHERE id = \(id) AND version = \(version)
            """) == 1
    }

    static func remove(_ connection: any Connection, id: ScenarioID, version: Int) throws -> Bool {
        guard
            let found: ScenarioRecord = try connection.first(
                "SELECT * FROM scenario WHERE id = \(id) AND version = \(version)")
        else { return false }
        try connection.execute("DELETE FROM scenario_choice WHERE scenario_id = \(found.id)")
        return try connection.execute("DELETE FROM scenario WHERE id = \(found.id)") == 1
    }

    /// Puts choices in the place of a scenario's own unless somebody changed them meanwhile; false then.
    package static func choose(
        _ connection: any Connection, id: ScenarioID, version: Int, _ choices: [ScenarioChoice], by person: PersonID?,
        at: Instant
    ) throws -> Bool {
        let isCurrent =
            try connection.execute(
                """
                UPDATE scenario SET version = version + 1, updated_at = \(at), updated_by = \(person)
                WHERE id = \(id) AND version = \(version)
                """) == 1
        guard isCurrent else { return false }
        try connection.execute("DELETE FROM scenario_choice WHERE scenario_id = \(id)")
        for choice in choices {
            try connection.execute(
                """
                INSERT INTO scenario_choice (scenario_id, measure, ambition, shift_years, price)
                VALUES (\(id), \(choice.measure), \(choice.ambition), \(choice.shift), \(choice.price))
                """)
        }
        return true
    }
}

extension ScenarioChoice {
    /// The choices of all scenarios of a city, by scenario.
    static func all(_ connection: any Connection, of city: String) throws -> [ScenarioID: [ScenarioChoice]] {
        let found: [(ScenarioID, ScenarioChoice)] = try connection.all(
            """
            SELECT scenario_choice.* FROM scenario_choice JOIN scenario ON scenario.id = scenario_choice.scenario_id
            WHERE scenario.city_code = \(city) ORDER BY scenario_choice.measure
            """
        ) { row in (try row("scenario_id"), try ScenarioChoice(row: row)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}

extension ScenarioChoice {
    /// Takes a measure out of all scenarios of a city.
    static func remove(_ connection: any Connection, measure: String, city: String) throws {
        try connection.execute(
            """
            DELETE FROM scenario_choice WHERE measure = \(measure)
                AND scenario_id IN (SELECT id FROM scenario WHERE city_code = \(city))
            """)
    }

    /// Puts a measure wholly into the city's plan, where there is one and does not have it yet.
    static func addToPlan(_ connection: any Connection, measure: String, city: String) throws {
        try connection.execute(
            """
            INSERT INTO scenario_choice (scenario_id, measure, ambition, shift_years, price)
            SELECT id, CAST(\(measure) AS TEXT), 1, 0, 1 FROM scenario
            WHERE city_code = \(city) AND kind = \(Plan.Scenario.Kind.plan)
            ON CONFLICT (scenario_id, measure) DO NOTHING
            """)
    }
}

extension ScenarioPublication {
    /// The newest publication of a city's plan, unless it was withdrawn.
    package static func current(_ connection: any Connection, city: String) throws -> ScenarioPublication? {
        let last: ScenarioPublication? = try connection.first(
            "SELECT * FROM scenario_publication WHERE city_code = \(city) ORDER BY number DESC LIMIT 1")
        guard let last else { return nil }
        let isWithdrawn = try connection.exists(
            "SELECT 1 FROM scenario_withdrawal WHERE publication_id = \(last.id)")
        return isWithdrawn ? nil : last
    }

    /// Freezes a plan's document.
    package static func publish(
        _ connection: any Connection, id: ID<ScenarioPublicationKind>, city: String, scenario: String,
        document: [UInt8], showsMoney: Bool, note: String, by person: PersonID, at: Instant
    ) throws {
        let hash = try Blob.store(document, mediaType: "application/json", at: at, in: connection)
        let last: Int? = try connection.value(
            "SELECT MAX(number) FROM scenario_publication WHERE city_code = \(city)")
        try connection.execute(
            """
            INSERT INTO scenario_publication (id, city_code, number, scenario, content_hash, shows_money, note,
                published_at, published_by)
            VALUES (\(id), \(city), \((last ?? 0) + 1), \(scenario), \(hash), \(showsMoney), \(note), \(at),
                \(person))
            """)
    }

    static func withdraw(
        _ connection: any Connection, id: ID<ScenarioPublicationKind>, reason: String, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO scenario_withdrawal (publication_id, reason, withdrawn_at, withdrawn_by)
            VALUES (\(id), \(reason), \(at), \(person)) ON CONFLICT (publication_id) DO NOTHING
            """) == 1
    }
}

extension InventoryPublication {
    package static func find(
        _ connection: any Connection, id: ID<InventoryPublicationKind>
    ) throws -> InventoryPublication? {
        try connection.first("SELECT * FROM inventory_publication WHERE id = \(id)")
    }
}
