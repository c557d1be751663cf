/// Mass, held in tonnes.
public enum MassDimension: Dimension {
    /// The name in messages.
    public static let name = "mass"
    /// Every unit, the base unit first.
    public static let units: [Unit<Self>] = [.tonne, .kilogram, .gram, .milligram, .kilotonne, .megatonne]
}

extension Unit where Of == MassDimension {
    /// The base unit, t.
    public static let tonne = Unit("t", also: ["tonne", "tonnes", "tone", "tonă", "tona", "Mg"])
    /// 1 kg = 1 ÷ 1,000 t.
    public static let kilogram = Unit("kg", per: 1e3, also: ["kilograms", "kilograme"])
    /// 1 g = 1 ÷ 1,000,000 t.
    public static let gram = Unit("g", per: 1e6, also: ["grams", "grame"])
    // "Mg" is a tonne, "mg" a milligram: names that differ by case alone are compared as written first.
    /// 1 mg = 1 ÷ 1,000,000,000 t.
    public static let milligram = Unit("mg", per: 1e9, also: ["milligrams", "miligrame"])
    /// 1 kt = 1,000 t.
    public static let kilotonne = Unit("kt", 1e3, also: ["Gg", "mii tone", "kilotonnes", "thousand tonnes"])
    /// 1 Mt = 1,000,000 t.
    public static let megatonne = Unit("Mt", 1e6, also: ["milioane tone", "megatonnes"])
}

/// Energy, held in megawatt-hours. 1 toe = 41.868 GJ and 1 cal = 4.1868 J (IEA, Energy Statistics Manual 2005, annex 3).
public enum EnergyDimension: Dimension {
    /// The name in messages.
    public static let name = "energy"
    /// Every unit, the base unit first.
    public static let units: [Unit<Self>] = [
        .megawattHour, .kilowattHour, .gigawattHour, .terawattHour, .megajoule, .gigajoule, .terajoule, .gigacalorie,
        .tonneOfOilEquivalent, .kilotonneOfOilEquivalent,
    ]
}

extension Unit where Of == EnergyDimension {
    /// The base unit, MWh.
    public static let megawattHour = Unit("MWh")
    /// 1 kWh = 1 ÷ 1,000 MWh.
    public static let kilowattHour = Unit("kWh", per: 1e3)
    /// 1 GWh = 1,000 MWh.
    public static let gigawattHour = Unit("GWh", 1e3)
    /// 1 TWh = 1,000,000 MWh.
    public static let terawattHour = Unit("TWh", 1e6)
    /// 1 MJ = 1 ÷ 3,600 MWh.
    public static let megajoule = Unit("MJ", per: 3_600)
    /// 1 GJ = 1 ÷ 3.6 MWh.
    public static let gigajoule = Unit("GJ", per: 3.6)
    /// 1 TJ = 1,000 ÷ 3.6 MWh.
    public static let terajoule = Unit("TJ", 1e3, per: 3.6)
    /// 1 Gcal = 4.1868 ÷ 3.6 MWh.
    public static let gigacalorie = Unit("Gcal", 4.1868, per: 3.6, also: ["gigacalorie", "gigacalorii"])
    /// 1 toe = 41.868 ÷ 3.6 MWh.
    public static let tonneOfOilEquivalent = Unit("toe", 41.868, per: 3.6, also: ["tep"])
    /// 1 ktoe = 41,868 ÷ 3.6 MWh.
    public static let kilotonneOfOilEquivalent = Unit("ktoe", 41_868, per: 3.6, also: ["ktep"])
}

/// Volume, held in cubic metres.
public enum VolumeDimension: Dimension {
    /// The name in messages.
    public static let name = "volume"
    /// Every unit, the base unit first.
    public static let units: [Unit<Self>] = [.cubicMetre, .litre, .thousandCubicMetres, .millionCubicMetres]
}

extension Unit where Of == VolumeDimension {
    /// The base unit, m3.
    public static let cubicMetre = Unit("m3", also: ["m³", "mc", "Nm3", "Nmc", "cubic metres", "metri cubi"])
    /// 1 l = 1 ÷ 1,000 m3.
    public static let litre = Unit("l", per: 1e3, also: ["L", "litre", "litres", "litri"])
    /// 1 thousand m3 = 1,000 m3.
    public static let thousandCubicMetres = Unit("thousand m3", 1e3, also: ["mii mc", "mii m3", "mii Nmc", "1000 m3"])
    /// 1 million m3 = 1,000,000 m3.
    public static let millionCubicMetres = Unit("million m3", 1e6, also: ["milioane mc", "mil. mc", "milioane m3"])
}

/// Distance, held in kilometres.
public enum DistanceDimension: Dimension {
    /// The name in messages.
    public static let name = "distance"
    /// Every unit, the base unit first.
    public static let units: [Unit<Self>] = [.kilometre, .metre, .thousandKilometres, .millionKilometres]
}

extension Unit where Of == DistanceDimension {
    /// The base unit, km.
    public static let kilometre = Unit("km", also: ["kilometres", "kilometri"])
    /// 1 m = 1 ÷ 1,000 km.
    public static let metre = Unit("m", per: 1e3, also: ["metres", "metri"])
    /// 1 thousand km = 1,000 km.
    public static let thousandKilometres = Unit("thousand km", 1e3, also: ["mii km", "1000 km"])
    /// 1 million km = 1,000,000 km.
    public static let millionKilometres = Unit("million km", 1e6, also: ["milioane km", "mil. km", "Mio km"])
}

/// Area, held in hectares.
public enum AreaDimension: Dimension {
    /// The name in messages.
    public static let name = "area"
    /// Every unit, the base unit first.
    public static let units: [Unit<Self>] = [.hectare, .squareMetre, .squareKilometre]
}

extension Unit where Of == AreaDimension {
    /// The base unit, ha.
    public static let hectare = Unit("ha", also: ["hectare", "hectares"])
    /// 1 m2 = 1 ÷ 10,000 ha.
    public static let squareMetre = Unit("m2", per: 1e4, also: ["m²", "mp", "square metres", "metri pătrați"])
    /// 1 km2 = 100 ha.
    public static let squareKilometre = Unit("km2", 100, also: ["km²", "kmp"])
}
