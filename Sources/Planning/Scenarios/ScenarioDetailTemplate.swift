import Inventory
import Web

/// A line to start from: what is counted and in which unit. It has no figures, for those are the city's own.
struct ScenarioDetailTemplate {
    /// Its name in addresses.
    let id: String
    let sector: ContractSector
    /// Key of what is done.
    let activity: String
    /// Key of the way in which it is done.
    let way: String
    let unit: ScenarioFrame.DetailUnit
    let carrier: String?

    private init(
        _ id: String, _ sector: ContractSector, _ activity: Option, _ way: Option,
        _ unit: ScenarioFrame.DetailUnit, _ carrier: String? = nil
    ) {
        self.id = id
        self.sector = sector
        self.activity = activity.label
        self.way = way.label
        self.unit = unit
        self.carrier = carrier
    }

    /// The answers that a form opened from it starts with.
    func answers(_ t: Texts) -> Answers {
        var values = ["activity": t(activity), "way": t(way), "unit": unit.rawValue]
        values["carrier"] = carrier
        return Answers(values)
    }

    static func of(_ sector: ContractSector) -> [ScenarioDetailTemplate] { all.filter { $0.sector == sector } }

    private static let cars = Option("cars", "Passenger cars")
    private static let buses = Option("buses", "Buses")
    private static let goods = Option("goods", "Road freight")
    private static let floor = Option("floor", "Heated floor area of dwellings")
    private static let heat = Option("heat", "Heat by technology")
    private static let petrol = Option("petrol", "Petrol")
    private static let diesel = Option("diesel", "Diesel")
    private static let electric = Option("electric", "Electric")

    private static let all: [ScenarioDetailTemplate] = transport + buildings + others

    private static let transport = [
        ScenarioDetailTemplate("cars-petrol", .transport, cars, petrol, .pkm, "motor-gasoline"),
        ScenarioDetailTemplate("cars-diesel", .transport, cars, diesel, .pkm, "diesel-oil"),
        ScenarioDetailTemplate("cars-electric", .transport, cars, electric, .pkm, "electricity"),
        ScenarioDetailTemplate("buses-diesel", .transport, buses, diesel, .pkm, "diesel-oil"),
        ScenarioDetailTemplate("buses-electric", .transport, buses, electric, .pkm, "electricity"),
        ScenarioDetailTemplate("goods-diesel", .transport, goods, diesel, .tkm, "diesel-oil"),
    ]

    private static let buildings = [
        ScenarioDetailTemplate(
            "dwellings-old", .buildings, floor, Option("old", "Energy classes D to G"), .m2, "natural-gas"),
        ScenarioDetailTemplate(
            "dwellings-new", .buildings, floor, Option("new", "Energy classes A to C"), .m2, "natural-gas"),
        ScenarioDetailTemplate(
            "heat-gas", .buildings, heat, Option("boilers", "Gas boilers"), .mwh, "natural-gas"),
        ScenarioDetailTemplate(
            "heat-district", .buildings, heat, Option("district", "District heating"), .mwh, "district-heat"),
        ScenarioDetailTemplate(
            "appliances", .buildings, Option("appliances", "Appliances"), Option("fridges", "Refrigerators"), .pieces,
            "electricity"),
    ]

    private static let others = [
        ScenarioDetailTemplate(
            "waste-landfill", .waste, Option("mixed", "Mixed municipal waste"), Option("landfill", "Landfill"), .t),
        ScenarioDetailTemplate(
            "waste-compost", .waste, Option("organic", "Organic waste"), Option("compost", "Composting"), .t),
        ScenarioDetailTemplate(
            "product", .ippu, Option("product", "Industrial product"), Option("process", "Process in use"), .t),
        ScenarioDetailTemplate(
            "animals", .afolu, Option("animals", "Livestock"), Option("kind", "Kind of animal"), .pieces),
    ]
}
