/// A chart with all that must stand around it: title, what it shows in a sentence, the same data as a table, the
/// data as a file, and where they come from.
package struct ChartFrame: Sendable {
    package let id: String
    package let title: String
    package let message: String
    package let drawing: HTML
    package let table: DataTable
    package var csvPath: String?
    package var source: HTML

    package init(
        id: String, title: String, message: String, drawing: HTML, table: DataTable, csvPath: String? = nil,
        source: HTML = .empty
    ) {
        self.id = id
        self.title = title
        self.message = message
        self.drawing = drawing
        self.table = table
        self.csvPath = csvPath
        self.source = source
    }

    /// The figure; the drawing is hidden from screen readers, which get the sentence and the table.
    package func html(_ t: Texts) -> HTML {
        figure(.class("chart"), .id(id), .aria("labelledby", "\(id)-title")) {
            figcaption(.id("\(id)-title")) {
                strong { title }
                span(.class("chart-message")) { message }
            }
            drawing
            Components.disclosure(t("Data of this chart as a table")) { table.html }
            p(.class("chart-foot")) {
                if let csvPath { a(.href(csvPath), .flag("download")) { t("Download the data (CSV)") } }
                if !source.isEmpty { span(.class("note")) { source } }
            }
        }
    }
}
