import Inventory
import Testing

@Suite("Transport")
struct TransportTests {
    @Test("A TJ of diesel on the road: 74.1 t of CO2, 3.9 kg of CH4 and of N2O")
    func road() throws {
        let masses = try MethodTrial.masses("road-fuel", ["fuel": .word("diesel-oil"), "energy": .number(1, "TJ")])
        #expect(isClose(masses.co2, 74.1) && isClose(masses.ch4Combustion, 0.0039) && isClose(masses.n2o, 0.0039))
    }

    @Test("A blend's carbon dioxide stands beside the total, and the two parts make the whole")
    func blend() throws {
        let arguments: [String: Argument] = [
            "fuel": .word("diesel-oil"), "mass": .number(1, "kt"), "biogenic_share": .number(7, "%"),
        ]
        let masses = try MethodTrial.masses("road-fuel", arguments)
        // 1,000 t × 43 GJ/t × 74.1 kg/GJ.
        #expect(isClose(masses.co2, 0.93 * 43 * 74.1) && isClose(masses.co2Biogenic, 0.07 * 43 * 74.1))
    }

    @Test("Gasoline asks how exhaust is treated; fuel given twice or not at all is refused")
    func asking() throws {
        let gasoline: [String: Argument] = ["fuel": .word("motor-gasoline"), "energy": .number(1, "TJ")]
        guard case .missingFactor("ef_ch4", _, _, _)? = MethodTrial.problem("road-fuel", gasoline) else {
            return #expect(Bool(false))
        }
        let treated = gasoline.adding("control", .word("oxidation-catalyst"))
        #expect(isClose(try MethodTrial.masses("road-fuel", treated).n2o, 0.008))
        #expect(MethodTrial.problem("road-fuel", treated.adding("mass", .number(1)))?.input == "mass")
        #expect(MethodTrial.problem("road-fuel", ["fuel": .word("diesel-oil")]) == .missingInput("energy"))
    }

    @Test(
        "Trains, ships, aircraft and machines, kg/TJ of CH4 and N2O",
        arguments: [
            ("rail-fuel", "diesel-oil", nil, 74_100, 4.15, 28.6), ("waterborne-fuel", "diesel-oil", nil, 74_100, 7, 2),
            ("aviation-fuel", "jet-kerosene", nil, 71_500, 0.5, 2),
            ("off-road-fuel", "diesel-oil", "industry", 74_100, 4.15, 28.6),
            ("off-road-fuel", "motor-gasoline", "household-4-stroke", 69_300, 120, 2),
            ("off-road-fuel", "motor-gasoline", "household-2-stroke", 69_300, 180, 0.4),
        ] as [(String, String, String?, Double, Double, Double)])
    func others(
        method: String, fuel: String, machines: String?, carbon: Double, methane: Double, nitrous: Double
    ) throws {
        var arguments: [String: Argument] = ["fuel": .word(fuel), "energy": .number(1, "TJ")]
        arguments["machines"] = machines.map { .word($0) }
        let masses = try MethodTrial.masses(method, arguments)
        #expect(isClose(masses.co2 * 1000, carbon))
        #expect(isClose(masses.ch4Combustion * 1000, methane) && isClose(masses.n2o * 1000, nitrous))
    }

    private static func cars(_ columns: [String: Argument]) -> Argument {
        .rows([["vehicle": .word("car-average"), "fuel": .word("diesel-oil")].merging(columns) { _, new in new }])
    }

    @Test("A million km in diesel cars: 168.15 t of CO2; rows add up")
    func distance() throws {
        let cars = Self.cars(["distance": .number(1, "million km")])
        let one = try MethodTrial.masses("road-vehicle-km", ["vehicles": cars])
        #expect(isClose(one.co2, 168.15) && isClose(one.n2o, 0.006309))
        guard case .rows(let rows) = cars else { return }
        let two = try MethodTrial.masses("road-vehicle-km", ["vehicles": .rows(rows + rows)])
        #expect(isClose(two.co2, 2 * one.co2))
        #expect(MethodTrial.problem("road-vehicle-km", ["vehicles": .rows([])]) == .missingInput("vehicles"))
        let unknown = Self.cars(["distance": .number(1), "fuel": .word("any")])
        #expect(MethodTrial.problem("road-vehicle-km", ["vehicles": unknown])?.input == "ef_co2")
        let negative = Self.cars(["distance": .number(-1)])
        #expect(MethodTrial.problem("road-vehicle-km", ["vehicles": negative])?.input == "vehicles.distance")
    }

    @Test("Induced trips: inside and outside make internal trips and half of the crossing ones")
    func induced() throws {
        func carbon(_ part: String) throws -> Double {
            try MethodTrial.masses(
                "road-induced-km",
                [
                    "vehicles": Self.cars(["internal": .number(3e6), "crossing": .number(4e6)]),
                    "inside_share": .number(25, "%"), "part": .word(part),
                ]
            ).co2
        }
        // 3 + 4 × 0.5 × 0.25 = 3.5 and 4 × 0.5 × 0.75 = 1.5 million km.
        #expect(isClose(try carbon("inside"), 3.5 * 168.15))
        #expect(isClose(try carbon("outside"), 1.5 * 168.15))
    }

    @Test("Residents' driving is split by the boundary")
    func resident() throws {
        func carbon(_ part: String) throws -> Double {
            try MethodTrial.masses(
                "road-resident-km",
                [
                    "vehicles": Self.cars(["distance": .number(1e6)]), "inside_share": .number(0.6),
                    "part": .word(part),
                ]
            ).co2
        }
        #expect(isClose(try carbon("inside"), 0.6 * 168.15))
        #expect(isClose(try carbon("outside"), 0.4 * 168.15))
    }

    @Test("Distance and fuel use come to the same as the fuel sold")
    func fuelUse() throws {
        let row: [String: Argument] = [
            "fuel": .word("diesel-oil"), "control": .word("any"), "distance": .number(1, "million km"),
            "fuel_use": .number(50, "g/km"),
        ]
        let driven = try MethodTrial.masses("road-fuel-use", ["vehicles": .rows([row])])
        let sold = try MethodTrial.masses("road-fuel", ["fuel": .word("diesel-oil"), "mass": .number(50, "t")])
        #expect(isClose(driven.co2, sold.co2) && isClose(driven.n2o, sold.n2o))
    }

    @Test("Euro classes: methane and nitrous oxide by distance, carbon dioxide by fuel use")
    func euroClass() throws {
        let row: [String: Argument] = [
            "vehicle": .word("car"), "fuel": .word("motor-gasoline"), "euro": .word("euro-1"),
            "driving": .word("urban-cold"), "distance": .number(1, "million km"), "fuel_use": .number(60, "g/km"),
        ]
        let masses = try MethodTrial.masses("road-euro-class", ["vehicles": .rows([row])])
        // 60 t × 44.3 GJ/t × 69.3 kg/GJ; 45 and 38 mg/km.
        #expect(isClose(masses.co2, 60 * 44.3e-3 * 69.3))
        #expect(isClose(masses.ch4Combustion, 0.045) && isClose(masses.n2o, 0.038))
        let bus = row.adding("vehicle", .word("bus")).adding("fuel", .word("diesel-oil")).adding("euro", .word("any"))
            .adding("driving", .word("urban"))
        #expect(isClose(try MethodTrial.masses("road-euro-class", ["vehicles": .rows([bus])]).n2o, 0.03))
        let unknown = row.adding("euro", .word("euro-3-and-later"))
        #expect(MethodTrial.problem("road-euro-class", ["vehicles": .rows([unknown])])?.input == "ef_ch4")
    }

    @Test("Passengers and goods by distance")
    func carried() throws {
        let bus = try MethodTrial.masses(
            "passenger-km", ["mode": .word("local-bus"), "activity": .number(2, "million pkm")])
        #expect(isClose(bus.co2, 202.82))
        let train = try MethodTrial.masses(
            "tonne-km", ["mode": .word("freight-train"), "fuel": .word("any"), "activity": .number(1, "million tkm")])
        #expect(isClose(train.co2, 27.49) && train.n2o == 0)
    }

    @Test("Every word of a class or mode has factors with at least one fuel")
    func words() {
        for method in Methods.all where ["road-vehicle-km", "passenger-km", "tonne-km"].contains(method.name) {
            let columns = method.inputs.flatMap { input in
                if case .table(let columns) = input.kind { columns } else { [input] }
            }
            let name = method.name == "road-vehicle-km" ? "vehicle-km" : method.name
            for column in columns {
                guard case .choice(let words) = column.kind, column.name != "fuel" else { continue }
                for word in words {
                    let subjects = registerForTests.subjects(under: "transport-activity/\(name)/\(word)")
                    #expect(
                        subjects.contains { $0.split(separator: "/").dropFirst(2).first.map(String.init) == word },
                        "\(name) \(word)")
                }
            }
        }
    }

    @Test(
        "Numbers without sense are refused and never stop the program",
        arguments: [Double.nan, .infinity, -1, 1e308, -.infinity])
    func hostile(value: Double) {
        for method in Methods.all where method.inputs.contains(where: { $0.name == "energy" }) {
            for word in ["diesel-oil", "natural-gas", "jet-kerosene"] {
                let arguments: [String: Argument] = [
                    "fuel": .word(word), "use": .word("residential"), "machines": .word("industry"),
                    "energy": .number(value, "GWh"),
                ]
                let problem = MethodTrial.problem(
                    method.name,
                    arguments.filter { key, _ in
                        method.inputs.contains { $0.name == key }
                    })
                #expect(problem != nil, "\(method.name) \(word)")
            }
        }
    }
}
