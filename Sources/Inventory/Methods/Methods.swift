/// Every method of the library, by family.
public enum Methods {
    /// All methods, in the order of the GPC.
    public static let all: [Method] = stationaryEnergy + transport + waste + industry + land

    /// The method with a name, or nil.
    public static func named(_ name: String) -> Method? { byName[name] }

    /// The methods that a form offers for a line of the GPC.
    public static func serving(_ reference: GPCReference) -> [Method] {
        all.filter { method in
            method.serves.contains {
                $0 == reference.code || $0 == reference.subsector || $0 == reference.sector.rawValue
            }
        }
    }

    private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
}
