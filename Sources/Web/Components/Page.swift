/// One page of the hub without the frame around it.
package struct Page: Sendable {
    /// A step of the way from the home page.
    package struct Crumb: Sendable {
        package let title: String
        package let path: String

        package init(_ title: String, _ path: String) {
            self.title = title
            self.path = path
        }
    }

    /// The same information in another form, such as a feed or a CSV file.
    package struct Alternate: Sendable {
        package let title: String
        package let path: String
        package let mediaType: String

        package init(_ title: String, path: String, mediaType: String) {
            self.title = title
            self.path = path
            self.mediaType = mediaType
        }
    }

    package var title: String
    /// Small text above the heading that says where the page belongs.
    package var caption: String?
    package var description: String?
    /// From the first level below home to the page's parent.
    package var breadcrumb: [Crumb]
    /// A form on the page has problems: the title says so.
    package var problems: Bool
    package var body: HTML
    /// Uses the whole width, for tables and maps.
    package var wide: Bool
    /// The body brings its own `h1`.
    package var hasOwnHeading: Bool
    package var feeds: [Alternate]
    /// schema.org data as JSON text.
    package var jsonLD: String?
    /// Search engines leave the page out.
    package var isPrivate: Bool

    package init(
        title: String, caption: String? = nil, description: String? = nil, breadcrumb: [Crumb] = [],
        problems: Bool = false, wide: Bool = false, hasOwnHeading: Bool = false, feeds: [Alternate] = [],
        jsonLD: String? = nil, isPrivate: Bool = false, body: HTML
    ) {
        self.title = title
        self.caption = caption
        self.description = description
        self.breadcrumb = breadcrumb
        self.problems = problems
        self.wide = wide
        self.hasOwnHeading = hasOwnHeading
        self.feeds = feeds
        self.jsonLD = jsonLD
        self.isPrivate = isPrivate
        self.body = body
    }
}
