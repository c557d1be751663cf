import Storage
import Web

/// Who may change the list of programme cities.
package enum ProgrammeRules {
    package static let edit: Permission = "programme:edit"
}
