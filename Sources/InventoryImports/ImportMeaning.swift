import Inventory

/// What a column of somebody's table holds.
public enum ImportMeaning: String, Sendable, Hashable, CaseIterable, Codable {
    case reference, sector, subsector, scope, label, carrier, activity
    case activityUnit = "activity-unit"
    case energy
    /// t CO2e whose gases are not given.
    case emissions
    case co2
    /// Methane of which the table does not say where it comes from: to be told before it can be read.
    case methane
    case methaneFossil = "methane-fossil"
    case methaneCombustion = "methane-combustion"
    case methaneBiogenic = "methane-biogenic"
    case n2o, sf6, nf3
    case co2Biogenic = "co2-biogenic"
    case emissionsUnit = "emissions-unit"
    case notationKey = "notation-key"
    case reason
    case activityQuality = "activity-quality"
    case factorQuality = "factor-quality"
    case source, note
    /// Columns of a table of factors.
    case gas, factor
    case factorUnit = "factor-unit"
    case year, methodology

    /// The meaning in English, as the page asks for it.
    public var title: String {
        switch self {
        case .reference: "Line of the GPC, such as I.1.2"
        case .sector: "Sector"
        case .subsector: "Sub-sector"
        case .scope: "Scope"
        case .label: "What it is"
        case .carrier: "Energy carrier"
        case .activity: "Activity"
        case .activityUnit: "Unit of the activity"
        case .energy: "Final energy"
        case .emissions: "Emissions as CO₂e"
        case .co2: "Mass of CO₂"
        case .methane: "Mass of CH₄, kind not said"
        case .methaneFossil: "Mass of CH₄, fossil"
        case .methaneCombustion: "Mass of CH₄, from burning"
        case .methaneBiogenic: "Mass of CH₄, biogenic"
        case .n2o: "Mass of N₂O"
        case .sf6: "Mass of SF₆"
        case .nf3: "Mass of NF₃"
        case .co2Biogenic: "Mass of biogenic CO₂"
        case .emissionsUnit: "Unit of the emissions"
        case .notationKey: "Notation key"
        case .reason: "Reason of the notation key"
        case .activityQuality: "Data quality of the activity"
        case .factorQuality: "Data quality of the factor"
        case .source: "Source"
        case .note: "Note"
        case .gas: "Gas of the factor"
        case .factor: "Factor"
        case .factorUnit: "Unit of the factor"
        case .year: "Year of the factor"
        case .methodology: "Methodology of the factor"
        }
    }

    /// Whether its cells are numbers.
    public var isNumber: Bool { self == .activity || self == .energy || self == .factor || gas != nil }

    /// The gas whose mass it holds.
    var gas: Gas? {
        switch self {
        case .emissions: .unsplit
        case .co2: .co2
        case .methane, .methaneCombustion: .ch4Combustion
        case .methaneFossil: .ch4Fossil
        case .methaneBiogenic: .ch4Biogenic
        case .n2o: .n2o
        case .sf6: .sf6
        case .nf3: .nf3
        case .co2Biogenic: .co2Biogenic
        default: nil
        }
    }
}

/// A column's heading taken apart: what it means, and the unit that it names for its numbers.
struct ImportHeading {
    let meaning: ImportMeaning?
    let unit: ImportUnit?

    init(_ text: String) {
        let folded = ImportWords.folded(text)
        if let exact = Self.names[folded] {
            meaning = exact
            unit = Self.unitAtEnd(text)
            return
        }
        // `Emisii (kt CO2e/an)`, `Energie [GJ]`, `Consum, MWh`, `value_t`.
        let parts = text.split(maxSplits: 1) { "([,;".contains($0) }
        let tail = parts.count > 1 ? String(parts[1].filter { !")]".contains($0) }) : ""
        var unit = ImportUnit.named(tail)
        var name = parts.first.map { ImportWords.folded(String($0)) } ?? ""
        if unit == nil, let ending = Self.unitAtEnd(text) {
            unit = ending
            name = folded.split(separator: " ").dropLast().joined(separator: " ")
        }
        self.unit = unit ?? ImportUnit.named(text)
        meaning = Self.names[name] ?? Self.byUnit(text, name, self.unit)
    }

    /// The unit that is the heading's last word.
    private static func unitAtEnd(_ text: String) -> ImportUnit? {
        let words = text.split { $0 == " " || $0 == "_" || $0 == "(" || $0 == ")" || $0 == "[" || $0 == "]" }
        guard let last = words.last else { return nil }
        // A single gas is no unit: `CO2` alone says nothing of tonnes.
        guard let unit = ImportUnit.named(String(last)), unit.kind != .other else { return nil }
        return unit
    }

    /// A heading that is little more than its unit: `MWh`, `t CO2e`, `value (GJ)`.
    private static func byUnit(_ text: String, _ name: String, _ unit: ImportUnit?) -> ImportMeaning? {
        guard let unit, ["", "value", "valoare", "cantitate", "amount"].contains(name) || ImportUnit.named(text) != nil
        else { return nil }
        switch unit.kind {
        case .energy: return .energy
        case .mass: return .emissions
        case .other: return .activity
        }
    }

    static let problemNames: Set<String> = ["problem", "problema", "probleme"]

    private static let names: [String: ImportMeaning] = {
        var names: [String: ImportMeaning] = [:]
        for (meaning, words) in words { for word in words { names[word] = meaning } }
        return names
    }()

    private static let words: [(ImportMeaning, [String])] = [
        (
            .reference,
            ["gpc ref", "gpc reference", "gpc", "gpc ref no", "gpc refs", "referinta gpc", "cod gpc", "linia gpc"]
        ),
        (.sector, ["sector", "sectorul", "gpc sector", "contract sector", "sectors", "sectoare", "sector gpc"]),
        (.subsector, ["sub sector", "subsector", "subsectorul", "sub sectorul", "subsector gpc", "gpc subsector"]),
        (.scope, ["scope", "scop", "domeniu", "domeniul", "domeniu de aplicare", "domeniul de aplicare", "scopes"]),
        (
            .label,
            [
                "label", "name", "description", "denumire", "descriere", "emission source", "sursa de emisii",
                "what it is",
                "categorie", "category",
            ]
        ),
        (
            .carrier,
            [
                "carrier", "energy carrier", "energy source", "fuel", "purtator", "purtator de energie",
                "purtator energetic", "combustibil", "tip combustibil", "tip de combustibil", "sursa de energie",
            ]
        ),
        (
            .activity,
            [
                "activity", "activity data", "amount", "quantity", "cantitate", "consum", "consumption",
                "date de activitate", "amount per year", "activitate", "consum anual", "cantitatea",
            ]
        ),
        (
            .activityUnit,
            [
                "unit", "unitate", "um", "u m", "unitate de masura", "unitatea", "activity unit", "units",
                "unitatea de masura",
            ]
        ),
        (
            .energy,
            [
                "energy", "energie", "final energy", "energie finala", "consum de energie", "energy use",
                "consum final de energie", "energy consumption", "final energy use",
            ]
        ),
        (
            .emissions,
            [
                "emissions", "emisii", "co2e", "co2eq", "co2 e", "co2 eq", "co2 echivalent", "ghg emissions",
                "emisii de ges", "emisii ges", "emisii co2e", "emisii co2 echivalent", "total emissions",
                "emisii totale", "total co2e", "emissions co2e", "co2e unsplit", "valoare", "value",
            ]
        ),
        (.co2, ["co2", "emisii co2", "emisii de co2", "co2 emissions", "dioxid de carbon", "carbon dioxide"]),
        (.methane, ["ch4", "methane", "metan", "emisii ch4", "ch4 emissions"]),
        (.methaneFossil, ["ch4 fossil", "fossil ch4", "ch4 fosil", "metan fosil"]),
        (.methaneCombustion, ["ch4 combustion", "ch4 of combustion", "ch4 din ardere", "metan din ardere"]),
        (.methaneBiogenic, ["ch4 biogenic", "biogenic ch4", "ch4 biogen", "metan biogen"]),
        (.n2o, ["n2o", "nitrous oxide", "protoxid de azot", "emisii n2o"]), (.sf6, ["sf6"]), (.nf3, ["nf3"]),
        (.co2Biogenic, ["co2 biogenic", "biogenic co2", "co2 biogen", "co2 b", "co2b"]),
        (.emissionsUnit, ["emissions unit", "unit of emissions", "unitate emisii", "unitatea emisiilor"]),
        (
            .notationKey,
            [
                "notation", "notation key", "notation keys", "cheie de notare", "chei de notare", "simbol de notare",
                "cheie", "key",
            ]
        ),
        (.reason, ["reason", "motiv", "motivul", "explanation", "explicatie", "justificare"]),
        (.activityQuality, ["activity quality", "calitatea activitatii", "calitate date activitate"]),
        (.factorQuality, ["factor quality", "calitatea factorului", "calitate factor"]),
        (.source, ["source", "sursa", "data source", "sursa datelor", "surse"]),
        (.note, ["note", "notes", "nota", "observatii", "comments", "comentarii", "remarks", "explanatory note"]),
        (.gas, ["gas", "gaz cu efect de sera", "ghg", "gaz"]),
        (.factor, ["factor", "emission factor", "factor de emisie"]),
        (.year, ["year", "an", "anul"]), (.methodology, ["method", "methodology", "metodologie", "metoda"]),
    ]
}
