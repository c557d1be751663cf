/// Mass, held in tonnes.
public enum MassDimension: Dimension {
    public static let name = "mass"
    public static let units: [Unit<Self>] = [.tonne, .kilogram, .gram, .milligram, .kilotonne, .megatonne]
}

extension Unit where Of == MassDimension {
    public static let tonne = Unit("t", also: ["tonne", "tonnes", "tone", "tonă", "tona", "Mg"])
    public static let kilogram = Unit("kg", per: 1e3, also: ["kilograms", "kilograme"])
    public static let gram = Unit("g", per: 1e6, also: ["grams", "grame"])
    // "Mg" is a tonne, "mg" a milligram: names that differ by case alone are compared as written first.
    public static let milligram = Unit("mg", per: 1e9, also: ["milligrams", "miligrame"])
    public static let kilotonne = Unit("kt", 1e3, also: ["Gg", "mii tone", "kilotonnes", "thousand tonnes"])
    public static let megatonne = Unit("Mt", 1e6, also: ["milioane tone", "megatonnes"])
}

/// Energy, held in megawatt-hours. 1 toe = 41.868 GJ and 1 cal = 4.1868 J (IEA, Energy Statistics Manual 2005, annex 3).
public enum EnergyDimension: Dimension {
    public static let name = "energy"
    public static let units: [Unit<Self>] = [
        .megawattHour, .kilowattHour, .gigawattHour, .terawattHour, .megajoule, .gigajoule, .terajoule, .gigacalorie,
        .tonneOfOilEquivalent, .kilotonneOfOilEquivalent,
    ]
}

extension Unit where Of == EnergyDimension {
    public static let megawattHour = Unit("MWh")
    public static let kilowattHour = Unit("kWh", per: 1e3)
    public static let gigawattHour = Unit("GWh", 1e3)
    public static let terawattHour = Unit("TWh", 1e6)
    public static let megajoule = Unit("MJ", per: 3_600)
    public static let gigajoule = Unit("GJ", per: 3.6)
    public static let terajoule = Unit("TJ", 1e3, per: 3.6)
    public static let gigacalorie = Unit("Gcal", 4.1868, per: 3.6, also: ["gigacalorie", "gigacalorii"])
    public static let tonneOfOilEquivalent = Unit("toe", 41.868, per: 3.6, also: ["tep"])
    public static let kilotonneOfOilEquivalent = Unit("ktoe", 41_868, per: 3.6, also: ["ktep"])
}

/// Volume, held in cubic metres.
public enum VolumeDimension: Dimension {
    public static let name = "volume"
    public static let units: [Unit<Self>] = [.cubicMetre, .litre, .thousandCubicMetres, .millionCubicMetres]
}

extension Unit where Of == VolumeDimension {
    public static let cubicMetre = Unit("m3", also: ["m³", "mc", "Nm3", "Nmc", "cubic metres", "metri cubi"])
    public static let litre = Unit("l", per: 1e3, also: ["L", "litre", "litres", "litri"])
    public static let thousandCubicMetres = Unit("thousand m3", 1e3, also: ["mii mc", "mii m3", "mii Nmc", "1000 m3"])
    public static let millionCubicMetres = Unit("million m3", 1e6, also: ["milioane mc", "mil. mc", "milioane m3"])
}

/// Distance, held in kilometres.
public enum DistanceDimension: Dimension {
    public static let name = "distance"
    public static let units: [Unit<Self>] = [.kilometre, .metre, .thousandKilometres, .millionKilometres]
}

extension Unit where Of == DistanceDimension {
    public static let kilometre = Unit("km", also: ["kilometres", "kilometri"])
    public static let metre = Unit("m", per: 1e3, also: ["metres", "metri"])
    public static let thousandKilometres = Unit("thousand km", 1e3, also: ["mii km", "1000 km"])
    public static let millionKilometres = Unit("million km", 1e6, also: ["milioane km", "mil. km", "Mio km"])
}

/// Area, held in hectares.
public enum AreaDimension: Dimension {
    public static let name = "area"
    public static let units: [Unit<Self>] = [.hectare, .squareMetre, .squareKilometre]
}

extension Unit where Of == AreaDimension {
    public static let hectare = Unit("ha", also: ["hectare", "hectares"])
    public static let squareMetre = Unit("m2", per: 1e4, also: ["m²", "mp", "square metres", "metri pătrați"])
    public static let squareKilometre = Unit("km2", 100, also: ["km²", "kmp"])
}
