import Contract

extension ContractSample {
    func anyAction(_ numbers: inout SeededNumbers) -> String {
        let sector = Self.sectors[Int.random(in: 0..<Self.sectors.count, using: &numbers)]
        return "\(sector.lowercased())-\(Int.random(in: 1...actionsPerSector, using: &numbers))"
    }
}

extension CityContract {
    subscript(table: TableID, row: String, column: String) -> ContractCell? {
        get { tables[table]?.row(row)?.cells[column] }
        set {
            guard let index = tables[table]?.rows.firstIndex(where: { $0.id == row }) else { return }
            tables[table]?.rows[index].cells[column] = newValue
        }
    }

    func value(_ table: TableID, _ row: String, _ column: String) -> Double { self[table, row, column]?.number ?? .nan }

    mutating func add(_ value: Double, _ table: TableID, _ row: String, _ column: String) {
        self[table, row, column] = ContractSample.number((self[table, row, column]?.number ?? 0) + value)
    }

    mutating func scale(_ table: TableID, _ row: String, _ column: String, by factor: Double) {
        self[table, row, column] = ContractSample.number(value(table, row, column) * factor)
    }

    var baseline: Double { value(.gap, "total", "baseline") }
}
