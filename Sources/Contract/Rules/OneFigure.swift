extension Rule {
    /// V22.
    static let oneFigure = Rule(
        "V22", .error, "A quantity that stands in several places is the same in all of them.",
        hint: "Correct the other places, or link them to one cell instead of typing the figure again.", in: .commitments
    ) { contract, _, findings in
        for quantity in contract.quantities {
            let cells = quantity.statements.compactMap(\.cell)
            var first: (value: Double, place: String)?
            for statement in quantity.statements {
                let cell = statement.cell.flatMap { place in
                    place.table.flatMap { contract.tables[$0] }?.row(place.row ?? "")?.number(place.column ?? "")
                }
                guard let value = cell ?? statement.value else { continue }
                let place =
                    statement.text.isEmpty
                    ? statement.cell?.number(in: contract.template) ?? statement.cell?.path ?? "" : statement.text
                guard let known = first else {
                    first = (value, place)
                    continue
                }
                if !Tolerance.same(value, known.value) {
                    findings.add(
                        "differs", statement.cell ?? cells.first ?? .contract,
                        "{name}: {first} in {place}, {second} in {other}.",
                        [
                            "name": quantity.name, "first": shown(known.value, quantity.unit), "place": known.place,
                            "second": shown(value, quantity.unit), "other": place,
                        ])
                }
            }
        }
    }

    private static func shown(_ value: Double, _ unit: String) -> String {
        unit.isEmpty ? Tolerance.shown(value) : "\(Tolerance.shown(value)) \(unit)"
    }
}
