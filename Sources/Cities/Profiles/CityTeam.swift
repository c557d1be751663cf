import Members
import Storage
import Web

/// An organisation whose people speak for a city in the hub.
package struct CityTeam: Sendable, RowDecodable {
    package let organisation: OrganisationID
    package let name: String
    package let isDemonstration: Bool

    package init(row: Row) throws {
        organisation = try row("organisation_id")
        name = try row("name")
        isDemonstration = try row("is_demonstration")
    }

    static let migration = Migration(
        "city-teams-001",
        sql: """
            CREATE TABLE city_team (
                city_code TEXT NOT NULL REFERENCES city (code),
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                linked_at TEXT NOT NULL,
                linked_by TEXT REFERENCES person (id),
                PRIMARY KEY (city_code, organisation_id)
            );
            CREATE INDEX city_team_organisation ON city_team (organisation_id);
            """)
}
