import Storage
import Web

extension CityLine {
    static let pageSize = 50

    private static let selection: Statement = """
        SELECT city.code, city.slug, city.name, city.kind, city.county_code, city.latitude, city.longitude,
            city.sort_key, city.listed_population, county.name AS county_name, region.name_ro, region.name_en,
            population_figure.reference AS population_reference, population_figure.source AS population_source,
            population_figure.status AS population_status, programme.cohort, programme.target_year
        """

    /// Withdrawn cities are cities like all others; the figure is the one that the list is sorted by.
    private static let tables: Statement = """
         FROM city JOIN county ON county.code = city.county_code JOIN region ON region.code = county.region_code
        LEFT JOIN programme_city AS programme ON programme.city_code = city.code AND NOT EXISTS
            (SELECT 1 FROM programme_withdrawal WHERE city_code = city.code AND ended_at IS NULL)
        LEFT JOIN population_figure ON population_figure.city_code = city.code AND population_figure.reference =
            (SELECT reference FROM population_figure AS newest WHERE newest.city_code = city.code
            ORDER BY COALESCE(on_day, '') DESC, reference LIMIT 1)
        """

    /// One page of what was asked for, in its order; every line comes on exactly one page.
    package static func page(
        _ connection: any Connection, _ request: CityListRequest, size: Int = pageSize
    ) throws -> CityListResult {
        let condition = try condition(connection, request)
        let total: Int = try connection.value("SELECT COUNT(*)" + tables + " WHERE " + condition) ?? 0
        let isBackwards = request.before != nil
        let place = try (request.before ?? request.after).flatMap { try find(connection, code: $0) }
        var statement = selection + tables + " WHERE " + condition
        if let place {
            statement += " AND " + beyond(place, request.order, ascending: request.isDescending == isBackwards)
        }
        statement += order(request.order, ascending: request.isDescending == isBackwards) + " LIMIT \(size + 1)"
        var lines: [CityLine] = try connection.all(statement)
        let hasMore = lines.count > size
        lines = Array(lines.prefix(size))
        if isBackwards { lines.reverse() }
        let hasBefore = isBackwards ? hasMore : place != nil && !lines.isEmpty
        let hasAfter = isBackwards ? place != nil && !lines.isEmpty : hasMore
        return CityListResult(
            lines: lines, total: total, before: hasBefore ? lines.first?.code : nil,
            after: hasAfter ? lines.last?.code : nil)
    }

    /// Everything that was asked for, for exports.
    package static func all(_ connection: any Connection, _ request: CityListRequest) throws -> [CityLine] {
        let condition = try condition(connection, request)
        return try connection.all(
            selection + tables + " WHERE " + condition + order(request.order, ascending: !request.isDescending))
    }

    /// The cities that take part in the programme, in the order of the alphabet.
    package static func programme(_ connection: any Connection) throws -> [CityLine] {
        try connection.all(selection + tables + " WHERE programme.cohort IS NOT NULL" + order(.name, ascending: true))
    }

    static func find(_ connection: any Connection, code: String) throws -> CityLine? {
        try connection.first(selection + tables + " WHERE city.code = \(code)")
    }

    private static func condition(_ connection: any Connection, _ request: CityListRequest) throws -> Statement {
        var condition: Statement
        switch request.show {
        case .all: condition = "TRUE"
        case .programme: condition = "programme.cohort IS NOT NULL"
        case .euMission: condition = "programme.cohort = \(Cohort.euMission)"
        case .m100Mirror: condition = "programme.cohort = \(Cohort.m100Mirror)"
        }
        if !request.region.isEmpty { condition += " AND region.code = \(request.region)" }
        if !request.county.isEmpty { condition += " AND county.code = \(request.county)" }
        if let range = request.size?.range {
            condition += " AND city.listed_population BETWEEN \(range.lowerBound) AND \(range.upperBound)"
        }
        if !request.search.isEmpty {
            condition += " AND city.code IN (\(list: try codes(connection, matching: request.search)))"
        }
        return condition
    }

    /// Names are compared in Swift, so that both engines find the same with every spelling; the register is short.
    private static func codes(_ connection: any Connection, matching text: String) throws -> [String] {
        let names = try connection.all("SELECT code, search_words FROM city") { row in
            (code: try row("code") as String, words: try row("search_words") as String)
        }
        return names.filter { CityName.matches(text, searchWords: $0.words) }.map(\.code)
    }

    /// Cities without a target come after all others.
    private static func order(_ order: CityListRequest.Order, ascending: Bool) -> Statement {
        let direction = ascending ? "ASC" : "DESC"
        let name = "city.sort_key \(direction), city.code \(direction)"
        switch order {
        case .name: return " ORDER BY \(trusted: name)"
        case .population: return " ORDER BY city.listed_population \(trusted: direction), \(trusted: name)"
        case .target:
            return " ORDER BY COALESCE(programme.target_year, 9999) \(trusted: direction), \(trusted: name)"
        }
    }

    private static func beyond(_ place: CityLine, _ order: CityListRequest.Order, ascending: Bool) -> Statement {
        let sign = ascending ? ">" : "<"
        switch order {
        case .name: return "(city.sort_key, city.code) \(trusted: sign) (\(place.sortKey), \(place.code))"
        case .population:
            return """
                (city.listed_population, city.sort_key, city.code) \(trusted: sign)
                (\(place.population), \(place.sortKey), \(place.code))
                """
        case .target:
            return """
                (COALESCE(programme.target_year, 9999), city.sort_key, city.code) \(trusted: sign)
                (\(place.targetYear ?? 9999), \(place.sortKey), \(place.code))
                """
        }
    }
}
