import Contract
import Storage
import Web

/// How a section is saved when others may have saved meanwhile.
package enum ContractTextSaving {
    package enum Outcome: Sendable, Equatable {
        case saved
        /// It says already what was sent.
        case unchanged
        /// Somebody saved meanwhile, and both changes went together.
        case merged
        /// Somebody changed the same words meanwhile; nothing is saved. The text with both, over `version`.
        case conflict(TextMerge, version: Int)
    }

    /// Saves a text that was written over `version` of its part, 0 for one that nobody had written.
    package static func save(
        _ connection: any Connection, _ contract: ContractID, _ place: ContractPlace, version: Int, _ text: String,
        by person: PersonID, at: Instant
    ) throws -> Outcome {
        let now = try ContractPart.find(connection, contract, place)
        let (current, theirs) = (now?.version ?? 0, now?.content ?? "")
        guard text != theirs else { return .unchanged }
        var merged = text
        if version != current {
            // A version that never was is taken for an empty page: everything that differs is asked about.
            let base = try ContractPart.content(connection, contract, place, version: max(0, version)) ?? ""
            let merge = TextMerge(base: base, mine: text, theirs: theirs)
            guard merge.isClean else { return .conflict(merge, version: current) }
            merged = merge.text
            if merged == theirs { return .unchanged }
        }
        guard
            try ContractPart.save(connection, contract, place, version: current, merged, by: person, at: at)
        else { throw StorageError.failed("a contract's section changed within its own transaction") }
        return version == current ? .saved : .merged
    }

    /// Browsers send line ends as CR LF; kept texts have LF, so that versions compare.
    package static func unix(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}
