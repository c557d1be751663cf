/// One entry of an inventory: a source of emissions at its place, or the reason why there is no number.
public struct InventoryRow: Sendable, Hashable {
    /// Unique within the inventory and stable when the row is edited.
    public var id: String
    /// Where the GPC puts it.
    public var placement: Placement
    /// Where a published table put it, when that differs from `placement`; the contract's tables follow it.
    public var published: PublishedPlacement?
    /// What it is in the city's words.
    public var label: String
    /// The energy carrier, where there is one.
    public var carrier: String?
    /// Emissions, or why there are none.
    public var content: Content
    /// The activity that causes the emissions.
    public var activity: Amount?
    /// Final energy in MWh, where the activity is energy or was converted to it (contract table ).
    public var energyMWh: Double?
    /// The method and what was given to it, where the hub computed the row.
    public var method: MethodUse?
    /// How good the activity data are.
    public var activityQuality: DataQuality?
    /// How good the factors are.
    public var factorQuality: DataQuality?
    /// The document that the figure comes from.
    public var source: String
    /// A remark in words.
    public var note: String

    /// What a row says.
    public enum Content: Sendable, Hashable {
        case emissions(GasMasses)
        case notation(NotationKey, reason: String)
        /// Energy by carrier whose emissions another row states: nothing to add up, and no gap either.
        case energyOnly
    }

    public init(
        id: String, placement: Placement, published: PublishedPlacement? = nil, label: String = "",
        carrier: String? = nil, content: Content, activity: Amount? = nil, energyMWh: Double? = nil,
        method: MethodUse? = nil, activityQuality: DataQuality? = nil, factorQuality: DataQuality? = nil,
        source: String = "", note: String = ""
    ) {
        self.id = id
        self.placement = placement
        self.published = published
        self.label = label
        self.carrier = carrier
        self.content = content
        self.activity = activity
        self.energyMWh = energyMWh
        self.method = method
        self.activityQuality = activityQuality
        self.factorQuality = factorQuality
        self.source = source
        self.note = note
    }

    /// The masses, or nil where the row has a notation key or energy only.
    public var masses: GasMasses? { if case .emissions(let masses) = content { masses } else { nil } }

    /// Where the contract's tables show the row; nil for other scope 3.
    public var contractPlacement: PublishedPlacement? {
        published ?? placement.sector.contractSector.map { PublishedPlacement(sector: $0, scope: placement.scope) }
    }
}

/// A cell of a published baseline table.
public struct PublishedPlacement: Sendable, Hashable {
    /// The contract's sector.
    public let sector: ContractSector
    /// The scope.
    public let scope: Scope

    public init(sector: ContractSector, scope: Scope) {
        self.sector = sector
        self.scope = scope
    }
}

/// A number with its unit and range as it was given.
public struct Amount: Sendable, Hashable {
    /// The number, in `unit`.
    public var value: Double
    /// The unit as written.
    public var unit: String
    /// The 95 % range in the same unit.
    public var uncertainty: Uncertainty?

    public init(_ value: Double, _ unit: String, uncertainty: Uncertainty? = nil) {
        self.value = value
        self.unit = unit
        self.uncertainty = uncertainty
    }
}

/// A method with its arguments and what it used: enough to explain a row and to compute it again.
public struct MethodUse: Sendable, Hashable {
    /// The name of the method.
    public var name: String
    /// What was given, by input.
    public var arguments: [String: Argument]
    /// The parts of the result.
    public var terms: [Term]
    /// Every input as used, with its origin.
    public var inputs: [UsedInput]
    /// The explanation, line by line.
    public var steps: [Step]
    /// The result at the ends of the ranges of inputs that do not act as factors.
    public var responses: [Response]

    public init(
        name: String, arguments: [String: Argument], terms: [Term], inputs: [UsedInput], steps: [Step],
        responses: [Response] = []
    ) {
        self.name = name
        self.arguments = arguments
        self.terms = terms
        self.inputs = inputs
        self.steps = steps
        self.responses = responses
    }

    /// A row's method with what it answered.
    public init(_ result: MethodResult, arguments: [String: Argument]) {
        self.init(
            name: result.method, arguments: arguments, terms: result.terms, inputs: result.inputs,
            steps: result.steps, responses: result.responses)
    }
}

/// How good a figure is (GPC 2014, Table 5.3).
public enum DataQuality: String, Sendable, Hashable, CaseIterable, Codable {
    case high = "H"
    case medium = "M"
    case low = "L"
}
