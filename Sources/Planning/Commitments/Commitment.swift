import Contract
import Members
import Storage
import Web

package enum CommitmentKind {}
package typealias CommitmentID = ID<CommitmentKind>

/// What one organisation commits to in a city's contract, from its invitation to what became of it.
package struct Commitment: Sendable, RowDecodable {
    package let id: CommitmentID
    package let contract: ContractID
    package let content: Content
    /// The organisation's place in the hub; nil where only its name is known, and the city speaks for it.
    package let organisation: OrganisationID?
    /// The organisation agrees that everybody sees it once the contract is published.
    package let isPublic: Bool
    package let version: Int
    package let createdAt: Instant
    package let updatedAt: Instant
    package let withdrawnAt: Instant?

    /// What people write of it.
    package struct Content: Sendable, Equatable {
        package var institution: String
        package var helix: CommitmentHelix
        package var tier: CommitmentTier
        package var isNational: Bool
        package var sector: String
        package var legalForm: String
        /// Who signs for it.
        package var person: String
        package var position: String
        package var pledge: String
        package var amount: String
        package var dueYear: Int?
        package var evidence: String
    }

    package init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        content = Content(
            institution: try row("institution"), helix: try row("helix"), tier: try row("tier"),
            isNational: try row("is_national"), sector: try row("sector"), legalForm: try row("legal_form"),
            person: try row("person"), position: try row("position"), pledge: try row("pledge"),
            amount: try row("amount"), dueYear: try row("due_year"), evidence: try row("evidence"))
        organisation = try row("organisation_id")
        isPublic = try row("is_public")
        version = try row("version")
        createdAt = try row("created_at")
        updatedAt = try row("updated_at")
        withdrawnAt = try row("withdrawn_at")
    }

    /// Address without the language.
    package var path: String { "/commitments/\(id)" }
}

/// The kind of organisation, by the word of the contract's table.
package enum CommitmentHelix: String, CaseIterable, Sendable, Storable {
    case `public`, business, academia
    case civilSociety = "civil society"

    /// Key of the name.
    package var title: String {
        switch self {
        case .public: "Public authorities"
        case .business: "Business"
        case .academia: "Science"
        case .civilSociety: "Civil society"
        }
    }

    init(_ sector: HelixSector) {
        self =
            switch sector {
            case .government: .public
            case .business: .business
            case .science: .academia
            case .civilSociety: .civilSociety
            }
    }
}

/// How far an organisation goes, by the word of the contract's table.
package enum CommitmentTier: String, CaseIterable, Sendable, Storable {
    case premium, framework, basic

    /// Key of the name.
    package var title: String {
        switch self {
        case .premium: "Premium"
        case .framework: "Framework"
        case .basic: "Basic"
        }
    }

    /// Key of what it asks for.
    package var hint: String {
        switch self {
        case .premium: "The organisation itself becomes climate neutral by the contract's target year."
        case .framework: "The organisation carries measures of the plan with figures and years."
        case .basic: "The organisation supports the goal and says what it contributes."
        }
    }
}

/// What became of a commitment, by the word of the contract's table.
package enum CommitmentStatus: String, CaseIterable, Sendable, Storable {
    case open
    case underWay = "under way"
    case kept
    case notKept = "not kept"

    /// Key of the name.
    package var title: String {
        switch self {
        case .open: "Open"
        case .underWay: "Under way"
        case .kept: "Kept"
        case .notKept: "Not kept"
        }
    }

    package var tone: Components.Tone {
        switch self {
        case .open: .neutral
        case .underWay: .information
        case .kept: .good
        case .notKept: .bad
        }
    }
}
