import Members
import Storage
import Web

/// What the people of an organisation learn of its award.
enum AwardMail {
    static let topic = TopicDeclaration(
        "awards", "Awards of your organisations",
        hint: "A report is accepted or returned, a tranche is paid, a change is decided on.")

    static func tell(
        _ connection: any Connection, _ desk: AwardDesk, _ visit: Visit, activity: String, sentence: String
    ) throws {
        let people = try Membership.all(connection, in: desk.award.organisation).filter { $0.level != .viewer }
        try Notification.notify(
            connection, kit: visit.kit, people: people.map(\.person), topic: topic.code, activity: activity,
            subject: (kind: "award", id: desk.award.id.description), sentence: sentence,
            values: ["organisation": desk.award.organisationName, "award": desk.award.title], path: desk.award.path,
            at: visit.now)
    }
}
