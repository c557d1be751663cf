/// The parts of the frame that are the same on every page of a language, written once.
package struct FrameParts: Sendable {
    let skipLink: HTML
    let wordmark: HTML
    let demonstration: HTML
    /// Colours, style, script, icon and manifest.
    let headLinks: HTML
    /// The list of statements about the hub.
    let statements: HTML

    package init(_ frame: Frame) {
        skipLink = a(.class("skip"), .href("#main")) { frame.t("Skip to the content") }.written
        wordmark = PageHeader.wordmark(frame).written
        demonstration = PageHeader.demonstration(frame).written
        headLinks = PageHead.links(frame).written
        statements = PageFooter.statements(frame).written
    }
}
