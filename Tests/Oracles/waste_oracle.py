"""Waste and wastewater cases with what bonsai-ipcc, an independent program, answers to them.

    python Tests/Oracles/waste_oracle.py          writes waste.json, which the Swift tests read
    python -m pytest Tests/Oracles                checks that waste.json is still what bonsai-ipcc answers

A case without a parameter tests our default too: the expected value then comes from bonsai-ipcc's own tables.
Its equations are used one by one, not its sequences, which read the years of a waste history from the wrong end.
Three slips of its own are put right here, each where it happens: composting is ten times too high (0.01 for 10^-3),
and the N2O of effluent, domestic and industrial, is left as N2O-N.
"""

import json
import math
import random
import sys
from pathlib import Path

from bonsai_ipcc import IPCC

RECORD = Path(__file__).with_name("waste.json")
SEED = 20261122
N2O_OF_N = 44 / 28
COMPOSTING_SLIP = 1e-3 / 0.01

WASTE = IPCC().waste

FRACTIONS = {
    "food": "msw_food", "garden": "msw_garden", "paper": "msw_paper", "wood": "msw_wood", "textiles": "msw_textiles",
    "nappies": "msw_nappies", "sewage-sludge": "sludge_dom", "industrial-sludge": "sludge_ind", "clinical": "ow_clinical",
    "industrial-food": "isw_food", "industrial-wood": "isw_wood",
    "rubber-and-leather": "msw_rubber", "plastics": "msw_plastics", "metal": "msw_metal", "glass": "msw_glass",
    "other-inert": "msw_other", "petroleum-products": "isw_petroleum", "hazardous": "ow_hazard",
}
SITES = {
    "managed-anaerobic": "managed", "semi-aerobic-well-managed": "managed_well_s-a",
    "semi-aerobic-poorly-managed": "managed_poorly_s-a", "active-aeration-well-managed": "managed_well_a-a",
    "active-aeration-poorly-managed": "managed_poorly_a-a", "unmanaged-deep": "unmanaged_deep",
    "unmanaged-shallow": "unmanaged_shallow", "uncategorised": "uncharacterised",
}
CLIMATES = {
    "boreal-temperate-dry": ("dry", "boreal_temperate"), "boreal-temperate-wet": ("wet", "boreal_temperate"),
    "tropical-dry": ("dry", "tropical"), "tropical-wet": ("wet", "tropical"),
}
INCINERATORS = {
    "continuous-stoker": "inc_cont_stoker", "continuous-fluidised-bed": "inc_cont_fluid",
    "semi-continuous-stoker": "inc_semi_stoker", "semi-continuous-fluidised-bed": "inc_semi_fluid",
    "batch-stoker": "inc_batch_stoker", "batch-fluidised-bed": "inc_batch_fluid",
}
PATHWAYS = {
    "aerobic-plant-primary": "coll_treat_aerob_centralised_primary",
    "aerobic-plant-secondary": "coll_treat_aerob_centralised_primary_secondary",
    "aerobic-plant-tertiary": "coll_treat_aerob_centralised_primary_secondary-tertiary",
    "stagnant-sewer": "coll_untreat_sewer-stagnant", "septic-tank": "uncoll_septic-tanks",
    "septic-system-with-soil-dispersal": "uncoll_septic-system", "latrine-dry-household": "uncoll_latrines_small",
    "latrine-dry-communal": "uncoll_latrines_communal", "latrine-wet": "uncoll_latrines_wet", "untreated": "uncoll_untreated",
}
DISCHARGES = {
    "any-water": "freshwater_aquatic_tier1", "reservoir-lake-estuary": "freshwater_aquatic_lakes_tier2",
    "other-water": "freshwater_aquatic_other_tier2",
}
INDUSTRIES = {
    "alcohol-refining": "ww_alcref", "beer-and-malt": "ww_beer", "dairy": "ww_dairy", "meat-and-poultry": "ww_meat",
    "pulp-and-paper": "ww_pulp", "starch": "ww_starch", "sugar-refining": "ww_sugar", "wine-and-vinegar": "ww_wine",
}


def parameter(room, table, *coordinates):
    """A default value of bonsai-ipcc."""
    index = tuple(coordinates) + ("def",)
    return float(getattr(getattr(WASTE, room).parameter, table).loc[index if len(index) > 1 else index[0]]["value"])


def case(name, method, arguments, expected, series=None):
    found = {"name": name, "method": method, "year": 2021, "region": ["RO", "EU", "world"], "arguments": arguments,
             "expected": expected}
    return found | ({"series": {str(year): value for year, value in series.items()}} if series else {})


def first_order_decay(name, history, climate, guidelines, cover, recovery, until):
    """history: (year, fraction, t, site); recovery: t CH4 by year."""
    room = WASTE.swd.elementary
    moisture, zone = CLIMATES[climate]
    first = min(year for year, *_ in history)
    series = {}
    for year in range(first, until + 1):
        series[year] = 0.0
    for fraction in sorted({row[1] for row in history}):
        key = FRACTIONS[fraction]
        carbon = parameter("swd", "doc", "World", key, "wet")
        decaying = 0.5 if guidelines == "ipcc-2006" else parameter("swd", "doc_f", "World", key)
        rate = parameter("swd", "k", key, moisture, zone)
        stock = 0.0
        for year in range(first, until + 1):
            deposited = sum(
                room.ddoc_from_wd_data(tonnes / 1000, carbon, decaying, parameter("swd", "mcf", SITES[site]))
                for when, what, tonnes, site in history if when == year and what == fraction)
            decayed = room.ddoc_m_decomp_t(stock, rate)
            series[year] += room.ch4_generated(decayed, parameter("swd", "f"))
            stock = room.ddoc_ma_t(deposited, stock, rate)
    oxidation = parameter("swd", "ox", "managed_well_s-a") if cover == "oxidising" else parameter("swd", "ox", "managed")
    for year, generated in series.items():
        part = recovery.get(year, 0) / (generated * 1000) if year in recovery else 0.0
        series[year] = room.ch4_emissions(generated, oxidation, part) * 1000
    arguments = {
        "waste": [{"year": y, "fraction": f, "mass": {"value": t, "unit": "t"}, "site": s} for y, f, t, s in history],
        "climate": climate, "guidelines": guidelines, "cover": cover, "series_until": until,
        "recovery": [{"year": y, "methane": {"value": t, "unit": "t"}} for y, t in recovery.items()],
    }
    return case(name, "landfill-first-order-decay", arguments, {"ch4_biogenic": series[2021]}, series)


def landfill_cases():
    numbers = random.Random(SEED)
    fractions, sites = list(FRACTIONS), list(SITES)
    for number, climate in enumerate(list(CLIMATES) * 2):
        history = []
        for year in range(1950 if number == 0 else numbers.choice([1990, 2005, 2015]), 2025):
            # A site that is rebuilt: its class changes over the years, and with it the MCF of new waste only.
            site = sites[(number + (year - 1950) // 10) % len(sites)]
            for fraction in numbers.sample(fractions, 4):
                history.append((year, fraction, round(numbers.uniform(0, 30_000), 1), site))
        yield first_order_decay(
            f"history {number}, {climate}", history, climate, ["ipcc-2006", "ipcc-2019"][number % 2],
            ["none", "oxidising"][number // 2 % 2], {2021: 1.5, 2022: 2.25} if number % 3 == 0 else {}, 2030)
    for site in SITES:
        yield first_order_decay(
            f"one deposit, {site}", [(2000, "paper", 1000.0, site)], "boreal-temperate-wet", "ipcc-2006", "none", {}, 2040)
    for fraction in FRACTIONS:
        yield first_order_decay(
            f"one deposit of {fraction}", [(2010, fraction, 1000.0, "unmanaged-deep")], "boreal-temperate-dry", "ipcc-2019",
            "none", {}, 2021)


def commitment_cases():
    room = WASTE.swd.elementary
    shares = {"food": 0.435, "paper": 0.103, "wood": 0.017, "plastics": 0.12, "metal": 0.025, "glass": 0.05, "other-inert": 0.25}
    for site, key in SITES.items():
        carbon = sum(share * parameter("swd", "doc", "World", FRACTIONS[name], "wet") for name, share in shares.items())
        decomposable = room.ddoc_from_wd_data(80.0, carbon, 0.6, parameter("swd", "mcf", key))
        methane = room.ch4_emissions(room.ch4_generated(decomposable, parameter("swd", "f")), 0.1, 0.3)
        yield case(
            f"commitment, {site}", "landfill-methane-commitment",
            {"mass": {"value": 80, "unit": "kt"}, "site": site, "cover": "oxidising",
             "recovered_share": {"value": 30, "unit": "%"},
             "composition": [{"fraction": name, "share": share} for name, share in shares.items()]},
            {"ch4_biogenic": methane * 1000})


def biological_cases():
    room = WASTE.biological.elementary
    for treatment, key in [("composting", "compost"), ("anaerobic-digestion", "anaer_digest")]:
        for basis in ["wet", "dry"]:
            factors = [parameter("biological", table, 2006, "World", key, basis)
                       for table in ("ef_ch4_biotreat", "ef_n2o_biotreat")]
            methane = room.ch4_emissions(12.5, factors[0], 0) * COMPOSTING_SLIP
            nitrous = room.n2o_emissions(12.5, factors[1]) * COMPOSTING_SLIP
            yield case(
                f"{treatment}, {basis}", "biological-treatment",
                {"mass": 12_500, "treatment": treatment, "basis": basis, "recovered_methane": {"value": 2, "unit": "t"}},
                {"ch4_biogenic": methane * 1000 - 2, "n2o": nitrous * 1000})


def incineration_cases():
    room = WASTE.incineration.elementary
    for number, (fraction, key) in enumerate(FRACTIONS.items()):
        technology = list(INCINERATORS)[number % len(INCINERATORS)]
        dry, carbon = (parameter("waste_generation", table, 2006, "World", key) for table in ("dm", "cf"))
        fossil = parameter("incineration", "fcf", "World", key, "inc_unspecified")
        row = {"fraction": fraction, "share": 1}
        # bonsai-ipcc's tables differ from the printed ones in these two cells: the cases give its values.
        if fraction == "paper":
            row["fossil_carbon"] = fossil
        if fraction == "wood":
            row["dry_matter"] = dry
        for method, burner, extra in [
            ("incineration", "inc_unspecified", {"technology": technology, "waste": "municipal"}),
            ("open-burning", "open_burn", {"guidelines": "ipcc-2019"}),
        ]:
            # Open burning's oxidation is tabled for municipal waste only.
            burnt = parameter("incineration", "of", "World", key if key.startswith("msw") else "msw_food", burner)
            ch4 = (parameter("incineration", "ef_ch4", "JP", "msw_food", INCINERATORS[technology])
                   if method == "incineration" else 6500.0)
            n2o_mass = 4.2 if method == "incineration" else 4.2 * dry
            yield case(
                f"{method} of {fraction}", method,
                {"mass": {"value": 4.2, "unit": "kt"}, "composition": [row], "ef_n2o": {"value": 44, "unit": "kg/kt"}} | extra,
                {"co2": room.co2_emissions(4.2, dry, carbon, fossil, burnt) * 1000,
                 "co2_biogenic": room.co2_emissions(4.2, dry, carbon, 1 - fossil, burnt) * 1000,
                 "ch4_combustion": room.ch4_emissions(4.2, ch4) * 1000,
                 "n2o": room.n2o_emissions(n2o_mass, 44.0) * 1000})


def domestic_cases():
    room, made = WASTE.wastewater.elementary, WASTE.waste_generation.elementary
    people, bod, capacity = 286_598, 60.0, parameter("wastewater", "b0_bod", 2006, "World")
    tow = made.ww_domestic(people, bod)
    for number, (pathway, key) in enumerate(PATHWAYS.items()):
        place = list(DISCHARGES)[number % len(DISCHARGES)]
        rows, methane, nitrous = [], 0.0, 0.0
        for group, share, use in [("urban", 0.7, 1.0), ("rural", 0.3, 0.4)]:
            sludge = room.s_aerob(3.0, 0.5) if group == "urban" else 0.0
            recovered = 0.125 if group == "urban" and parameter("wastewater", "mcf_wwatertreat", 2006, "World", key) > 0 else 0.0
            system = room.tow_system(tow, share, use, parameter("wastewater", "i", "World", key))
            factor = room.ef_ch4_treat(capacity, parameter("wastewater", "mcf_wwatertreat", 2006, "World", key))
            methane += room.ch4_emissions_treatment(system, sludge, factor, recovered * 1000)
            effluent = room.tow_eff_treat_system(system, 1.0, parameter("wastewater", "tow_rem", 2006, "World", key))
            discharge = parameter("wastewater", "mcf_wwaterdischarge", 2006, "World", DISCHARGES[place])
            methane += room.ch4_emissions_discharge(effluent, 0.0, room.ef_ch4_discharge(capacity, discharge), 0.0)
            rows.append({"group": group, "population_share": share, "use": use, "pathway": pathway, "discharge": place,
                         "sludge_removed": {"value": sludge, "unit": "kg"}, "methane_recovered": recovered})
        # What takes no such pathway is discharged nowhere, so that the whole is described.
        rest = {"group": "rural", "population_share": 0.3, "use": 0.6, "pathway": "untreated", "discharge": "none"}
        yield case(
            f"methane 2019, {pathway}", "domestic-wastewater-methane-2019",
            {"population": people, "pathways": rows + [rest]}, {"ch4_biogenic": methane / 1000})
        yield nitrous_oxide_2019(pathway, key, people)
    yield methane_2006(people, tow, capacity)
    yield nitrous_oxide_2006(people)


def nitrous_oxide_2019(pathway, key, people):
    room = WASTE.wastewater.elementary
    protein = room.protein(106 * 365 / 1000, parameter("wastewater", "fpc", 2006, "Eastern Europe"))
    total = room.tn_domestic(
        people, protein, parameter("wastewater", "f_npr", 2006, "World"), parameter("wastewater", "n_hh", 2006, "Eastern Europe"),
        parameter("wastewater", "f_non_con", 2006, "Eastern Europe"), parameter("wastewater", "f_ind_com", 2006, "World", key))
    plant = 0.0 if "sewer" in pathway else parameter("wastewater", "ef_n2o_wwatertreat", 2006, "World", key)
    plants = room.n2o_plants(1.0, 1.0, plant, total)
    nitrogen = room.n_effluent_dom_system(total, 1.0, parameter("wastewater", "n_rem", 2006, "World", key))
    factor = parameter("wastewater", "ef_n2o_wwaterdischarge", 2006, "World", "freshwater_aquatic_tier1")
    effluent = room.n2o_effluent(nitrogen, factor) * N2O_OF_N
    return case(
        f"nitrous oxide 2019, {pathway}", "domestic-wastewater-nitrous-oxide-2019",
        {"population": people, "pathways": [{"population_share": 1, "use": 1, "pathway": pathway}]},
        {"n2o": (plants + effluent) / 1000})


def methane_2006(people, tow, capacity):
    room = WASTE.wastewater.elementary
    pathways = {"aerobic-plant-overloaded": (0.8, 1.25, 0.3), "septic-system": (0.15, 1.0, 0.5), "sea-river-lake": (0.05, 1.0, 0.1)}
    methane = sum(
        room.ch4_emissions_treatment(room.tow_system(tow, 1.0, use, extra), 0.0, room.ef_ch4_treat(capacity, mcf), 0.0)
        for use, extra, mcf in pathways.values())
    return case(
        "methane 2006", "domestic-wastewater-methane-2006",
        {"population": people,
         "pathways": [{"population_share": 1, "use": use, "pathway": name} for name, (use, *_) in pathways.items()]},
        {"ch4_biogenic": methane / 1000})


def nitrous_oxide_2006(people):
    room = WASTE.wastewater.elementary
    total = room.tn_domestic(people, 30.0, parameter("wastewater", "f_npr", 2006, "World"), 1.0, 1.1, 1.25)
    effluent = room.n2o_effluent(
        total - 15_000, parameter("wastewater", "ef_n2o_wwaterdischarge", 2006, "World", "freshwater_aquatic_tier1"))
    return case(
        "nitrous oxide 2006", "domestic-wastewater-nitrous-oxide-2006",
        {"population": people, "protein": {"value": 30, "unit": "kg/person"}, "sludge_nitrogen": 15, "plant_share": 0},
        {"n2o": effluent * N2O_OF_N / 1000})


def industrial_cases():
    room, made = WASTE.wastewater.elementary, WASTE.waste_generation.elementary
    capacity = parameter("wastewater", "b0_cod", 2006, "World")
    key = "coll_treat_aerob_centralised_industry"
    for industry, name in INDUSTRIES.items():
        water, cod = (parameter("waste_generation", table, 2006, "World", name) for table in ("w", "cod"))
        organics = made.ww_industrial(5_000.0, water, cod)
        methane = room.ch4_emissions_system_ind(organics, 1_000.0, room.ef_ch4_ind(capacity, 0.8), 250.0)
        yield case(
            f"industry methane, {industry}", "industrial-wastewater-methane",
            {"streams": [{"industry": industry, "production": 5_000, "treatment": "anaerobic-reactor", "sludge_removed": 1,
                          "methane_recovered": {"value": 250, "unit": "kg"}}]},
            {"ch4_biogenic": methane / 1000})
        try:
            nitrogen = room.tn_industry(5_000.0, water, parameter("wastewater", "tn", 2006, "World", name))
        except KeyError:
            continue
        plants = room.n2o_plants_ind(1.0, parameter("wastewater", "ef_n2o_wwatertreat", 2006, "World", key), nitrogen)
        left = room.n_effluent_ind(nitrogen, 1.0, parameter("wastewater", "n_rem", 2006, "World", key))
        factor = parameter("wastewater", "ef_n2o_wwaterdischarge", 2006, "World", "freshwater_aquatic_tier1")
        yield case(
            f"industry nitrous oxide, {industry}", "industrial-wastewater-nitrous-oxide",
            {"streams": [{"industry": industry, "production": 5_000, "treatment": "aerobic-plant"}]},
            {"n2o": (plants + room.n2o_effluent_ind(left, factor) * N2O_OF_N) / 1000})


def cases():
    """Every case, always in the same order and with the same numbers."""
    for family in (landfill_cases, commitment_cases, biological_cases, incineration_cases, domestic_cases, industrial_cases):
        yield from family()


def differences(ours, expected, tolerance=1e-12):
    """Names of what differs by more than rounding in the last digits."""
    return [name for name in sorted(set(ours) | set(expected))
            if not math.isclose(ours.get(name, 0.0), expected.get(name, 0.0), rel_tol=tolerance, abs_tol=1e-12)]


if __name__ == "__main__":
    found = list(cases())
    RECORD.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace('},{"name"', '},\n{"name"') + "\n")
    print(f"{len(found)} cases written to {RECORD}", file=sys.stderr)
