/// The lower part of every page: feedback, statements, what the view costs.
enum PageFooter {
    static func footer(_ page: Page, _ frame: Frame, _ parts: FrameParts) -> HTML {
        let t = frame.t
        return Web.footer(.class("footer")) {
            div(.class("footer-inner")) {
                p(.class("feedback")) {
                    a(.href(frame.path("/feedback") + "?" + FormBody.encode([("page", frame.path)]))) {
                        t("Feedback about this page")
                    }
                }
                parts.statements
                if frame.assetBytes > 0 { estimate(frame) }
            }
        }
    }

    static func statements(_ frame: Frame) -> HTML {
        let t = frame.t
        return nav(.aria("label", t("About the hub"))) {
            ul {
                li { a(.href(frame.path("/about"))) { t("About the hub") } }
                li { a(.href(frame.path("/accessibility"))) { t("Accessibility statement") } }
                li { a(.href(frame.path("/privacy"))) { t("Privacy") } }
                li { a(.href(frame.path("/contact"))) { t("Contact") } }
                li { a(.href(frame.path("/design"))) { t("Design system") } }
            }
        }
    }

    /// The page counts as it is before compression, so the figure is an upper bound that needs no second compression.
    private static func estimate(_ frame: Frame) -> HTML {
        let (assets, t) = (frame.assetBytes, frame.t)
        return HTML.late { bytes in p(.class("note")) { CarbonEstimate.line(bytes: bytes + assets, t) } }
    }
}
