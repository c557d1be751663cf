import Web

/// Names of the parts into which subjects of the register are divided, where they are no choice of a method.
enum FactorParts {
    /// Keys of the names, by the second word of a subject.
    static let names: [String: String] = [
        "aluminium": "Aluminium",
        "ammonia": "Ammonia",
        "aviation": "Aviation",
        "blend": "Blends",
        "burning": "Burning of biomass",
        "carbon": "Carbon content",
        "carbon-to-nitrogen": "Carbon to nitrogen",
        "carbonate": "Carbonates",
        "cement": "Cement",
        "climate": "Climate",
        "coal": "Coal mining",
        "cover": "Covered area",
        "crop": "Crops",
        "decay": "Rate of decay",
        "decaying-part": "Part that decays",
        "domestic": "Domestic wastewater",
        "drained-organic": "Drained organic soils",
        "effluent": "Effluent",
        "enteric": "Enteric fermentation",
        "equipment": "Equipment",
        "fertiliser": "Fertilisers",
        "gas-distribution": "Gas distribution",
        "industry-treatment": "Treatment in industry",
        "iron-steel": "Iron and steel",
        "leaching": "Leaching",
        "lime": "Lime",
        "losses": "Losses",
        "nitric-acid": "Nitric acid",
        "nitrous-oxide": "Nitrous oxide in use",
        "non-energy": "Non-energy products",
        "off-road-agriculture": "Off-road, agriculture",
        "off-road-agriculture-2-stroke": "Off-road, agriculture, 2-stroke",
        "off-road-agriculture-4-stroke": "Off-road, agriculture, 4-stroke",
        "off-road-forestry": "Off-road, forestry",
        "off-road-forestry-2-stroke": "Off-road, forestry, 2-stroke",
        "off-road-household": "Off-road, households",
        "off-road-household-2-stroke": "Off-road, households, 2-stroke",
        "off-road-household-4-stroke": "Off-road, households, 4-stroke",
        "off-road-industry": "Off-road, industry",
        "off-road-industry-2-stroke": "Off-road, industry, 2-stroke",
        "off-road-industry-4-stroke": "Off-road, industry, 4-stroke",
        "organic": "Organic soils",
        "other-metal": "Other metals",
        "passenger-km": "Passenger-kilometres",
        "rail": "Rail",
        "rice": "Rice",
        "road": "Road, by fuel",
        "road-class": "Road, by class of vehicle",
        "site": "Landfill sites",
        "solvents": "Solvents",
        "system": "Manure systems",
        "tonne-km": "Tonne-kilometres",
        "tree": "Trees",
        "use": "Use of land",
        "vehicle-km": "Vehicle-kilometres",
        "waterborne": "Waterborne",
    ]

    /// The name of a part; other words are as methods name them.
    static func name(_ word: String, _ t: Texts) -> String {
        names[word].map { t($0) } ?? InventoryMethodWords(t).word(word)
    }
}
