import Foundation
import Pathways

/// A report as the command line and the API print it.
public struct ReportResults: Sendable, Hashable, Codable {
    /// A finding.
    public struct Finding: Sendable, Hashable, Codable {
        public let rule: String
        public let check: String
        public let level: ContractFinding.Level
        /// `emissions/waste/scope2`, `sections/outlook`, or nothing for the contract as a whole.
        public let place: String
        /// The number that the contract's template gives the place, such as `A-1.4`.
        public let number: String?
        /// In English, with its values.
        public let message: String
        public let hint: String
        /// Of a finding that is waived.
        public let waiver: Waiver?

        init(_ finding: ContractFinding, _ template: Template, waiver: Waiver? = nil) {
            rule = finding.rule
            check = finding.check
            level = finding.level
            place = finding.place.path
            number = finding.place.number(in: template)
            message = finding.text
            hint = finding.hint
            self.waiver = waiver
        }
    }

    /// What is wrong with the document as such.
    public struct Problem: Sendable, Hashable, Codable {
        /// A JSON Pointer.
        public let place: String
        public let message: String

        init(_ problem: PlanProblem) {
            place = problem.place
            message = problem.text
        }
    }

    public let city: String
    public let template: Template
    public let errors: Int
    public let warnings: Int
    public let findings: [Finding]
    public let waived: [Finding]
    public let idleWaivers: [Waiver]
    public let problems: [Problem]
    public let modules: [ModuleState]
    public let balances: [SectorBalance]

    /// The results of a check, with what is wrong with the document as such.
    public init(_ contract: CityContract, _ report: ContractReport) {
        city = contract.city
        template = contract.template
        errors = report.errors.count
        warnings = report.findings.count - report.errors.count
        findings = report.findings.map { Finding($0, contract.template) }
        waived = report.waived.map { Finding($0.finding, contract.template, waiver: $0.waiver) }
        idleWaivers = report.idleWaivers
        problems = contract.problems().map(Problem.init)
        modules = report.modules
        balances = report.balances
    }

    /// Whether the contract may be published as it is.
    public var isPublishable: Bool { errors == 0 && problems.isEmpty }

    /// The results as JSON; the same results give the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
