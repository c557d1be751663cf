/// Where in a long list a page begins: at its start, after a line or before one (keyset paging).
///
/// A page is asked for with one line more than it shows; `ListPart` makes of them the page and its neighbours. Lines
/// that come or go elsewhere in the list move nothing.
package enum ListPlace<Key: Sendable>: Sendable {
    case start
    case after(Key)
    case before(Key)

    /// Whether lines are read from the end of the page towards its beginning.
    package var isBackwards: Bool { if case .before = self { true } else { false } }

    /// The line that the page lies beside.
    package var key: Key? {
        switch self {
        case .start: nil
        case .after(let key), .before(let key): key
        }
    }

    /// The same place by another key, such as the whole sort key of the line.
    package func map<Other: Sendable>(_ change: (Key) throws -> Other) rethrows -> ListPlace<Other> {
        switch self {
        case .start: .start
        case .after(let key): .after(try change(key))
        case .before(let key): .before(try change(key))
        }
    }

    /// `<` or `>`, for lines beyond the key in the direction of reading.
    package func sign(descending: Bool) -> String { descending == isBackwards ? ">" : "<" }

    /// `ASC` or `DESC`, for the direction of reading.
    package func direction(descending: Bool) -> String { descending == isBackwards ? "ASC" : "DESC" }
}

extension ListPlace where Key: Storable {
    /// ` AND column < key` for a list in the order of one column whose values differ; nothing at the start.
    package func condition(_ column: String, descending: Bool) -> Statement {
        guard let key else { return "" }
        return " AND \(trusted: column) \(trusted: sign(descending: descending)) \(key)"
    }

    /// ` ORDER BY column …` in the direction of reading.
    package func order(_ column: String, descending: Bool) -> Statement {
        " ORDER BY \(trusted: column) \(trusted: direction(descending: descending))"
    }
}

/// One page of a long list, in the list's own order.
package struct ListPart<Item: Sendable>: Sendable {
    package let items: [Item]
    package let hasBefore: Bool
    package let hasAfter: Bool

    /// - Parameter found: up to `size` + 1 lines in the direction in which the place is read.
    package init<Key>(_ found: [Item], at place: ListPlace<Key>, size: Int) {
        let hasMore = found.count > size
        let shown = found.prefix(size)
        items = place.isBackwards ? shown.reversed() : Array(shown)
        // The line that the page lies beside is on the neighbouring page.
        let hasNeighbour = place.key != nil && !shown.isEmpty
        hasBefore = place.isBackwards ? hasMore : hasNeighbour
        hasAfter = place.isBackwards ? hasNeighbour : hasMore
    }

    private init(items: [Item], hasBefore: Bool, hasAfter: Bool) {
        self.items = items
        self.hasBefore = hasBefore
        self.hasAfter = hasAfter
    }

    /// The same page with other things on it, such as lines made of records.
    package func map<Other: Sendable>(_ change: ([Item]) throws -> [Other]) rethrows -> ListPart<Other> {
        ListPart<Other>(items: try change(items), hasBefore: hasBefore, hasAfter: hasAfter)
    }
}
