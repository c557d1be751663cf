import Web

/// What editors may do with pages, and how addresses look.
enum PageRules {
    static let edit: Permission = "pages:edit"

    /// Last parts of addresses below /pages that mean something else.
    private static let reserved: Set<String> = ["new"]

    /// Why an address cannot be used; nil when it can.
    static func problem(slug: String, _ t: Texts) -> String? {
        let isPlain = slug.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
        }
        guard isPlain, !slug.hasPrefix("-"), !slug.hasSuffix("-"), !slug.contains("--") else {
            return t("use small letters without diacritics, digits and single hyphens")
        }
        return reserved.contains(slug) ? t("this one is taken") : nil
    }

    /// The hub cannot be without its fixed pages: the last public text of one stays.
    static func mayWithdraw(slug: String, isPublicInOtherLanguage: Bool) -> Bool {
        !EditablePage.fixedSlugs.contains(slug) || isPublicInOtherLanguage
    }
}
