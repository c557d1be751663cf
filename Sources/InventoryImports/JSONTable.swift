import Inventory
import Spreadsheets

/// The inventory table as JSON: `{"table": [{"kind": "row", …}]}`, each line with the columns that say something.
public enum JSONTable {
    /// The lines of an inventory; numbers are texts as in the table, so that nothing is rounded.
    public static func value(_ inventory: CityInventory) -> JSONValue {
        let table = InventoryTable.write(inventory)
        let names = table.first ?? []
        return .list(
            table.dropFirst().map { line in
                var object: [String: JSONValue] = [:]
                for (name, cell) in zip(names, line) where !cell.isEmpty { object[name] = .text(cell) }
                return .object(object)
            })
    }

    /// The table of a JSON file as a sheet; nil where the bytes are no JSON object.
    static func sheet(_ bytes: [UInt8], limits: ReadingLimits) throws(SpreadsheetProblem) -> Sheet? {
        let start = bytes.prefix(100).first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        guard start == UInt8(ascii: "{") else { return nil }
        guard bytes.count <= limits.fileBytes else { throw SpreadsheetProblem(.fileTooLarge(bytes: limits.fileBytes)) }
        let value: JSONValue
        do { value = try JSONValue(json: String(decoding: bytes, as: UTF8.self)) } catch {
            throw SpreadsheetProblem(.damagedFile)
        }
        guard case .object(let object) = value, case .list(let lines)? = object["table"] else {
            throw SpreadsheetProblem(.otherFile("JSON"))
        }
        guard lines.count <= limits.rows else { throw SpreadsheetProblem(.tooManyRows(limit: limits.rows)) }
        let header = Row(number: 1, cells: InventoryTable.header.map { Cell(.text($0)) })
        let rows = lines.enumerated().map { index, line -> Row in
            guard case .object(let cells) = line else { return Row(number: index + 2, cells: []) }
            return Row(number: index + 2, cells: InventoryTable.header.map { cell(cells[$0]) })
        }
        return Sheet(name: "", rows: [header] + rows)
    }

    private static func cell(_ value: JSONValue?) -> Cell {
        switch value {
        case .text(let text): Cell(.text(text))
        case .number(let number): Cell(.number(Cell.Number(number, written: Inventory.NumberText.write(number))))
        default: .empty
        }
    }
}
