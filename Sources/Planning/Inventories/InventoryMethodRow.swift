import Inventory
import Web

/// A computed row: what the method answered, with the words of the form.
extension InventoryRow {
    mutating func take(_ result: MethodResult, _ arguments: [String: Argument], of method: Method, _ answers: Answers) {
        take(result, arguments, of: method)
        label = answers.text("label")
        activityQuality = DataQuality(rawValue: answers.text("activity-quality"))
        factorQuality = DataQuality(rawValue: answers.text("factor-quality"))
        source = answers.text("source")
        note = answers.text("note").replacing("\r\n", with: "\n")
    }
}
