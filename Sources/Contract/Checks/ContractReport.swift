import Pathways

/// What a check found in a contract.
public struct ContractReport: Sendable, Hashable {
    /// A finding that somebody answers for.
    public struct Waived: Sendable, Hashable {
        public let finding: ContractFinding
        public let waiver: Waiver
    }

    /// What is to be put right, in the order of the rules and then of the documents.
    public let findings: [ContractFinding]
    /// What stands with a reason.
    public let waived: [Waived]
    /// Waivers that cover nothing: without a reason or an author, or of findings that are gone.
    public let idleWaivers: [Waiver]
    /// How far each module is filled in.
    public let modules: [ModuleState]
    /// Gap and actions of each sector.
    public let balances: [SectorBalance]

    /// Findings that stand in the way of publication.
    public var errors: [ContractFinding] { findings.filter { $0.level == .error } }
}

extension CityContract {
    /// Looks at the contract with every rule.
    public func check(_ circumstances: CheckCircumstances = CheckCircumstances()) -> ContractReport {
        var findings: [ContractFinding] = []
        var waived: [ContractReport.Waived] = []
        var used: Set<Waiver> = []
        for rule in Rule.all {
            for finding in rule.findings(self, circumstances) {
                if let waiver = waivers.first(where: { $0.covers(finding) }) {
                    used.insert(waiver)
                    waived.append(ContractReport.Waived(finding: finding, waiver: waiver))
                } else {
                    findings.append(finding)
                }
            }
        }
        return ContractReport(
            findings: findings, waived: waived, idleWaivers: waivers.filter { !used.contains($0) },
            modules: ModuleState.all(self), balances: SectorBalance.all(self))
    }

    /// What is wrong with the document as such: rows and columns that cannot be; nothing here depends on rules.
    public func problems() -> [PlanProblem] {
        var problems: [PlanProblem] = []
        func add(_ check: String, _ place: String, _ message: String, _ values: [String: String] = [:]) {
            problems.append(PlanProblem(check, place, message, values))
        }
        if !(1990...2100).contains(baseYear) || !(baseYear...2100).contains(targetYear) {
            add("years", "/targetYear", "The target year comes after the base year, both between 1990 and 2100.")
        }
        let rules = Set(Rule.all.map(\.id))
        for (index, waiver) in waivers.enumerated() where !rules.contains(waiver.rule) {
            add("unknown-rule", "/waivers/\(index)/rule", "There is no rule “{id}”.", ["id": waiver.rule])
        }
        for form in TableForm.all {
            guard let table = tables[form.id] else { continue }
            var ids: Set<String> = []
            for (index, row) in table.rows.enumerated() {
                let place = "/tables/\(form.id.rawValue)/rows/\(index)"
                if !Self.isSlug(row.id) {
                    add(
                        "id", "\(place)/id", "“{id}” is not a short name of small letters, digits and hyphens.",
                        ["id": row.id])
                } else if !ids.insert(row.id).inserted {
                    add("twice", "\(place)/id", "“{id}” stands twice.", ["id": row.id])
                }
                for column in row.cells.keys.sorted() where form.column(column) == nil {
                    add(
                        "unknown-column", "\(place)/cells/\(column)", "There is no column “{name}”.", ["name": column])
                }
            }
        }
        return problems
    }

    private static func isSlug(_ text: String) -> Bool {
        guard (1...100).contains(text.utf8.count), text.first != "-", text.last != "-" else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
