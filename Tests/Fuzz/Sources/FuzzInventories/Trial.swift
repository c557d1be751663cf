/// What the program tries on each input.
typealias Trial = InventoryTrial
