import Inventory

extension Rule {
    /// V5.
    static let scopes = Rule(
        "V5", .error, "Each sector has emissions in its own scopes only.",
        hint: "Electricity and heat from the grid belong to the buildings or transport that use them, in scope 2."
    ) { contract, _, findings in
        for row in contract.items(.emissions) where ["Waste", "IPPU", "AFOLU"].contains(row.text("sector")) {
            if let value = row.number("scope2"), value != 0 {
                findings.add(
                    "scope-2", .cell(.emissions, row.id, "scope2"),
                    "{sector} has no scope 2; {value} t are filed there.",
                    ["sector": row.text("sector"), "value": Tolerance.shown(value)])
            }
        }
        // Scope 2 is energy from networks: what is burnt in the city belongs to scope 1.
        for row in contract.items(.energy) {
            guard let value = row.number("scope2"), value != 0, let carrier = Carrier.named(row.text("carrier")),
                !["electricity", "district-heat", "renewable-energy"].contains(carrier.code)
            else { continue }
            findings.add(
                "fuel-scope-2", .cell(.energy, row.id, "scope2"),
                "Scope 2 is electricity and heat from networks; {value} MWh of {carrier} stand there.",
                ["value": Tolerance.shown(value), "carrier": row.text("carrier")], level: .warning)
        }
        // Scope 3 of waste is what is disposed of outside the boundary; energy is not disposed of.
        for row in contract.items(.energy) where row.text("sector") == "Waste" {
            if let value = row.number("scope3"), value != 0 {
                findings.add(
                    "waste-scope-3", .cell(.energy, row.id, "scope3"),
                    "Scope 3 of waste is disposal outside the boundary; {value} MWh of {carrier} are none.",
                    ["value": Tolerance.shown(value), "carrier": row.text("carrier")])
            }
        }
    }
}
