import Inventory

/// Keys of the words that pages have for the library's terms.
extension Scope {
    var meaning: String {
        switch self {
        case .one: "inside the boundary"
        case .two: "from grid energy used inside"
        case .three: "outside, because of activity inside"
        }
    }
}

extension ContractSector {
    var title: String {
        switch self {
        case .buildings: "Buildings and stationary energy"
        case .transport: "Transport"
        case .waste: "Waste"
        case .ippu: "Industrial processes and product use"
        case .afolu: "Agriculture, forestry and other land use"
        }
    }
}

extension Gas {
    var title: String {
        switch self {
        case .co2: "Carbon dioxide (CO₂)"
        case .co2Biogenic: "Biogenic carbon dioxide (CO₂)"
        case .ch4Fossil: "Methane (CH₄), fossil"
        case .ch4Combustion: "Methane (CH₄), from burning"
        case .ch4Biogenic: "Methane (CH₄), biogenic"
        case .n2o: "Nitrous oxide (N₂O)"
        case .hfc: "Hydrofluorocarbons (HFC)"
        case .pfc: "Perfluorocarbons (PFC)"
        case .sf6: "Sulphur hexafluoride (SF₆)"
        case .nf3: "Nitrogen trifluoride (NF₃)"
        case .unsplit: "CO₂e, gases not given"
        case .co2Removed: "Carbon dioxide taken up"
        }
    }
}

extension DataQuality {
    var title: String {
        switch self {
        case .high: "High"
        case .medium: "Medium"
        case .low: "Low"
        }
    }
}

extension InventoryTotal {
    var title: String {
        switch self {
        case .basic: "GPC BASIC"
        case .basicPlus: "GPC BASIC+"
        case .territorial: "Territorial (all scope 1)"
        case .contract: "Climate City Contract (BASIC, IPPU and AFOLU)"
        }
    }
}
