extension Methods {
    /// Agriculture, forestry and other land use at tier 1 (IPCC 2006 Vol. 4 with the 2019 Refinement).
    static let land: [Method] = livestock + manure + soils + forestAndLand + urbanTrees
}
