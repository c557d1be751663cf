"""The hub's weights of HFC and PFC are those of globalwarmingpotentials, an independent collection of the IPCC's tables."""

import re
from pathlib import Path

import globalwarmingpotentials as published
import pytest

GASES = Path(__file__).resolve().parents[2] / "Sources/Inventory/Gases"
SETS = ["SARGWP100", "AR4GWP100", "AR5GWP100", "AR6GWP100"]
ROWS = re.findall(r"^ +(\w+),(?:hfc|pfc),(.*)$", (GASES / "SpeciesTable.swift").read_text(), re.MULTILINE)
WEIGHTS = re.findall(
    r"case \.(\w+): Weights\(ch4Fossil: ([\d.]+), ch4: ([\d.]+), n2o: (\d+), sf6: ([\d_]+), nf3: ([\d_]+)\)",
    (GASES / "GWPSet.swift").read_text())


def test_the_tables_were_found():
    assert len(ROWS) >= 30 and [row[0] for row in WEIGHTS] == ["sar", "ar4", "ar5", "ar6"]


@pytest.mark.parametrize(("name", "cells"), ROWS, ids=[name for name, _ in ROWS])
def test_a_species_weighs_what_is_published(name, cells):
    for column, cell in zip(SETS, cells.split(","), strict=True):
        assert (float(cell) if cell else None) == published.data[column].get(name), column


@pytest.mark.parametrize(("column", "row"), list(zip(SETS, WEIGHTS, strict=True)), ids=SETS)
def test_the_other_gases_weigh_what_is_published(column, row):
    table = published.data[column]
    _, _, methane, nitrous, sulphur, nitrogen = row
    # AR6 Table 7.15: methane that is not fossil has 27.0, where the collection's one value for all is 27.9 (Table 7.SM.7).
    assert float(methane) == (27 if column == "AR6GWP100" else table["CH4"])
    assert float(nitrous) == table["N2O"]
    assert float(sulphur.replace("_", "")) == table["SF6"]
    assert float(nitrogen.replace("_", "")) == table.get("NF3", 0)
