import Web

/// What the room of notifications brings to the wing.
enum Notifications {
    static let activities = [
        ActivityDeclaration("notification.choices-changed", "{actor} changed which notifications come by mail.")
    ]
}
