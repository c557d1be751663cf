import Foundation
import Storage

/// How names of places are put in order and found.
package enum CityName {
    /// The Romanian alphabet, in which ă, â, î, ș and ț are letters of their own.
    private static let alphabet = Array("aăâbcdefghiîjklmnopqrsștțuvwxyz")

    private static let ranks: [Character: Int] = {
        var ranks: [Character: Int] = [" ": 10, "-": 11]
        for (index, digit) in "0123456789".enumerated() { ranks[digit] = 12 + index }
        for (index, letter) in alphabet.enumerated() { ranks[letter] = 22 + index }
        // The forms with a cedilla are the same letters in an older encoding.
        ranks["ş"] = ranks["ș"]
        ranks["ţ"] = ranks["ț"]
        return ranks
    }()

    /// Two digits a letter: sorts as a Romanian dictionary does under every collation of either engine.
    package static func sortKey(_ name: String) -> String {
        name.precomposedStringWithCanonicalMapping.lowercased().map { letter in
            // A letter from elsewhere stands where its plain form would.
            let rank = ranks[letter] ?? Folding.fold(String(letter)).first.flatMap { ranks[$0] } ?? 99
            return String(rank)
        }.joined()
    }

    /// What a name is found by: itself and, for names with â, the spelling with î that was used until 1993.
    package static func searchWords(_ name: String) -> String {
        let modern = Folding.fold(name)
        let older = Folding.fold(
            name.precomposedStringWithCanonicalMapping.replacing("â", with: "î").replacing("Â", with: "Î"))
        return modern == older ? modern : "\(modern) \(older)"
    }

    /// Whether every word that was typed begins a word of the name.
    package static func matches(_ typed: String, searchWords: String) -> Bool {
        let names = Folding.words(searchWords)
        return Folding.words(typed).allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }
}
