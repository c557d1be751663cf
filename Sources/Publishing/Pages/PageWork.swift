import Members
import Storage
import Web

/// Everything that an editor's page about one text needs.
struct PageWork: Sendable {
    let page: EditablePage
    let language: Language
    /// The newest first.
    let versions: [PageVersion]
    let published: PageVersion?
    let isPublicInOtherLanguage: Bool
    /// Names of those who wrote, by identity.
    let names: [String: String]

    var latest: PageVersion? { versions.first }
    var number: Int { latest?.number ?? 0 }
    var mayWithdraw: Bool {
        published != nil && PageRules.mayWithdraw(slug: page.slug, isPublicInOtherLanguage: isPublicInOtherLanguage)
    }

    /// Throws `PageError.notFound` when there is no such page.
    init(_ connection: any Connection, slug: String, _ language: Language) throws {
        guard let page = try EditablePage.find(connection, slug: slug) else { throw PageError.notFound }
        self.page = page
        self.language = language
        versions = try PageVersion.all(connection, page: page.id, language)
        published = try PageVersion.published(connection, page: page.id, language)
        isPublicInOtherLanguage = try PageVersion.published(connection, page: page.id, language.other) != nil
        names = try Person.names(connection, Array(Set(versions.compactMap { $0.writtenBy?.description })))
    }

    func author(_ version: PageVersion, _ t: Texts) -> String {
        guard let person = version.writtenBy else { return t("The hub") }
        return t.person(names[person.description])
    }

    /// Public address without the language, fit to stand behind one.
    var publicPath: String { page.path == "/" ? "" : page.path }

    /// Title for the heading over the work, in whatever language there is one.
    var title: String { latest?.title ?? page.slug }
}

extension Visit {
    /// Which language of the page is meant: the form's or the address's word, else the visitor's.
    var textLanguage: Language {
        Language(rawValue: answers.text("language")) ?? Language(rawValue: query.text("language")) ?? language
    }

    func work(on page: EditablePage, _ room: String, _ language: Language) -> String {
        path("/pages/\(page.slug)/\(room)") + "?language=\(language.rawValue)"
    }
}
