import Background
import Contract
import Foundation
import Spreadsheets
import Storage
import Web

/// A contract as a file: the one door to PDF, DOCX, XLSX and JSON. The same contract gives the same bytes.
package struct ContractFile: Sendable {
    /// How a file is made, in its order; a job shows it.
    package enum Step: Int, Sendable, CaseIterable {
        /// Texts and tables are put together.
        case composing
        /// A program lays out its pages.
        case writing
        case done
    }

    package let bytes: [UInt8]
    package let type: FileType
    /// A name for the file, without the city: `contract-ro-v2.1.pdf`.
    package let name: String

    /// - Parameters:
    ///   - template: the numbering; else the contract's own.
    ///   - documents: those of the contract that are wanted; else all it holds.
    ///   - resources: the folder with Data and Locales.
    /// - Throws: a `DocumentFailure` where a program is missing, breaks or takes too long.
    package static func make(
        _ contract: CityContract, _ format: ContractFormat, _ t: Texts, template: Template? = nil,
        documents: [ContractDocument]? = nil, edition: ContractPaper.Edition = ContractPaper.Edition(),
        resources: String, progress: (Step) async throws -> Void = { _ in }
    ) async throws -> ContractFile {
        try await progress(.composing)
        var shown = contract
        if let template { shown.template = template }
        if let documents { shown.documents = contract.documents.filter(documents.contains) }
        let bytes: [UInt8]
        switch format {
        case .json: bytes = Array(try shown.json())
        case .xlsx: bytes = Array(try workbook(shown, t))
        case .pdf, .docx:
            let hash = Blob.hash(of: Array(try contract.json()))
            let paper = ContractPaper(
                shown, edition: edition, medium: format == .pdf ? .pages : .word, hash: hash, t)
            let html = paper.html
            try await progress(.writing)
            let time = seconds(edition.day)
            bytes =
                format == .pdf
                ? try await TaggedPDF().bytes(Array(html.utf8), time: time)
                : try await WordDocument(reference: "\(resources)/Data/documents/reference.docx")
                    .bytes(html, language: t.language == .ro ? "ro-RO" : "en-GB", contents: t("Contents"), time: time)
        }
        try await progress(.done)
        let name = "contract-\(t.language.rawValue)-\(shown.template.rawValue).\(format.rawValue)"
        return ContractFile(bytes: bytes, type: format.fileType, name: name)
    }

    private static func workbook(_ contract: CityContract, _ t: Texts) throws -> Data {
        let properties = DocumentProperties(
            title: t("Climate City Contract of {city}", ["city": contract.city]), author: contract.city,
            comments: contract.note)
        return Data(try XLSXWriter.bytes(ContractSheets.all(contract) { t($0) }, properties: properties))
    }

    /// The day's midnight in UTC; without a day the first one of 2000, as in workbooks.
    private static func seconds(_ day: Day?) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(year: day?.year ?? 2000, month: day?.month ?? 1, day: day?.day ?? 1)
        return Int((calendar.date(from: parts) ?? Date(timeIntervalSince1970: 946_684_800)).timeIntervalSince1970)
    }
}
