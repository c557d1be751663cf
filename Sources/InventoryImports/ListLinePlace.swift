import Inventory

/// Where a line of a list stands: on a line of the GPC, in a sector and scope, or as a sum of other lines.
extension ListLine {
    func isSum(_ meaning: ImportMeaning, _ words: inout WordCache) -> Bool {
        let text = text(meaning)
        return !text.isEmpty && ImportWords.isTotal(words.folded(text))
    }

    mutating func position(_ words: inout WordCache) -> Where? {
        let code = text(.reference)
        if !code.isEmpty {
            if let reference = GPCReference.coded(code) { return .place(Placement(reference)) }
            if ImportWords.isTotal(words.folded(code)) { return .sum(nil, nil) }
            // Sub-sector codes such as I.1 need their scope.
            if columns[.scope] == nil || SectorWords.subsector(words.folded(code)) == nil {
                refuse(.reference, "The GPC has no line {code}: write one such as I.1.2.", ["code": code])
                return nil
            }
        }
        let (sectorText, scopeText) = (text(.sector), text(.scope))
        let isTotal = (sector: isSum(.sector, &words), scope: isSum(.scope, &words))
        let sector = SectorWords.sector(words.folded(sectorText))
        var subsector: String?
        for text in [code, text(.subsector), sector == nil ? sectorText : ""] where subsector == nil && !text.isEmpty {
            subsector = SectorWords.subsector(words.folded(text))
        }
        let scope = ImportWords.scope(words.folded(scopeText))
        if isTotal.sector || isTotal.scope {
            guard isTotal.sector || sector != nil, isTotal.scope || scope != nil || scopeText.isEmpty else {
                return refusePlace(sectorText, scopeText, sector)
            }
            return .sum(
                isTotal.sector ? nil : SectorWords.contract(words.folded(sectorText)), isTotal.scope ? nil : scope)
        }
        guard let scope else { return refusePlace(sectorText, scopeText, sector, subsector) }
        if let subsector {
            let line = GPCReference.all.first { $0.subsector == subsector && $0.scope == scope }
            if let line, sector == nil || line.sector == sector { return .place(Placement(line)) }
            // Published tables put figures where the GPC has no line; other sectors do not belong together.
            if let sector, let line = GPCReference.all.first(where: { $0.subsector == subsector }),
                line.sector != sector
            {
                refuse(
                    .subsector, "{code} does not stand in sector {sector}, scope {scope}: correct one of them.",
                    ["code": subsector, "sector": sectorText, "scope": scopeText])
                return nil
            }
        }
        guard let sector = sector ?? subsector.flatMap(Self.sector(of:)) else {
            return refusePlace(sectorText, scopeText, sector)
        }
        if let named = optional(.subsector), subsector == nil {
            refuse(
                .subsector,
                "No sub-sector is called {name}: write its name or code as the GPC has it, or leave it empty.",
                ["name": named])
            return nil
        }
        return .place(Placement(sector, scope))
    }

    private static func sector(of subsector: String) -> GPCSector? {
        GPCReference.all.first { $0.subsector == subsector }?.sector
    }

    func optional(_ meaning: ImportMeaning) -> String? {
        let text = text(meaning)
        return text.isEmpty ? nil : text
    }

    private mutating func refusePlace(
        _ sectorText: String, _ scopeText: String, _ sector: GPCSector?, _ subsector: String? = nil
    ) -> Where? {
        if sector == nil, subsector == nil {
            refuse(
                .sector, "No sector is called {name}: write Buildings, Transport, Waste, IPPU, AFOLU, or I to VI.",
                ["name": sectorText.isEmpty ? "–" : sectorText])
        } else {
            refuse(.scope, "{value} is no scope: write 1, 2 or 3.", ["value": scopeText.isEmpty ? "–" : scopeText])
        }
        return nil
    }
}
