import Storage

extension MapShape {
    /// All shapes, in order of their codes.
    package static func all(_ connection: any Connection) throws -> [MapShape] {
        try connection.all("SELECT * FROM map_shape ORDER BY code")
    }
}
