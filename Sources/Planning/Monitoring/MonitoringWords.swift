import Contract
import Web

/// How lights, statuses and values are shown: a word always stands beside a colour.
struct MonitoringWords {
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }

    func tag(_ signal: TrafficLight.Signal) -> HTML {
        let tone: Components.Tone =
            switch signal {
            case .onTrack: .good
            case .behind: .warning
            case .farBehind: .bad
            case .notMeasured, .noBaseline, .noTarget: .neutral
            }
        return Components.tag(t(signal.title), tone)
    }

    func light(_ signal: TrafficLight.Signal, isOverdue: Bool) -> HTML {
        HTML {
            tag(signal)
            if isOverdue {
                " "
                Components.tag(t("Value overdue"), .warning)
            }
        }
    }

    func tag(_ status: MonitoringEntry.Status?) -> HTML {
        guard let status else { return Components.tag(t("Nothing reported"), .neutral) }
        let tone: Components.Tone =
            switch status {
            case .notStarted: .neutral
            case .begun: .information
            case .onTrack, .done: .good
            case .delayed: .warning
            case .stopped: .bad
            }
        return Components.tag(t(status.title), tone)
    }

    func value(_ value: Double, _ unit: String) -> String {
        let number = FormNumber.shown(value, figures)
        return unit.isEmpty ? number : "\(number) \(unit)"
    }

    func number(_ value: Double?, missing: String) -> DataTable.Cell {
        guard let value else { return .missing(missing) }
        return .number(FormNumber.shown(value, figures), value)
    }

    func percent(_ share: Double) -> String { figures.decimal(share * 100, decimals: 1) + " %" }

    func euros(_ cents: Int) -> String { figures.decimal(Double(cents) / 100, decimals: 0) + " EUR" }

    /// Where the values are judged, in a sentence.
    func thresholds(_ thresholds: TrafficLight.Thresholds) -> String {
        t(
            "The light compares the newest value with the straight line from the baseline over the targets: on track up to {behind} of the whole way behind it, far behind from {far} on. The limits are a judgement of this hub.",
            ["behind": percent(thresholds.behind), "far": percent(thresholds.farBehind)])
    }

    /// Why the light shows what it shows.
    func reason(_ light: TrafficLight, _ unit: String) -> String? {
        guard let expected = light.expected, let lag = light.lag else { return nil }
        if lag <= 0 {
            return t(
                "Expected by then: {expected}; the value is as good or better.", ["expected": value(expected, unit)])
        }
        return t(
            "Expected by then: {expected}; {share} of the whole way is missing.",
            ["expected": value(expected, unit), "share": percent(lag)])
    }
}
