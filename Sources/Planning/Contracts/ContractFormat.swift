import Storage
import Web

/// What a contract can be written as.
package enum ContractFormat: String, CaseIterable, Sendable, Storable {
    case pdf, docx, xlsx, json

    /// Key of the name.
    package var title: String {
        switch self {
        case .pdf: "The contract for reading and printing (PDF)"
        case .docx: "The contract for a word processor (DOCX)"
        case .xlsx: "Workbook of all tables (XLSX)"
        case .json: "The contract as data (JSON)"
        }
    }

    package var fileType: FileType {
        switch self {
        case .pdf: .pdf
        case .docx: .docx
        case .xlsx: .xlsx
        case .json: .json
        }
    }
}
