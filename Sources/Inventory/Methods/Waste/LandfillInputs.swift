import Quantities

extension Methods {
    /// Landfill by first-order decay, with a full history or a history worked back, and by methane commitment.
    static let landfill: [Method] = [landfillFirstOrderDecay, landfillBackCast, landfillMethaneCommitment]

    /// How sites are managed: IPCC 2006 Vol. 5 Table 3.1 with the classes of the 2019 Refinement.
    static let landfillSites = [
        "managed-anaerobic", "semi-aerobic-well-managed", "semi-aerobic-poorly-managed", "active-aeration-well-managed",
        "active-aeration-poorly-managed", "unmanaged-deep", "unmanaged-shallow", "uncategorised",
    ]

    static let landfillClimates = ["boreal-temperate-dry", "boreal-temperate-wet", "tropical-dry", "tropical-wet"]

    static let landfillSite = MethodInput(
        "site", .choice(landfillSites),
        "How the site was managed when the waste came: it sets how much decays without air.")

    static func siteInput(_ site: String) -> String { "mcf_" + site.replacing("-", with: "_") }

    /// Inputs that every landfill method shares: carbon by fraction, gas, cover.
    static let landfillGas: [MethodInput] = [
        MethodInput(
            "methane_fraction", .value(.share), "F: methane in the gas that arises, by volume.",
            .factor(subject: "landfill/gas", property: "methane-fraction")),
        MethodInput(
            "cover", .choice(["none", "oxidising"]),
            "Whether a cover of soil or compost oxidises methane on a managed site.",
            .word("none", source: "IPCC 2006 Vol. 5 Table 3.2: 0 unless managed and covered with oxidising material")),
        MethodInput(
            "oxidation", .value(.share), "OX: the part of the methane that the cover oxidises.",
            .factor(subject: "landfill/cover/{cover}", property: "oxidation")),
    ]

    static let landfillCarbon: [MethodInput] = WasteFraction.degradable.map { fraction in
        MethodInput(
            fraction.carbonInput, .value(.share), "DOC: degradable organic carbon in wet waste, \(fraction.rawValue).",
            fraction == .bulkMunicipal
                ? .optional : .factor(subject: "landfill/carbon/\(fraction.rawValue)", property: "doc"))
    }

    /// Inputs of first-order decay beside the waste itself.
    static let landfillDecay: [MethodInput] =
        [
            MethodInput(
                "climate", .choice(landfillClimates),
                "The climate: temperate up to 20 °C mean temperature; wet where more rain falls than can evaporate."),
            MethodInput(
                "guidelines", .choice(["ipcc-2006", "ipcc-2019"]),
                "Whose decaying part of carbon (DOCf) is used: 2006 has one for all waste, the 2019 Refinement one by kind."
            ),
            MethodInput(
                "reaction_start", .value(.number),
                "M: the month after disposal's January in which decay begins; 13 is 1 January of the year after.",
                .value(
                    13, source: "IPCC 2006 Vol. 5 §3.2.3: a delay of six months, decay from 1 January of the year after"
                )),
            MethodInput(
                "recovery",
                .table([
                    MethodInput("year", .year, "The year."),
                    MethodInput("methane", .value(.quantity(.mass)), "Methane flared or used, as metered."),
                ]), "R: methane recovered by year; none where no year is given.", .optional),
            MethodInput(
                "series_until", .year, "The last year of the series; the inventory's year when left out.", .optional),
            MethodInput(
                "waste_correction", .value(.number),
                "A factor on all masses of waste: give it with a range when weighing was uncertain.",
                .value(1, source: "no correction")),
        ] + landfillGas + landfillCarbon + docfInputs + decayInputs + siteInputs

    private static let docfInputs: [MethodInput] = WasteFraction.Degradability.allCases.map { part in
        MethodInput(
            part.input, .value(.share), "DOCf: the part of the degradable carbon that decays, for \(part.meaning).",
            .factor(subject: "landfill/decaying-part/{guidelines}/\(part.rawValue)", property: "docf"))
    }

    private static let decayInputs: [MethodInput] = WasteFraction.Decay.allCases.map { decay in
        MethodInput(
            decay.input, .value(.number), "k: the decay rate in one year, for \(decay.meaning).",
            .factor(subject: "landfill/decay/{climate}/\(decay.rawValue)", property: "k"))
    }

    private static let siteInputs: [MethodInput] = landfillSites.map { site in
        MethodInput(
            siteInput(site), .value(.share), "MCF: methane correction factor, \(site.replacing("-", with: " ")) sites.",
            .factor(subject: "landfill/site/\(site)", property: "mcf"))
    }
}
