extension Checks {
    /// Every line that the inventory sets out to cover has a number or a notation key (GPC 2014, §2.2.3).
    static let completeness: Check = { report, _ in
        let coverage = report.inventory.coverage
        let loose = Set(report.gpc.loose.map(\.sector))
        var findings: [Finding] = []
        for line in report.gpc.lines where line.reference.isIn(coverage) && line.rows == 0 && line.keys.isEmpty {
            guard !loose.contains(line.reference.sector) else { continue }
            findings.append(
                Finding(
                    "completeness", .error, .line(line.reference),
                    "{line} has neither a number nor a notation key.", ["line": line.reference.code]))
        }
        for sector in loose.sorted() {
            findings.append(
                Finding(
                    "completeness", .warning, .inventory,
                    "{sector} is known by scope only: which sub-sectors it holds is not known.",
                    ["sector": sector.name]))
        }
        return findings
    }

    /// A notation key says why (GPC 2014, Table 4.4).
    static let notationReasons: Check = { report, _ in
        report.inventory.rows.compactMap { row in
            guard case .notation(let key, let reason) = row.content, reason.allSatisfy(\.isWhitespace) else {
                return nil
            }
            return Finding(
                "notation-reasons", .error, .row(row.id), "{key} needs a reason.", ["key": key.rawValue])
        }
    }

    /// What is left out has a reason and a share; more than 5 % in all is much.
    static let exclusions: Check = { report, _ in
        let items = report.inventory.boundary.exclusions
        var findings: [Finding] = []
        for item in items where item.reason.allSatisfy(\.isWhitespace) {
            findings.append(
                Finding("exclusions", .error, .inventory, "The exclusion “{name}” needs a reason.", ["name": item.name])
            )
        }
        for item in items where item.share == nil {
            findings.append(
                Finding(
                    "exclusions", .warning, .inventory, "How large the exclusion “{name}” is, is not known.",
                    ["name": item.name]))
        }
        let share = items.reduce(0) { $0 + ($1.share ?? 0) }
        if share > 0.05 {
            findings.append(
                Finding(
                    "exclusions", .warning, .inventory, "What is left out adds up to {share} % of emissions.",
                    ["share": plain(share * 100)]))
        }
        return findings
    }

    /// Seven gases are asked for; an inventory of carbon dioxide alone says too little.
    static let gasCoverage: Check = { report, _ in
        let present = report.gpc.masses.present
        guard !present.isEmpty else { return [] }
        if present.allSatisfy({ $0 == .unsplit }) {
            return [
                Finding(
                    "gas-coverage", .warning, .inventory,
                    "Emissions are given as CO2e only: which gases are covered is not known.")
            ]
        }
        guard present.allSatisfy({ [.co2, .co2Biogenic, .co2Removed, .unsplit].contains($0) }) else { return [] }
        return [
            Finding(
                "gas-coverage", .warning, .inventory,
                "Only carbon dioxide is covered: methane and nitrous oxide are missing.")
        ]
    }

    /// A gas without a weight in the set is missing in the total.
    static let unweightedGases: Check = { report, _ in
        report.unweighted.map { species in
            Finding(
                "unweighted-gases", .error, .inventory, "{set} has no value for {gas}: it is missing in the total.",
                ["set": report.gwp.rawValue, "gas": species.name])
        }
    }

    /// The Mission asks for a baseline not older than 2018.
    static let age: Check = { report, _ in
        guard report.inventory.year < 2018 else { return [] }
        return [
            Finding(
                "age", .warning, .inventory, "The inventory is of {year}; the Mission asks for 2018 or later.",
                ["year": String(report.inventory.year)])
        ]
    }
}
