import Inventory
import Quantities

extension Plan {
    /// What a measure does, to one named thing.
    ///
    /// The order of measures never matters, because all operators act in these phases: `add`, `scale`, `shift` (parts of what
    /// there was before any shift), `load`, `replace` (parts of what there was before any replacement), `intensity`, `factor`;
    /// `remove` and `claimed` stand beside. Within a phase effects add up or multiply.
    public enum Operator: Sendable, Hashable {
        /// Adds an amount to an activity's quantity.
        case add(Change)
        /// Multiplies an activity's quantity by 1 + `by`: −0.35 is 35 % less.
        case scale(Change)
        /// Moves quantity from one activity to others.
        case shift(Transfer)
        /// Multiplies an activity's load by 1 + `by`: 0.25 is a quarter more people in each car.
        case load(Change)
        /// Moves shares between the technologies of one activity, or between the sources of one carrier.
        case replace(Transfer)
        /// Multiplies the energy and the own factors for each unit of technologies by 1 + `by`.
        case intensity(Change)
        /// Multiplies a carrier's own emission factors by 1 + `by`.
        case factor(Change)
        /// Adds tonnes of CO2 a year to a sink.
        case remove(Change)
        /// Takes off tonnes of CO2e a year that somebody claimed, without a model.
        case claimed(Claim)

        /// The name in files.
        public var kind: String {
            switch self {
            case .add: "add"
            case .scale: "scale"
            case .shift: "shift"
            case .load: "load"
            case .replace: "replace"
            case .intensity: "intensity"
            case .factor: "factor"
            case .remove: "remove"
            case .claimed: "claimed"
            }
        }

        /// The id of what it acts on; nil for a claim, which names a sector.
        public var target: String? {
            switch self {
            case .add(let change), .scale(let change), .load(let change), .intensity(let change), .factor(let change),
                .remove(let change):
                change.of
            case .shift(let transfer), .replace(let transfer): transfer.of
            case .claimed: nil
            }
        }
    }

    /// A change of one thing, at full adoption.
    public struct Change: Sendable, Hashable {
        /// The id of the activity, carrier or sink.
        public var of: String
        /// `add`: in the activity's unit a year; `remove`: t CO2 a year; otherwise a part of the whole, not below −1.
        public var by: Double
        /// `intensity` alone: the technologies concerned, by id; none is all.
        public var technologies: [String]
        /// `factor` alone: the gas concerned; nil is all.
        public var gas: Gas?
        /// The 95 % range as factors of `by`.
        public var range: Uncertainty?

        public init(
            of: String, by: Double, technologies: [String] = [], gas: Gas? = nil, range: Uncertainty? = nil
        ) {
            self.of = of
            self.by = by
            self.technologies = technologies
            self.gas = gas
            self.range = range
        }
    }

    /// A move from one thing to others, at full adoption. Exactly one of `share` and `amount` is given.
    public struct Transfer: Sendable, Hashable {
        /// `shift`: the activity it is taken from. `replace`: the activity (or carrier) whose technologies change.
        public var of: String
        /// `replace` alone: the technologies that give way, by id.
        public var from: [String]
        /// Where it goes; the parts add up to 1.
        public var to: [Destination]
        /// The part taken, of what there was before.
        public var share: Double?
        /// The amount taken, in the activity's unit (`shift`) or in units of technology (`replace`).
        public var amount: Double?
        /// `replace` alone: the share of sales and not of the stock; needs an activity with a stock.
        public var ofSales: Bool
        /// The 95 % range as factors of the share or amount.
        public var range: Uncertainty?

        public init(
            of: String, from: [String] = [], to: [Destination], share: Double? = nil, amount: Double? = nil,
            ofSales: Bool = false, range: Uncertainty? = nil
        ) {
            self.of = of
            self.from = from
            self.to = to
            self.share = share
            self.amount = amount
            self.ofSales = ofSales
            self.range = range
        }
    }

    /// Where a part of a transfer goes.
    public struct Destination: Sendable, Hashable {
        /// The activity's id (`shift`) or the technology's (`replace`).
        public var id: String
        /// Its part of what is moved.
        public var part: Double
        /// `shift` alone: units there for each unit here; 1 keeps what is moved.
        public var ratio: Double

        public init(_ id: String, part: Double = 1, ratio: Double = 1) {
            self.id = id
            self.part = part
            self.ratio = ratio
        }
    }

    /// A reduction without a model, as its author states it.
    public struct Claim: Sendable, Hashable {
        /// The sector in which it is claimed.
        public var sector: ContractSector
        /// The scope, where it is stated.
        public var scope: Scope?
        /// t CO2e a year less, at full adoption.
        public var tonnes: Double
        /// The 95 % range as factors of `tonnes`.
        public var range: Uncertainty?

        public init(sector: ContractSector, scope: Scope? = nil, tonnes: Double, range: Uncertainty? = nil) {
            self.sector = sector
            self.scope = scope
            self.tonnes = tonnes
            self.range = range
        }
    }
}

/// In files the operator's kind stands beside its fields.
extension Plan.Operator: Codable {
    private enum Kind: String, CodingKey { case kind }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Kind.self)
        let kind = try container.decode(String.self, forKey: .kind)
        switch kind {
        case "add": self = .add(try Plan.Change(from: decoder))
        case "scale": self = .scale(try Plan.Change(from: decoder))
        case "shift": self = .shift(try Plan.Transfer(from: decoder))
        case "load": self = .load(try Plan.Change(from: decoder))
        case "replace": self = .replace(try Plan.Transfer(from: decoder))
        case "intensity": self = .intensity(try Plan.Change(from: decoder))
        case "factor": self = .factor(try Plan.Change(from: decoder))
        case "remove": self = .remove(try Plan.Change(from: decoder))
        case "claimed": self = .claimed(try Plan.Claim(from: decoder))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: container, debugDescription: "There is no operator “\(kind)”.")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Kind.self)
        try container.encode(kind, forKey: .kind)
        switch self {
        case .add(let change), .scale(let change), .load(let change), .intensity(let change), .factor(let change),
            .remove(let change):
            try change.encode(to: encoder)
        case .shift(let transfer), .replace(let transfer): try transfer.encode(to: encoder)
        case .claimed(let claim): try claim.encode(to: encoder)
        }
    }
}

extension Plan.Change: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case of, by, technologies, gas, range }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self, besides: ["kind"])
        self.init(
            of: try values.decode(String.self, forKey: .of), by: try values.decode(Double.self, forKey: .by),
            technologies: try values.field(.technologies, or: []),
            gas: try values.decodeIfPresent(Gas.self, forKey: .gas),
            range: try values.decodeIfPresent(Uncertainty.self, forKey: .range))
    }
}

extension Plan.Transfer: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case of, from, to, share, amount, ofSales, range }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self, besides: ["kind"])
        self.init(
            of: try values.decode(String.self, forKey: .of), from: try values.field(.from, or: []),
            to: try values.decode([Plan.Destination].self, forKey: .to),
            share: try values.decodeIfPresent(Double.self, forKey: .share),
            amount: try values.decodeIfPresent(Double.self, forKey: .amount),
            ofSales: try values.field(.ofSales, or: false),
            range: try values.decodeIfPresent(Uncertainty.self, forKey: .range))
    }
}

extension Plan.Destination: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, part, ratio }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .id), part: try values.field(.part, or: 1),
            ratio: try values.field(.ratio, or: 1))
    }
}

extension Plan.Claim: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case sector, scope, tonnes, range }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self, besides: ["kind"])
        self.init(
            sector: try values.decode(ContractSector.self, forKey: .sector),
            scope: try values.decodeIfPresent(Scope.self, forKey: .scope),
            tonnes: try values.decode(Double.self, forKey: .tonnes),
            range: try values.decodeIfPresent(Uncertainty.self, forKey: .range))
    }
}
