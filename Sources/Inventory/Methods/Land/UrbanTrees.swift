import Quantities

extension Methods {
    /// Trees in towns take up carbon while they grow actively; later, growth and loss are taken as equal.
    static let urbanTrees: [Method] = [urbanTreeCover, urbanTreeCount]

    private static let activeYears = MethodInput(
        "active_growth_years", .value(.number), "Years for which a tree grows actively.",
        .factor(subject: "urban-trees", property: "active-growth-years"))

    private static let urbanTreeCover = Method.ofQuantities(
        "urban-trees-cover", title: "Urban trees, by area of crowns",
        source: "IPCC 2006 Vol. 4 Eq. 8.2, Table 8.1; 2019 Refinement Table 8.1",
        formula: "CO2 taken up = crown area × growth × 44/12 while the mean age is within the active years",
        serves: ["V.2"],
        inputs: [
            MethodInput("crown_cover", .value(.quantity(.area)), "Area under tree crowns, seen from above."),
            MethodInput("mean_age", .value(.number), "Mean age of these trees in years."),
            MethodInput(
                "growth_table", .choice(["ipcc-2019", "ipcc-2019-cold", "ipcc-2006"]),
                "Whose growth rate: the 2019 Refinement's general one, its one for cold climates, or that of 2006."),
            activeYears,
            MethodInput(
                "growth", .value(.rate(.mass, per: .area)), "CRW: carbon taken up by a hectare of crowns in one year.",
                .factor(subject: "urban-trees/cover/{growth_table}", property: "growth")),
        ],
        gases: [.co2Removed]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        guard values["mean_age"] <= values["active_growth_years"] else {
            calculation.note(
                "growth equals loss", "mean age \(values["mean_age"]) > \(values["active_growth_years"]) years", 0, "t")
            return
        }
        calculation.emit(
            .co2Removed, values["crown_cover"] * values["growth"] * carbonDioxideOfCarbon,
            proportionalTo: ["crown_cover", "growth"],
            "\(values["crown_cover"]) ha × \(values["growth"]) t/ha × 44/12")
    }

    private static let species = [
        "aspen", "soft-maple", "mixed-hardwood", "hardwood-maple", "juniper", "cedar-larch", "douglas-fir",
        "true-fir-hemlock", "pine", "spruce", "ginkgo", "zelkova",
    ]

    private static let urbanTreeCount = Method.ofQuantities(
        "urban-trees-count", title: "Urban trees, by number",
        source: "IPCC 2006 Vol. 4 Eq. 8.3, Table 8.2; 2019 Refinement Table 8.2",
        formula: "CO2 taken up = trees × growth × 44/12 for trees planted within the active years", serves: ["V.2"],
        inputs: [
            MethodInput("species", .choice(species), "The class of trees; mixed hardwood where nothing else is known."),
            MethodInput("trees", .value(.number), "Trees planted in that year that are still alive."),
            MethodInput("planted", .year, "The year of planting."),
            activeYears,
            MethodInput(
                "growth", .value(.quantity(.mass)), "C: carbon that one tree takes up in one year.",
                .factor(subject: "urban-trees/tree/{species}", property: "growth")),
        ],
        gases: [.co2Removed]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let age = Double(calculation.place.year) - values["planted"]
        guard age >= 0 else {
            throw .outOfRange(
                input: "planted", value: values["planted"],
                allowed: "not after the inventory's year \(calculation.place.year)")
        }
        guard age < values["active_growth_years"] else {
            calculation.note("growth equals loss", "age \(age) ≥ \(values["active_growth_years"]) years", 0, "t")
            return
        }
        calculation.emit(
            .co2Removed, values["trees"] * values["growth"] * carbonDioxideOfCarbon,
            proportionalTo: ["trees", "growth"],
            "\(values["trees"]) trees × \(values["growth"]) t × 44/12")
    }
}
