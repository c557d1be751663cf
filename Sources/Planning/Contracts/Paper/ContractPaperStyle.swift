/// How a contract looks on paper: dark text, one quiet blue, figures in columns.
enum ContractPaperStyle {
    static let css = """
        @page { size: A4; margin: 22mm 20mm 22mm 20mm;
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "DejaVu Sans"; color: #555 }
          @bottom-left { content: string(city); font: 8pt "DejaVu Sans"; color: #555 }
          @top-right { content: string(part); font: 8pt "DejaVu Sans"; color: #555 } }
        @page :first { @bottom-left { content: none } @bottom-right { content: none } @top-right { content: none } }
        @page wide { size: A4 landscape; margin: 18mm 15mm }
        html { font: 9.5pt/1.45 "DejaVu Sans", sans-serif; color: #1b1b1b; hyphens: none }
        body { margin: 0 }
        h1, h2, h3, h4, h5 { font-weight: bold; color: #123f6d; line-height: 1.2; break-after: avoid }
        h1 { font-size: 20pt; margin: 0 0 8mm; string-set: part content(); bookmark-level: 1 }
        h2 { font-size: 14pt; margin: 8mm 0 3mm; border-bottom: 0.6pt solid #123f6d; padding-bottom: 1.5mm;
          bookmark-level: 2 }
        h3 { font-size: 10.5pt; margin: 5mm 0 2mm; bookmark-level: 3 }
        h4, h5, h6 { font-size: 9.5pt; margin: 4mm 0 1mm; bookmark-level: none }
        p, ul, ol { margin: 0 0 2.5mm } li { margin: 0 0 1mm } a { color: #123f6d; text-decoration: none }
        p { orphans: 2; widows: 2 }
        .cover { break-after: page; padding-top: 55mm }
        .cover .kind { font-size: 13pt; color: #123f6d; margin: 0 0 4mm }
        .cover .title { font-size: 30pt; line-height: 1.15; font-weight: bold; margin: 0 0 6mm; string-set: city content() }
        .cover .parts { font-size: 10.5pt; color: #444; margin: 0 0 22mm }
        .facts { margin: 0 0 8mm; border-top: 1.6pt solid #123f6d; padding-top: 4mm; font-size: 9pt }
        .facts dt { color: #555; float: left; clear: left; width: 45mm }
        .facts dd { margin: 0 0 1.6mm 47mm; overflow-wrap: anywhere }
        .remark { border-left: 2pt solid #b3671b; padding-left: 3mm; font-size: 9pt }
        .contents { margin-bottom: 12mm } .contents-title { font-size: 20pt; font-weight: bold; color: #123f6d }
        .contents ul { list-style: none; margin: 0; padding: 0 }
        .contents li { margin: 0 0 0.8mm } .contents .first { font-weight: bold; margin-top: 4mm }
        .contents .second { margin-left: 4mm; margin-top: 1.5mm } .contents .third { margin-left: 9mm; font-size: 8.5pt }
        .contents a { color: #1b1b1b }
        .contents a::after { content: leader(dotted) " " target-counter(attr(href), page); font-weight: normal }
        .document { break-before: page } .guide h1 { font-size: 14pt; margin-bottom: 3mm }
        .wide { page: wide }
        table { border-collapse: collapse; width: 100%; margin: 0 0 2mm; font-size: 8pt; line-height: 1.3 }
        caption { text-align: left; color: #444; font-size: 8pt; padding: 0 0 1.2mm; break-after: avoid }
        thead { display: table-header-group }
        thead th { background: #e7eef6; color: #123f6d; vertical-align: bottom; border-bottom: 1pt solid #123f6d }
        th, td { text-align: left; vertical-align: top; padding: 1.1mm 1.6mm; border-bottom: 0.4pt solid #b9c4d0;
          overflow-wrap: break-word }
        tbody th { font-weight: normal; color: #1b1b1b }
        tr { break-inside: avoid }
        .figure { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal }
        .total th, .total td { font-weight: bold; border-top: 0.8pt solid #123f6d; background: #f5f8fb }
        .narrow { font-size: 6.8pt } .narrow th, .narrow td { padding: 0.9mm 1mm }
        .sheet { margin-bottom: 4mm } .sheet caption { font-weight: bold; color: #123f6d; font-size: 9pt }
        .sheet th { width: 52mm; color: #444 }
        .findings { table-layout: fixed } .findings th:first-child { width: 12mm }
        .findings th:nth-child(2) { width: 58mm }
        .note, .notes { font-size: 7.5pt; color: #444; margin: 0 0 1mm } .notes { margin-top: 1mm }
        em { color: #8a4b08 } sup { font-size: 6.5pt; line-height: 1 }
        figure { margin: 5mm 0 4mm; break-inside: avoid } .figure-title { font-weight: bold; margin: 0 0 2mm }
        figure img { width: 120mm; display: block; margin: 0 0 2mm } .data { width: 120mm }
        pre { white-space: pre-wrap; font-size: 8pt } blockquote { margin: 0 0 3mm 4mm; color: #444 }
        """

    /// Of the drawings, which see nothing of the page's style.
    static let drawing = """
        text { font: 13px "DejaVu Sans", sans-serif; fill: #1b1b1b } .figure { font-weight: bold }
        .bar { fill: #2f6da8 } .highlighted { fill: #b3671b } .axis { stroke: #555; stroke-width: 1 }
        """
}
