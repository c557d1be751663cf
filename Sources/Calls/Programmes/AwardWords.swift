import Web

/// Money of awards as people read it.
struct AwardWords {
    let visit: Visit
    let currency: String

    /// With its cents, such as `12.345,60 EUR`.
    func exact(_ cents: Int) -> String {
        visit.figures.decimal(Double(cents) / 100, decimals: 2, fixed: true) + " " + currency
    }

    /// In large letters, the currency beside it.
    func fact(_ label: String, _ cents: Int) -> Components.Fact {
        .init(label, figure: visit.figures.decimal(Double(cents) / 100, decimals: 2, fixed: true), unit: currency)
    }

    func cell(_ cents: Int) -> DataTable.Cell { .number(exact(cents), Double(cents)) }
}
