import ArgumentParser
import Background
import Contract
import Foundation
import Planning
import Storage
import Web

extension ContractCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write a contract as PDF, as DOCX, as a workbook of its tables, or as JSON.",
            discussion: """
                The same contract gives the same bytes. PDF needs the Debian package weasyprint, DOCX needs pandoc.
                Example: m100 contract export contract.json --format pdf -o contract.pdf --language ro --template v2.1
                """)

        @OptionGroup var options: DataOptions
        @ArgumentParser.Argument(help: "The file with the contract, or - for standard input.") var file: String
        @ArgumentParser.Option(help: "pdf, docx, xlsx or json.") var format: String
        @ArgumentParser.Option(name: .shortAndLong, help: "The file to write.") var output: String
        @ArgumentParser.Option(help: "Of headings and words: ro or en.") var language = Language.en.rawValue
        @ArgumentParser.Option(help: "Whose numbers stand at tables: v1 or v2.1 (else the contract's own).")
        var template: String?
        @ArgumentParser.Option(
            help: "Only commitments, actionPlan or investmentPlan; may be given several times.")
        var document: [String] = []
        @ArgumentParser.Option(help: "The day on the cover, such as 2026-03-01.") var day: String?
        @ArgumentParser.Option(help: "What the cover says of the version, such as draft.") var version = ""
        @Flag(help: "Put findings and waivers of the check at the end.") var findings = false

        func validate() throws {
            if ContractFormat(rawValue: format) == nil {
                throw ValidationError("--format must be pdf, docx, xlsx or json")
            }
            if Language(rawValue: language) == nil { throw ValidationError("--language must be ro or en") }
            if let template, Template(rawValue: template) == nil {
                throw ValidationError("--template must be v1 or v2.1")
            }
            for name in document where ContractDocument(rawValue: name) == nil {
                throw ValidationError("--document must be commitments, actionPlan or investmentPlan")
            }
            if let day, Day(day) == nil { throw ValidationError("--day must be a day such as 2026-03-01") }
        }

        func run() async throws {
            let source = CommandFile(file, of: "contract")
            let contract = try source.reading(CityContract.read)
            let problems = contract.problems()
            if !problems.isEmpty { try source.refuse(problems) }
            let resources = URL(fileURLWithPath: try options.folder()).deletingLastPathComponent().path
            let texts = try Languages(folder: "\(resources)/Locales")[Language(rawValue: language) ?? .en]
            let documents = document.compactMap { ContractDocument(rawValue: $0) }
            let made: ContractFile
            do {
                made = try await ContractFile.make(
                    contract, ContractFormat(rawValue: format) ?? .json, texts,
                    template: template.flatMap { Template(rawValue: $0) },
                    documents: documents.isEmpty ? nil : documents,
                    edition: ContractPaper.Edition(
                        version: version, day: day.flatMap { Day($0) }, hasFindings: findings),
                    resources: resources)
            } catch let failure as DocumentFailure {
                throw SettingsError(failure.description)
            }
            do {
                try Data(made.bytes).write(to: URL(fileURLWithPath: output))
            } catch {
                throw SettingsError("\(output): the file cannot be written")
            }
        }
    }
}
