/// GWP-100 of HFC and PFC species under the four sets: species, gas, SAR, AR4, AR5, AR6; empty where a report names none.
///
/// IPCC SAR WG1 Table 2.9, AR4 WG1 Table 2.14, AR5 WG1 Table 8.A.1, AR6 WG1 Table 7.SM.7, as collected by
/// globalwarmingpotentials 0.13.2 (openclimatedata).
enum SpeciesTable {
    static let rows: [Species] = text.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == 6, let gas = Gas(rawValue: String(cells[1])) else { return nil }
        var weights: [GWPSet: Double] = [:]
        for (set, cell) in zip(GWPSet.allCases, cells[2...]) { weights[set] = Double(cell) }
        return Species(name: String(cells[0]), gas: gas, weights: weights)
    }

    private static let text = """
        HFC23,hfc,11700,14800,12400,14600
        HFC32,hfc,650,675,677,771
        HFC41,hfc,150,,116,135
        HFC125,hfc,2800,3500,3170,3740
        HFC134,hfc,1000,,1120,1260
        HFC134a,hfc,1300,1430,1300,1530
        HFC143,hfc,300,,328,364
        HFC143a,hfc,3800,4470,4800,5810
        HFC152,hfc,,,16,21.5
        HFC152a,hfc,140,124,138,164
        HFC161,hfc,,,4,4.84
        HFC227ea,hfc,2900,3220,3350,3600
        HFC236cb,hfc,,,1210,1350
        HFC236ea,hfc,,,1330,1500
        HFC236fa,hfc,6300,9810,8060,8690
        HFC245ca,hfc,560,,716,787
        HFC245fa,hfc,,1030,858,962
        HFC365mfc,hfc,,794,804,914
        HFC4310mee,hfc,1300,1640,1650,1600
        CF4,pfc,6500,7390,6630,7380
        C2F6,pfc,9200,12200,11100,12400
        C3F8,pfc,7000,8830,8900,9290
        cC4F8,pfc,8700,10300,9540,10200
        C4F10,pfc,7000,8860,9200,10000
        C5F12,pfc,7500,9160,8550,9220
        C6F14,pfc,7400,9300,7910,8620
        C7F16,pfc,,,7820,8410
        C8F18,pfc,,,7620,8260
        C10F18,pfc,,,7190,7480
        cC3F6,pfc,,,9200,
        """
}
