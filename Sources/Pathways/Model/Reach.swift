extension Compiler {
    /// Which activities each measure changes, so that the others need not be computed again.
    mutating func findReach() {
        let count = layout.needs.count
        layout.touches = Array(repeating: Array(repeating: false, count: layout.activities.count), count: count)
        layout.movesCarriers = Array(repeating: false, count: count)
        for change in layout.adds + layout.scales + layout.loads {
            layout.touches[change.effect.measure][change.activity] = true
        }
        for shift in layout.shifts {
            for move in shift.moves {
                layout.touches[move.effect.measure][shift.activity] = true
                for goal in move.to { layout.touches[move.effect.measure][goal.place] = true }
            }
        }
        let movers = carrierMovers()
        for (place, activity) in layout.activities.enumerated() {
            var measures = (activity.moves + activity.sales).map(\.effect.measure)
            for technology in activity.technologies {
                measures += layout.technologies[technology].changes.map(\.measure)
                if let carrier = layout.technologies[technology].carrier { measures += movers[carrier] }
            }
            for measure in measures { layout.touches[measure][place] = true }
        }
    }

    /// By carrier, the measures that change its factor.
    private mutating func carrierMovers() -> [[Int]] {
        var movers: [[Int]] = Array(repeating: [], count: layout.carriers.count)
        for place in layout.carrierOrder {
            let carrier = layout.carriers[place]
            var measures = carrier.moves.map(\.effect.measure) + carrier.gases.flatMap(\.changes).map(\.measure)
            for source in carrier.sources {
                measures += layout.technologies[source].changes.map(\.measure)
                if let input = layout.technologies[source].carrier { measures += movers[input] }
            }
            movers[place] = Array(Set(measures))
            for measure in measures { layout.movesCarriers[measure] = true }
        }
        return movers
    }
}
