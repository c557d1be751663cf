import Foundation
import Web

/// A city in the words of schema.org, for search engines.
enum CityLinkedData {
    private struct Place: Encodable {
        let type: String
        let name: String

        enum CodingKeys: String, CodingKey { case type = "@type", name }
    }

    private struct Coordinates: Encodable {
        let type = "GeoCoordinates"
        let latitude: Double
        let longitude: Double

        enum CodingKeys: String, CodingKey { case type = "@type", latitude, longitude }
    }

    private struct Identifier: Encodable {
        let type = "PropertyValue"
        let propertyID = "SIRUTA"
        let value: String

        enum CodingKeys: String, CodingKey { case type = "@type", propertyID, value }
    }

    private struct CityData: Encodable {
        let context = "https://schema.org"
        let type = "City"
        let name: String
        let url: String
        let sameAs: String?
        let identifier: Identifier
        let containedInPlace: [Place]
        let geo: Coordinates?

        enum CodingKeys: String, CodingKey {
            case context = "@context", type = "@type", name, url, sameAs, identifier, containedInPlace, geo
        }
    }

    static func json(_ view: CityView, address: String) -> String? {
        let city = view.city
        var geo: Coordinates?
        if let latitude = city.latitude, let longitude = city.longitude {
            geo = Coordinates(latitude: latitude, longitude: longitude)
        }
        let data = CityData(
            name: city.name, url: address, sameAs: view.profile.website, identifier: Identifier(value: city.code),
            containedInPlace: [
                Place(type: "AdministrativeArea", name: view.line.countyName), Place(type: "Country", name: "România"),
            ],
            geo: geo)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(data) else { return nil }
        // Inside a script element no text may look like its end.
        return String(decoding: bytes, as: UTF8.self).replacing("<", with: "\\u003c")
    }
}
