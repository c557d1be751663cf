import Support
import Testing

/// Who may import whom: DESIGN's picture as one table.
@Suite struct ImportTests {
    /// Our own modules that a target may import.
    static let ours: [String: Set<String>] = [
        "Quantities": [],
        "Inventory": ["Quantities"],
        "InventoryImports": ["Inventory", "Spreadsheets"],
        "Pathways": ["Inventory", "Quantities"],
        "Finance": ["Quantities"],
        "Portfolio": ["Pathways", "Finance", "Inventory", "Quantities", "Spreadsheets"],
        "Contract": ["Portfolio", "Pathways", "Finance", "Inventory", "Quantities", "Spreadsheets"],
        "Selection": ["Quantities"],
        "Spreadsheets": ["CLibZip", "CXlsxWriter"],
        "Storage": ["CPostgres"],
        "Background": ["Storage"],
        "Web": ["Storage", "Background", "Spreadsheets", "CMarkGFM", "CQRCode", "CZlib"],
        "Members": ["Web", "Background", "Storage"],
        "Cities": ["Members", "Web", "Background", "Storage"],
        "Publishing": ["Cities", "Members", "Web", "Background", "Storage"],
        "Planning": [
            "Inventory", "InventoryImports", "Pathways", "Finance", "Portfolio", "Contract", "Quantities",
            "Spreadsheets", "Cities", "Members", "Web", "Background", "Storage",
        ],
        "Calls": ["Selection", "Cities", "Members", "Web", "Background", "Storage"],
        "Hub": [
            "Planning", "Calls", "Publishing", "Cities", "Members", "Web", "Background", "Storage", "Inventory",
            "Quantities",
            "Spreadsheets", "Pathways", "Finance", "Portfolio", "Contract", "Selection",
        ],
    ]

    /// Libraries that only some targets may import.
    static let libraries: [String: Set<String>] = [
        "GRDB": ["Storage"], "GRDBSQLite": ["Storage"], "CPostgres": ["Storage"],
        "Hummingbird": ["Web", "Hub"], "NIOCore": ["Web", "Hub"],
        "CMarkGFM": ["Web"], "CQRCode": ["Web"], "CZlib": ["Web"], "CLibZip": ["Spreadsheets"],
        "CXlsxWriter": ["Spreadsheets"],
        "FoundationXML": ["Spreadsheets"],
        "Mustache": ["Background"], "Subprocess": ["Background"],
        "ArgumentParser": ["Hub"], "Configuration": ["Hub"],
    ]

    @Test func everyTargetImportsOnlyWhatLiesBelowIt() throws {
        let files = try SourceTree().sources
        #expect(files.count > 50)
        for file in files {
            let allowed = try #require(Self.ours[file.target], "\(file.path): add \(file.target) to the table")
            for module in file.imports where Self.ours[module] != nil {
                #expect(allowed.contains(module), "\(file.path) must not import \(module)")
            }
        }
    }

    @Test func librariesStayInTheirTargets() throws {
        for file in try SourceTree().sources {
            for module in file.imports {
                guard let targets = Self.libraries[module] else { continue }
                #expect(targets.contains(file.target), "\(file.path) must not import \(module)")
            }
        }
    }
}
