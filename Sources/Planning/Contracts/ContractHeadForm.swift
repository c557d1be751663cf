import Contract
import Web

/// What the head of a table says.
enum ContractHeadForm {
    static let form = Form([
        Field("unit", "Unit", hint: "Where it is not the template's.", optional: true, .text(maxLength: 40)),
        Field("method", "Method", hint: "Such as GPC, IPCC, CRF or national.", optional: true, .text(maxLength: 200)),
        Field(
            "source", "Source of the figures", hint: "Documents, registers, surveys.", optional: true,
            .text(maxLength: 1000)),
        Field("table-note", "Note on the table", optional: true, .textarea(maxLength: 4000, rows: 3)),
    ])

    static func answers(_ table: ContractTable) -> Answers {
        Answers([
            "unit": table.unit, "method": table.method, "source": table.source, "table-note": table.note,
        ])
    }

    static func apply(_ answers: Answers, to table: ContractTable) -> ContractTable {
        var table = table.head
        table.unit = answers.text("unit")
        table.method = answers.text("method")
        table.source = answers.text("source")
        table.note = ContractTextSaving.unix(answers.text("table-note"))
        return table
    }
}
