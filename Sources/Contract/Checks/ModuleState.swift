/// How far a module is filled in: tables with a row, texts with a word.
public struct ModuleState: Sendable, Hashable, Codable {
    /// Empty, begun or whole.
    public enum Stage: String, Sendable, Hashable, CaseIterable, Codable { case empty, begun, complete }

    public let module: Module
    /// Tables and sections that the template asks for.
    public let asked: Int
    public let filled: Int
    /// Those that are not filled in.
    public let missing: [ContractPlace]

    public var stage: Stage { filled == asked ? .complete : filled == 0 ? .empty : .begun }

    /// Every module of the documents that a contract holds and that its template asks anything of.
    public static func all(_ contract: CityContract) -> [ModuleState] {
        Module.allCases.compactMap { module in
            guard contract.documents.contains(module.document) else { return nil }
            var places: [(place: ContractPlace, isFilled: Bool)] = []
            for form in TableForm.all
            where form.module == module && form.isRequired && form.numbers[contract.template] != nil {
                let isFilled = contract.items(form.id).contains { row in row.cells.keys.contains { !row.isBlank($0) } }
                places.append((.table(form.id), isFilled))
            }
            if contract.extent == .whole {
                for form in SectionForm.all
                where form.module == module && form.isRequired && form.numbers[contract.template] != nil {
                    let text = contract.sections[form.id] ?? ""
                    places.append((.section(form.id), text.contains { !$0.isWhitespace }))
                }
            }
            guard !places.isEmpty else { return nil }
            return ModuleState(
                module: module, asked: places.count, filled: places.count(where: \.isFilled),
                missing: places.filter { !$0.isFilled }.map(\.place))
        }
    }
}
