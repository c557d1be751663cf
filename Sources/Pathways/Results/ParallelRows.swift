import Dispatch

/// An array that several threads fill at once, each only the places of its own block.
struct ParallelRows<Element: Sendable>: @unchecked Sendable {
    // Sound because blocks are disjoint: no place is touched by two threads, and nobody reads before all are done.
    private let values: UnsafeMutableBufferPointer<Element>

    /// Numbers filled block by block on all processors.
    /// - Parameter fill: gets the block's number and all places, of which it may write its own; it must write each.
    static func filled(
        _ count: Int, blocks: Int, _ fill: @Sendable (Int, UnsafeMutableBufferPointer<Double>) -> Void
    ) -> [Double] where Element == Double {
        [Double](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = count
            let rows = ParallelRows(values: buffer)
            DispatchQueue.concurrentPerform(iterations: blocks) { fill($0, rows.values) }
        }
    }

    /// One element for each place, made on all processors.
    static func made(_ count: Int, _ make: @Sendable (Int) -> Element) -> [Element] {
        [Element](unsafeUninitializedCapacity: count) { buffer, filled in
            let rows = ParallelRows(values: buffer)
            DispatchQueue.concurrentPerform(iterations: count) { place in
                rows.values.initializeElement(at: place, to: make(place))
            }
            filled = count
        }
    }
}
