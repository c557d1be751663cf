import Spreadsheets

// Tables in files are the matter of Spreadsheets; the wings write and read them with what they import anyway.

/// Writes RFC 4180 tables that are safe to open in a spreadsheet program.
package typealias CSVWriter = Spreadsheets.CSVWriter

/// Reads CSV tables.
package typealias CSVReader = Spreadsheets.CSVReader

/// One row of a table with a header, by the names of its columns.
package typealias CSVRecord = Spreadsheets.CSVRecord
