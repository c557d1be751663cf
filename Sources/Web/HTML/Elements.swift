// The elements of HTML as functions: `section(.id("map")) { h2 { t("Cities") } }`.
// Inside a type with a member of the same name, `element("label")` says the same.

/// Any element by its name, which must be a literal.
package func element(
    _ name: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
    HTML(.element(name, attributes, content()))
}

package func html(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("html", attributes, content()))
}

package func head(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("head", attributes, content()))
}

package func body(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("body", attributes, content()))
}

package func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("header", attributes, content()))
}

package func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("footer", attributes, content()))
}

package func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("main", attributes, content()))
}

package func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("nav", attributes, content()))
}

package func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("section", attributes, content()))
}

package func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("article", attributes, content()))
}

package func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("aside", attributes, content()))
}

package func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("div", attributes, content()))
}

package func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("span", attributes, content()))
}

package func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("p", attributes, content()))
}

package func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h1", attributes, content()))
}

package func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h2", attributes, content()))
}

package func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h3", attributes, content()))
}

package func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("h4", attributes, content()))
}

package func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("ul", attributes, content()))
}

package func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("ol", attributes, content()))
}

package func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("li", attributes, content()))
}

package func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("dl", attributes, content()))
}

package func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("dt", attributes, content()))
}

package func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("dd", attributes, content()))
}

package func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("a", attributes, content()))
}

package func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("strong", attributes, content()))
}

package func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("em", attributes, content()))
}

package func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("small", attributes, content()))
}

package func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("code", attributes, content()))
}

package func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("pre", attributes, content()))
}

package func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("blockquote", attributes, content()))
}

package func cite(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("cite", attributes, content()))
}

package func q(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("q", attributes, content()))
}

package func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("sub", attributes, content()))
}

package func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("sup", attributes, content()))
}

package func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("mark", attributes, content()))
}

package func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("kbd", attributes, content()))
}

package func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("time", attributes, content()))
}

package func address(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("address", attributes, content()))
}

package func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("figure", attributes, content()))
}

package func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("figcaption", attributes, content()))
}

package func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("table", attributes, content()))
}

package func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("caption", attributes, content()))
}

package func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("thead", attributes, content()))
}

package func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("tbody", attributes, content()))
}

package func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("tfoot", attributes, content()))
}

package func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("tr", attributes, content()))
}

package func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("th", attributes, content()))
}

package func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("td", attributes, content()))
}

package func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("form", attributes, content()))
}

package func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("fieldset", attributes, content()))
}

package func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("legend", attributes, content()))
}

package func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("label", attributes, content()))
}

package func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("button", attributes, content()))
}

package func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("select", attributes, content()))
}

package func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("option", attributes, content()))
}

package func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("optgroup", attributes, content()))
}

package func output(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("output", attributes, content()))
}

package func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("progress", attributes, content()))
}

package func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("details", attributes, content()))
}

package func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("summary", attributes, content()))
}

package func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("abbr", attributes, content()))
}

package func del(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("del", attributes, content()))
}

package func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("ins", attributes, content()))
}

package func title(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("title", attributes, content()))
}

package func noscript(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(.element("noscript", attributes, content()))
}

package func svg(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
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

package func br(_ attributes: Attribute...) -> HTML { HTML(.void("br", attributes)) }

package func hr(_ attributes: Attribute...) -> HTML { HTML(.void("hr", attributes)) }

package func img(_ attributes: Attribute...) -> HTML { HTML(.void("img", attributes)) }

package func input(_ attributes: Attribute...) -> HTML { HTML(.void("input", attributes)) }

package func link(_ attributes: Attribute...) -> HTML { HTML(.void("link", attributes)) }

package func meta(_ attributes: Attribute...) -> HTML { HTML(.void("meta", attributes)) }

package func wbr(_ attributes: Attribute...) -> HTML { HTML(.void("wbr", attributes)) }
