"""`m100 call assign` finds what HiGHS, an independent solver of integer programs, finds: the weakest pair and the sum."""

import json
import os
import random
import subprocess
from pathlib import Path

import highspy
import pytest

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ["energy", "mobility", "waste"]


def case(seed, bids, experts, fields):
    numbers = random.Random(seed)
    asked = {
        "reviewersPerBid": 3,
        "seed": f"oracle {seed}",
        "bids": [{"number": f"B-{i}", "fields": [FIELDS[i % 3]] if fields else []} for i in range(bids)],
        "experts": [
            {"id": f"E-{i}", "institution": f"I-{numbers.randrange(experts // 2)}", "least": 1,
             "most": bids * 3 // experts + 4, "fields": [f for f in FIELDS if numbers.random() < 0.6] if fields else []}
            for i in range(experts)],
        "conflicts": [], "suitability": [],
    }
    for bid in asked["bids"]:
        for expert in asked["experts"]:
            pair = {"bid": bid["number"], "expert": expert["id"]}
            if numbers.random() < 0.1:
                asked["conflicts"].append(pair)
            asked["suitability"].append(pair | {"value": numbers.randrange(1001)})
    return asked


def best_sum(asked, least):
    """The largest sum over pairs of at least this suitability; None where no assignment is left."""
    solver = highspy.Highs()
    solver.silent()
    barred = {(pair["bid"], pair["expert"]) for pair in asked["conflicts"]}
    pairs = {}
    for pair in asked["suitability"]:
        key = (pair["bid"], pair["expert"])
        if key not in barred and pair["value"] >= least:
            pairs[key] = (solver.addBinary(obj=pair["value"]), pair["value"])

    def total(chosen):
        return sum((pairs[key][0] for key in chosen), start=highspy.highs.highs_linear_expression())

    experts = {expert["id"]: expert for expert in asked["experts"]}
    for bid in asked["bids"]:
        own = [key for key in pairs if key[0] == bid["number"]]
        if len(own) < asked["reviewersPerBid"]:
            return None
        solver.addConstr(total(own) == asked["reviewersPerBid"])
        for institution in {experts[key[1]]["institution"] for key in own}:
            solver.addConstr(total(key for key in own if experts[key[1]]["institution"] == institution) <= 1)
        for field in bid["fields"]:
            holders = [key for key in own if field in experts[key[1]]["fields"]]
            if not holders:
                return None
            solver.addConstr(total(holders) >= 1)
    for expert in asked["experts"]:
        own = [key for key in pairs if key[1] == expert["id"]]
        if not own:
            if expert["least"] > 0:
                return None
            continue
        solver.addConstr(total(own) <= expert["most"])
        solver.addConstr(total(own) >= expert["least"])
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(solver.getObjectiveValue())


def assigned(asked):
    done = subprocess.run(
        [os.environ["M100_BINARY"], "call", "assign", "-", "--json"], input=json.dumps(asked), capture_output=True,
        text=True, cwd=ROOT, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif("M100_BINARY" not in os.environ, reason="the program is not built")
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("bids", "experts", "fields"), [(20, 12, False), (40, 20, False), (15, 12, True)])
def test_weakest_pair_and_sum_are_what_highs_finds(seed, bids, experts, fields):
    asked = case(seed, bids, experts, fields)
    found = assigned(asked)
    best = best_sum(asked, found["weakest"])
    if found["isProven"]:
        assert found["sum"] == best
        assert best_sum(asked, found["weakest"] + 1) is None
    else:
        assert fields
        assert found["sum"] <= best <= found["bound"]
