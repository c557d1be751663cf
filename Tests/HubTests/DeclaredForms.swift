import Contract
import Inventory
import Selection
import Web

@testable import Calls
@testable import Cities
@testable import Members
@testable import Planning
@testable import Publishing

/// Which form each route takes. A route that takes only buttons, choices of its own page or hidden values has none;
/// a test holds that every route stands here and that a page asks nothing that its form does not declare.
struct DeclaredForms {
    let table: [String: Form?]

    init(topics: [TopicDeclaration]) {
        table = Self.members(topics).merging(Self.cities) { $1 }.merging(Self.publishing) { $1 }
            .merging(Self.planning) { $1 }.merging(Self.scenarios) { $1 }
            .merging(Self.investment) { $1 }.merging(Self.measures) { $1 }.merging(Self.contracts) { $1 }.merging(
                Self.monitoring
            ) { $1 }
            .merging(Self.signing) { $1 }.merging(Self.reviews) { $1 }.merging(Self.awards) { $1 }
            .merging(Self.calls) { $1 }.merging(Self.bids) { $1 }
    }

    private static func members(_ topics: [TopicDeclaration]) -> [String: Form?] {
        [
            "/sign-in": SignInForm.password,
            "/second-factor": SignInForm.code,
            "/sign-out": nil,
            "/password-reset": SignInForm.resetRequest,
            "/password-reset/:token": SignInForm.newPassword,
            "/invitations/:token": SignInForm.acceptance,
            "/account/name": AccountForm.name,
            "/account/language": AccountForm.language,
            "/account/email": AccountForm.email,
            "/account/email/:token": nil,
            "/account/password": AccountForm.password,
            "/account/deletion": AccountForm.deletion,
            "/account/sessions/others-end": nil,
            "/account/sessions/:id/end": nil,
            "/account/second-factor/enrolment": AccountForm.enrolmentWithPassword,
            "/account/second-factor/recovery-codes": AccountForm.confirmation,
            "/account/second-factor/recovery-codes/file": nil,
            "/account/second-factor/removal": AccountForm.confirmation,
            "/people/invitations": PeoplePages.invitationForm,
            "/people/:id/roles": nil,
            "/people/:id/roles/removal": nil,
            "/people/:id/disabling": nil,
            "/people/:id/enabling": nil,
            "/people/:id/sessions-end": nil,
            "/people/:id/second-factor-reset": nil,
            "/organisations/new": OrganisationForm.content(isStaff: true),
            "/organisations/:id/edit": OrganisationForm.content(isStaff: true),
            "/organisations/:id/invitations": OrganisationForm.levels,
            "/organisations/:id/invitations/:invitation/renewal": nil,
            "/organisations/:id/invitations/:invitation/revocation": nil,
            "/organisations/:id/members/:person/level": nil,
            "/organisations/:id/members/:person/removal": nil,
            "/notifications/reading": nil,
            "/notifications/:id/reading": nil,
            "/notifications/choices": NotificationForm.choices(topics),
            "/jobs/:id/retry": nil,
            "/jobs/:id/discarding": nil,
            "/mail-templates/:key/:language": MailTemplateForm.text,
            "/mail-templates/:key/:language/restoration": nil,
        ]
    }

    private static var cities: [String: Form?] {
        let english = Texts(language: .en, catalogue: nil)
        return [
            "/cities/:city/edit": CityProfileForm.form([], english),
            "/cities/:city/team": CityTeamPages.form([]),
            "/cities/:city/team/:organisation/unlinking": nil,
            "/programme/new": ProgrammeForm.adding([]),
            "/programme/:city/edit": ProgrammeForm.editing,
            "/programme/:city/withdrawal": ProgrammeForm.withdrawal,
            "/programme/:city/label": ProgrammeForm.label,
        ]
    }

    private static var scenarios: [String: Form?] {
        let (city, scenario) = ("/cities/:city/scenarios", "/scenarios/:scenario")
        var table: [String: Form?] = [
            "\(city)/new": ScenarioForm.name,
            "\(city)/model": ScenarioModelRoutes.form,
            "\(city)/model/removal": nil,
            "\(city)/publication": ScenarioForm.publication([]),
            "\(city)/publication/withdrawal": ScenarioForm.withdrawal,
            "\(scenario)/name": ScenarioForm.name,
            "\(scenario)/copy": ScenarioForm.name,
            "\(scenario)/removal": nil,
            "\(scenario)/preview": nil,
            "\(scenario)/choices": nil,
        ]
        for step in ScenarioFrameStep.allCases {
            table["\(city)/frame/\(step.rawValue)"] = step.form()
            table.updateValue(nil, forKey: "\(city)/frame/\(step.rawValue)/draft")
            table.updateValue(nil, forKey: "\(city)/frame/\(step.rawValue)/draft/removal")
        }
        for sector in ContractSector.allCases {
            let path = "\(city)/model/\(sector.rawValue.lowercased())"
            for form in ["\(path)/new", "\(path)/:line/edit"] {
                table[form] = ScenarioDetailForm.form([])
                table.updateValue(nil, forKey: "\(form)/draft")
                table.updateValue(nil, forKey: "\(form)/draft/removal")
            }
            table.updateValue(nil, forKey: "\(path)/removal")
            table.updateValue(nil, forKey: "\(path)/:line/removal")
        }
        return table
    }

    private static var awards: [String: Form?] {
        var table: [String: Form?] = [
            "/programmes/new": SupportProgrammeForm.new,
            "/programmes/:programme/edit": SupportProgrammeForm.editing,
            "/programmes/:programme/publication": nil,
            "/programmes/:programme/awards/new": SupportProgrammeForm.award([]),
        ]
        for step in AwardSteps.all {
            table.updateValue(step.form.fields.isEmpty ? nil : step.form, forKey: "/awards/:award\(step.path)")
        }
        return table
    }

    private static var calls: [String: Form?] {
        var table: [String: Form?] = [
            "/calls/new": OpenCallForm.new, "/calls/:call/publication": nil,
            "/calls/:call/errata": OpenCallForm.erratum,
        ]
        for editor in OpenCallEditor.all {
            let form = editor.form(CallDefinition(title: BilingualText()), .en)
            let path = "/calls/:call/draft/\(editor.slug)"
            guard editor.list != nil else {
                table.updateValue(form, forKey: path)
                continue
            }
            table.updateValue(form, forKey: "\(path)/new")
            table.updateValue(form, forKey: "\(path)/:item")
            table.updateValue(Form?.none, forKey: "\(path)/:item/removal")
        }
        return table
    }

    private static var bids: [String: Form?] {
        let section = CallSection(
            id: "section-1", title: BilingualText(),
            questions: [CallQuestion(id: "question-1", text: BilingualText(), kind: .shortText)])
        var table: [String: Form?] = [
            "/calls/:call/bids/new": BidPages.startForm([]),
            "/calls/:call/extension": OpenCallExtension.form,
            "/bids/:bid/withdrawal": BidPages.withdrawalForm,
            "/bids/:bid/files/:question": BidPages.fileForm(
                CallQuestion(id: "file", text: BilingualText(), kind: .file, fileTypes: ["pdf"], mostMegabytes: 20)),
        ]
        // What a section asks is the call's: the first one of the demonstration call.
        table.updateValue(BidForm(section: section, language: .en).form, forKey: "/bids/:bid/sections/:section")
        for path in [
            "sections/:section/draft", "sections/:section/draft/removal", "files/:question/removal", "eligibility",
            "certification", "submission",
        ] {
            table.updateValue(nil, forKey: "/bids/:bid/\(path)")
        }
        return table
    }

    private static var reviews: [String: Form?] {
        let (contract, submission, review) = ("/contracts/:contract", "/submissions/:submission", "/reviews/:review")
        let criterion = ReviewCriterion(
            code: "template", name: .init(english: "", romanian: ""), guidance: .init(english: "", romanian: ""),
            anchors: ReviewCriterion.scores.map { _ in .init(english: "", romanian: "") }, source: "",
            isDerived: false)
        var table: [String: Form?] = [
            "\(contract)/submissions/new": ReviewForm.submission,
            "\(contract)/council-decision": ReviewForm.council,
            "\(contract)/next": nil,
            "\(submission)/withdrawal": nil,
            "\(submission)/reviewers": ReviewForm.reviewers([]),
            "\(submission)/declaration": ReviewForm.declaration,
            "\(submission)/decision": ReviewForm.decision,
            "\(review)/comments/new": ReviewForm.comment([]),
            "\(review)/comments/:remark/removal": nil,
            "\(review)/sending": ReviewForm.sending,
            "\(review)/comments/:remark/answer": ReviewForm.answer,
            "\(review)/comments/:remark/acceptance": nil,
            "\(review)/scores/:criterion": ReviewForm.score(criterion, Texts(language: .en, catalogue: nil)),
            // Its people are choices.
            "\(review)/comments/:remark/owner": ReviewForm.owner([]),
        ]
        for path in ["comments/new", "comments/:remark/answer", "sending", "scores/:criterion"] {
            table.updateValue(nil, forKey: "\(review)/\(path)/draft")
            table.updateValue(nil, forKey: "\(review)/\(path)/draft/removal")
        }
        return table
    }

    private static var signing: [String: Form?] {
        let (contract, commitment) = ("/contracts/:contract", "/commitments/:commitment")
        return [
            "\(contract)/signatories/new": CommitmentForm.invitation([]),
            "\(contract)/signatories/transfer": nil,
            "\(contract)/signatories/document": SigningDocumentRoutes.form,
            "\(contract)/visibility": ContractPublicationForm.visibility(.v21),
            "\(contract)/publication": nil,
            "\(contract)/publication/withdrawal": ContractPublicationForm.withdrawal,
            "\(contract)/exports": nil,
            "/cities/:city/contract/exports": nil,
            "\(contract)/label": LabelForm.decision([]),
            "/labels/:code/revocation": LabelForm.revocation,
            "\(commitment)/edit": CommitmentForm.content,
            "\(commitment)/acceptance": CommitmentForm.acceptance,
            "\(commitment)/signature": CommitmentForm.signature,
            "\(commitment)/progress": CommitmentForm.progress,
            "\(commitment)/withdrawal": nil,
        ]
    }

    private static var contracts: [String: Form?] {
        let (contract, row) = ("/contracts/:contract", "/contracts/:contract/tables/:table/rows")
        let cells = TableForm.of(.policies).columns.map { ContractTableView.Cell(id: $0.id, column: $0) }
        let policy = ContractRowForm.form(
            cells.flatMap { ContractRowForm.fields($0, over: nil, choices: { _ in [] }) })
        var table: [String: Form?] = [
            "/cities/:city/contracts/new": ContractForm.start,
            "\(contract)/frame": ContractForm.frame,
            // Its people are choices.
            "\(contract)/tasks/:module": ContractTaskRoutes.form([]),
            "\(contract)/sections/:section/edit": ContractSectionRoutes.form,
            "\(contract)/tables/:table/head": ContractHeadForm.form,
            "\(row)/new": policy,
            "\(row)/:row/edit": policy,
            "\(contract)/waivers/new": ContractCheckRoutes.form,
            "\(contract)/imports/new": ContractImportRoutes.form,
        ]
        for room in ["comments", "assistance"] {
            table["\(contract)/\(room)/new"] = ContractCommentRoutes.form
            table["\(contract)/\(room)/:comment/answers"] = ContractCommentRoutes.answer
            table.updateValue(nil, forKey: "\(contract)/\(room)/:comment/resolution")
        }
        for path in [
            "sections/:section/edit/draft", "sections/:section/edit/draft/removal", "derivation",
            "sections/:section/history/:version/restoration", "tables/:table/history/:version/restoration",
            "tables/:table/rows/:row/removal", "tables/:table/rows/:row/order", "waivers/:waiver/withdrawal",
            "imports/:import/confirmation", "tables/:table/rows/new/draft", "tables/:table/rows/new/draft/removal",
            "tables/:table/rows/:row/edit/draft", "tables/:table/rows/:row/edit/draft/removal",
        ] {
            table.updateValue(nil, forKey: "\(contract)/\(path)")
        }
        return table
    }

    private static var measures: [String: Form?] {
        let (portfolio, measure) = ("/cities/:city/measures/portfolio", "/measures/:measure")
        var table: [String: Form?] = [
            "\(measure)/removal": nil,
            "\(portfolio)/copies/:origin": PortfolioCopyRoutes.form([]),
            "\(portfolio)/imports/new": PortfolioImportRoutes.upload,
            "\(portfolio)/imports/:import/confirmation": PortfolioImportRoutes.confirmation,
        ]
        for part in MeasurePart.allCases {
            let own = "\(measure)/\(part.rawValue)"
            for path in part.isList ? ["\(own)/new", "\(own)/:line/edit"] : [own] {
                table[path] = part.form()
                table.updateValue(nil, forKey: "\(path)/draft")
                table.updateValue(nil, forKey: "\(path)/draft/removal")
            }
            if part.isList { table.updateValue(nil, forKey: "\(own)/:line/removal") }
        }
        return table
    }

    private static var investment: [String: Form?] {
        let room = "/cities/:city/investment"
        var table: [String: Form?] = ["\(room)/money": InvestmentMoneyForm.form]
        for list in FinanceList.allCases {
            table["\(room)/\(list.rawValue)/new"] = list.form
            table["\(room)/\(list.rawValue)/:line/edit"] = list.form
            table.updateValue(nil, forKey: "\(room)/\(list.rawValue)/:line/removal")
        }
        return table
    }

    private static var planning: [String: Form?] {
        let (inventory, line) = ("/inventories/:inventory", "/inventories/:inventory/lines/:reference")
        return [
            "/cities/:city/inventories/new": InventoryForm.start,
            // The plan of these places counts tonnes alone.
            "/cities/:city/measures/new/:solution": SolutionForm.form(
                .none, unit: nil, activities: [], destinations: []),
            "/cities/:city/measures/blank": BlankMeasure.form,
            "\(inventory)/frame": InventoryForm.edit,
            "\(inventory)/imports/new": InventoryImportForm.upload,
            "\(inventory)/imports/:import/mapping": nil,
            "\(inventory)/imports/:import/confirmation": nil,
            "\(inventory)/documents/new": InventoryDocumentRoutes.adding,
            "\(inventory)/documents/:document/edit": InventoryDocumentRoutes.editing,
            "\(inventory)/documents/:document/removal": nil,
            "\(inventory)/grid-factor": GridChoiceForm.form([]),
            "/factors/new": FactorForm.adding,
            "/factors": nil,
            "/factors/:factor/edition": FactorForm.editing,
            "/factors/:factor/editions": nil,
            "/factors/:factor/withdrawal": FactorForm.withdrawal,
            "\(inventory)/certification": nil,
            "\(inventory)/publication": InventoryForm.restatement,
            "\(line)/figure": InventoryFigureForm.form,
            "\(line)/key": InventoryForm.key,
            "\(line)/methods/:method": methodForm,
            "\(line)/methods/:method/draft": nil,
            "\(line)/methods/:method/draft/removal": nil,
            "\(inventory)/rows/:row/edit/draft": nil,
            "\(inventory)/rows/:row/edit/draft/removal": nil,
            "\(inventory)/rows/:row/edit": InventoryFigureForm.form,
            "\(inventory)/rows/:row/removal": nil,
            "\(inventory)/exclusions/new": InventoryExclusionForm.form,
            "\(inventory)/exclusions/:exclusion/edit": InventoryExclusionForm.form,
            "\(inventory)/exclusions/:exclusion/removal": nil,
            "\(inventory)/copy": InventoryCopyForm.form([]),
            "\(inventory)/recalculation": nil,
            "\(inventory)/copy/:copied": InventoryFigureForm.form,
            "\(inventory)/copy/:copied/removal": nil,
            "\(inventory)/copy/:copied/draft": nil,
            "\(inventory)/copy/:copied/draft/removal": nil,
        ]
    }

    /// The form of the method that stands in `RoutePlaces`.
    private static var methodForm: Form? {
        let english = Texts(language: .en, catalogue: nil)
        return Methods.named(RoutePlaces.method).map {
            InventoryMethodForm($0, FactorBook(), .world(2023), english, Answers()).form
        }
    }

    private static var publishing: [String: Form?] {
        [
            "/feedback": FeedbackForm.message,
            "/feedback/:feedback/answer": FeedbackForm.answer,
            "/pages": PageForm.new,
            "/pages/:slug/preview": PageForm.text,
            "/pages/:slug/versions": PageForm.text,
            "/pages/:slug/draft": nil,
            "/pages/:slug/draft/removal": nil,
            "/design/upload": DesignUpload.form,
            "/pages/:slug/publication": nil,
            "/pages/:slug/withdrawal": nil,
        ]
    }

    /// Answers of exactly so many characters for fields that take only some texts.
    static func text(of count: Int, for route: String, field: String) -> String {
        switch (route, field) {
        case ("/cities/:city/edit", "website"), ("/organisations/new", "website"),
            ("/organisations/:id/edit", "website"):
            let start = "https://www.example.ro/"
            return start + String(repeating: "a", count: count - start.count)
        // A line for each year; more digits than a number needs are still a number.
        case (_, "targets"), (_, "indices"): return "2030=0." + String(repeating: "1", count: count - 7)
        case (_, "anchors"): return "1: " + String(repeating: "ș", count: count - 3)
        case (_, "closes-at"): return count == 5 ? "16:00" : String(repeating: "1", count: count)
        case (_, "prices"): return "A | 2030=5 | " + String(repeating: "ș", count: count - 13)
        case (_, "species"): return "CF4=0." + String(repeating: "1", count: count - 6)
        case ("/factors/new", "subject"), ("/factors/new", "property"), (_, "methodology"):
            return String(repeating: "a", count: count)
        case (_, "region"): return String(repeating: "1", count: count)
        case (_, "about"): return String(repeating: "a", count: count)
        case (_, "place"): return "policies/" + String(repeating: "a", count: count - 9)
        case ("/pages", "slug"), (_, "page"): return String(repeating: "a", count: count)
        // Organisations have names of their own.
        case ("/organisations/new", "name"): return String(repeating: "ț", count: count)
        // Two bytes a letter: limits are of characters.
        default: return String(repeating: "ș", count: count)
        }
    }
}
