import Contract
import Testing

/// Each rule is silent about what is right, finds what is wrong, and lets a waiver stand.
@Suite struct RuleTests {
    @Test func theListIsWhole() {
        let ids = Rule.all.map(\.id)
        #expect(ids == (1...24).map { "V\($0)" })
        #expect(Set(Mutation.all.map(\.rule)) == Set(ids))
        for rule in Rule.all { #expect(rule.title.hasSuffix(".") && rule.hint.hasSuffix(".")) }
    }

    @Test(arguments: 1...60) func validContractsHaveNoFindings(seed: Int) {
        let contract = ContractSample(seed).contract
        #expect(contract.problems() == [])
        let report = contract.check()
        #expect(report.findings.map(\.text) == [], "seed \(seed)")
        #expect(report.balances.allSatisfy { $0.surplus.magnitude < 1e-6 })
    }

    @Test(arguments: Mutation.all) func mutationsAreFoundByTheirRuleAlone(mutation: Mutation) {
        for seed in 100..<110 {
            let sample = ContractSample(seed, template: mutation.isMoney ? .v21 : nil)
            var numbers = SeededNumbers(seed + 1)
            var contract = sample.contract
            mutation.change(&contract, sample, &numbers)
            let report = contract.check()
            let found = Set(report.findings.map(\.rule))
            #expect(
                found == [mutation.rule],
                "seed \(seed): \(report.findings.map { "\($0.rule) \($0.check) \($0.place.path)" })")
            #expect(report.findings.contains { $0.check == mutation.check }, "seed \(seed)")
        }
    }

    @Test(arguments: Mutation.all) func aSignedWaiverCoversFindings(mutation: Mutation) throws {
        let sample = ContractSample(7, template: .v21)
        var numbers = SeededNumbers(8)
        var contract = sample.contract
        mutation.change(&contract, sample, &numbers)
        let finding = try #require(contract.check().findings.first { $0.check == mutation.check })
        contract.waivers = [Waiver(mutation.rule, at: finding.place, reason: " ", author: "Ana")]
        #expect(contract.check().findings.contains(finding) && contract.check().idleWaivers.count == 1)
        contract.waivers = [Waiver(mutation.rule, at: finding.place, reason: "Known.", author: "Ana")]
        let report = contract.check()
        #expect(!report.findings.contains(finding) && report.waived.map(\.finding).contains(finding))
        #expect(report.idleWaivers.isEmpty)
        contract.waivers = [Waiver("V0", reason: "Known.", author: "Ana")]
        #expect(contract.check().findings.contains(finding))
        #expect(contract.problems().map(\.check) == ["unknown-rule"])
    }

    @Test func messagesHaveAllTheirValues() {
        for mutation in Mutation.all {
            let sample = ContractSample(3, template: .v21)
            var numbers = SeededNumbers(4)
            var contract = sample.contract
            mutation.change(&contract, sample, &numbers)
            for finding in contract.check().findings {
                #expect(!finding.text.contains("{"), "\(finding.text)")
                #expect(ContractPlace(path: finding.place.path) == finding.place)
            }
        }
    }

    /// Whatever stands in a cell, a check ends.
    @Test(arguments: [1e300, -1e300, 1e-300, 0, -1, Double.greatestFiniteMagnitude, .nan, .infinity])
    func noNumberStopsACheck(number: Double) {
        let contract = ContractSample(2, template: .v21, actionsPerSector: 1).contract
        for (table, content) in contract.tables {
            for row in content.rows {
                var spoilt = contract
                for column in TableForm.of(table).columns where column.isNumber {
                    spoilt[table, row.id, column.isYearly ? "\(column.id)_2030" : column.id] = ContractSample.number(
                        number)
                }
                let report = spoilt.check()
                #expect(report.findings.allSatisfy { !$0.text.contains("{") })
                #expect(!ContractSheets.all(spoilt).isEmpty)
            }
        }
    }

    @Test func emptySectionsAreAFindingForReadersOnly() {
        var contract = ContractSample(1).contract
        contract.sections = [:]
        #expect(contract.check(CheckCircumstances(stage: .draft)).findings.isEmpty)
        #expect(contract.check().findings.count > 10)
    }

    @Test func rulesOfDocumentsThatAreNotThereAreSilent() {
        var contract = ContractSample(1, template: .v21).contract
        contract.tables[.costs] = nil
        #expect(contract.check().findings.map(\.check) == ["no-table"])
        contract.documents = [.commitments, .actionPlan]
        #expect(contract.check().findings.isEmpty)
    }
}

extension Mutation {
    var isMoney: Bool { Self.money.contains { $0.testDescription == testDescription } }
}
