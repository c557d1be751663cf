import Contract
import Testing

/// The light from baseline, targets, direction and the newest value.
@Suite struct TrafficLightTests {
    /// From 100 in 2020 to 60 in 2025 and 20 in 2030.
    private static let falling = IndicatorCourse(
        baseline: .init(year: 2020, value: 100), targets: [.init(year: 2030, value: 20), .init(year: 2025, value: 60)])

    @Test(
        arguments: [
            (2019.0, 100), (2021.0, 100), (2023.5, 80), (2026.0, 60), (2028.5, 40), (2031.0, 20), (2040.0, 20),
        ])
    func whatIsExpectedLiesOnTheLine(time: Double, value: Double) throws {
        let expected = try #require(Self.falling.expected(at: time))
        #expect((expected - value).magnitude < 1e-9)
    }

    /// At the end of 2025 the course is at 60 and the whole way 80: 5 % of it are 4, 15 % are 12.
    @Test(
        arguments: [
            (40.0, TrafficLight.Signal.onTrack), (60, .onTrack), (64, .onTrack), (64.1, .behind), (71.9, .behind),
            (72, .farBehind), (100, .farBehind),
        ])
    func fallingIndicators(value: Double, signal: TrafficLight.Signal) {
        let light = TrafficLight(Self.falling, newest: .init(year: 2025, value: value))
        #expect(light.signal == signal)
        #expect(light.expected == 60)
        #expect(abs((light.lag ?? 9) - (value - 60) / 80) < 1e-9)
    }

    /// From 10 up to 30: 5 % of the way are 1, 15 % are 3.
    @Test(arguments: [(31.0, TrafficLight.Signal.onTrack), (29, .onTrack), (28, .behind), (27, .farBehind)])
    func risingIndicators(value: Double, signal: TrafficLight.Signal) {
        let course = IndicatorCourse(
            baseline: .init(year: 2020, value: 10), targets: [.init(year: 2030, value: 30)], direction: .up)
        #expect(TrafficLight(course, newest: .init(year: 2030, value: value)).signal == signal)
    }

    /// What is to stay at 50 may be 2.5 off: either way.
    @Test(arguments: [(50.0, TrafficLight.Signal.onTrack), (52, .onTrack), (47, .behind), (60, .farBehind)])
    func indicatorsThatStay(value: Double, signal: TrafficLight.Signal) {
        let course = IndicatorCourse(
            baseline: .init(year: 2020, value: 50), targets: [.init(year: 2030, value: 50)])
        #expect(course.direction == .level)
        #expect(TrafficLight(course, newest: .init(year: 2024, value: value)).signal == signal)
    }

    @Test func nothingThatStaysNothing() {
        let course = IndicatorCourse(baseline: .init(year: 2020, value: 0), targets: [.init(year: 2030, value: 0)])
        #expect(TrafficLight(course, newest: .init(year: 2024, value: 0)).signal == .onTrack)
        #expect(TrafficLight(course, newest: .init(year: 2024, value: 0.1)).signal == .farBehind)
    }

    @Test func whatCannotBeJudgedSaysWhy() {
        let point = IndicatorCourse.Point(year: 2024, value: 1)
        let none = IndicatorCourse(baseline: nil, targets: [.init(year: 2030, value: 2)])
        #expect(TrafficLight(none, newest: point).signal == .noBaseline)
        #expect(TrafficLight(none, newest: nil).signal == .notMeasured)
        let aimless = IndicatorCourse(baseline: point, targets: [])
        #expect(TrafficLight(aimless, newest: point).signal == .noTarget)
        #expect(TrafficLight(aimless, newest: point).lag == nil)
    }

    @Test func thresholdsAreWhoeverJudgesTheirOwn() {
        let point = IndicatorCourse.Point(year: 2025, value: 70)
        #expect(TrafficLight(Self.falling, newest: point).signal == .behind)
        let strict = TrafficLight.Thresholds(behind: 0.01, farBehind: 0.1)
        #expect(TrafficLight(Self.falling, newest: point, thresholds: strict).signal == .farBehind)
        #expect(TrafficLight.Thresholds(behind: 0.2, farBehind: 0.1).farBehind == 0.2)
    }

    @Test func aRowOfTheContractIsACourse() {
        let row = ContractRow(
            "i-1", ["baseline": 100, "target_2027": 80, "target_2025": 90, "direction": "down", "number": "I-1"])
        let course = IndicatorCourse(row, baseYear: 2020)
        #expect(course.baseline == .init(time: 2021, value: 100))
        #expect(course.targets.map(\.value) == [90, 80])
        #expect(course.direction == .down)
        #expect(IndicatorCourse(ContractRow("i-2"), baseYear: 2020).targets.isEmpty)
    }

    @Test(
        arguments: [
            ("Yearly", CollectionInterval.yearly), ("anual", .yearly), ("Half-yearly", .halfYearly),
            ("semestrial", .halfYearly), ("Quarterly", .quarterly), ("trimestrial", .quarterly),
            ("every month", .monthly), ("lunar", .monthly), ("every two years", nil), ("la doi ani", nil), ("", nil),
            ("when known", nil),
        ] as [(String, CollectionInterval?)])
    func intervalsInWords(words: String, interval: CollectionInterval?) {
        #expect(CollectionInterval(words: words) == interval)
    }
}
