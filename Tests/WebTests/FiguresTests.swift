import Foundation
import Support
import Testing

@testable import Web

@Suite struct FiguresTests {
    @Test func eachLanguageHasItsOwnSigns() {
        #expect(Figures(language: .ro).decimal(-1_234_567.891, decimals: 2) == "−1.234.567,89")
        #expect(Figures(language: .en).decimal(-1_234_567.891, decimals: 2) == "−1,234,567.89")
        #expect(Figures(language: .ro).integer(-64_227) == "−64.227")
    }

    @Test func zerosBehindThePointGoUnlessTheyAreWanted() {
        #expect(Figures(language: .en).decimal(2.5, decimals: 4) == "2.5")
        #expect(Figures(language: .en).decimal(2.5, decimals: 4, fixed: true) == "2.5000")
        #expect(Figures(language: .en).decimal(-0.001, decimals: 2) == "0")
    }

    @Test func whatIsNoNumberIsNotShownAsOne() {
        #expect(Figures(language: .ro).decimal(.nan) == "–")
        #expect(Figures(language: .ro).decimal(.infinity) == "–")
    }

    /// Halves, numbers that only look like halves (1.005 is a little less), large and tiny ones.
    @Test func itRoundsAsTheCLibraryDoes() {
        var random = SeededRandom(20_261_123)
        var numbers: [Double] = [0, 0.5, 1.5, 2.5, 0.125, 0.375, 1.005, 2.675, 1e15, 4e15, 123_456_789.5, 5e-324]
        for _ in 0..<20_000 {
            let magnitude = pow(10, Double.random(in: -7...12, using: &random))
            numbers.append(Double.random(in: 0..<1, using: &random) * magnitude)
            numbers.append(Double(Int.random(in: 0..<1_000_000, using: &random)) / 8)
        }
        for decimals in 0...6 {
            for number in numbers {
                let expected = String(format: "%.\(decimals)f", number)
                let shown = Figures(language: .en).decimal(number, decimals: decimals, fixed: true)
                #expect(
                    shown.replacing(",", with: "") == expected, "\(number) with \(decimals) decimals")
                if shown.replacing(",", with: "") != expected { return }
            }
        }
    }
}
