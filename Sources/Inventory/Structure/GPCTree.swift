/// The lines of the GPC, written by sub-sector: the scopes of each follow from its sector.
///
/// Structure: GPC 2014 (version 1.1) Table 4.3. Names of the Common Reporting Framework: GCoM CRF 2018 Annex.
enum GPCTree {
    static let references: [GPCReference] = {
        var lines: [GPCReference] = []
        for subsector in subsectors {
            for line in subsector.lines {
                lines.append(
                    GPCReference(
                        code: line.code, sector: subsector.sector, subsector: subsector.code,
                        subsectorName: subsector.name, scope: line.scope, level: line.level, covers: line.covers,
                        commonReportingFramework: subsector.framework, covenantSector: subsector.covenant,
                        position: lines.count))
            }
        }
        return lines
    }()

    struct Line {
        let code: String
        let scope: Scope
        let level: ReportingLevel
        let covers: String
    }

    struct Subsector {
        let sector: GPCSector
        let code: String
        let name: String
        let framework: String
        let covenant: String
        let lines: [Line]
    }

    private static let subsectors: [Subsector] = stationary + transport + waste + others
}

extension GPCTree {
    private static let stationary: [Subsector] = [
        energy("I.1", "Residential buildings", "Residential buildings", "Residential buildings"),
        energy(
            "I.2", "Commercial and institutional buildings and facilities",
            "Commercial buildings & facilities; Institutional buildings & facilities",
            "Municipal buildings, equipment/facilities; Tertiary (non-municipal); Public lighting"),
        energy(
            "I.3", "Manufacturing industries and construction", "Industrial buildings & facilities",
            "Industry (non-ETS recommended; ETS optional)"),
        Subsector(
            sector: .stationaryEnergy, code: "I.4", name: "Energy industries",
            framework: "Generation of grid-supplied energy",
            covenant: "Local electricity / heat-cold production (reported separately)",
            lines: energyLines(
                "I.4",
                [
                    "Fuel burnt in auxiliary operations of power plants",
                    "Grid-supplied energy used in auxiliary operations of power plants",
                    "Losses of grid-supplied energy used in auxiliary operations of power plants",
                ]) + [
                    Line(
                        code: "I.4.4", scope: .one, level: .territorial,
                        covers: "Generation of energy supplied to the grid")
                ]),
        energy(
            "I.5", "Agriculture, forestry and fishing activities", "Agriculture", "Agriculture, forestry, fisheries"),
        energy("I.6", "Non-specified sources", "Non-specified", "Other"),
        fugitive("I.7", "Fugitive emissions from mining, processing, storage and transportation of coal"),
        fugitive("I.8", "Fugitive emissions from oil and natural gas systems"),
    ]

    private static let transport: [Subsector] = [
        journeys(
            "II.1", "On-road transportation", "On-road",
            "Municipal fleet; Public transport; Private & commercial transport"),
        journeys("II.2", "Railways", "Rail", "Public transport / Private & commercial transport (rail)"),
        journeys("II.3", "Waterborne navigation", "Waterborne navigation", "Other transport"),
        journeys("II.4", "Aviation", "Aviation", "Other transport"),
        journeys("II.5", "Off-road transportation", "Off-road", "Other transport"),
    ]

    private static let waste: [Subsector] = [
        treatment("III.1", "Solid waste disposal", "Solid waste disposal"),
        treatment("III.2", "Biological treatment of waste", "Biological treatment"),
        treatment("III.3", "Incineration and open burning", "Incineration and open burning"),
        treatment(
            "III.4", "Wastewater treatment and discharge", "Wastewater", covers: wastewater,
            covenant: "Wastewater management"),
    ]

    private static let others: [Subsector] = [
        single(.industrialProcesses, "IV.1", "Industrial processes", "Industrial process", "Other non-energy"),
        single(.industrialProcesses, "IV.2", "Product use", "Product use", "Other non-energy"),
        single(.landUse, "V.1", "Livestock", "Livestock", "Other non-energy"),
        single(.landUse, "V.2", "Land", "Land use", "Other non-energy"),
        single(
            .landUse, "V.3", "Aggregate sources and non-CO2 emission sources on land", "Other AFOLU", "Other non-energy"
        ),
        Subsector(
            sector: .otherScope3, code: "VI.1", name: "Other scope 3", framework: "Out of scope", covenant: "–",
            lines: [Line(code: "VI.1", scope: .three, level: .other, covers: "Other scope 3")]),
    ]
}

extension GPCTree {
    private static func energy(_ code: String, _ name: String, _ framework: String, _ covenant: String) -> Subsector {
        Subsector(
            sector: .stationaryEnergy, code: code, name: name, framework: "Stationary energy > \(framework)",
            covenant: covenant,
            lines: energyLines(
                code,
                [
                    "Fuel burnt inside the boundary", "Grid-supplied energy used inside the boundary",
                    "Transmission and distribution losses of grid-supplied energy used inside the boundary",
                ]))
    }

    /// - Parameter covers: what scopes 1, 2 and 3 hold.
    private static func energyLines(_ code: String, _ covers: [String]) -> [Line] {
        zip(Scope.allCases, covers).map { scope, text in
            Line(
                code: "\(code).\(scope.rawValue)", scope: scope, level: scope == .three ? .basicPlus : .basic,
                covers: text)
        }
    }

    private static func fugitive(_ code: String, _ name: String) -> Subsector {
        Subsector(
            sector: .stationaryEnergy, code: code, name: name, framework: "Stationary energy > Fugitive emissions",
            covenant: "Other non-energy",
            lines: [
                Line(code: "\(code).1", scope: .one, level: .basic, covers: "Fugitive emissions inside the boundary")
            ])
    }

    private static func journeys(_ code: String, _ name: String, _ framework: String, _ covenant: String) -> Subsector {
        Subsector(
            sector: .transportation, code: code, name: name, framework: "Transportation > \(framework)",
            covenant: covenant,
            lines: [
                Line(code: "\(code).1", scope: .one, level: .basic, covers: "Fuel burnt inside the boundary"),
                Line(
                    code: "\(code).2", scope: .two, level: .basic,
                    covers: "Grid-supplied energy used inside the boundary"),
                Line(
                    code: "\(code).3", scope: .three, level: .basicPlus,
                    covers: "The part of journeys outside the boundary, and losses of grid-supplied energy"),
            ])
    }

    /// - Parameter covers: what is from inside and treated inside, from inside and treated outside, and the other way.
    private static func treatment(
        _ code: String, _ name: String, _ framework: String, covers: [String] = solidWaste,
        covenant: String = "Waste management"
    ) -> Subsector {
        let kinds: [(Scope, ReportingLevel)] = [(.one, .basic), (.three, .basic), (.one, .territorial)]
        return Subsector(
            sector: .waste, code: code, name: name, framework: "Waste > \(framework)", covenant: covenant,
            lines: zip(kinds, covers).enumerated().map { place, kind in
                Line(code: "\(code).\(place + 1)", scope: kind.0.0, level: kind.0.1, covers: kind.1)
            })
    }

    private static let solidWaste = [
        "Solid waste from inside the boundary, treated inside it",
        "Solid waste from inside the boundary, treated outside it",
        "Solid waste from outside the boundary, treated inside it",
    ]

    private static let wastewater = [
        "Wastewater from inside the boundary, treated inside it",
        "Wastewater from inside the boundary, treated outside it",
        "Wastewater from outside the boundary, treated inside it",
    ]

    private static func single(
        _ sector: GPCSector, _ code: String, _ name: String, _ framework: String, _ covenant: String
    ) -> Subsector {
        let family = sector == .landUse ? "AFOLU" : "IPPU"
        return Subsector(
            sector: sector, code: code, name: name, framework: "\(family) > \(framework)", covenant: covenant,
            lines: [Line(code: code, scope: .one, level: .basicPlus, covers: "Emissions inside the boundary")])
    }
}
