/// A line of the main menu as a visitor sees it.
package struct MenuItem: Sendable {
    package let title: String
    package let path: String
    package let isCurrent: Bool

    package init(title: String, path: String, isCurrent: Bool) {
        self.title = title
        self.path = path
        self.isCurrent = isCurrent
    }
}

/// What surrounds a page: language, menu, account, style; the same for all pages of a visit.
package struct Frame: Sendable {
    /// Where the account's pages live, without the language.
    package struct AccountPaths: Sendable {
        package var account: String
        package var notifications: String
        package var signIn: String
        package var signOut: String

        package init(
            account: String = "/account", notifications: String = "/notifications", signIn: String = "/sign-in",
            signOut: String = "/sign-out"
        ) {
            self.account = account
            self.notifications = notifications
            self.signIn = signIn
            self.signOut = signOut
        }
    }

    package var language: Language
    package var t: Texts
    package var menu: [MenuItem]
    package var visitorName: String?
    package var unreadNotifications: Int
    package var accountPaths: AccountPaths
    /// Path of the page, with its language.
    package var path: String
    /// The same page in the other language.
    package var alternatePath: String
    package var styleURL: String
    package var scriptURL: String
    package var iconURL: String?
    package var manifestURL: String?
    /// Token of the sign-out form; nil without a session.
    package var formToken: String?
    package var publicURL: String
    package var isDemonstration: Bool
    /// Said once, after a change, in the visitor's language.
    package var notice: String?
    /// Compressed bytes of style, script and icon that a first view loads beside the page; 0 leaves the estimate out.
    package var assetBytes: Int
    /// What all pages of the language share; made on the spot when it was not made before.
    package var parts: FrameParts?

    package init(
        language: Language, t: Texts, menu: [MenuItem] = [], visitorName: String? = nil,
        unreadNotifications: Int = 0, accountPaths: AccountPaths = AccountPaths(), path: String = "",
        alternatePath: String = "", styleURL: String = "", scriptURL: String = "", iconURL: String? = nil,
        manifestURL: String? = nil, formToken: String? = nil, publicURL: String = "", isDemonstration: Bool = false,
        notice: String? = nil, assetBytes: Int = 0
    ) {
        self.language = language
        self.t = t
        self.menu = menu
        self.visitorName = visitorName
        self.unreadNotifications = unreadNotifications
        self.accountPaths = accountPaths
        self.path = path
        self.alternatePath = alternatePath
        self.styleURL = styleURL
        self.scriptURL = scriptURL
        self.iconURL = iconURL
        self.manifestURL = manifestURL
        self.formToken = formToken
        self.publicURL = publicURL
        self.isDemonstration = isDemonstration
        self.notice = notice
        self.assetBytes = assetBytes
    }

    /// A path of the hub in the frame's language.
    package func path(_ path: String) -> String { "/\(language.rawValue)\(path == "/" ? "" : path)" }
}
