import Inventory

extension ScenarioFrame {
    /// A line of a row of the inventory that is counted from below: so much of something, done in one way.
    package struct DetailLine: Sendable, Equatable, Codable {
        package var sector: ContractSector
        /// The activity that stands for the row in the simple model, by id.
        package var row: String
        /// What is done, such as travel by car; lines of one row with the same words and unit are ways of one activity.
        package var activity: String
        /// The way in which it is done, such as petrol.
        package var way: String
        package var quantity: Double
        package var unit: DetailUnit
        /// People or tonnes in each vehicle.
        package var load: Double?
        /// kWh for each unit, or for each vehicle-kilometre where a load is given.
        package var use: Double?
        /// The energy, by its code.
        package var carrier: String?
        /// kg CO2e for each kWh, or for each unit where no use of energy is given.
        package var factor: Double?
        package var source: String
    }

    /// What lines are counted in.
    package enum DetailUnit: String, Sendable, CaseIterable, Codable {
        case vkm, pkm, tkm, m2, mwh = "MWh", t, pieces
    }
}

extension ScenarioFrame.DetailUnit {
    /// Key of the name.
    var title: String {
        switch self {
        case .vkm: "Vehicle-kilometres"
        case .pkm: "Passenger-kilometres"
        case .tkm: "Tonne-kilometres"
        case .m2: "Square metres"
        case .mwh: "Megawatt-hours"
        case .t: "Tonnes"
        case .pieces: "Pieces, such as appliances or animals"
        }
    }
}
