import Foundation

/// The frame's content as text in the database; the same content gives the same bytes.
extension ScenarioFrame.Content {
    init(json: String) throws {
        self = try JSONDecoder().decode(ScenarioFrame.Content.self, from: Data(json.utf8))
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
