/// The inventory as one table: one line for each row, property, printed total, printed factor and exclusion.
///
/// `Data/examples/README.md` documents the columns. What is written reads back as the same inventory, to the last bit of
/// every number; what is read keeps everything that is good and says of the rest where it is and what to do.
public enum InventoryTable {
    /// The names of the columns, `kind` first.
    public static let header: [String] = TableColumn.allCases.map(\.rawValue)

    /// A column that programs may add: how the methods of rows came to their results, as JSON with the `inputs` that
    /// were used. Reading takes the factors of then from it, where they give the masses of the line.
    public static let traceColumn = "trace"

    /// What is taken where the table itself does not say it, and what methods need to compute rows.
    public struct Circumstances: Sendable {
        /// The city, where the table does not name it.
        public var city: String?
        /// The year, where the table does not say it.
        public var year: Int?
        /// Where factors are looked up for rows with a method.
        public var factors: FactorBook
        /// From near to far, as in `FactorPlace`.
        public var regions: [String]
        /// Whether a factor that a trace names is one that the reader knows by its id, be it in force or not.
        public var isKnownFactor: @Sendable (String) -> Bool

        public init(
            city: String? = nil, year: Int? = nil, factors: FactorBook = FactorBook(), regions: [String] = ["world"],
            isKnownFactor: @escaping @Sendable (String) -> Bool = { _ in true }
        ) {
            self.isKnownFactor = isKnownFactor
            self.city = city
            self.year = year
            self.factors = factors
            self.regions = regions
        }
    }

    /// The inventory in a table, with what could not be taken.
    public static func read(_ rows: [TableRow], in circumstances: Circumstances = Circumstances()) -> TableReading {
        InventoryTableReader(circumstances).read(rows)
    }

    /// The same for a table that begins in the first line of its file.
    public static func read(_ rows: [[String]], in circumstances: Circumstances = Circumstances()) -> TableReading {
        read(TableRow.numbered(rows), in: circumstances)
    }

    /// Whether a row is the header of this table.
    public static func isHeader(_ cells: [String]) -> Bool {
        let names = Set(cells.map { $0.trimmed.lowercased() })
        return names.contains(TableColumn.kind.rawValue)
            && (names.contains(TableColumn.sector.rawValue) || names.contains(TableColumn.reference.rawValue))
    }

    /// The table of an inventory, header first.
    public static func write(_ inventory: CityInventory) -> [[String]] {
        [header] + InventoryTableWriter.lines(inventory)
    }
}
