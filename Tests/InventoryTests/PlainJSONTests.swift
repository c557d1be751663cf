import Foundation
import Testing

@testable import Inventory

/// The short way of reading arguments says what the decoder says, or leaves it to the decoder.
@Suite("Plain JSON") struct PlainJSONTests {
    @Test(
        "Texts, numbers and objects are read as the decoder reads them",
        arguments: [
            #"{"energy":"100 MWh","fuel":"natural-gas"}"#, #" { "energy" : { "unit" : "MWh" , "value" : 1234.5 } } "#,
            #"{"a":0,"b":-0.25,"c":10,"d":123456789012345678}"#, "{\"a\":\n\t\"țigle șindrilă\"}", #"{"a":""}"#,
            #"{"a":{"b":{"c":{"d":1}}}}"#,
        ])
    func asTheDecoder(json: String) throws {
        let decoded = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        #expect(PlainJSON.read(json).map { .object($0) } == decoded)
    }

    @Test(
        "Everything else is left to the decoder",
        arguments: [
            "", "{}", "[]", "1", "null", #"{"a":1"#, #"{"a":1}x"#, #"{"a":1,}"#, #"{"a":01}"#, #"{"a":1.}"#,
            #"{"a":-}"#,
            #"{"a":+1}"#, #"{"a":1e3}"#, #"{"a":true}"#, #"{"a":null}"#, #"{"a":[1]}"#, #"{"a":"b\n"}"#,
            "{\"a\":\"b\n\"}",
            #"{"a":1,"a":2}"#, #"{"a" 1}"#, #"{"a":"b}"#, #"{"a":{"b":{"c":{"d":{"e":1}}}}}"#, #"{a:1}"#,
        ])
    func leftToTheDecoder(json: String) { #expect(PlainJSON.read(json) == nil) }
}
