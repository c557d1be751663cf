/// PDF with tags (PDF/UA-1) from HTML, by WeasyPrint in a process of its own.
package struct TaggedPDF: Sendable {
    private let program: DocumentProgram

    package init(python: String = "/usr/bin/python3", limit: Duration = .seconds(120)) {
        program = DocumentProgram(name: python, package: "weasyprint", limit: limit)
    }

    /// The document; the same HTML and time give the same bytes.
    ///
    /// - Parameter time: seconds since 1970 that stand for the day of the document.
    package func bytes(_ html: [UInt8], time: Int) async throws -> [UInt8] {
        try await program.output(["-I", "-c", Self.script], input: html, time: time)
    }

    /// Nothing is fetched, from no network and no disk: what the pages show stands in them. The tags of version 57 say
    /// neither which way a table's heading points nor what a picture shows, so both are added before the file is written.
    private static let script = """
        import logging, resource, sys
        resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))
        from weasyprint import HTML, default_url_fetcher, draw
        import pydyf
        logging.getLogger('weasyprint').addHandler(logging.NullHandler())

        def fetch(address, *others, **named):
            if address.startswith('data:image/svg+xml;base64,'):
                return default_url_fetcher(address, *others, **named)
            raise ValueError('nothing is fetched')

        source = HTML(string=sys.stdin.buffer.read().decode('utf-8'), base_url='about:blank', url_fetcher=fetch)
        pictures = [i.get('alt', '') for i in source.etree_element.iter('img')]

        plain = draw.draw_replacedbox
        def draw_picture(stream, box):
            is_picture = box.element_tag == 'img'
            if is_picture:
                stream.begin_marked_content(box, mcid=True, tag='Figure')
            plain(stream, box)
            if is_picture:
                stream.end_marked_content()
        draw.draw_replacedbox = draw_picture

        def finish(document, pdf):
            for key in ('CreationDate', 'ModDate'):
                if key in pdf.info and not pdf.info[key].string.startswith('D:'):
                    pdf.info[key] = pydyf.String('D:' + pdf.info[key].string)
            by_reference = {o.reference: o for o in pdf.objects if isinstance(o, pydyf.Dictionary)}
            shown = 0
            for o in pdf.objects:
                if not isinstance(o, pydyf.Dictionary):
                    continue
                if o.get('S') == '/TH':
                    row = by_reference.get(o.get('P'))
                    cells = [by_reference.get(k) for k in row['K'] if k in by_reference] if row else []
                    is_head = all(c.get('S') == '/TH' for c in cells)
                    scope = '/Column' if is_head and len(cells) > 1 else '/Row'
                    o['A'] = pydyf.Dictionary({'O': '/Table', 'Scope': scope})
                elif o.get('S') == '/Figure':
                    o['Alt'] = pydyf.String(pictures[shown] if shown < len(pictures) else '')
                    shown += 1

        sys.stdout.buffer.write(source.write_pdf(
            variant='pdf/ua-1', finisher=finish, identifier=b'm100-hub', optimize_size=('fonts', 'images')))
        """
}
