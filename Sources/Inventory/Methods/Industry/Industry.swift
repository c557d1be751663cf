extension Methods {
    /// Industrial processes and product use at tier 1 (IPCC 2006 Vol. 3 with the 2019 Refinement).
    static let industry: [Method] =
        cement + limeGlassAndCarbonates + chemicals + metals + productUse + refrigerants + fluorinatedEquipment
}
