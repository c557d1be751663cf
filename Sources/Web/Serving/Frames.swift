/// The frame around a page: menu, languages, account, style.
extension Site {
    func frame(for visit: Visit) -> Frame {
        frame(
            language: visit.language, path: visit.fullPath, alternatePath: visit.alternatePath, visitor: visit.visitor,
            signOutToken: visit.visitor.signedIn == nil ? nil : visit.formToken, notice: visit.notice)
    }

    /// For pages that are made without a visit, such as errors before any route.
    func plainFrame(language: Language, path: String) -> Frame {
        let isLocalised = path.hasPrefix("/ro") || path.hasPrefix("/en")
        let alternate = "/\(language.other.rawValue)\(isLocalised ? String(path.dropFirst(3)) : "")"
        return frame(
            language: language, path: path, alternatePath: alternate, visitor: .anonymous, signOutToken: nil,
            notice: nil)
    }

    private func frame(
        language: Language, path: String, alternatePath: String, visitor: Visitor, signOutToken: String?,
        notice: String?
    ) -> Frame {
        let t = kit.languages[language]
        let menu = hooks.menu.filter { $0.permission.map(visitor.may) ?? true }.map { entry in
            let target = "/\(language.rawValue)\(entry.path)"
            return MenuItem(
                title: t(entry.title), path: target, isCurrent: path == target || path.hasPrefix(target + "/"))
        }
        var frame = frames[language] ?? Self.frame(kit, language)
        frame.menu = menu
        frame.visitorName = visitor.signedIn?.name
        frame.unreadNotifications = visitor.signedIn?.unreadNotifications ?? 0
        frame.path = path
        frame.alternatePath = alternatePath
        frame.formToken = signOutToken
        frame.notice = notice
        return frame
    }

    /// What the frames of all pages of a language have in common.
    static func frame(_ kit: Kit, _ language: Language) -> Frame {
        var frame = Frame(
            language: language, t: kit.languages[language], styleURL: kit.files.url("hub.css"),
            scriptURL: kit.files.url("hub.js"), iconURL: kit.files.url("icon.svg"),
            manifestURL: "/site.webmanifest", publicURL: kit.settings.publicURL,
            isDemonstration: kit.settings.isDemonstration,
            assetBytes: ["hub.css", "hub.js", "icon.svg"].reduce(0) { $0 + kit.files.transferSize($1) })
        frame.parts = FrameParts(frame)
        return frame
    }
}
