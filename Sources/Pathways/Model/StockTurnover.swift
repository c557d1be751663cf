/// Cohorts: what is bought in a year wears out `lifetime` years later, and sales fill what wore out and what was added.
extension Workspace {
    /// Turns shares of sales into shares of the stock; the base year's shares are those of its stock.
    func turnOver(_ stock: Plan.Stock, _ technologies: Range<Int>, units: Row) {
        guard !technologies.isEmpty else { return }
        if let renewal = stock.renewal {
            dilute(renewal, technologies, units: units)
        } else if let lifetime = stock.lifetime, lifetime > 0 {
            age(lifetime, stock.ages, technologies, units: units)
        }
    }

    /// share(t) = (surviving stock × share(t−1) + sales × their share) ÷ stock, with survivors = (1 − renewal) of all ages.
    private func dilute(_ renewal: Double, _ technologies: Range<Int>, units: Row) {
        for year in 1..<max(1, years) {
            let kept = min((1 - renewal) * units[year - 1], units[year])
            let part = units[year] > 0 ? kept / units[year] : 0
            for place in technologies {
                let share = share(place)
                share[year] = share[year - 1] * part + share[year] * (1 - part)
            }
        }
    }

    private func age(_ lifetime: Int, _ ages: [Double]?, _ technologies: Range<Int>, units: Row) {
        let width = technologies.count
        startCohorts(lifetime, ages, technologies, units: units)
        for year in 1..<max(1, years) {
            retire(year % lifetime, width)
            var kept = living.reduce(0, +)
            if kept > units[year] {
                // The stock shrinks: the oldest go first, nothing is bought.
                for next in 1..<max(2, lifetime) where kept > units[year] {
                    let slot = (year + next) % lifetime * width
                    let there = cohorts[slot..<slot + width].reduce(0, +)
                    let gone = min(there, kept - units[year])
                    guard there > 0 else { continue }
                    for index in 0..<width {
                        let part = cohorts[slot + index] * gone / there
                        cohorts[slot + index] -= part
                        living[index] -= part
                    }
                    kept -= gone
                }
            }
            buy(max(0, units[year] - kept), year, lifetime, technologies)
            let sum = living.reduce(0, +)
            guard sum > 0 else { continue }
            for (index, place) in technologies.enumerated() { share(place)[year] = living[index] / sum }
        }
    }

    private func startCohorts(_ lifetime: Int, _ ages: [Double]?, _ technologies: Range<Int>, units: Row) {
        let width = technologies.count
        cohorts.removeAll(keepingCapacity: true)
        cohorts.append(contentsOf: repeatElement(0, count: lifetime * width))
        living.removeAll(keepingCapacity: true)
        living.append(contentsOf: repeatElement(0, count: width))
        for age in 0..<lifetime {
            let part = ages.map { age < $0.count ? $0[age] : 0 } ?? 1 / Double(lifetime)
            // What is of age `age` in the base year wears out `lifetime − age` years later.
            let slot = (lifetime - age) % lifetime * width
            for (index, place) in technologies.enumerated() {
                let amount = units[0] * part * share(place)[0]
                cohorts[slot + index] = amount
                living[index] += amount
            }
        }
    }

    private func retire(_ slot: Int, _ width: Int) {
        for index in 0..<width {
            living[index] -= cohorts[slot * width + index]
            cohorts[slot * width + index] = 0
        }
    }

    private func buy(_ sales: Double, _ year: Int, _ lifetime: Int, _ technologies: Range<Int>) {
        let slot = year % lifetime * technologies.count
        for (index, place) in technologies.enumerated() {
            let amount = sales * share(place)[year]
            cohorts[slot + index] = amount
            living[index] += amount
        }
    }
}
