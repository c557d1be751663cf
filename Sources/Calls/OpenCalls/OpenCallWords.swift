import Selection
import Web

extension CallStage {
    /// Key of its words.
    var title: String {
        switch self {
        case .consultation: "Public consultation of the rules"
        case .questions: "Questions of applicants"
        case .submission: "Submission of bids"
        case .eligibility: "Check of eligibility"
        case .eligibilityAppeals: "Appeals on eligibility"
        case .evaluation: "Evaluation"
        case .appeals: "Appeals on the result"
        case .result: "Final result"
        }
    }

    /// Key of the label of its first day.
    var firstDay: String {
        switch self {
        case .consultation: "Public consultation: first day"
        case .questions: "Questions of applicants: first day"
        case .submission: "Submission of bids: first day"
        case .eligibility: "Check of eligibility: first day"
        case .eligibilityAppeals: "Appeals on eligibility: first day"
        case .evaluation: "Evaluation: first day"
        case .appeals: "Appeals on the result: first day"
        case .result: "Final result: first day"
        }
    }

    /// Key of the label of its last day.
    var lastDay: String {
        switch self {
        case .consultation: "Public consultation: last day"
        case .questions: "Questions of applicants: last day"
        case .submission: "Submission of bids: last day"
        case .eligibility: "Check of eligibility: last day"
        case .eligibilityAppeals: "Appeals on eligibility: last day"
        case .evaluation: "Evaluation: last day"
        case .appeals: "Appeals on the result: last day"
        case .result: "Final result: last day"
        }
    }
}

extension CallQuestion.Kind {
    /// Key of its words.
    var title: String {
        switch self {
        case .shortText: "Short text"
        case .longText: "Long text"
        case .number: "Number"
        case .money: "Money"
        case .date: "Date"
        case .choice: "One choice"
        case .multipleChoice: "Several choices"
        case .yesNo: "Yes or no"
        case .table: "Table"
        case .file: "File"
        }
    }
}

extension EligibilityRule.Comparison {
    /// Key of its words.
    var title: String {
        switch self {
        case .above: "More than the limit"
        case .atLeast: "The limit or more"
        case .below: "Less than the limit"
        case .atMost: "The limit or less"
        }
    }
}

extension CallRules.Combining {
    /// Key of its words.
    var title: String {
        switch self {
        case .mean: "Their mean"
        case .median: "Their median"
        }
    }
}

extension CallDefinition.Blindness {
    /// Key of its words.
    var title: String {
        switch self {
        case .open: "They know whose bid they read"
        case .firstStep: "Nothing until the individual reports are in"
        case .whole: "Nothing until the result"
        }
    }
}

extension CallProblem.Part {
    /// Key of its words.
    var title: String {
        switch self {
        case .texts: "Title and summary"
        case .articles: "Articles of the rules"
        case .calendar: "Calendar"
        case .eligibility: "Who may apply"
        case .form: "Questions of the form"
        case .criteria: "Criteria"
        case .decision: "Money, reviews and appeals"
        }
    }
}

/// How numbers of a call are written.
enum OpenCallWords {
    /// A number as a form takes it back.
    static func typed(_ points: Points) -> String {
        let value = points.value
        return value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
