import Contract
import Storage
import Web

/// A contract as one document for paper: cover, contents, the chosen documents in their template's order, annexes.
///
/// PDF and DOCX are both made from it.
package struct ContractPaper {
    /// What the cover says beyond the contract itself.
    package struct Edition: Sendable, Hashable {
        /// `version 3`, `draft`: nothing where it is not known.
        package var version: String
        /// The day that the document bears; none of a clock's.
        package var day: Day?
        /// Whether findings and waivers of a check stand at the end.
        package var hasFindings: Bool

        package init(version: String = "", day: Day? = nil, hasFindings: Bool = false) {
            self.version = version
            self.day = day
            self.hasFindings = hasFindings
        }
    }

    /// What reads the document's HTML.
    package enum Medium: Sendable {
        /// Pages: contents with page numbers, pictures, wide pages.
        case pages
        /// A word processor: it makes the contents itself.
        case word
    }

    let contract: CityContract
    let documents: [ContractDocument]
    let edition: Edition
    let medium: Medium
    let hash: String
    let t: Texts
    let figures: Figures
    let words: ContractWords

    /// - Parameter hash: SHA-256 of the contract as JSON, which the cover shows.
    package init(
        _ contract: CityContract, documents: [ContractDocument]? = nil, edition: Edition = Edition(),
        medium: Medium = .pages, hash: String, _ t: Texts
    ) {
        self.contract = contract
        self.documents = (documents ?? ContractDocument.allCases).filter(contract.documents.contains)
        self.edition = edition
        self.medium = medium
        self.hash = hash
        self.t = t
        figures = Figures(language: t.language)
        words = ContractWords(contract, t)
    }

    /// `Climate City Contract of Exemplu`.
    package var title: String { t("Climate City Contract of {city}", ["city": contract.city]) }

    /// The whole document.
    package var html: String {
        let language = Attribute.lang(t.language.rawValue)
        let page = Web.html(language) {
            head {
                element("meta", .attribute("charset", "utf-8"))
                element("title") { title }
                meta("author", contract.city)
                meta("description", subtitle)
                meta("keywords", documents.map { t($0.title) }.joined(separator: ", "))
                meta("generator", "M100 Hub")
                if let day = edition.day {
                    meta("dcterms.created", "\(day)")
                    meta("dcterms.modified", "\(day)")
                }
                if medium == .pages { element("style") { HTML.raw(ContractPaperStyle.css) } }
            }
            body {
                cover
                if medium == .pages { contents }
                guide
                for document in documents { chapter(document) }
                if edition.hasFindings { ContractPaperAnnex(paper: self).html }
            }
        }
        return "<!DOCTYPE html>\n" + page.string
    }

    private func meta(_ name: String, _ content: String) -> HTML {
        element("meta", .name(name), .attribute("content", content))
    }

    private var subtitle: String {
        documents.count == 1 ? t(documents[0].title) : t("Climate City Contract")
    }

    // MARK: Front

    private var cover: HTML {
        section(.class("cover")) {
            // A word processor's title page says both already.
            if medium == .pages {
                p(.class("kind")) { subtitle }
                p(.class("title")) { contract.city }
            }
            if documents.count > 1 {
                p(.class("parts")) { documents.map { t($0.title) }.joined(separator: " · ") }
            }
            dl(.class("facts")) {
                for (name, value) in facts {
                    dt { t(name) }
                    dd { value }
                }
            }
            if !contract.note.isEmpty { p(.class("remark")) { contract.note } }
        }
    }

    private var facts: [(String, String)] {
        let all: [(String, String)] = [
            ("Version", edition.version), ("Date", edition.day.map(figures.day) ?? ""),
            ("Template", contract.template == .v21 ? "2.1" : "1"), ("Base year", "\(contract.baseYear)"),
            ("Target year", "\(contract.targetYear)"), ("Source", contract.source),
            ("Fingerprint of the data (SHA-256)", hash),
        ]
        return all.filter { !$0.1.isEmpty }
    }

    private var contents: HTML {
        nav(.class("contents")) {
            p(.class("contents-title")) { t("Contents") }
            ul {
                for document in documents {
                    li(.class("first")) { entry(document.rawValue, t(document.title)) }
                    for part in parts(of: document) {
                        li(.class("second")) { entry(part.id, part.title) }
                        for piece in part.pieces {
                            li(.class("third")) { entry(piece.id, name(of: piece)) }
                        }
                    }
                }
                if edition.hasFindings { li(.class("first")) { entry("findings", t("Findings of the check")) } }
            }
        }
    }

    private func entry(_ id: String, _ text: String) -> HTML { a(.href("#\(id)")) { text } }

    private var guide: HTML {
        section(.class("guide")) {
            h1 { t("How to read the tables") }
            p { t("Figures are rounded for print; the workbook and the data of the contract hold them in full.") }
            p {
                t(
                    "“{unknown}” stands where a figure is asked for and is not known. NO: not occurring; IE: included elsewhere; NE: not estimated; C: confidential.",
                    ["unknown": t("not known")])
            }
            p {
                t(
                    "A number in brackets leads to a note below the table: why there is no figure, or why it is another one than was computed."
                )
            }
        }
    }

    // MARK: Documents

    private func chapter(_ document: ContractDocument) -> HTML {
        section(.class("document")) {
            h1(.id(document.rawValue)) { t(document.title) }
            let found = parts(of: document)
            if found.isEmpty { p { t("This document has no content yet.") } }
            for part in found {
                section(.class("module")) {
                    h2(.id(part.id)) { part.title }
                    for piece in part.pieces { html(piece) }
                }
            }
        }
    }

    private func name(of piece: Piece) -> String {
        piece.number.isEmpty ? t(piece.title) : "\(piece.number) \(t(piece.title))"
    }

    private func html(_ piece: Piece) -> HTML {
        let heading = h3(.id(piece.id)) { name(of: piece) }
        switch piece.content {
        case .text(let text):
            return HTML {
                heading
                div(.class("text")) { Markdown.html(text, topHeading: 4) }
            }
        case .table(let form, let table):
            return ContractPaperTable(paper: self, form: form, table: table, number: piece.number).html(heading)
        }
    }
}
