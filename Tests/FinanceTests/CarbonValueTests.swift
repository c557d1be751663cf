import Finance
import Testing

@Suite struct CarbonValueTests {
    private let value = CarbonValue(
        name: "v", priceYear: 2016, points: [.init(2030, 250), .init(2020, 80), .init(2050, 800)])

    @Test(arguments: [(2020, 80.0), (2025, 165.0), (2030, 250.0), (2040, 525.0), (2050, 800.0)])
    func straightLinesBetweenPoints(year: Int, expected: Double) {
        #expect(value.perTonne(in: year) == expected && !value.isHeld(in: year))
    }

    @Test func outsideOfThePointsTheNearestIsTakenAndSaid() {
        #expect(value.perTonne(in: 2010) == 80 && value.isHeld(in: 2010))
        #expect(value.perTonne(in: 2060) == 800 && value.isHeld(in: 2060))
        let none = CarbonValue(name: "v", priceYear: 2016, points: [])
        #expect(none.perTonne(in: 2030) == nil && none.isHeld(in: 2030))
    }
}
