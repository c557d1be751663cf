import Web

/// Who reads feedback, and which addresses it may be about.
enum FeedbackRules {
    static let read: Permission = "feedback:read"
    /// Who hold `read` beside the administrators, and are told when something comes in.
    static let roles: Set<Role> = [.contentEditor, .programmeOfficer]

    /// The page that the form was opened from; anything that is no address of ours becomes the home page.
    static func page(_ text: String) -> String {
        let isOurs = ["/ro", "/en"].contains { text == $0 || text.hasPrefix($0 + "/") || text.hasPrefix($0 + "?") }
        guard isOurs, text.count <= 300, SafeAddress.of(text) == text else { return "/" }
        return text
    }
}
