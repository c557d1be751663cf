"""The recorded industry, animal and soil cases are what bonsai-ipcc answers, and the program answers the same."""

import json
import os
import subprocess
from pathlib import Path

import pytest

import industry_land_oracle

RECORDED = json.loads(industry_land_oracle.RECORD.read_text())
ANSWERED = {case["name"]: case for case in industry_land_oracle.cases()}
ROOT = Path(__file__).resolve().parents[2]


def test_no_case_is_missing_or_extra():
    assert [case["name"] for case in RECORDED] == list(ANSWERED)
    assert len(ANSWERED) > 200


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda case: case["name"])
def test_recorded_case_is_what_the_oracle_answers(recorded):
    answered = ANSWERED[recorded["name"]]
    assert recorded["arguments"] == answered["arguments"]
    assert industry_land_oracle.differences(recorded["expected"], answered["expected"]) == []


@pytest.mark.skipif("M100_BINARY" not in os.environ, reason="the program is not built")
@pytest.mark.parametrize("recorded", RECORDED[::10], ids=lambda case: case["name"])
def test_the_command_line_answers_the_same(recorded):
    asked = recorded["arguments"] | {"year": recorded["year"], "region": recorded["region"]}
    done = subprocess.run(
        [os.environ["M100_BINARY"], "calculate", recorded["method"], "--json"], input=json.dumps(asked),
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert industry_land_oracle.differences(json.loads(done.stdout)["emissions_t"], recorded["expected"]) == []
