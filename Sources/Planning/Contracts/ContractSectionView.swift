import Contract
import Storage
import Web

/// A section of a contract in work with everything its pages need.
struct ContractSectionView: Sendable {
    let desk: ContractDesk
    let form: SectionForm
    /// nil: nobody has written anything yet.
    let part: ContractPart?
    /// Who else has it open.
    let others: [ContractPresence]
    let comments: [OpenComment]

    init(
        _ connection: any Connection, _ desk: ContractDesk, _ id: SectionID, person: PersonID?, at now: Instant
    ) throws {
        self.desk = desk
        form = SectionForm.of(id)
        let place = ContractPlace.section(id)
        part = try ContractPart.find(connection, desk.record.id, place)
        others = try ContractPresence.others(connection, desk.record.id, than: person, at: now)
            .filter { $0.place == place.path }
        comments = try OpenComment.all(connection, of: desk.record.id)
    }

    var place: ContractPlace { .section(form.id) }
    var text: String { part?.content ?? "" }
    var version: Int { part?.version ?? 0 }

    /// The number in the contract's template, or the section's short name where the template has no such section.
    var number: String { place.number(in: desk.record.frame.template) ?? form.id.rawValue }

    /// Address without the language.
    var path: String { "\(desk.record.path)/\(place.path)" }

    /// What somebody who writes over a version is told besides that their text is kept.
    func note(over version: Int?, _ visit: Visit) -> String? {
        var sentences = others.map { $0.sentence(visit) }
        if let version, version != self.version {
            sentences.append(visit.t("Somebody saved meanwhile: both texts are put together when you save"))
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: ". ")
    }
}
