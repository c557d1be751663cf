/// The hub's mark: the contour lines of a hill, closing on a summit as emissions close on zero.
enum Wordmark {
    static let mark = svg(
        .class("mark"), .attribute("viewBox", "0 0 40 40"), .attribute("width", "40"), .attribute("height", "40"),
        .aria("hidden", "true"), .attribute("focusable", "false")
    ) {
        element(
            "path", .class("mark-outer"),
            .attribute("d", "M20 3c9 0 17 6 17 16s-7 18-17 18S3 30 3 21 10 3 20 3z"))
        element(
            "path", .class("mark-middle"),
            .attribute("d", "M21 10c6 0 10 4 10 10s-5 11-11 11-10-4-10-10 5-11 11-11z"))
        element("circle", .class("mark-summit"), .attribute("cx", "21"), .attribute("cy", "20"), .attribute("r", "4"))
    }
}
