import Inventory

/// What tables call the sectors and sub-sectors, in English and Romanian.
enum SectorWords {
    /// The contract's sector that a name stands for, or nil.
    static func contract(_ folded: String) -> ContractSector? {
        if let sector = contractNames[folded] { return sector }
        return contractStarts.first { folded.hasPrefix($0.start) }?.sector
    }

    /// The GPC's sector that a name or number stands for, or nil.
    static func sector(_ folded: String) -> GPCSector? {
        if let sector = GPCSector.allCases.first(where: { $0.rawValue.lowercased() == folded }) { return sector }
        if let sector = gpcNames[folded] { return sector }
        return contract(folded)?.gpcSector
    }

    /// The code of the sub-sector that a name or code stands for, or nil.
    static func subsector(_ folded: String) -> String? { subsectors[folded] }

    private static let contractNames: [String: ContractSector] = [
        "buildings": .buildings, "cladiri": .buildings, "buildings stationary energy": .buildings,
        "stationary energy": .buildings, "energie stationara": .buildings, "transport": .transport,
        "transporturi": .transport, "transportation": .transport, "waste": .waste, "deseuri": .waste,
        "deseuri si ape uzate": .waste, "waste and wastewater": .waste,
    ]

    private static let contractStarts: [(start: String, sector: ContractSector)] = [
        ("ippu", .ippu), ("industrial process", .ippu), ("procese industriale", .ippu), ("afolu", .afolu),
        ("agricult", .afolu), ("cladiri", .buildings), ("buildings", .buildings), ("deseuri", .waste),
    ]

    private static let gpcNames: [String: GPCSector] = {
        var names = [
            "other scope 3": GPCSector.otherScope3, "alte emisii din domeniul 3": .otherScope3,
            "alte emisii din domeniul de aplicare 3": .otherScope3,
        ]
        for sector in GPCSector.allCases { names[ImportWords.folded(sector.name)] = sector }
        return names
    }()

    private static let subsectors: [String: String] = {
        var names: [String: String] = [:]
        for line in GPCReference.all {
            names[ImportWords.folded(line.subsectorName)] = line.subsector
            names[ImportWords.folded(line.subsector)] = line.subsector
        }
        for (code, romanian) in romanianSubsectors {
            for name in romanian { names[ImportWords.folded(name)] = code }
        }
        return names
    }()

    private static let romanianSubsectors: [(code: String, names: [String])] = [
        ("I.1", ["clădiri rezidențiale", "locuințe", "sector rezidențial", "rezidențial", "gospodării"]),
        (
            "I.2",
            [
                "clădiri și instalații comerciale și instituționale", "clădiri comerciale și instituționale",
                "clădiri instituționale și comerciale", "clădiri municipale", "clădiri publice", "sector terțiar",
                "iluminat public",
            ]
        ),
        ("I.3", ["industrie prelucrătoare și construcții", "industria prelucrătoare și construcțiile", "industrie"]),
        ("I.4", ["industria energiei", "industrii energetice"]),
        ("I.5", ["activități agricole, forestiere și de pescuit", "agricultură, silvicultură și pescuit"]),
        ("I.6", ["surse nespecificate"]),
        (
            "I.7",
            [
                "emisii fugitive din exploatarea, prelucrarea, depozitarea și transportul cărbunelui",
                "cărbune, fugitive",
            ]
        ),
        ("I.8", ["emisii fugitive din sistemele de petrol și gaze naturale", "petrol și gaze, fugitive"]),
        ("II.1", ["transport rutier", "rutier"]),
        ("II.2", ["transport feroviar", "căi ferate", "feroviar"]),
        ("II.3", ["navigație", "transport naval", "transport pe apă"]),
        ("II.4", ["aviație", "transport aerian"]),
        ("II.5", ["transport în afara drumurilor", "utilaje nerutiere", "transport nerutier"]),
        ("III.1", ["eliminarea deșeurilor solide", "depozitarea deșeurilor", "depozitarea deșeurilor solide"]),
        ("III.2", ["tratarea biologică a deșeurilor", "compostare"]),
        ("III.3", ["incinerare și ardere în aer liber", "incinerarea deșeurilor"]),
        ("III.4", ["epurarea și evacuarea apelor uzate", "tratarea apelor uzate", "ape uzate"]),
        ("IV.1", ["procese industriale"]),
        ("IV.2", ["utilizarea produselor"]),
        ("V.1", ["creșterea animalelor", "zootehnie", "animale"]),
        ("V.2", ["teren", "terenuri", "utilizarea terenurilor"]),
        ("V.3", ["surse agregate și emisii altele decât co2 de pe terenuri", "soluri agricole"]),
        ("VI.1", ["alte emisii din domeniul de aplicare 3", "alte emisii din domeniul 3"]),
    ]
}
