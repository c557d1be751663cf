import Storage
import Web

/// The rows of a city's page, all of one moment.
struct CityRecord: Sendable {
    let place: Gazetteer.Place
    let city: City
    let programme: ProgrammeCity?
    let withdrawal: ProgrammeWithdrawal?
    let profile: CityProfile
    let figures: [PopulationFigure]
    let labels: [ProgrammeLabel]
    let teams: [CityTeam]
    /// Codes of the places of the same region that take part in the programme.
    let neighboursInProgramme: Set<String>
    /// What other wings bring to the page.
    let parts: [CityPanel.Part]

    /// What was asked and what was found.
    struct Found: Sendable {
        let slug: String
        let gazetteer: Gazetteer
        /// The load of reference data that the rows belong to.
        let digest: String
        let record: CityRecord?
    }
}
