/// One mailbox: an address that mail systems take as it is, and the name shown with it.
package struct MailAddress: Sendable, Hashable, Codable {
    package let address: String
    package let name: String?

    /// Nil unless the address is `local@domain` in plain characters (RFC 5321 dot-string, a domain of two labels or
    /// more); the same rule serves sign-up forms.
    package init?(_ address: String, name: String? = nil) {
        guard Self.isValid(address) else { return nil }
        self.address = address
        self.name = name
    }

    /// A queued mail is read back through the same rule.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let address = try container.decode(String.self, forKey: .address)
        let name = try container.decodeIfPresent(String.self, forKey: .name)
        guard let checked = MailAddress(address, name: name) else {
            throw DecodingError.dataCorruptedError(forKey: .address, in: container, debugDescription: "no mail address")
        }
        self = checked
    }

    /// What stands after the `@`.
    var domain: Substring { address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...] }

    private static func isValid(_ address: String) -> Bool {
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, address.utf8.count <= 254, (1...64).contains(halves[0].utf8.count) else {
            return false
        }
        let atoms = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAtomText) }
            && labels.count >= 2 && labels.allSatisfy(isLabel)
    }

    private static func isAtomText(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        let bytes = label.utf8
        guard (1...63).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-") else {
            return false
        }
        return bytes.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
