import Storage
import Web

/// What the room of monitoring adds to the wing's door.
enum Monitoring {
    static let migrations = [MonitoringMigration.migration]

    static let topics = [
        TopicDeclaration(
            MonitoringJobs.topic, "Values that are due",
            hint: "Reminders of indicators of a city's contract whose value is missing.")
    ]

    static let activities = [
        ActivityDeclaration(
            "monitoring.indicators-taken", "{actor} took {count} indicators into the contract of {city}"),
        ActivityDeclaration(
            "monitoring.indicator-changed", "{actor} changed how the indicator {indicator} of {city} is looked after"),
        ActivityDeclaration(
            "monitoring.value-recorded", "{actor} recorded a value of the indicator {indicator} of {city}"),
        ActivityDeclaration(
            "monitoring.value-corrected", "{actor} corrected a value of the indicator {indicator} of {city}"),
        ActivityDeclaration("monitoring.values-imported", "{actor} imported {count} measured values of {city}"),
        ActivityDeclaration("monitoring.measure-reported", "{actor} reported on the measure {measure} of {city}"),
        ActivityDeclaration(
            "monitoring.report-changed", "{actor} changed the texts of the monitoring report of {city} for {year}"),
        ActivityDeclaration(
            "monitoring.report-published", "{actor} published the monitoring report of {city} for {year}"),
        ActivityDeclaration("monitoring.reminded", "The hub reminded of a missing value of {city}"),
    ]
}
