extension CashFlows {
    /// Years after the first until the money is back; nil where it never is.
    ///
    /// Within the year of return the flow is taken as even. A later loss below zero starts the wait anew, so that
    /// what counts is
    /// the last time that the sum crosses zero.
    public var payback: Double? { payback(rate: 0) }

    /// The same with each value discounted to the first year.
    public func payback(rate: Double) -> Double? {
        let step = 1 / (1 + rate)
        var (sum, factor) = (0.0, 1.0)
        var result: Double?
        for (index, value) in values.enumerated() {
            let flow = value * factor
            if sum + flow < 0 {
                result = nil
            } else if result == nil {
                result = sum < 0 ? Double(index - 1) + -sum / flow : Double(index)
            }
            sum += flow
            factor *= step
        }
        return result
    }
}
