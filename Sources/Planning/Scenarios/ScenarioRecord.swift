import Pathways
import Storage
import Web

package enum ScenarioKind {}
package enum ScenarioPublicationKind {}
package typealias ScenarioID = ID<ScenarioKind>

/// A scenario of a city's plan: business as usual, existing policies, the plan itself, or a variant.
package struct ScenarioRecord: Sendable, RowDecodable {
    package let id: ScenarioID
    package let city: String
    /// Its id in the plan's document.
    package let slug: String
    package let kind: Plan.Scenario.Kind
    /// Empty: what its kind is called.
    package let name: String
    package let version: Int
    package let updatedAt: Instant

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        slug = try row("slug")
        kind = try row("kind")
        name = try row("name")
        version = try row("version")
        updatedAt = try row("updated_at")
    }

    /// Address without the language.
    package var path: String { "/scenarios/\(id)" }

    /// The name, in words of the reader's language where the city gave none.
    func title(_ t: Texts) -> String { name.isEmpty ? t(kind.title) : name }
}

extension Plan.Scenario.Kind: Storable {}

extension Plan.Scenario.Kind {
    /// Key of the name.
    var title: String {
        switch self {
        case .businessAsUsual: "Business as usual"
        case .existingPolicies: "Existing policies"
        case .plan: "The plan"
        case .variant: "Variant"
        }
    }

    /// Key of what it stands for.
    var about: String {
        switch self {
        case .businessAsUsual: "What happens when the drivers go on and nobody does anything: no measures."
        case .existingPolicies: "What others have already decided."
        case .plan: "What the city commits itself to."
        case .variant: "Something else that is compared with the plan."
        }
    }

    /// Every plan has one of each of these; only variants come and go.
    static let fixed: [Plan.Scenario.Kind] = [.businessAsUsual, .existingPolicies, .plan]
}

/// How much of a measure is in a scenario.
package struct ScenarioChoice: Sendable, Equatable, RowDecodable {
    /// The measure's id in the plan's document.
    package let measure: String
    /// 1 as planned, 0 nothing.
    package var ambition: Double
    /// Years by which it comes later; negative is sooner.
    package var shift: Int
    /// What is bought costs so many times what the measure says.
    package var price: Double

    package init(_ measure: String, ambition: Double = 1, shift: Int = 0, price: Double = 1) {
        self.measure = measure
        self.ambition = ambition
        self.shift = shift
        self.price = price
    }

    package init(row: Row) throws {
        measure = try row("measure")
        ambition = try row("ambition")
        shift = try row("shift_years")
        price = try row("price")
    }
}

/// A plan as the city showed it to everybody.
package struct ScenarioPublication: Sendable, RowDecodable {
    package let id: ID<ScenarioPublicationKind>
    package let city: String
    package let number: Int
    /// The scenario that is the city's pathway.
    package let scenario: String
    /// SHA-256 of the plan's document, its name among files.
    package let contentHash: String
    /// Whether the city shows costs and funding.
    package let showsMoney: Bool
    package let note: String
    package let publishedAt: Instant

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        number = try row("number")
        scenario = try row("scenario")
        contentHash = try row("content_hash")
        showsMoney = try row("shows_money")
        note = try row("note")
        publishedAt = try row("published_at")
    }
}
