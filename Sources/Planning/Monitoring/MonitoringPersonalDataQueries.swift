import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who measured is part of a figure's evidence.
enum MonitoringPersonalData {
    static let declarations = [
        PersonalDataDeclaration("monitoring_values_recorded") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, indicator, measured_on, value, recorded_at FROM monitoring_value
                WHERE recorded_by = \(person) ORDER BY recorded_at, id
                """)
        },
        PersonalDataDeclaration("monitoring_indicators") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT city_code, indicator, updated_at FROM monitoring_indicator
                WHERE owner_id = \(person) OR updated_by = \(person) ORDER BY city_code, indicator
                """)
        },
        PersonalDataDeclaration("monitoring_measures_reported") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, measure, on_day, status, recorded_at FROM monitoring_measure
                WHERE recorded_by = \(person) ORDER BY recorded_at, id
                """)
        },
        PersonalDataDeclaration("monitoring_reports_changed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT city_code, year, updated_at FROM monitoring_report
                WHERE updated_by = \(person) ORDER BY city_code, year
                """)
        },
        PersonalDataDeclaration("monitoring_reports_published") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT city_code, year, number, published_at FROM monitoring_publication
                WHERE published_by = \(person) ORDER BY published_at, id
                """)
        },
    ]
}
