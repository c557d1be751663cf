/// Something in a table that could not be taken as it stands: where it is, what is wrong, and what to do.
public struct TableProblem: Sendable, Hashable, CustomStringConvertible {
    /// What became of the place where the problem is.
    public enum Effect: String, Sendable, Hashable, Codable {
        /// The whole line is not in the result.
        case lineLeftOut = "line left out"
        /// The line is there without this cell.
        case cellLeftOut = "cell left out"
        /// The line is there as written, but what it says does not fit together.
        case kept
    }

    /// The line of the file or row of the sheet, from 1; 0 for the table as a whole.
    public let line: Int
    /// The column's name; empty for the line as a whole.
    public let column: String
    /// What became of it.
    public let effect: Effect
    /// The sentence in English with `{name}` where an argument goes; also the key for translations.
    public let template: String
    /// What goes in the places of the sentence, at most 200 characters each.
    public let arguments: [String: String]

    public init(
        line: Int, column: String = "", _ effect: Effect, _ template: String, _ arguments: [String: String] = [:]
    ) {
        self.line = line
        self.column = column
        self.effect = effect
        self.template = template
        self.arguments = arguments.mapValues(Self.short)
    }

    /// The sentence with its arguments.
    public var message: String {
        arguments.sorted { $0.key < $1.key }.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    public var description: String {
        let place = [line > 0 ? "line \(line)" : "", column].filter { !$0.isEmpty }.joined(separator: ", ")
        return place.isEmpty ? message : "\(place): \(message)"
    }

    /// What people wrote, cut to what a message can show.
    private static func short(_ text: String) -> String {
        let shown = text.prefix(200)
        return shown.endIndex == text.endIndex ? text : shown + "…"
    }
}

/// An inventory that was read from a table, and what was wrong on the way.
public struct TableReading: Sendable {
    /// What could be read; nil when the table has no rows that are known, or says neither city nor year.
    public let inventory: CityInventory?
    /// In the order of lines; empty where everything was taken.
    public let problems: [TableProblem]

    public init(inventory: CityInventory?, problems: [TableProblem]) {
        self.inventory = inventory
        self.problems = problems
    }

    /// Whether everything in the table is in the inventory.
    public var isComplete: Bool { inventory != nil && problems.isEmpty }
}

/// One row of a table as text, with its number in the file.
public struct TableRow: Sendable, Hashable {
    /// The number of the row in its file, from 1.
    public let number: Int
    /// The texts of its cells.
    public var cells: [String]

    public init(number: Int, cells: [String]) {
        self.number = number
        self.cells = cells
    }

    /// The rows of a table that begins in the file's first line.
    public static func numbered(_ rows: [[String]]) -> [TableRow] {
        rows.enumerated().map { TableRow(number: $0.offset + 1, cells: $0.element) }
    }
}
