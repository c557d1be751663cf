import Portfolio
import Web

/// A city's portfolio in work: its list and its files.
struct PortfolioRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        let path = "/cities/:city/measures/portfolio"
        routes.get(path, ScenarioRules.cityReader) { visit in
            .page(PortfolioPages(try await MeasureDesk.open(kit, bases, visit), visit).page)
        }
        for format in PortfolioFiles.Format.allCases {
            routes.plain("\(path)/\(format.rawValue)", ScenarioRules.cityReader) { visit in
                let desk = try await MeasureDesk.open(kit, bases, visit)
                return try PortfolioFiles.reply(desk.records.map(\.measure), format, slug: desk.city.slug)
            }
        }
    }
}
