/// Where in a file something is.
public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// Name of the sheet; nil for a text file.
    public var sheet: String?
    /// Row number, or line of a text file, counted from 1.
    public var row: Int?
    /// Column, counted from 0.
    public var column: Int?

    /// A place as far as it is known.
    public init(sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// The cell as spreadsheet programs name it, such as `B12`; nil unless row and column are known.
    public var cell: String? {
        guard let row, let column else { return nil }
        return CellReference.letters(column) + String(row)
    }

    /// Such as `Sheet1!B12`, `row 12` or nothing.
    public var description: String {
        let inside = cell ?? row.map { "row \($0)" }
        guard let sheet else { return inside ?? "" }
        return inside.map { "\(sheet)!\($0)" } ?? sheet
    }
}

/// What is wrong with a file, and where.
public struct SpreadsheetProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let fault: Fault
    /// Where it is.
    public let place: Place

    /// A fault at a place.
    public init(_ fault: Fault, at place: Place = Place()) {
        self.fault = fault
        self.place = place
    }

    /// The English sentence with its arguments, after the place.
    public var description: String {
        let sentence = fault.sentence
        let place = place.description
        return place.isEmpty ? sentence : "\(place): \(sentence)"
    }
}

/// Problems in the order in which they were met; beyond a limit they are only counted.
public struct ProblemList: Sendable, Hashable {
    /// The problems that are kept.
    public private(set) var all: [SpreadsheetProblem] = []
    /// How many more there are.
    public private(set) var leftOut = 0
    private let limit: Int

    /// An empty list that keeps as many problems as given.
    public init(limit: Int = ReadingLimits.standard.problems) { self.limit = limit }

    /// Adds a problem.
    public mutating func add(_ fault: Fault, at place: Place = Place()) {
        if all.count < limit { all.append(SpreadsheetProblem(fault, at: place)) } else { leftOut += 1 }
    }

    /// Adds the problems of another list.
    public mutating func add(_ other: ProblemList) {
        for problem in other.all { add(problem.fault, at: problem.place) }
        leftOut += other.leftOut
    }

    /// Whether nothing was noticed.
    public var isEmpty: Bool { all.isEmpty }
}
