import Contract
import Foundation
import Inventory
import Testing

/// docs/contract.schema.json says what the program reads: no field more, no field less.
@Suite struct SchemaTests {
    private let schema: JSONValue

    init() throws {
        let file = ContractSample.folder.appendingPathComponent("docs/contract.schema.json")
        schema = try JSONValue(json: String(contentsOf: file, encoding: .utf8))
    }

    private func members(_ path: [String]) -> [String: JSONValue] {
        var value = schema
        for step in path {
            guard case .object(let object) = value, let next = object[step] else { return [:] }
            value = next
        }
        if case .object(let object) = value { return object }
        return [:]
    }

    private func fields(_ path: [String]) -> Set<String> { Set(members(path + ["properties"]).keys) }

    @Test func everyFieldIsNamed() {
        func names<Key: CodingKey & CaseIterable>(_ keys: Key.Type) -> Set<String> {
            Set(keys.allCases.map(\.stringValue))
        }
        #expect(fields([]) == names(CityContract.CodingKeys.self))
        #expect(fields(["$defs", "waiver"]) == names(Waiver.CodingKeys.self))
        #expect(fields(["$defs", "quantity"]) == names(StatedQuantity.CodingKeys.self))
        #expect(fields(["$defs", "statement"]) == names(StatedQuantity.Statement.CodingKeys.self))
        #expect(fields(["properties", "sections"]) == Set(SectionID.allCases.map(\.rawValue)))
        #expect(fields(["properties", "tables"]) == Set(TableID.allCases.map(\.rawValue)))
        guard case .list(let variants)? = members(["$defs", "cell"])["oneOf"], case .object(let cell)? = variants.last,
            case .object(let properties)? = cell["properties"]
        else {
            Issue.record("The schema has no cells.")
            return
        }
        #expect(Set(properties.keys) == names(ContractCell.CodingKeys.self))
    }

    @Test(arguments: TableForm.all.map(\.id)) func everyColumnIsNamed(table: TableID) {
        let form = TableForm.of(table)
        let place = ["properties", "tables", "properties", table.rawValue]
        #expect(fields(place) == Set(ContractTable.CodingKeys.allCases.map(\.stringValue)))
        let row = place + ["properties", "rows", "items"]
        #expect(fields(row) == Set(ContractRow.CodingKeys.allCases.map(\.stringValue)))
        let cells = row + ["properties", "cells"]
        #expect(fields(cells) == Set(form.columns.filter { !$0.isYearly }.map(\.id)))
        let yearly = Set(members(cells + ["patternProperties"]).keys)
        #expect(yearly == Set(form.columns.filter(\.isYearly).map { "^\($0.id)_[0-9]{4}$" }))
    }
}
