import Foundation
import Inventory
import SiteSupport
import Spreadsheets

@testable import Planning
@testable import Storage

/// What may stand on a Romanian page without being translated: what people, tables and editors say, days, codes, and
/// a few names that are the same in every language.
struct KnownTexts {
    private let values: Set<String>
    /// Texts that editors wrote in Romanian; markup takes them to pieces.
    private let written: String
    private var answers: [String: Bool] = [:]

    private static let names: Set<String> = [
        "M100", "CSV", "JSON", "PDF", "Română", "English", "SIRUTA", "CO2e", "CO₂e", "t", "kB", "km²",
    ]
    private static let months: Set<String> = [
        "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie",
        "noiembrie", "decembrie",
    ]

    /// Sources of methods and of their defaults, in the language of the documents, and units.
    private static var methods: Set<String> {
        var found: Set<String> = []
        func look(_ input: MethodInput) {
            switch input.fallback {
            case .value(_, let source, _), .word(_, let source): found.insert(source)
            default: break
            }
            switch input.kind {
            case .value(let measure): found.formUnion(measure.unitSymbols)
            case .table(let columns): for column in columns { look(column) }
            case .choice(let words): found.formUnion(words.filter { $0.contains(where: \.isUppercase) })
            default: break
            }
        }
        for method in Methods.all {
            found.insert(method.source)
            for input in method.inputs { look(input) }
        }
        return found
    }

    /// The strings in a document of ours: names that cities gave, sources, notes.
    private static func strings(_ json: Data) -> Set<String> {
        func all(_ value: Any) -> [String] {
            switch value {
            case let text as String: [text]
            case let list as [Any]: list.flatMap(all)
            case let object as [String: Any]: object.values.flatMap(all)
            default: []
            }
        }
        return (try? JSONSerialization.jsonObject(with: json)).map { Set(all($0)) } ?? []
    }

    /// The Romanian texts of the solutions library, its elasticities and the limits to debt.
    private static func solutions(_ site: TestSite) throws -> Set<String> {
        let list = try SolutionLibrary(resources: site.kit.settings.resources).list()
        let rules = try InvestmentReference(resources: site.kit.settings.resources).debtRules()
        let texts =
            list.solutions.flatMap { [$0.name, $0.part, $0.unit, $0.saving.basis, $0.driver, $0.remark] }
            + list.elasticities.flatMap { [$0.name, $0.cause, $0.note] } + rules.flatMap { [$0.name, $0.note] }
        return Set(texts.map(\.romanian) + rules.map(\.rule.source))
    }

    /// The Romanian texts of the library of indicators, with their units.
    private static func indicators(_ site: TestSite) throws -> Set<String> {
        let records = try CSVReader.records(file: "\(site.kit.settings.resources)/Data/indicators/indicators.csv")
        let columns = [
            "number", "name", "unit", "measured_on", "period_start", "value", "source", "evidence_link", "note",
        ]
        return Set(try records.flatMap { [try $0("name_ro"), try $0("definition_ro"), try $0("unit")] } + columns)
    }

    /// The Romanian texts of the rubric of reviewers.
    private static func rubric(_ site: TestSite) throws -> Set<String> {
        let criteria = try ReviewCriterion.all(resources: site.kit.settings.resources)
        return Set(criteria.flatMap { [$0.name, $0.guidance] + $0.anchors }.map(\.romanian))
    }

    init(_ site: TestSite) async throws {
        let stored = try await site.database.read { connection in
            var found: Set<String> = []
            for table in try Table.all(in: connection) {
                try table.forEachRow(in: connection) { row in
                    for case .text(let text) in row {
                        found.insert(text)
                        if text.hasPrefix("{") { found.formUnion(Self.strings(Data(text.utf8))) }
                    }
                    // What stands in a file that somebody sent is theirs, as cells and as single words.
                    for case .blob(let bytes) in row {
                        if bytes.first == UInt8(ascii: "{") { found.formUnion(Self.strings(Data(bytes))) }
                        for cell in String(decoding: bytes, as: UTF8.self).split(whereSeparator: { ";\n".contains($0) })
                        {
                            found.insert(String(cell))
                            found.formUnion(cell.split { " ()".contains($0) }.map(String.init))
                        }
                    }
                }
            }
            return found
        }
        values = stored.union(Self.methods).union(try Self.solutions(site)).union(try Self.indicators(site))
            .union(try Self.rubric(site)).union(try await CallPlaces.typed(site))
        var texts: [String] = try await site.database.read { connection in
            try connection.all("SELECT title, lead, markdown FROM page_version WHERE language = 'ro'") { row in
                [try row("title"), try row("lead"), try row("markdown")].joined(separator: "\n")
            }
        }
        for mail in site.features.flatMap(\.mailTemplates) {
            texts += mail.defaults["ro"].map { [$0.subject, $0.body] } ?? []
            texts += mail.variables.flatMap { ["{{\($0.name)}}", $0.sample] }
        }
        written = Self.plain(texts.joined(separator: "\n"))
    }

    /// Line breaks and the marks for headings, lists, strong words and links do not count.
    private static func plain(_ text: String) -> String {
        let marks: Set<Substring> = ["##", "###", "-"]
        let words = text.replacing(#/\[([^\]]*)\]\([^)]*\)/#) { $0.output.1 }.replacing("**", with: "")
            .split { $0.isWhitespace }.filter { !marks.contains($0) }
        return words.joined(separator: " ")
    }

    mutating func contains(_ piece: String) -> Bool {
        if let answer = answers[piece] { return answer }
        let answer = judge(piece.hasSuffix(" – M100") ? String(piece.dropLast(7)) : piece)
        answers[piece] = answer
        return answer
    }

    private func judge(_ piece: String) -> Bool {
        isKnown(piece) || piece.split { ",;:·()".contains($0) }.allSatisfy { isKnown(String($0)) }
    }

    private func isKnown(_ text: String) -> Bool {
        var rest = Substring(text)
        // Without the marks, and the figures, that join a text to its neighbours.
        while let last = rest.last, Self.marks.contains(last) || ("0"..."9").contains(last) {
            if isWritten(rest) { return true }
            rest.removeLast()
        }
        while let first = rest.first, Self.marks.contains(first) {
            if isWritten(rest) { return true }
            rest.removeFirst()
        }
        return rest.isEmpty || isWritten(rest) || isWritten(Substring(text).drop { Self.marks.contains($0) })
            || rest.split { $0.isWhitespace }.map(String.init).allSatisfy { word in
                let word = word.filter { !Self.marks.contains($0) }
                return Self.months.contains(word) || Self.names.contains(word) || isCode(word) || values.contains(word)
            }
    }

    private func isWritten(_ text: Substring) -> Bool {
        // An excerpt ends with three points.
        let plain = Self.plain(String(text.hasSuffix("…") ? text.dropLast() : text))
        return !plain.isEmpty && (values.contains(String(text)) || written.contains(plain))
    }

    private static let marks: Set<Character> = [" ", ",", ";", ":", "·", "(", ")", "–", ".", "\"", "„", "”"]

    /// A number, an address, a reference such as `M-5DC4FD22`, or a place for the script to fill.
    private func isCode(_ part: String) -> Bool {
        part.contains("@") || part.hasPrefix("https://") || part.hasPrefix("{")
            || part.hasPrefix("contract-") || part.allSatisfy { !$0.isLetter || ($0.isASCII && $0.isUppercase) }
    }
}
