/// The people of the demonstration world whom tests remember by what they may do.
package enum Persona: String, CaseIterable, Sendable {
    case visitor
    /// Editor of another city's team (Suceava).
    case otherCity
    /// Viewer, editor and certifier of the city in question (Alba Iulia).
    case cityViewer
    case cityEditor
    case cityCertifier
    /// Owner of a small firm.
    case company
    case evaluator
    case programmeOfficer
    case contentEditor
    case authorityOfficer
    case administrator

    package var email: String? {
        switch self {
        case .visitor: nil
        case .otherCity: "mihai.turcanu@suceava.example"
        case .cityViewer: "ion.vadan@alba.example"
        case .cityEditor: "ana.pop@alba.example"
        case .cityCertifier: "elena.stefanescu@alba.example"
        case .company: "sorin.balan@termoizolatii.example"
        case .evaluator: "teodora.vlasceanu@evaluatori.example"
        case .programmeOfficer: "radu.grigorescu@secretariat.example"
        case .contentEditor: "ioana.muresan@secretariat.example"
        case .authorityOfficer: "carmen.ionascu@autoritate.example"
        case .administrator: "andrei.olteanu@secretariat.example"
        }
    }
}
