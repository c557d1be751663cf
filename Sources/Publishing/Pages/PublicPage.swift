import Storage
import Web

/// A page as the public reads it: its text in the wanted language, else in the other one, said so on the page.
struct PublicPage: Sendable {
    let page: EditablePage
    let text: PageVersion

    /// nil while nothing of the page is public.
    static func find(_ connection: any Connection, slug: String, _ language: Language) throws -> PublicPage? {
        guard let page = try EditablePage.find(connection, slug: slug) else { return nil }
        for wanted in [language, language.other] {
            if let text = try PageVersion.published(connection, page: page.id, wanted) {
                return PublicPage(page: page, text: text)
            }
        }
        return nil
    }
}
