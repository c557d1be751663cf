import Storage
import Web

/// What the hub tells the public: editable pages, search over everything, feedback. The door of the wing.
///
/// | room | addresses | tables | permissions |
/// |---|---|---|---|
/// | Pages | / · /about · /accessibility · /privacy · /contact · /pages… | page, page_version, page_publication | pages:edit |
/// | Search | /search | search_entry (Storage) | |
/// | Feedback | /feedback… | feedback… | feedback:read |
package enum Publishing {
    package static let feature: Feature = {
        var feature = Feature("publishing")
        feature.migrations = [EditablePage.migration]
        return feature
    }()
}
