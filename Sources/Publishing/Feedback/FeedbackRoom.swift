import Storage
import Web

/// What the room of feedback brings to the wing.
enum FeedbackRoom {
    /// How the audit calls a feedback.
    static let kind = "feedback"
    static let topic = "feedback"

    static let permissions = [
        PermissionDeclaration(
            FeedbackRules.read, "Read feedback about pages and record what happens with it", roles: FeedbackRules.roles)
    ]

    static let topics = [
        TopicDeclaration(topic, "Feedback about pages", hint: "What readers report through the link under every page.")
    ]

    static let activities = [
        ActivityDeclaration("feedback.sent", "Feedback {subject} about the page {page} was sent."),
        ActivityDeclaration("feedback.answered", "{actor} recorded what happens with the feedback {subject}: {state}."),
    ]

    static let subjects = [
        SubjectDeclaration(kind, "Feedback", path: { "/feedback/\($0)" }) { _, ids in
            let known = ids.compactMap { text in ID<FeedbackKind>(text).map { (text, Feedback.reference($0)) } }
            return Dictionary(known, uniquingKeysWith: { first, _ in first })
        }
    ]

    static let personalData = [
        PersonalDataDeclaration("feedback_sent") { try Feedback.sent($0, by: $1) },
        PersonalDataDeclaration("feedback_answered") { try FeedbackAnswer.written($0, by: $1) },
    ]

    static func add(to routes: inout Routes, kit: Kit) {
        FeedbackRoutes(kit: kit).add(to: &routes)
        FeedbackListRoutes(kit: kit).add(to: &routes)
    }
}
