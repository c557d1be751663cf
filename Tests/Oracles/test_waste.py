"""The recorded waste cases are what bonsai-ipcc answers, and the program answers the same."""

import json
import os
import subprocess
from pathlib import Path

import pytest

import waste_oracle

RECORDED = json.loads(waste_oracle.RECORD.read_text())
ANSWERED = {case["name"]: case for case in waste_oracle.cases()}
ROOT = Path(__file__).resolve().parents[2]


def test_no_case_is_missing_or_extra():
    assert [case["name"] for case in RECORDED] == list(ANSWERED)
    assert len(ANSWERED) > 100


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda case: case["name"])
def test_recorded_case_is_what_the_oracle_answers(recorded):
    answered = ANSWERED[recorded["name"]]
    assert recorded["arguments"] == answered["arguments"]
    assert waste_oracle.differences(recorded["expected"], answered["expected"]) == []
    assert waste_oracle.differences(recorded.get("series", {}), answered.get("series", {})) == []


def test_inert_waste_has_no_methane_in_the_oracle_either():
    for name in ("plastics", "metal", "glass", "other-inert", "rubber-and-leather", "petroleum-products", "hazardous"):
        assert ANSWERED[f"one deposit of {name}"]["expected"] == {"ch4_biogenic": 0.0}
    assert ANSWERED["one deposit of food"]["expected"]["ch4_biogenic"] > 1


@pytest.mark.skipif("M100_BINARY" not in os.environ, reason="the program is not built")
@pytest.mark.parametrize("recorded", RECORDED[::10], ids=lambda case: case["name"])
def test_the_command_line_answers_the_same(recorded):
    asked = recorded["arguments"] | {"year": recorded["year"], "region": recorded["region"]}
    done = subprocess.run(
        [os.environ["M100_BINARY"], "calculate", recorded["method"], "--json"], input=json.dumps(asked),
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert waste_oracle.differences(json.loads(done.stdout)["emissions_t"], recorded["expected"]) == []
