/// Examples of text, buttons and messages.
enum DesignText {
    static func text(_ t: Texts) -> HTML {
        HTML {
            Components.lead(t("The lead says in one or two sentences what the page is for."))
            Components.prose {
                h3 { t("Third level") }
                p {
                    t("Running text is at most 44 rem wide.") + " "
                    a(.href("#text")) { t("Links are underlined.") }
                    " "
                    code { "figure_2030" }
                }
                ul {
                    li { t("First line of a list") }
                    li { t("Second line of a list") }
                }
                blockquote { p { t("Words of somebody else.") } }
            }
        }
    }

    static func colours(_ t: Texts) -> HTML {
        ul(.class("swatches")) {
            swatch("accent", t("Accent"))
            swatch("signal", t("Signal"))
            swatch("ink", t("Ink"))
            swatch("quiet", t("Quiet text"))
            swatch("good", t("Good"))
            swatch("warn", t("Warning"))
            swatch("bad", t("Bad"))
            swatch("wash", t("Wash"))
        }
    }

    private static func swatch(_ name: String, _ label: String) -> HTML {
        li {
            span(.class("swatch \(name)"), .aria("hidden", "true"))
            label
        }
    }

    static func buttons(_ t: Texts) -> HTML {
        HTML {
            div(.class("buttons")) {
                Components.buttonLink(t("Primary"), path: "#buttons")
                Components.buttonLink(t("Secondary"), path: "#buttons", kind: .secondary)
                Components.buttonLink(t("Warning"), path: "#buttons", kind: .warning)
                a(.href("#buttons")) { t("Link beside buttons") }
            }
            Components.linkList([(t("First next step"), "#buttons"), (t("Second next step"), "#buttons")])
            Components.disclosure(t("Why we ask this")) { p { t("Text that not everybody needs.") } }
        }
    }

    static func messages(_ t: Texts) -> HTML {
        HTML {
            Components.notice(.information, t("The call opens on 3 March 2027"), t) {
                p { t("Answers can be prepared before.") }
            }
            Components.notice(.success, t("The profile is saved"), t)
            Components.notice(.warning, t("Three figures have no source"), t) {
                p { a(.href("#messages")) { t("Show the three figures") } }
            }
            // An example must not be announced as a problem of this page.
            div(.class("notice error")) {
                p(.class("notice-heading")) {
                    span(.class("notice-word")) { t("Problem") }
                    " "
                    strong { t("The file could not be read") }
                }
                p { t("Save it as CSV in UTF-8 and send it again.") }
            }
            Components.emptyState(t("No city fits these filters."), next: (t("Show all cities"), "#messages"))
            Components.receipt(t("The answers are sent"), reference: "M100-2027-0042", t) {
                p { t("A copy is in your notifications. The team answers within ten working days.") }
            }
            p {
                Components.tag(t("Draft"))
                " "
                Components.tag(t("In review"), .information)
                " "
                Components.tag(t("Approved"), .good)
                " "
                Components.tag(t("Due soon"), .warning)
                " "
                Components.tag(t("Overdue"), .bad)
            }
        }
    }
}
