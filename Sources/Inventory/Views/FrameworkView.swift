/// An inventory in the form of the Common Reporting Framework of the Global Covenant of Mayors (GCoM CRF 2018):
/// direct emissions, indirect emissions of grid energy, and emissions outside the boundary, by sub-sector.
public struct FrameworkView: Sendable, Hashable {
    /// A sub-sector of the framework.
    public struct Line: Sendable, Hashable {
        /// The framework's own path, such as `Stationary energy > Residential buildings`.
        public let name: String
        /// The lines of the GPC in it.
        public let references: [GPCReference]
        /// t CO2e by scope; a scope is absent where nothing is known.
        public let co2e: [Scope: Double]
        /// t by gas, all scopes together.
        public let masses: GasMasses
        /// Notation keys by scope, each once.
        public let keys: [Scope: [NotationKey]]
    }

    /// Every sub-sector, in the order of the GPC.
    public let lines: [Line]
    /// t CO2e of rows whose sub-sector is not known, by sector and scope.
    public let loose: [GPCView.Loose]
    /// t CO2e of everything but generation of grid-supplied energy and waste from elsewhere.
    public let total: Double

    init(_ view: GPCView) {
        var names: [String] = []
        var grouped: [String: [GPCView.Line]] = [:]
        for line in view.lines {
            let name = line.reference.commonReportingFramework
            if grouped[name] == nil { names.append(name) }
            grouped[name, default: []].append(line)
        }
        lines = names.map { name in Self.line(name, grouped[name] ?? []) }
        loose = view.loose
        let counted = view.lines.filter { $0.reference.level != .territorial && $0.reference.level != .other }
        total = counted.reduce(0) { $0 + ($1.co2e ?? 0) } + view.loose.reduce(0) { $0 + $1.co2e }
    }

    private static func line(_ name: String, _ parts: [GPCView.Line]) -> Line {
        var co2e: [Scope: Double] = [:]
        var masses = GasMasses()
        var keys: [Scope: [NotationKey]] = [:]
        for part in parts where part.reference.level != .territorial {
            masses += part.masses
            if let value = part.co2e { co2e[part.reference.scope, default: 0] += value }
            let known = keys[part.reference.scope] ?? []
            let more = part.keys.filter { !known.contains($0) }
            if !more.isEmpty { keys[part.reference.scope] = known + more }
        }
        return Line(name: name, references: parts.map(\.reference), co2e: co2e, masses: masses, keys: keys)
    }
}
