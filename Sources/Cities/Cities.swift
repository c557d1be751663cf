import Members
import Storage
import Web

/// Cities: what the registers know about them, what they say themselves, and which are in the programme. The door of
/// the wing.
///
/// | room | addresses | tables | permissions |
/// |---|---|---|---|
/// | Profiles | /cities · /cities/:city · …/edit · …/team · /cities.csv · …/population.csv · /api/v1/cities… | region, county, city, population_figure, data_source, reference_load, map_shape, city_profile, city_team | cities:edit |
/// | Programme | /programme · /programme/new · /programme/:city/edit · …/withdrawal · …/label | programme_city, programme_withdrawal, programme_label | programme:edit |
///
/// The team of a city (editors and certifiers of an organisation linked to it) edits its profile without a permission.
package enum Cities {
    /// - Parameter panels: parts of a city's page that other wings bring; `Hub` passes them.
    package static func feature(panels: [CityPanel] = []) -> Feature {
        var feature = Feature("cities")
        feature.migrations = [
            City.migration, PopulationFigure.migration, MapShape.migration, ProgrammeCity.migration,
            CityProfile.migration, CityTeam.migration,
        ]
        feature.permissions = [
            PermissionDeclaration(
                CityRules.editAny, "Edit the profile of every city and choose its team", roles: [.programmeOfficer]),
            PermissionDeclaration(
                ProgrammeRules.edit, "Take cities into the programme and change their entries",
                roles: [.programmeOfficer]),
        ]
        feature.menu = [
            MenuEntry("Cities", path: "/cities", order: 10), MenuEntry("Programme", path: "/programme", order: 20),
        ]
        feature.activities = activities
        feature.subjects = [
            SubjectDeclaration("city", "City") { try City.names($0, $1) },
            SubjectDeclaration("reference-data", "Reference data") { _, _ in [:] },
        ]
        feature.personalData = [
            PersonalDataDeclaration("city_profiles_saved") { try CityProfile.saved($0, by: $1) },
            PersonalDataDeclaration("city_teams_linked") { try CityTeam.linked($0, by: $1) },
            PersonalDataDeclaration("programme_cities_edited") { try ProgrammeCity.edited($0, by: $1) },
            PersonalDataDeclaration("programme_withdrawals_recorded") { try ProgrammeWithdrawal.recorded($0, by: $1) },
        ]
        feature.searchables = [CitySearch.searchable]
        feature.routes = { kit, routes in
            let memory = GazetteerMemory(kit.database)
            CityRoutes(kit: kit, memory: memory, panels: panels).add(to: &routes)
            CityProfileRoutes(kit: kit).add(to: &routes)
            CityTeamRoutes(kit: kit).add(to: &routes)
            CityAPI(kit: kit, memory: memory).add(to: &routes)
            ProgrammeRoutes(kit: kit, memory: memory).add(to: &routes)
        }
        return feature
    }

    private static let activities: [ActivityDeclaration] = [
        ActivityDeclaration("reference-data.loaded", "The hub loaded the reference data of {cities} cities"),
        ActivityDeclaration("profile.changed", "{actor} changed the profile of {city}"),
        ActivityDeclaration("city-team.linked", "{actor} made {organisation} a team of {city}"),
        ActivityDeclaration("city-team.unlinked", "{actor} ended the work of {organisation} as a team of {city}"),
        ActivityDeclaration("programme-city.added", "{actor} took {city} into the programme"),
        ActivityDeclaration("programme-city.changed", "{actor} changed the programme entry of {city}"),
        ActivityDeclaration("programme-city.withdrawn", "{actor} recorded that {city} left the programme"),
        ActivityDeclaration("programme-label.awarded", "{actor} recorded a label of {city}: {label}"),
    ]
}
