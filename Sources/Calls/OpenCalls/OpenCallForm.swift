import Selection
import Web

/// The small forms of the room.
enum OpenCallForm {
    static let new = Form(
        [
            Field(
                "slug", "Address of the page",
                hint: "Small letters, digits and hyphens, such as energy-vouchers. It stays for good.",
                .text(maxLength: 60))
        ] + OpenCallEditor.pair("title", "Title in Romanian", "Title in English", .text(maxLength: 200)))

    static let erratum = Form(
        OpenCallEditor.pair(
            "reason", "Why it changes, in Romanian", "Why it changes, in English",
            .textarea(maxLength: 2000, rows: 4)))
}
