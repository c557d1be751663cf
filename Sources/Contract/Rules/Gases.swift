extension Rule {
    /// V8.
    static let gases = Rule(
        "V8", .warning, "The inventory says which gases it covers, and CO2 is not the only one.",
        hint: "Add CH4 and N2O at least, or list them as excluded with the reason."
    ) { contract, _, findings in
        guard let emissions = contract.tables[.emissions] else { return }
        if emissions.gases.isEmpty {
            findings.add("not-listed", .table(.emissions), "Nobody says which gases the emissions cover.")
        } else if emissions.gases.allSatisfy({ $0.uppercased() == "CO2" }) {
            findings.add("co2-only", .table(.emissions), "CO2 is the only gas that the emissions cover.")
        }
    }
}
