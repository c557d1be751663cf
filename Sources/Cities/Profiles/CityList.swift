import Storage
import Web

/// One line of the list of cities.
package struct CityLine: Sendable, RowDecodable {
    package let code: String
    package let slug: String
    package let name: String
    package let kind: CityKind
    package let county: String
    package let countyName: String
    package let regionRomanian: String
    package let regionEnglish: String
    package let latitude: Double?
    package let longitude: Double?
    package let sortKey: String
    /// 0: not known.
    package let population: Int
    package let populationReference: String?
    package let populationSource: String?
    package let populationStatus: FigureStatus?
    package let cohort: Cohort?
    package let targetYear: Int?

    package init(row: Row) throws {
        code = try row("code")
        slug = try row("slug")
        name = try row("name")
        kind = try row("kind")
        county = try row("county_code")
        countyName = try row("county_name")
        regionRomanian = try row("name_ro")
        regionEnglish = try row("name_en")
        latitude = try row("latitude")
        longitude = try row("longitude")
        sortKey = try row("sort_key")
        population = try row("listed_population")
        populationReference = try row("population_reference")
        populationSource = try row("population_source")
        populationStatus = try row("population_status")
        cohort = try row("cohort")
        targetYear = try row("target_year")
    }

    /// A line from the rows that a city's page has read.
    init(
        _ city: City, county: County?, region: Region?, newest figure: PopulationFigure?, programme: ProgrammeCity?
    ) {
        code = city.code
        slug = city.slug
        name = city.name
        kind = city.kind
        self.county = city.county
        countyName = county?.name ?? ""
        regionRomanian = region?.nameRomanian ?? ""
        regionEnglish = region?.nameEnglish ?? ""
        latitude = city.latitude
        longitude = city.longitude
        sortKey = city.sortKey
        population = city.listedPopulation
        populationReference = figure?.reference
        populationSource = figure?.source
        populationStatus = figure?.status
        cohort = programme?.cohort
        targetYear = programme?.targetYear
    }

    package var path: String { "/cities/\(slug)" }
    package func region(_ language: Language) -> String { language == .ro ? regionRomanian : regionEnglish }
}

/// What somebody wants to see of the list of cities; read from the address and written back to it.
package struct CityListRequest: Sendable {
    package enum Show: String, CaseIterable, Sendable {
        case programme
        case all
        case euMission = "eu-mission"
        case m100Mirror = "m100-mirror"

        /// Key of the name.
        var title: String {
            switch self {
            case .programme: "All programme cities"
            case .all: "All cities"
            case .euMission: "EU Mission cities"
            case .m100Mirror: "M100 mirror cities"
            }
        }
    }

    package enum Size: String, CaseIterable, Sendable {
        case large
        case big
        case middle
        case small

        /// Key of the name.
        var title: String {
            switch self {
            case .large: "300,000 people and more"
            case .big: "100,000 to 299,999"
            case .middle: "50,000 to 99,999"
            case .small: "fewer than 50,000"
            }
        }

        /// Bounds of the newest known population.
        var range: ClosedRange<Int> {
            switch self {
            case .large: 300_000...100_000_000
            case .big: 100_000...299_999
            case .middle: 50_000...99_999
            case .small: 1...49_999
            }
        }
    }

    package enum Order: String, CaseIterable, Sendable {
        case name
        case population
        case target
    }

    package var show: Show
    package var search: String
    package var region: String
    package var county: String
    package var size: Size?
    package var order: Order
    package var isDescending: Bool
    /// Code of the last city of the page before, or of the first of the page after.
    package var after: String?
    package var before: String?

    /// Unknown values count as not given, so that an old bookmark still shows a list.
    package init(_ query: Answers) {
        search = String(query.text("q").prefix(100))
        show = Show(rawValue: query.text("show")) ?? .programme
        region = query.text("region")
        county = query.text("county")
        size = Size(rawValue: query.text("size"))
        let sort = query.text("sort")
        isDescending = sort.hasPrefix("-")
        order = Order(rawValue: isDescending ? String(sort.dropFirst()) : sort) ?? .name
        after = query.optionalText("after")
        before = query.optionalText("before")
    }

    /// The list as it stands in the address.
    func address(_ path: String) -> ListAddress {
        ListAddress(
            path,
            query: [
                ("show", show == .programme ? "" : show.rawValue), ("q", search), ("region", region),
                ("county", county), ("size", size?.rawValue ?? ""),
                ("sort", order == .name && !isDescending ? "" : (isDescending ? "-" : "") + order.rawValue),
            ])
    }
}

/// One page of the list.
package struct CityListResult: Sendable {
    package let lines: [CityLine]
    package let total: Int
    /// Places for the links to the neighbouring pages.
    package let before: String?
    package let after: String?
}
