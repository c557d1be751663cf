import Quantities

extension Checks {
    /// Emissions ÷ energy lies where the factors of the carrier lie, with a tenth on either side.
    static let impliedFactors: Check = { report, context in
        report.inventory.rows.compactMap { row in
            guard let carrier = row.carrier, let energy = row.energyMWh, energy > 0, let masses = row.masses,
                let range = FactorRange.known(carrier, context.factors)
            else { return nil }
            // A biomass fuel's own CO2 is compared too: it is beside the total, not absent.
            let implied = (masses.co2 + masses.co2Biogenic + masses.unsplit) / energy
            guard implied > 0, !(range.lowerBound * 0.9...range.upperBound * 1.1).contains(implied) else { return nil }
            return Finding(
                "implied-factors", .warning, .row(row.id),
                "{carrier}: {implied} t/MWh. Published factors lie between {low} and {high} t/MWh.",
                [
                    "carrier": carrier, "implied": plain(implied), "low": plain(range.lowerBound),
                    "high": plain(range.upperBound),
                ])
        }
    }

    /// The carbon of wood, biogas and biofuels does not count in totals (GPC 2014, §3.3.2).
    static let biogenicCarbon: Check = { report, _ in
        report.inventory.rows.compactMap { row in
            guard let carrier = row.carrier, Carrier.named(carrier)?.isBiogenic == true, let masses = row.masses,
                masses.co2 > 0
            else { return nil }
            return Finding(
                "biogenic-carbon", .error, .row(row.id),
                "{value} t of carbon dioxide from {carrier} stand in the total; biogenic CO2 belongs beside it.",
                ["value": plain(masses.co2), "carrier": carrier])
        }
    }

    /// A sector that changes by more than 30 % from the city's earlier inventory asks for an explanation.
    static let jumps: Check = { report, context in
        guard let earlier = context.earlier else { return [] }
        let before = InventoryReport(earlier, under: report.gwp)
        return ContractSector.allCases.compactMap { sector in
            guard let old = before.contract.sectorTotals[sector], let new = report.contract.sectorTotals[sector],
                old > 0,
                ((new - old) / old).magnitude > 0.3
            else { return nil }
            return Finding(
                "jumps", .warning, .cell(sector, nil), "{sector}: {change} % from {year}.",
                [
                    "sector": sector.rawValue, "change": plain(((new - old) / old * 100).rounded()),
                    "year": String(earlier.year),
                ])
        }
    }

    /// A sector far from what like cities have per head: beyond three scaled median deviations of at least five of them.
    static let perHead: Check = { report, context in
        guard let people = report.inventory.population, people > 0 else { return [] }
        let peers = context.peers.compactMap { peer -> [ContractSector: Double]? in
            guard let people = peer.population, people > 0 else { return nil }
            return InventoryReport(peer, under: report.gwp).contract.sectorTotals.mapValues { $0 / Double(people) }
        }
        return ContractSector.allCases.compactMap { sector in
            let values = peers.compactMap { $0[sector] }.sorted()
            guard values.count >= 5, let own = report.contract.sectorTotals[sector] else { return nil }
            let middle = median(values)
            // 1.4826 makes the median deviation of a normal distribution its standard deviation.
            let spread = 1.4826 * median(values.map { ($0 - middle).magnitude }.sorted())
            let value = own / Double(people)
            guard spread > 0, (value - middle).magnitude > 3 * spread else { return nil }
            return Finding(
                "per-head", .warning, .cell(sector, nil),
                "{sector}: {value} t per head; like cities have {middle} t.",
                ["sector": sector.rawValue, "value": plain(value), "middle": plain(middle)])
        }
    }

    /// Heat and power from one plant are shared out once: its fuel is not also burnt on the users' lines.
    static let combinedHeatAndPower: Check = { report, _ in
        let plants = report.inventory.rows.filter { $0.method?.name.hasPrefix("chp-") == true }
        guard !plants.isEmpty else { return [] }
        return plants.compactMap { plant in
            guard plant.placement.reference?.code != "I.4.4", let carrier = plant.carrier else { return nil }
            let twin = report.inventory.rows.first { row in
                row.id != plant.id && row.carrier == carrier && row.placement.reference?.code == "I.4.4"
                    && row.energyMWh != nil && row.energyMWh == plant.energyMWh
            }
            guard let twin else { return nil }
            return Finding(
                "combined-heat-and-power", .warning, .row(plant.id),
                "The same fuel energy stands in row {row} under I.4.4: the territorial total may count it twice.",
                ["row": twin.id])
        }
    }

    private static func median(_ sorted: [Double]) -> Double {
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
}

/// The range of published CO2 factors of a carrier, in t/MWh.
enum FactorRange {
    static func known(_ carrier: String, _ book: FactorBook) -> ClosedRange<Double>? {
        guard let carrier = Carrier.named(carrier) else { return nil }
        let subjects =
            carrier.code == "electricity"
            ? ["grid-electricity"]
            : book.subjects(under: "combustion/").filter { subject in
                carrier.fuels.contains { subject.hasSuffix("/\($0)") }
            }
        var low = Double.infinity
        var high = -Double.infinity
        for subject in subjects {
            for factor in book.values(of: subject) where factor.property == "co2" || factor.property == "co2e" {
                let measure = Measure.rate(.mass, per: .energy)
                guard let value = factor.value(as: measure) else { continue }
                let range = factor.uncertainty(as: measure)
                low = min(low, range?.lower ?? value)
                high = max(high, range?.upper ?? value)
            }
        }
        return low <= high ? low...high : nil
    }
}
