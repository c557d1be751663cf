extension Rule {
    /// V6.
    static let factors = Rule(
        "V6", .warning, "Emissions are energy times factor, with factors that the fuel can have.",
        hint: "Correct the energy, the factor or the emissions, or say where the rest comes from."
    ) { contract, circumstances, findings in
        let applied = AppliedFactors(contract)
        ranges(applied, &findings)
        register(contract, applied, circumstances, &findings)
        products(contract, applied, &findings)
    }

    private static func ranges(_ applied: AppliedFactors, _ findings: inout RuleFindings) {
        for carrier in applied.carriers {
            guard let value = applied.value(carrier), let row = applied.row(carrier),
                let range = KnownFactor.range(carrier), !range.contains(value)
            else { continue }
            findings.add(
                "range", .cell(.factors, row.id, "co2"),
                "The factor {factor} t/MWh of {carrier} is not between {lower} and {upper}.",
                [
                    "factor": Tolerance.shown(value, decimals: 3), "carrier": row.text("carrier"),
                    "lower": Tolerance.shown(range.lowerBound, decimals: 3),
                    "upper": Tolerance.shown(range.upperBound, decimals: 3),
                ])
        }
    }

    /// Cities of one country use one factor of its grid in one year.
    private static func register(
        _ contract: CityContract, _ applied: AppliedFactors, _ circumstances: CheckCircumstances,
        _ findings: inout RuleFindings
    ) {
        guard let value = applied.value("electricity"), let row = applied.row("electricity"),
            let known = circumstances.gridFactors.first(where: {
                $0.country == contract.country && $0.year == contract.baseYear
            }), (value - known.tonnesPerMWh).magnitude > 0.05 * known.tonnesPerMWh
        else { return }
        findings.add(
            "register", .cell(.factors, row.id, "co2"),
            "The factor {factor} t/MWh of electricity is not the national register's {known} for {year}.",
            [
                "factor": Tolerance.shown(value, decimals: 3),
                "known": Tolerance.shown(known.tonnesPerMWh, decimals: 3),
                "year": "\(contract.baseYear)",
            ])
    }

    /// Buildings and transport emit what their energy gives; waste, industry and land emit more than that.
    private static func products(
        _ contract: CityContract, _ applied: AppliedFactors, _ findings: inout RuleFindings
    ) {
        let energy = Dictionary(grouping: contract.items(.energy)) { $0.text("sector") }
        // Methane and nitrous oxide of engines and stoves are some per cent beside the CO2 that the factors give.
        let hasOthers = contract.tables[.emissions]?.gases.contains { $0 != "CO2" } ?? false
        let most = hasOthers ? 1.05 : 1.01
        for row in contract.items(.emissions) {
            let sector = row.text("sector")
            for scope in ["scope1", "scope2", "scope3"] {
                let uses = (energy[sector] ?? []).filter { $0.number(scope) ?? 0 != 0 }
                guard let emitted = row.number(scope), !uses.isEmpty else { continue }
                let parts = uses.map { use in
                    applied.value(use.text("carrier")).map { $0 * (use.number(scope) ?? 0) }
                }
                guard !parts.contains(nil) else { continue }
                let computed = parts.reduce(0) { $0 + ($1 ?? 0) }
                let isLess = emitted < computed * 0.99 - 1
                let isMore = emitted > computed * most + 1 && ["Buildings", "Transport"].contains(sector)
                if isLess || isMore {
                    findings.add(
                        "product", .cell(.emissions, row.id, scope),
                        "{sector} emits {emitted} t here; energy times factor gives {computed}.",
                        [
                            "sector": sector, "emitted": Tolerance.shown(emitted),
                            "computed": Tolerance.shown(computed, decimals: 0),
                        ])
                }
            }
        }
    }
}
