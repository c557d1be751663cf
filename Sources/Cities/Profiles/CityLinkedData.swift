import Web

/// A city in the words of schema.org, for search engines.
///
/// Written as text: `JSONEncoder` took more time for these ten lines than all queries of the page.
enum CityLinkedData {
    static func json(_ view: CityView, address: String) -> String {
        let city = view.city
        var fields = [#""@context":"https://schema.org""#, #""@type":"City""#]
        let county = #"{"@type":"AdministrativeArea","name":\#(quoted(view.line.countyName))}"#
        fields.append(#""containedInPlace":[\#(county),{"@type":"Country","name":"România"}]"#)
        if let latitude = city.latitude, let longitude = city.longitude {
            let point = #""latitude":\#(number(latitude)),"longitude":\#(number(longitude))"#
            fields.append(#""geo":{"@type":"GeoCoordinates",\#(point)}"#)
        }
        fields.append(#""identifier":{"@type":"PropertyValue","propertyID":"SIRUTA","value":\#(quoted(city.code))}"#)
        fields.append(#""name":\#(quoted(city.name))"#)
        if let website = view.profile.website { fields.append(#""sameAs":\#(quoted(website))"#) }
        fields.append(#""url":\#(quoted(address))"#)
        return "{" + fields.joined(separator: ",") + "}"
    }

    /// JSON has no `46.0` that readers would not take for 46; the shorter form is the usual one.
    private static func number(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }

    /// A JSON string. `<` is escaped too: inside a script element no text may look like its end.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "<": result += "\\u003c"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
