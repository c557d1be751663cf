import Web

package enum Publishing {
    package static let feature = Feature("publishing")
}
