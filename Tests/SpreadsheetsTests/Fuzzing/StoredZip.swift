import Spreadsheets

/// Packs parts into an archive without compressing them, so that tests and fuzzers can write any workbook.
enum StoredZip {
    /// The parts that a small workbook needs; each can be replaced.
    struct Parts {
        var root = Array(
            """
            <Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """.utf8)
        var workbook = Array(
            """
            <workbook xmlns:r="r"><sheets><sheet name="One" r:id="r1"/><sheet name="Two" r:id="r2"/></sheets></workbook>
            """.utf8)
        var relationships = Array(
            """
            <Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" \
            Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="r3" Type="x/sharedStrings" \
            Target="strings.xml"/><Relationship Id="r4" Type="x/styles" Target="./styles.xml"/></Relationships>
            """.utf8)
        var strings = Array("<sst><si><t>text</t></si></sst>".utf8)
        var styles = Array("<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>".utf8)
        var sheet = Array(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>".utf8)

        /// The workbook with these parts.
        var workbookFile: [UInt8] {
            StoredZip.archive([
                ("_rels/.rels", root), ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", relationships),
                ("xl/strings.xml", strings), ("xl/styles.xml", styles), ("xl/worksheets/sheet1.xml", sheet),
                ("xl/worksheets/sheet2.xml", Array("<worksheet><sheetData/></worksheet>".utf8)),
            ])
        }
    }

    /// An archive with these entries in this order.
    static func archive(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var out: [UInt8] = []
        var list: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let sum = checksum(entry.bytes)
            let offset = UInt32(out.count)
            // Version, flags, method, time, date; then checksum, both sizes, length of the name, no extra field.
            let middle =
                little(UInt16(20)) + little(UInt16(0x800)) + little(UInt16(0)) + little(UInt16(0))
                + little(UInt16(0x21))
                + little(sum) + little(UInt32(entry.bytes.count)) + little(UInt32(entry.bytes.count))
                + little(UInt16(name.count)) + little(UInt16(0))
            out += [0x50, 0x4B, 3, 4] + middle + name + entry.bytes
            list += [0x50, 0x4B, 1, 2] + little(UInt16(20)) + middle
            list += [UInt8](repeating: 0, count: 10) + little(offset) + name
        }
        let start = UInt32(out.count)
        out += list
        out += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(UInt16(clamping: entries.count))
        out += little(UInt16(clamping: entries.count)) + little(UInt32(list.count)) + little(start) + [0, 0]
        return out
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
}
