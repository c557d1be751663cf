import Inventory
import Testing

@Suite("Trips of residents, electric driving and the city's part of fuels")
struct TravelTests {
    private static let car: [String: Argument] = [
        "vehicle": .word("car-average"), "fuel": .word("diesel-oil"), "trip_share": .number(40, "%"),
        "trip_length": .number(6, "km"), "occupancy": .number(1.5),
    ]

    private static func survey(_ part: String, _ modes: [[String: Argument]] = [car]) -> [String: Argument] {
        [
            "residents": .number(100_000), "trips_per_day": .number(2.5), "days": .number(365),
            "modes": .rows(modes), "inside_share": .number(60, "%"), "part": .word(part),
        ]
    }

    @Test("100,000 residents × 2.5 trips × 365 days × 40 % × 6 km ÷ 1.5 people = 146 million vehicle-km")
    func trips() throws {
        let inside = try MethodTrial.masses("road-resident-trips", Self.survey("inside")).co2
        let outside = try MethodTrial.masses("road-resident-trips", Self.survey("outside")).co2
        // 0.16815 kg/km.
        #expect(isClose(inside, 0.6 * 146_000 * 0.16815) && isClose(inside + outside, 146_000 * 0.16815))
    }

    @Test("A survey that cannot be is refused, each mistake by its name")
    func senseless() {
        func problem(_ name: String, _ value: Argument) -> String? {
            MethodTrial.problem("road-resident-trips", Self.survey("inside", [Self.car.adding(name, value)]))?.input
        }
        #expect(problem("occupancy", .number(0.5)) == "modes.occupancy")
        #expect(problem("trip_length", .number(-1)) == "modes.trip_length")
        #expect(problem("fuel", .word("any")) == "ef_co2")
        let twice = Self.survey("inside", [Self.car, Self.car, Self.car])
        #expect(MethodTrial.problem("road-resident-trips", twice)?.input == "modes.trip_share")
        let none = Self.survey("inside", [])
        #expect(MethodTrial.problem("road-resident-trips", none) == .missingInput("modes"))
        let long = Self.survey("inside").adding("days", .number(367))
        #expect(MethodTrial.problem("road-resident-trips", long)?.input == "days")
    }

    @Test("A million km at 18 kWh on 100 km draw 200 MWh with a tenth lost in charging")
    func electric() throws {
        let arguments: [String: Argument] = [
            "vehicles": .rows([["distance": .number(1, "million km"), "energy_use": .number(0.18, "kWh/km")]]),
            "charging_loss": .number(10, "%"), "methodology": .word("own-co2"), "ef": .number(0.3, "t/MWh"),
        ]
        #expect(isClose(try MethodTrial.masses("electric-distance", arguments).co2, 200 * 0.3))
        let all = arguments.adding("charging_loss", .number(1))
        #expect(MethodTrial.problem("electric-distance", all)?.input == "charging_loss")
        let silent = arguments.filter { $0.key != "charging_loss" }
        #expect(MethodTrial.problem("electric-distance", silent) == .missingInput("charging_loss"))
    }

    @Test("Fuel counts in full unless the city divides it", arguments: ["road-fuel", "rail-fuel", "waterborne-fuel"])
    func boundary(method: String) throws {
        let all: [String: Argument] = ["fuel": .word("diesel-oil"), "energy": .number(1, "TJ")]
        #expect(isClose(try MethodTrial.masses(method, all).co2, 74.1))
        let divided = try MethodTrial.masses(method, all.adding("boundary_share", .number(40, "%")))
        #expect(isClose(divided.co2, 0.4 * 74.1))
    }

    @Test("Landing and take-off and the flight between make the whole flight")
    func flight() throws {
        func masses(_ stage: String) throws -> GasMasses {
            try MethodTrial.masses("aviation-fuel", Self.flight.adding("stage", .word(stage)))
        }
        let (low, high) = (try masses("landing-and-take-off"), try masses("cruise"))
        let whole = try masses("whole-flight")
        #expect(isClose(low.co2, 0.1 * 71.5) && isClose(low.co2 + high.co2, whole.co2))
        #expect(isClose(low.n2o + high.n2o, whole.n2o))
        let silent = Self.flight.adding("stage", .word("cruise")).filter { $0.key != "lto_share" }
        #expect(MethodTrial.problem("aviation-fuel", silent) == .missingInput("lto_share"))
    }

    private static let flight: [String: Argument] = [
        "fuel": .word("jet-kerosene"), "energy": .number(1, "TJ"), "lto_share": .number(10, "%"),
    ]
}
