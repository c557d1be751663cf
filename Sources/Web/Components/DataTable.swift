/// A table of data: caption, column headings, row headings, numbers under numbers.
package struct DataTable: Sendable {
    /// One column; `sort` is its name in `?sort=`.
    package struct Column: Sendable {
        package let title: String
        package let isNumber: Bool
        package let sort: String?

        package init(_ title: String, number: Bool = false, sort: String? = nil) {
            self.title = title
            isNumber = number
            self.sort = sort
        }
    }

    /// One cell; `sortValue` is what the script sorts by when it is not the text.
    package struct Cell: Sendable {
        package let content: HTML
        package let sortValue: String?

        package init(_ content: HTML, sortValue: String? = nil) {
            self.content = content
            self.sortValue = sortValue
        }

        package static func text(_ text: String) -> Cell { Cell(.text(text)) }
        package static func html(_ content: HTML) -> Cell { Cell(content) }
        package static func link(_ title: String, _ path: String) -> Cell { Cell(a(.href(path)) { title }) }
        package static func number(_ text: String, _ value: Double? = nil) -> Cell {
            Cell(.text(text), sortValue: value.map { "\($0)" })
        }
        /// A gap that is meant: shown as a dash, spoken as words.
        package static func missing(_ words: String) -> Cell {
            Cell(
                HTML {
                    span(.aria("hidden", "true")) { "–" }
                    span(.class("hidden")) { words }
                })
        }
    }

    package let caption: String
    package let columns: [Column]
    package let rows: [[Cell]]
    /// The last line, such as totals.
    package var footer: [Cell]?
    /// The first cell of each row names the row.
    package var hasRowHeadings: Bool
    package var isCaptionHidden: Bool
    /// Where the list lives, so that column headings can ask for another order.
    package var address: ListAddress?
    /// The script may sort it in place; for tables that are whole on the page.
    package var sortsInPlace: Bool

    package init(
        caption: String, columns: [Column], rows: [[Cell]], footer: [Cell]? = nil, rowHeadings: Bool = true,
        captionHidden: Bool = false, address: ListAddress? = nil, sortsInPlace: Bool = false
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footer = footer
        hasRowHeadings = rowHeadings
        isCaptionHidden = captionHidden
        self.address = address
        self.sortsInPlace = sortsInPlace
    }

    package var html: HTML {
        // Wide tables scroll inside their own region; the page never does. The region must be reachable by keyboard.
        div(.class("table-scroll"), .role("region"), .aria("label", caption), .attribute("tabindex", "0")) {
            table(.flag("data-sortable", if: sortsInPlace)) {
                Web.caption(.class(isCaptionHidden ? "hidden" : nil)) { caption }
                thead { tr { for column in columns { heading(column) } } }
                tbody { for cells in rows { row(cells) } }
                if let footer { tfoot { row(footer) } }
            }
        }
    }

    private func heading(_ column: Column) -> HTML {
        let className = column.isNumber ? "number" : nil
        guard let name = column.sort, let address else {
            return th(.scope("col"), .class(className)) { column.title }
        }
        let current = address["sort"]
        let isUp = current == name
        let isDown = current == "-\(name)"
        return th(
            .scope("col"), .class(className), .aria("sort", isUp ? "ascending" : isDown ? "descending" : nil)
        ) {
            a(.class("sort"), .href(address.with("sort", isUp ? "-\(name)" : name).text)) { column.title }
        }
    }

    /// Written without the builder: tables are the bulk of large pages, and most cells have no attributes.
    private func row(_ cells: [Cell]) -> HTML {
        var parts: [HTML] = []
        parts.reserveCapacity(cells.count)
        for (index, cell) in cells.enumerated() {
            let isHeading = index == 0 && hasRowHeadings
            let isNumber = index < columns.count && columns[index].isNumber
            var attributes = isHeading ? Self.headingAttributes : isNumber ? Self.numberAttributes : []
            if isHeading, isNumber { attributes += Self.numberAttributes }
            if let value = cell.sortValue { attributes.append(.data("value", value)) }
            parts.append(
                HTML(isHeading ? .element("th", attributes, cell.content) : .element("td", attributes, cell.content)))
        }
        return HTML(.element("tr", [], .list(parts)))
    }

    private static let headingAttributes: [Attribute] = [.scope("row")]
    private static let numberAttributes: [Attribute] = [.class("number")]
}
