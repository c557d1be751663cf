import Contract
import Testing

/// The three published contracts: what was noted of them by hand is what the rules find.
@Suite struct PublishedTests {
    struct Noted: Sendable, CustomTestStringConvertible {
        let city: String
        /// Rule, check and place.
        let finding: String
        /// What the note says.
        let note: String
        var testDescription: String { "\(city): \(finding)" }
    }

    private static func noted(_ city: String, _ lines: [(String, String)]) -> [Noted] {
        lines.map { Noted(city: city, finding: $0.0, note: $0.1) }
    }

    static let suceava = noted(
        "suceava",
        [
            ("V6 range factors/wood/co2", "wood with a factor of 0.403"),
            ("V5 waste-scope-3 energy/waste-electricity/scope3", "waste electricity under scope 3"),
            ("V22 differs energy/total/total", "958112 printed, the sectors give 958122"),
            ("V22 differs emissions/waste/total", "14291 in the text, 14921 in the table"),
            ("V8 co2-only emissions", "CO2 only"),
            ("V7 text emissions/buildings/scope3", "scope 3 is N/A"),
            ("V5 scope-2 emissions/ippu/scope2", "industrial electricity under process emissions"),
            ("V10 no-action gap/ippu/gap", "19018 t of IPPU have no action"),
            ("V22 differs gap/total/residual", "57811 in the text, 55903 in the table"),
            ("V7 blank gap/buildings/existing", "the column of existing strategies is empty"),
            ("V24 field pathways/1/direct_impact", "159464.9 against 52046.96"),
            ("V24 above-gap pathways", "the rows add up to 283210.59"),
            ("V12 implied-factor actions/1-1", "3.88 t/MWh"),
            ("V22 differs actions/2-1/end", "2028 and 2030"),
            ("V12 no-basis actions/6-1", "the largest saving from a regulation"),
            ("V11 no-cost actions/6-1/cost", "the sheet has no cost"),
            ("V17 no-row indicatorSheets/sv-nzc-02", "in B-3.2 only"),
            ("V7 blank indicators/sv-nzc-01/baseline", "baseline not printed"),
            ("V17 unit indicators/sv-nzc-01/unit", "unit differs between B-3.1 and B-3.2"),
            ("V17 direction indicators/sv-nzc-04", "named savings, targets fall"),
            ("V17 direction indicators/sv-nzc-05", "named savings, targets fall"),
        ])

    static let cluj = noted(
        "cluj-napoca",
        [
            ("V22 differs emissions/transport/total", "151962 and 146517"),
            ("V5 scope-2 emissions/ippu/scope2", "industrial electricity under process emissions"),
            ("V8 co2-only emissions", "only CO2 factors are used"),
            ("V22 differs gap/total/residual", "221929 in the text"),
            ("V10 no-action gap/ippu/gap", "158389 t have no action"),
            ("V10 shortfall gap/transport/gap", "the actions add up to far less than the gap"),
            ("V22 differs actionReductions/2-2/reduction", "rows swapped and changed"),
            ("V24 field pathways/4/direct_impact", "7100 against 2000 + 7100"),
            ("V24 field pathways/19/direct_impact", "53000 and 39000 do not match"),
            ("V22 differs actions/2-1/cost", "4351000000 and 4351020000"),
            ("V23 malformed actions/5-2/cost", "90,00,000.00"),
            ("V23 malformed actions/6-1/cost", "1.000,000.00"),
            ("V22 differs actionReductions/6-3/reduction", "200 and 13600"),
            ("V12 cost-per-tonne actions/4-3/cost_per_tonne", "6912285 printed, 57143 computed"),
            ("V12 cost-per-tonne actions/2-2/cost_per_tonne", "270 printed, 21600 computed"),
            ("V17 unit indicators/cj-nzc-i4/unit", "hectares for air quality"),
            ("V17 direction indicators/cj-nzc-i6", "named savings, targets fall"),
            ("V17 direction indicators/cj-nzc-i7", "named savings, targets fall"),
            ("V22 differs finance/total/cost", "6090000000 printed, rows 6090020000"),
        ])

    static let sector = noted(
        "bucuresti-sector-2",
        [
            ("V22 differs emissions/afolu/total", "15823 and 14451"),
            ("V22 differs energy/afolu-total/total", "45546 and 41597"),
            ("V5 fuel-scope-2 energy/buildings-natural-gas/scope2", "district heat is booked as natural gas"),
            ("V5 scope-2 emissions/waste/scope2", "44712 t of waste in scope 2"),
            ("V5 scope-2 emissions/ippu/scope2", "industrial electricity under process emissions"),
            ("V8 co2-only emissions", "CO2 only"),
            ("V1 column gap/total/baseline", "totals leave out AFOLU"),
            ("V1 column gap/total/residual", "totals leave out AFOLU"),
            ("V1 column gap/total/gap", "totals leave out AFOLU"),
            ("V2 total gap/total/baseline", "totals leave out AFOLU"),
            ("V4 above-limit gap", "20.49 %"),
            ("V3 percentage gap/total/residual_percent", "20.58 printed as 20"),
            ("V3 percentage gap/ippu/gap_percent", "24.1 % printed as 23.4"),
            ("V7 blank gap/buildings/target", "target and existing strategies left empty"),
            ("V24 differs pathways/22/direct_impact", "1274 and 1247"),
            ("V24 differs pathways/23/direct_impact", "30730 and 30760"),
            ("V11 no-pathway actions/16", "action 16 has no row in B-1.1"),
            ("V24 counted-twice pathways/33/actions", "25 listed twice"),
            ("V10 shortfall gap/ippu/gap", "718521 t against 953294 t"),
            ("V22 differs actionEnergy/13-gasoline/energy", "125807 and 135807"),
            ("V17 above-hundred indicators/d2-mob06", "200 % of visits"),
            ("V7 blank indicators/d2-mob01/baseline", "baselines not printed"),
            ("V11 no-indicator actions/4", "no indicator"),
            ("V11 no-indicator actions/25", "no indicator"),
            ("V19 no-signatories signatories", "section 5 table missing"),
            ("V9 old ", "base year 2016"),
        ])

    @Test(arguments: suceava + cluj + sector) func whatWasNotedIsFound(noted: Noted) throws {
        let found = try DocumentTests.file(noted.city).check().findings
        #expect(
            found.contains { "\($0.rule) \($0.check) \($0.place.path)" == noted.finding }, "\(noted.note)")
    }

    @Test(arguments: ["suceava", "cluj-napoca", "bucuresti-sector-2"]) func theFilesAreSound(city: String) throws {
        let contract = try DocumentTests.file(city)
        #expect(contract.problems() == [])
        #expect(contract.extent == .tables && contract.template == .v1 && contract.source.contains("3a310cc0"))
        #expect(contract.items(.signatories).allSatisfy { $0.isBlank("person") })
        // Every energy cell times its factor gives the printed emissions.
        #expect(!contract.check().findings.contains { $0.rule == "V6" && $0.check == "product" })
    }

    @Test func actionsWithoutAnIndicator() throws {
        let found = try DocumentTests.file("bucuresti-sector-2").check().findings
        let actions = found.filter { $0.check == "no-indicator" }.compactMap(\.place.row)
        // Action 11 and others of the note have one; these have none.
        #expect(Set(["4", "5", "7", "9", "24", "25"]).isSubset(of: Set(actions)))
        #expect(actions.count == 6, "\(actions)")
    }
}
