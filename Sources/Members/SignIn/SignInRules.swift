import Storage
import Web

/// What follows a right password, and how long a session lasts.
enum SignInRules {
    enum NextStep: Equatable {
        /// The code of the authenticator is asked for.
        case code
        /// Signed in, but led to setting up an authenticator before anything else.
        case enrolment
        case done
    }

    static func nextStep(hasSecondFactor: Bool, hasRole: Bool) -> NextStep {
        if hasSecondFactor { return .code }
        return hasRole ? .enrolment : .done
    }

    static func lifetime(hasRole: Bool, _ limits: SessionLimits) -> Double {
        hasRole ? limits.staffAbsolute : limits.absolute
    }
}
