/// How unit names are compared: without case, spaces and dots, and with ³ as 3.
enum UnitName {
    static func plain(_ text: String) -> String {
        String(
            text.lowercased().compactMap { letter -> Character? in
                switch letter {
                case "³": "3"
                case "²": "2"
                case ".": nil
                default: letter.isWhitespace ? nil : letter
                }
            })
    }
}
