/// An inventory under a GWP set, in every form it is asked for.
public struct InventoryReport: Sendable {
    /// What the report is of.
    public let inventory: CityInventory
    /// The set under which CO2e is given.
    public let gwp: GWPSet
    /// By line of the GPC.
    public let gpc: GPCView
    /// By cell of the contract's tables.
    public let contract: ContractView
    /// By sub-sector of the Common Reporting Framework.
    public let framework: FrameworkView
    /// Gases that the set does not weigh and that are therefore missing in the totals.
    public let unweighted: [Species]

    /// One pass over the rows, then every view from the sums.
    /// - Parameter gwp: the set; the inventory's own when nil.
    public init(_ inventory: CityInventory, under gwp: GWPSet? = nil) {
        self.inventory = inventory
        self.gwp = gwp ?? inventory.gwp
        let sums = InventorySums(inventory.rows)
        gpc = GPCView(sums, under: self.gwp)
        contract = ContractView(inventory, sums, under: self.gwp)
        framework = FrameworkView(gpc)
        unweighted = self.gwp.unweighted(sums.all)
    }
}
