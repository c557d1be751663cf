/// The list of sheets in the workbook's main part.
final class WorkbookPart: PartReader {
    struct Entry {
        let name: String
        let relationship: String
        let isHidden: Bool
    }

    private(set) var sheets: [Entry] = []
    /// Whether day numbers count from 1904, as old Macintosh programs did.
    private(set) var countsFrom1904 = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func start(_ name: Substring, _ attributes: [String: String]) throws(SpreadsheetProblem) {
        if name == "workbookPr" {
            countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        } else if name == "sheet", let id = attribute("id", of: attributes) {
            guard sheets.count < limit else { throw SpreadsheetProblem(.tooManySheets(limit: limit)) }
            let state = attributes["state"] ?? "visible"
            sheets.append(
                Entry(name: attributes["name"] ?? "", relationship: id, isHidden: state != "visible"))
        }
    }

    func text(_ text: String) {}

    func end(_ name: Substring) {}
}
