import Storage
import Web

extension City {
    package static func find(_ connection: any Connection, slug: String) throws -> City? {
        try connection.first("SELECT * FROM city WHERE slug = \(slug)")
    }

    package static func find(_ connection: any Connection, code: String) throws -> City? {
        try connection.first("SELECT * FROM city WHERE code = \(code)")
    }

    /// Names by code, for the history.
    static func names(_ connection: any Connection, _ codes: [String]) throws -> [String: String] {
        let rows = try connection.all("SELECT code, name FROM city WHERE code IN (\(list: codes))") {
            (code: try $0("code") as String, name: try $0("name") as String)
        }
        return Dictionary(rows.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    static func allCodes(_ connection: any Connection) throws -> [String] {
        try connection.all("SELECT code FROM city ORDER BY code") { try $0("code") }
    }

    /// Every city in the order of the alphabet, for choices in forms.
    package static func allByName(_ connection: any Connection) throws -> [City] {
        try connection.all("SELECT * FROM city ORDER BY sort_key, code")
    }
}

extension County {
    package static func all(_ connection: any Connection) throws -> [County] {
        try connection.all("SELECT * FROM county ORDER BY sort_key")
    }
}

extension Region {
    package static func all(_ connection: any Connection) throws -> [Region] {
        try connection.all("SELECT * FROM region ORDER BY code")
    }
}

extension PopulationFigure {
    /// All figures of a city, in order of their references.
    package static func all(_ connection: any Connection, of city: String) throws -> [PopulationFigure] {
        try connection.all("SELECT * FROM population_figure WHERE city_code = \(city) ORDER BY reference")
    }
}
