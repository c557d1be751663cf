/// The 128 upper characters of the code pages in which Romanian was written before Unicode.
///
/// Both have ş and ţ with a cedilla where Romanian has ș and ț with a comma; the comma is meant and is read.
/// U+FFFD stands for bytes that no text has.
enum CodePage {
    static let windows1250: [Unicode.Scalar] = scalars(
        """
        €\u{fffd}‚\u{fffd}„…†‡\u{fffd}‰Š‹ŚŤŽŹ\u{fffd}‘’“”•–—\u{fffd}™š›śťžź\
        \u{a0}ˇ˘Ł¤Ą¦§¨©Ș«¬\u{ad}®Ż°±˛ł´µ¶·¸ąș»Ľ˝ľż\
        ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝȚß\
        ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýț˙
        """)

    static let latin2: [Unicode.Scalar] =
        [Unicode.Scalar](repeating: "\u{fffd}", count: 32)
        + scalars(
            """
            \u{a0}Ą˘Ł¤ĽŚ§¨ŠȘŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šșťź˝žż\
            ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝȚß\
            ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýț˙
            """)

    private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
