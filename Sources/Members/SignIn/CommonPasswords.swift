/// Words and series that guessers try first. A password that is one of them, or one repeated or padded with a few
/// characters, is refused. The list is short on purpose: the length rule keeps the usual lists of leaked passwords out.
enum CommonPasswords {
    /// Takes a text that `PasswordRules.simplified` made.
    static func contains(_ plain: String) -> Bool {
        var rest = plain
        for stem in stems { rest = rest.replacing(stem, with: "") }
        // Five characters beside a well-known word are a year and a mark, as in "2026!".
        return rest != plain && rest.count <= 5
    }

    /// Longer ones first, in simplified form (`0` is `o`, `1` is `i`, and so on).
    private static let stems: [String] = words.map { PasswordRules.simplified($0) }.sorted { $0.count > $1.count }

    private static let words = [
        "password", "passphrase", "parola", "parolamea", "parolasecreta", "secret", "letmein", "welcome",
        "bine ati venit",
        "bineativenit", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsx", "1q2w3e4r", "123456789", "1234567890",
        "12345678", "123456", "1234", "987654321", "administrator", "admin", "root", "utilizator", "user", "guest",
        "test", "demo", "changeme", "iloveyou", "teiubesc", "dragon", "monkey", "football", "fotbal", "sunshine",
        "princess", "superman", "batman", "master", "shadow", "trustno1", "abc123", "abcdef",
        "correcthorsebatterystaple",
        "romania", "bucuresti", "suceava", "cluj", "clujnapoca", "iasi", "timisoara", "brasov", "primaria", "primar",
        "m100", "m100hub", "hub", "climate", "clima", "netzero", "neutralitate", "steaua", "dinamo", "rapid",
    ]
}
