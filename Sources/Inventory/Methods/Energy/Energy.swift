extension Methods {
    /// Every method of stationary energy, and those for figures that come as emissions.
    static let stationaryEnergy: [Method] =
        fuelCombustion + gridElectricity + localElectricity + districtHeat + combinedHeatAndPower + coalMethane
        + oilAndGasSystems + gasLeakage + directMeasurement
}
