import Inventory
import InventoryImports
import Testing

/// Programs put spaces around cells, hard ones too: a line is not left out for that, least of all without a word.
@Suite struct SpacedCellTests {
    @Test(arguments: ["waste-3", "waste-3 ", " waste-3", "waste-3\u{A0}"])
    func aSpaceAroundAnIdLeavesNothingOut(id: String) throws {
        let text = "kind,id,sector,scope,co2e_unsplit_t\nrow,\(id),III,1,10\n"
        let file = try ImportFile(Array(text.utf8))
        let reading = file.read(
            ImportPlan(recognising: file.book), in: InventoryTable.Circumstances(city: "Oraș", year: 2021))
        #expect(reading.entries.count == 1)
        #expect(reading.entries.allSatisfy { !$0.isLeftOut }, "\(reading.problems)")
    }
}
