import CXlsxWriter
import Foundation

/// Writes XLSX workbooks: typed cells under a header, the same bytes for the same content, numbers in 16 digits.
public enum XLSXWriter {
    /// The bytes of a workbook; throws when a name or a cell cannot be written.
    public static func bytes(
        _ sheets: [OutputSheet], properties: DocumentProperties = DocumentProperties()
    ) throws(SpreadsheetProblem) -> [UInt8] {
        // The library writes to files only. The folder is ours alone, because exports may hold personal data.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sheets-\(UUID().uuidString)")
        let path = folder.appendingPathComponent("book.xlsx").path
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SpreadsheetProblem(.writingFailed("no temporary folder"))
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let book = try OpenBook(path)
        do {
            book.describe(properties)
            for sheet in sheets { try book.add(sheet) }
        } catch {
            book.abandon()
            throw error
        }
        try book.close()
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SpreadsheetProblem(.writingFailed("no temporary file"))
        }
        return Array(data)
    }
}

/// A workbook that the library is building.
private final class OpenBook {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]
    private var names: Set<String> = []

    init(_ path: String) throws(SpreadsheetProblem) {
        guard let book = workbook_new(path) else { throw SpreadsheetProblem(.writingFailed("no workbook")) }
        self.book = book
    }

    func describe(_ properties: DocumentProperties) {
        let seconds = properties.created?.secondsSince1970 ?? 946_684_800
        func with(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Void) {
            var bytes = XLSXText.encodable(text).utf8CString.map { $0 }
            bytes.withUnsafeMutableBufferPointer { buffer in
                if let base = buffer.baseAddress { body(base) }
            }
        }
        with(properties.title) { title in
            with(properties.author) { author in
                with(properties.comments) { comments in
                    var values = lxw_doc_properties()
                    values.title = title
                    values.author = author
                    values.comments = comments
                    values.created = time_t(seconds)
                    workbook_set_properties(book, &values)
                }
            }
        }
    }

    func add(_ sheet: OutputSheet) throws(SpreadsheetProblem) {
        let isKnown = !names.insert(sheet.name.lowercased()).inserted
        guard !isKnown, !sheet.name.isEmpty, workbook_validate_sheet_name(book, sheet.name) == LXW_NO_ERROR,
            let target = workbook_add_worksheet(book, sheet.name)
        else { throw SpreadsheetProblem(.unsuitableSheetName(sheet.name)) }
        guard sheet.columns.count <= CellReference.lastColumn + 1 else {
            throw SpreadsheetProblem(.tooManyColumns(limit: CellReference.lastColumn + 1))
        }
        guard sheet.rows.count < CellReference.lastRow else {
            throw SpreadsheetProblem(.tooManyRows(limit: CellReference.lastRow))
        }
        for (index, column) in sheet.columns.enumerated() {
            let width = column.width ?? min(60, max(10, Double(column.title.count) * 1.2 + 2))
            worksheet_set_column(target, lxw_col_t(index), lxw_col_t(index), width, nil)
            try write(.text(column.title), to: target, row: 0, column: index, format: header, of: sheet)
        }
        worksheet_freeze_panes(target, 1, 0)
        let columnFormats = sheet.columns.map { format($0.format.code) }
        for (row, cells) in sheet.rows.enumerated() {
            for (index, value) in cells.enumerated() where index < sheet.columns.count {
                let format = format(of: value) ?? columnFormats[index]
                try write(value, to: target, row: row + 1, column: index, format: format, of: sheet)
            }
        }
    }

    func close() throws(SpreadsheetProblem) {
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            throw SpreadsheetProblem(.writingFailed(String(cString: lxw_strerror(error))))
        }
    }

    /// Frees what the library holds without writing anything.
    func abandon() { lxw_workbook_free(book) }

    private func write(
        _ value: Cell.Value, to target: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int,
        format: UnsafeMutablePointer<lxw_format>?, of sheet: OutputSheet
    ) throws(SpreadsheetProblem) {
        let (row32, column16) = (lxw_row_t(row), lxw_col_t(column))
        let error: lxw_error
        switch value {
        case .empty: return
        case .text(let text), .error(let text):
            let written = XLSXText.encodable(text)
            error = worksheet_write_string(target, row32, column16, written, format)
        case .number(let number):
            guard number.value.isFinite else { throw unwritable(sheet, row, column) }
            error = worksheet_write_number(target, row32, column16, number.value, format)
        case .boolean(let flag): error = worksheet_write_boolean(target, row32, column16, flag ? 1 : 0, format)
        case .date(let date):
            guard let serial = date.serial else { throw unwritable(sheet, row, column) }
            error = worksheet_write_number(target, row32, column16, serial, format)
        }
        guard error == LXW_NO_ERROR else { throw unwritable(sheet, row, column) }
    }

    private func unwritable(_ sheet: OutputSheet, _ row: Int, _ column: Int) -> SpreadsheetProblem {
        SpreadsheetProblem(.unwritableCell, at: Place(sheet: sheet.name, row: row + 1, column: column))
    }

    /// Dates and percentages are shown as such in any column.
    private func format(of value: Cell.Value) -> UnsafeMutablePointer<lxw_format>? {
        switch value {
        case .date(let date): format(date.second > 0 ? "yyyy\\-mm\\-dd hh:mm:ss" : "yyyy\\-mm\\-dd")
        case .number(let number) where number.isPercent: format("0.###%")
        default: nil
        }
    }

    private func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
        if code == NumberFormat.general.code { return nil }
        if let known = formats[code] { return known }
        guard let made = workbook_add_format(book) else { return nil }
        format_set_num_format(made, code)
        formats[code] = made
        return made
    }

    private lazy var header: UnsafeMutablePointer<lxw_format>? = {
        guard let made = workbook_add_format(book) else { return nil }
        format_set_bold(made)
        format_set_text_wrap(made)
        format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_bottom(made, UInt8(LXW_BORDER_THIN.rawValue))
        return made
    }()
}

/// Texts as a workbook can hold them.
enum XLSXText {
    /// XML has no NUL and no U+FFFE; other control characters are escaped by the library, as `_x0001_`.
    ///
    /// Texts that look like such an escape by themselves get their first character escaped.
    static func encodable(_ text: String) -> String {
        let text = text.contains("_x") ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
        guard text.unicodeScalars.contains(where: { isForbidden($0) }) else { return text }
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(isForbidden(scalar) ? "\u{fffd}" : scalar) }
        return String(view)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}
