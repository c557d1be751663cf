import Contract
import Testing

/// Real defects of published contracts are found, and what was corrected is clean.
@Suite struct DefectTests {
    @Test(arguments: Defect.all) func theDefectIsFoundByItsRule(defect: Defect) {
        let circumstances = CheckCircumstances(gridFactors: defect.register)
        let found = defect.defect.check(circumstances).findings
        let wanted = found.filter { $0.rule == defect.rule && $0.check == defect.check }
        #expect(!wanted.isEmpty, "\(found.map { "\($0.rule) \($0.check) \($0.text)" })")
        #expect(wanted.contains { $0.text.contains(defect.says) }, "\(wanted.map(\.text))")
        #expect(defect.defect.problems() == [])
    }

    @Test(arguments: Defect.all) func theCorrectedTwinIsClean(defect: Defect) {
        let circumstances = CheckCircumstances(gridFactors: defect.register)
        let found = defect.twin.check(circumstances).findings
        #expect(found.map { "\($0.rule) \($0.check) \($0.place.path) \($0.text)" } == [])
        #expect(defect.twin.problems() == [])
    }

    @Test func everyDefectHasAFixture() {
        let names = Set(Defect.all.compactMap { $0.name.split(separator: " ").first.map(String.init) })
        #expect(names == Set((1...15).map { "D\($0)" } + ["D6b"]))
    }
}
