import Contract
import Storage
import Web

/// What somebody says about a place of a contract, and what others answered: a comment, or a question to the hub.
package struct ContractComment: Sendable, RowDecodable {
    /// Whom it is for.
    package enum Kind: String, Sendable, Storable, CaseIterable {
        case comment
        /// A request to the hub's experts.
        case assistance

        /// The last noun of its addresses.
        var room: String { self == .comment ? "comments" : "assistance" }
    }

    package let id: ID<Self>
    package let contract: ContractID
    package let kind: Kind
    /// A place of the contract, or `modules/B-2`.
    package let place: String
    /// The sentence that it is about, where it is about one.
    package let quote: String
    package let text: String
    package let createdAt: Instant
    package let createdBy: PersonID
    package let author: String
    /// When it was settled.
    package let resolvedAt: Instant?
    package let answerCount: Int

    package init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        kind = try row("kind")
        place = try row("place")
        quote = try row("quote")
        text = try row("content")
        createdAt = try row("created_at")
        createdBy = try row("created_by")
        author = try row("author")
        resolvedAt = try row("resolved_at")
        answerCount = try row("answer_count")
    }

    /// Address without the language.
    package var path: String { "/contracts/\(contract)/\(kind.room)/\(id)" }

    /// A comment's answer.
    struct Answer: Sendable, RowDecodable {
        let text: String
        let createdAt: Instant
        let createdBy: PersonID
        let author: String

        init(row: Row) throws {
            text = try row("content")
            createdAt = try row("created_at")
            createdBy = try row("created_by")
            author = try row("author")
        }
    }

    static let migration = Migration(
        "contract-comments-001",
        sql: """
            CREATE TABLE contract_comment (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                kind TEXT NOT NULL CHECK (kind IN ('comment', 'assistance')),
                -- emissions/waste/scope2, sections/outlook, modules/B-2, or nothing for the contract.
                place TEXT NOT NULL,
                -- The sentence that it is about.
                quote TEXT NOT NULL,
                content TEXT NOT NULL CHECK (content <> ''),
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX contract_comment_contract ON contract_comment (contract_id, kind, id);
            CREATE INDEX contract_comment_kind ON contract_comment (kind, id);
            CREATE TABLE contract_comment_answer (
                id TEXT PRIMARY KEY,
                comment_id TEXT NOT NULL REFERENCES contract_comment (id),
                content TEXT NOT NULL CHECK (content <> ''),
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX contract_comment_answer_comment ON contract_comment_answer (comment_id, id);
            CREATE TABLE contract_comment_resolution (
                comment_id TEXT PRIMARY KEY REFERENCES contract_comment (id),
                resolved_at TEXT NOT NULL,
                resolved_by TEXT NOT NULL REFERENCES person (id)
            );
            """)
}

/// What a comment is about: a module, or a place of the contract.
enum ContractAnchor: Sendable, Equatable {
    case module(Module)
    case place(ContractPlace)

    init?(_ path: String) {
        if path.hasPrefix("modules/") {
            guard let module = Module(rawValue: String(path.dropFirst("modules/".count))) else { return nil }
            self = .module(module)
        } else {
            guard let place = ContractPlace(path: path) else { return nil }
            self = .place(place)
        }
    }

    /// In words.
    func title(_ words: ContractWords) -> String {
        switch self {
        case .module(let module): "\(module.rawValue) \(words.t(module.title))"
        case .place(let place): words.place(place)
        }
    }

    /// Address without the language.
    ///
    /// - Parameter quote: the words that are meant; browsers that can show them at once.
    func path(in record: ContractRecord, quote: String = "") -> String {
        switch self {
        case .module(let module): "\(record.path)#module-\(module.rawValue)"
        case .place(let place):
            if let column = place.column {
                "\(ContractWords.path(place, in: record))#cell-\(column)"
            } else if place.section != nil, !quote.isEmpty {
                "\(ContractWords.path(place, in: record))#:~:text=\(Self.fragment(quote))"
            } else {
                ContractWords.path(place, in: record)
            }
        }
    }

    /// Commas and dashes mean something in the fragment.
    private static func fragment(_ quote: String) -> String {
        FormBody.escaped(ContractTextSaving.unix(quote).replacing("\n", with: " ")).replacing("-", with: "%2D")
    }
}
