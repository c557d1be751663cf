import Finance
import Pathways
import Portfolio
import Web

/// A measure that a city starts from an empty page: its name, its time and, where somebody states one, a reduction.
enum BlankMeasure {
    static let form = Form(
        [
            Field("name", "Name of the measure", .text(maxLength: 200)),
            Field(
                "field", "Field of action",
                .select([Option("", "Choose a field")] + FieldOfAction.allCases.map { Option($0.rawValue, $0.title) })),
        ] + SolutionForm.claim + SolutionForm.time + [SolutionForm.owner, SolutionForm.payer, SolutionForm.inPlan])

    /// The measure that was answered, in the years of the plan; nil with the problems in the answers.
    static func measure(_ answers: inout Answers, in plan: Plan, _ t: Texts) -> CityMeasure? {
        let claim = SolutionForm.claim(&answers, t)
        guard answers.isFine, let field = FieldOfAction(rawValue: answers.text("field")),
            let start = answers.integer("start"), let end = answers.integer("end")
        else { return nil }
        do throws(SolutionProblem) {
            try SolutionUse.checkYears(start, end, plan, t)
        } catch {
            answers.refuse(error.place, error.reason)
            return nil
        }
        return CityMeasure(
            id: "", name: answers.text("name"), field: field, owner: answers.text("owner"),
            effect: Effect(
                start: start, end: end, adoption: SolutionForm.adoption(answers),
                operators: claim.map { [.claimed($0)] } ?? [], claimed: claim != nil),
            payers: .all(Payer(rawValue: answers.text("payer")) ?? .municipality), status: .claimed)
    }
}
