// The elements of HTML as functions: `section(.id("map")) { h2 { t("Cities") } }`.
// Inside a type with a member of the same name, `element("label")` says the same.

// All are `@inlinable`: a page in another module then makes its elements without a call and a closure for each.

/// Any element by its name, which must be a literal.
@inlinable package func element(
    _ name: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
    HTML(.element(name, attributes, content()))
}

@inlinable package func html(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("html", attributes, content()))
}

@inlinable package func head(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("head", attributes, content()))
}

@inlinable package func body(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("body", attributes, content()))
}

@inlinable package func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("header", attributes, content()))
}

@inlinable package func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("footer", attributes, content()))
}

@inlinable package func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("main", attributes, content()))
}

@inlinable package func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("nav", attributes, content()))
}

@inlinable package func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("section", attributes, content()))
}

@inlinable package func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("article", attributes, content()))
}

@inlinable package func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("aside", attributes, content()))
}

@inlinable package func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("div", attributes, content()))
}

@inlinable package func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("span", attributes, content()))
}

@inlinable package func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("p", attributes, content()))
}

@inlinable package func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h1", attributes, content()))
}

@inlinable package func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h2", attributes, content()))
}

@inlinable package func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h3", attributes, content()))
}

@inlinable package func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h4", attributes, content()))
}

@inlinable package func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("ul", attributes, content()))
}

@inlinable package func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("ol", attributes, content()))
}

@inlinable package func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("li", attributes, content()))
}

@inlinable package func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("dl", attributes, content()))
}

@inlinable package func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("dt", attributes, content()))
}

@inlinable package func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("dd", attributes, content()))
}

@inlinable package func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("a", attributes, content()))
}

@inlinable package func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("strong", attributes, content()))
}

@inlinable package func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("em", attributes, content()))
}

@inlinable package func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("small", attributes, content()))
}

@inlinable package func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("code", attributes, content()))
}

@inlinable package func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("pre", attributes, content()))
}

@inlinable package func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("blockquote", attributes, content()))
}

@inlinable package func cite(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("cite", attributes, content()))
}

@inlinable package func q(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("q", attributes, content()))
}

@inlinable package func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("sub", attributes, content()))
}

@inlinable package func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("sup", attributes, content()))
}

@inlinable package func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("mark", attributes, content()))
}

@inlinable package func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("kbd", attributes, content()))
}

@inlinable package func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("time", attributes, content()))
}

@inlinable package func address(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("address", attributes, content()))
}

@inlinable package func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("figure", attributes, content()))
}

@inlinable package func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("figcaption", attributes, content()))
}

@inlinable package func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("table", attributes, content()))
}

@inlinable package func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("caption", attributes, content()))
}

@inlinable package func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("thead", attributes, content()))
}

@inlinable package func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("tbody", attributes, content()))
}

@inlinable package func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("tfoot", attributes, content()))
}

@inlinable package func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("tr", attributes, content()))
}

@inlinable package func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("th", attributes, content()))
}

@inlinable package func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("td", attributes, content()))
}

@inlinable package func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("form", attributes, content()))
}

@inlinable package func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("fieldset", attributes, content()))
}

@inlinable package func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("legend", attributes, content()))
}

@inlinable package func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("label", attributes, content()))
}

@inlinable package func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("button", attributes, content()))
}

@inlinable package func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("select", attributes, content()))
}

@inlinable package func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("option", attributes, content()))
}

@inlinable package func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("optgroup", attributes, content()))
}

@inlinable package func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("progress", attributes, content()))
}

@inlinable package func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("details", attributes, content()))
}

@inlinable package func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("summary", attributes, content()))
}

@inlinable package func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("abbr", attributes, content()))
}

@inlinable package func del(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("del", attributes, content()))
}

@inlinable package func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("ins", attributes, content()))
}

@inlinable package func title(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("title", attributes, content()))
}

@inlinable package func noscript(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("noscript", attributes, content()))
}

@inlinable package func svg(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("svg", attributes, content()))
}

/// A text field of several lines; its first line break is doubled because browsers drop one.
package func textarea(_ attributes: Attribute..., value: String = "") -> HTML {
    HTML(.element("textarea", attributes, .text(value.first?.isNewline == true ? "\n" + value : value)))
}

/// A word of the page in another language.
package func foreign(_ language: Language, _ text: String) -> HTML {
    HTML(.element("span", [.lang(language.rawValue)], .text(text)))
}

@inlinable package func br(_ attributes: Attribute...) -> HTML { HTML(.void("br", attributes)) }

@inlinable package func hr(_ attributes: Attribute...) -> HTML { HTML(.void("hr", attributes)) }

@inlinable package func img(_ attributes: Attribute...) -> HTML { HTML(.void("img", attributes)) }

@inlinable package func input(_ attributes: Attribute...) -> HTML { HTML(.void("input", attributes)) }

@inlinable package func link(_ attributes: Attribute...) -> HTML { HTML(.void("link", attributes)) }

@inlinable package func meta(_ attributes: Attribute...) -> HTML { HTML(.void("meta", attributes)) }

@inlinable package func wbr(_ attributes: Attribute...) -> HTML { HTML(.void("wbr", attributes)) }
