import Finance

extension Barrier.Kind {
    /// Key of the name.
    var title: String {
        switch self {
        case .structural: "Structural"
        case .policy: "Policy"
        case .economic: "Economic"
        case .financial: "Financial"
        case .social: "Social"
        }
    }
}

extension Risk.Priority {
    /// Key of the name.
    var title: String {
        switch self {
        case .high: "High"
        case .medium: "Medium"
        case .low: "Low"
        }
    }
}

extension Stakeholder.Level {
    /// Key of the name.
    var title: String {
        switch self {
        case .high: "High"
        case .medium: "Medium"
        case .low: "Low"
        }
    }
}

extension Policy.Status {
    /// Key of the name.
    var title: String {
        switch self {
        case .enacted: "Enacted"
        case .inProcess: "In the process of decision"
        case .inDevelopment: "In development"
        }
    }
}
