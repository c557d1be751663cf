import Synchronization

/// The library of actions that comes with the hub, read once from its folder.
package final class SolutionLibrary: Sendable {
    private let folder: String
    private let held = Mutex<SolutionList?>(nil)

    /// - Parameter resources: the folder that `Data` lies in.
    package init(resources: String) { folder = "\(resources)/Data" }

    func list() throws -> SolutionList {
        try held.withLock { held in
            if let held { return held }
            let read = try SolutionReading.read(folder)
            held = read
            return read
        }
    }
}

/// All actions, in the file's order.
struct SolutionList: Sendable {
    /// The names of the file's columns.
    let header: [String]
    let solutions: [Solution]
    /// By how much traffic follows what cities change.
    let elasticities: [TransportElasticity]
    private let places: [String: Int]

    init(header: [String], solutions: [Solution], elasticities: [TransportElasticity] = []) {
        self.header = header
        self.solutions = solutions
        self.elasticities = elasticities
        places = Dictionary(zip(solutions.map(\.id), solutions.indices)) { first, _ in first }
    }

    subscript(id: String) -> Solution? { places[id].map { solutions[$0] } }

    /// The elasticities that belong to a solution.
    func elasticities(of solution: Solution) -> [TransportElasticity] {
        elasticities.filter { $0.solutions.contains(solution.id) }
    }
}
