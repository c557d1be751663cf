/// A tree of criteria laid out flat, so that thousands of bids are scored fast.
struct CriteriaGrid {
    struct Node {
        let criterion: Criterion
        /// The places of its parts; of a leaf none.
        var parts: [Int]
        /// Its place among the leaves.
        let leaf: Int?
    }

    /// The tree from the top; a part always stands after its group.
    private(set) var nodes: [Node] = []
    let leaves: [Criterion]
    private let places: [String: Int]
    private let decimals: Int

    init(_ tree: Criterion, decimals: Int) {
        leaves = tree.leaves
        self.decimals = decimals
        places = Dictionary(leaves.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var nextLeaf = 0
        _ = lay(tree, &nextLeaf)
    }

    private mutating func lay(_ criterion: Criterion, _ nextLeaf: inout Int) -> Int {
        let place = nodes.count
        if criterion.parts.isEmpty {
            nodes.append(Node(criterion: criterion, parts: [], leaf: nextLeaf))
            nextLeaf += 1
            return place
        }
        nodes.append(Node(criterion: criterion, parts: [], leaf: nil))
        for part in criterion.parts { nodes[place].parts.append(lay(part, &nextLeaf)) }
        return place
    }

    /// A leaf's place by id; most reports keep the tree's order, so the expected place is looked at first.
    func leaf(_ id: String, expected: Int) -> Int? {
        if expected < leaves.count, leaves[expected].id == id { return expected }
        return places[id]
    }

    /// The points of each leaf; nil where the criterion does not apply.
    func marks(_ scores: [Score]) -> [Points?] {
        var marks = [Points?](repeating: nil, count: leaves.count)
        for (index, score) in scores.enumerated() {
            if let leaf = leaf(score.criterion, expected: index) { marks[leaf] = score.points }
        }
        return marks
    }

    /// What every criterion comes to: points of its scale in a leaf, of 100 in a group; nil where nothing applies.
    func results(_ marks: [Points?]) -> [Points?] {
        var percents = [Points?](repeating: nil, count: nodes.count)
        var results = percents
        for place in nodes.indices.reversed() {
            let node = nodes[place]
            if let leaf = node.leaf {
                results[place] = marks[leaf]
                percents[place] = marks[leaf].flatMap { points in node.criterion.scale?.percent(points) }
            } else {
                percents[place] = mean(of: node.parts, percents)
                results[place] = percents[place]
            }
        }
        // A tree of a single leaf has its total of 100 all the same.
        results[0] = percents[0]
        for place in results.indices { results[place] = results[place]?.rounded(decimals: decimals) }
        return results
    }

    /// The weighted mean of the parts that apply.
    private func mean(of parts: [Int], _ percents: [Points?]) -> Points? {
        var (sum, weights) = (0, 0)
        for part in parts {
            guard let percent = percents[part] else { continue }
            sum += percent.millionths * nodes[part].criterion.weight
            weights += nodes[part].criterion.weight
        }
        return weights > 0 ? Points(millionths: Points.quotient(sum, weights)) : nil
    }

    /// The places of criteria whose threshold is not reached, by what is printed.
    func below(_ results: [Points?]) -> [Int] {
        nodes.indices.filter { place in
            guard let threshold = nodes[place].criterion.threshold, let result = results[place] else { return false }
            return result < threshold
        }
    }
}
