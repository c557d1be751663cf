import Finance
import Foundation
import Portfolio
import Storage
import Web

/// How a city's plan counts money, and the city's own finances: what no measure says.
package struct InvestmentFrame: Sendable, RowDecodable {
    package let city: String
    package let content: Content
    package let version: Int
    package let updatedAt: Instant

    package init(row: Row) throws {
        city = try row("city_code")
        content = try Content(json: try row("content"))
        version = try row("version")
        updatedAt = try row("updated_at")
    }

    /// What somebody says of the plan's money.
    package struct Content: Sendable, Equatable, Codable {
        /// nil: as the hub starts.
        package var money: MoneyRules?
        package var finances = CityFinances()

        package init(money: MoneyRules? = nil, finances: CityFinances = CityFinances()) {
            self.money = money
            self.finances = finances
        }
    }
}

extension InvestmentFrame.Content {
    init(json: String) throws {
        self = try JSONDecoder().decode(InvestmentFrame.Content.self, from: Data(json.utf8))
    }

    /// The same content gives the same bytes.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension InvestmentFrame {
    static let migration = Migration(
        "investment-001",
        sql: """
            CREATE TABLE investment_frame (
                city_code TEXT PRIMARY KEY REFERENCES city (code),
                -- Money rules and the city's finances as JSON; Portfolio checks what it means.
                content TEXT NOT NULL,
                -- Counts every change.
                version BIGINT NOT NULL CHECK (version > 0),
                created_at TEXT NOT NULL,
                created_by TEXT REFERENCES person (id),
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id)
            );
            """)
}
