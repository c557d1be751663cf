import Inventory
import Testing

@Suite("Global warming potentials")
struct GWPTests {
    @Test(
        "As published",
        arguments: [
            (GWPSet.sar, Gas.ch4Biogenic, 21.0), (.ar4, .ch4Biogenic, 25), (.ar5, .ch4Biogenic, 28),
            (.ar6, .ch4Biogenic, 27),
            (.ar5, .ch4Fossil, 30), (.ar6, .ch4Fossil, 29.8), (.sar, .n2o, 310), (.ar4, .n2o, 298), (.ar5, .n2o, 265),
            (.ar6, .n2o, 273), (.sar, .sf6, 23_900), (.ar4, .sf6, 22_800), (.ar5, .sf6, 23_500), (.ar6, .sf6, 25_200),
            (.ar4, .nf3, 17_200), (.ar5, .nf3, 16_100), (.ar6, .nf3, 17_400),
        ] as [(GWPSet, Gas, Double)])
    func published(set: GWPSet, gas: Gas, weight: Double) {
        #expect(set.weight(of: gas) == weight)
        if gas != .ch4Combustion { #expect(set.co2e(GasMasses(gas, tonnes: 2)) == 2 * weight) }
    }

    @Test(
        "Species",
        arguments: [("HFC-134a", 1300.0, 1530.0), ("HFC32", 677, 771), ("CF4", 6630, 7380), ("C2F6", 11_100, 12_400)]
            as [(String, Double, Double)])
    func species(name: String, fifth: Double, sixth: Double) throws {
        let species = try #require(Species.named(name))
        #expect(GWPSet.ar5.weight(of: species) == fifth)
        #expect(GWPSet.ar6.weight(of: species) == sixth)
    }

    @Test("Biogenic CO2 and removals weigh nothing in totals, whatever the set", arguments: GWPSet.allCases)
    func outsideTotals(set: GWPSet) {
        var masses = GasMasses(.co2Biogenic, tonnes: 100)
        masses.co2Removed = 50
        #expect(set.co2e(masses) == 0)
        masses.co2 = 1
        #expect(set.co2e(masses) == 1)
    }

    @Test("What a set does not weigh is named, never a silent zero")
    func unweighted() throws {
        var masses = GasMasses(.nf3, tonnes: 1)
        #expect(GWPSet.sar.unweighted(masses).map(\.name) == ["NF3"])
        #expect(GWPSet.ar5.unweighted(masses).isEmpty)
        let rare = try #require(Species.all.first { GWPSet.sar.weight(of: $0) == nil })
        masses.add(rare, tonnes: 1)
        #expect(GWPSet.sar.unweighted(masses).contains(rare))
    }

    @Test("A switch of the set changes CO2e and leaves masses alone")
    func switching() {
        var masses = GasMasses(.ch4Biogenic, tonnes: 10)
        masses.n2o = 1
        #expect(GWPSet.ar5.co2e(masses) == 280 + 265)
        #expect(GWPSet.ar6.co2e(masses) == 270 + 273)
        #expect(GWPSet.ar4.co2e(masses) == 250 + 298)
    }

    @Test("Published CO2e without gases stays as published under every set", arguments: GWPSet.allCases)
    func unsplit(set: GWPSet) { #expect(set.co2e(GasMasses(.unsplit, tonnes: 7)) == 7) }

    @Test("Masses add up and scale gas by gas, species too")
    func arithmetic() throws {
        var one = GasMasses(.co2, tonnes: 1)
        one.add(try #require(Species.named("HFC134a")), tonnes: 2)
        var two = GasMasses(.ch4Fossil, tonnes: 3)
        two.add(try #require(Species.named("CF4")), tonnes: 4)
        two.add(try #require(Species.named("HFC134a")), tonnes: 5)
        let sum = one + two
        #expect(sum == two + one)
        #expect(sum[.hfc] == 7 && sum[.pfc] == 4 && sum[.co2] == 1 && sum[.ch4Fossil] == 3)
        #expect((sum * 2)[.hfc] == 14)
        #expect(sum.species.map(\.species.name) == ["CF4", "HFC134a"])
        #expect(Set(sum.present) == [.co2, .ch4Fossil, .hfc, .pfc])
    }
}
