import Storage

/// When a job runs by itself; once in the whole hub, however many nodes there are.
package enum JobSchedule: Sendable, Hashable {
    case none
    /// At each full multiple of so many seconds since 1970.
    case every(seconds: Int)
    /// Once a day at this hour and minute in Romania.
    case dailyAt(hour: Int, minute: Int)

    /// The first moment of the schedule after another; nil when there is none.
    package func next(after moment: Instant) -> Instant? {
        switch self {
        case .none: return nil
        case .every(let seconds):
            let step = Int64(max(seconds, 1)) * 1000
            let passed = moment.milliseconds % step
            return Instant(milliseconds: moment.milliseconds - (passed < 0 ? passed + step : passed) + step)
        case .dailyAt(let hour, let minute):
            let today = BucharestTime.local(moment).day
            return (0...2).lazy.map { BucharestTime.moment(Day(number: today.number + $0), hour: hour, minute: minute) }
                .first { $0 > moment }
        }
    }
}
