import Storage
import Web

/// A part of a city's page that another wing brings. It is read in the same round trip as the page's own rows.
package struct CityPanel: Sendable {
    /// The part as a visitor sees it.
    package typealias Part = @Sendable (Visit) -> HTML

    /// What it asks, by the city's code.
    let statement: @Sendable (_ code: String) -> Statement
    /// What it shows of the rows found for the city with this path; nil: nothing.
    let part: @Sendable (_ rows: [Row], _ cityPath: String) throws -> Part?

    package init(
        statement: @escaping @Sendable (String) -> Statement,
        part: @escaping @Sendable ([Row], String) throws -> Part?
    ) {
        self.statement = statement
        self.part = part
    }
}
