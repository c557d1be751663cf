"""Industry, animal and soil cases with what bonsai-ipcc, an independent program, answers to them.

    python Tests/Oracles/industry_land_oracle.py     writes industry-land-cases.json, which the Swift tests read
    python -m pytest Tests/Oracles                   checks that the record is still what bonsai-ipcc answers

A case without a parameter tests our default too: the expected value then comes from bonsai-ipcc's own tables.
bonsai-ipcc has no lime, glass, ammonia, nitric acid, refrigerants or forests; those are tested by hand-worked numbers.
Where its tables and ours differ, the case gives the value itself, and the reason stands there:
its rows “swine-growing” hold the mean of all pigs, and its residues above ground leave the area out (here: one hectare).
"""

import json
import math
import sys
from pathlib import Path

from bonsai_ipcc import IPCC

RECORD = Path(__file__).with_name("industry-land-cases.json")
N2O_OF_N = 44 / 28
REGION = "Eastern Europe"

PROGRAM = IPCC()
MINERAL, METAL = PROGRAM.industry.mineral, PROGRAM.industry.metal
ANIMALS, SOILS = PROGRAM.agriculture.livestock_manure, PROGRAM.agriculture.soils
LAND = PROGRAM.agriculture.generic

CEMENTS = {
    "portland": "portland", "masonry": "masonry", "slag-modified-portland": "slagmod-portland",
    "portland-blast-furnace-slag": "portland-bf-slag", "portland-pozzolan": "portland-pozzolan",
    "pozzolan-modified-portland": "pozzolan-mod", "slag-cement": "slag-cement",
}
IRON = {
    "sinter": ("co2_sinter_tier1_", "ef_co2_sinter", None, "ch4_sinter", "ef_ch4_si"),
    "pellets": ("co2_pellet", "ef_co2_pellet", None, None, None),
    "pig-iron": ("co2_pigiron", "ef_co2_pigiron", None, "ch4_pigiron", "ef_ch4_pi"),
    "direct-reduced-iron": ("co2_dri_tier1_", "ef_co2_dri", None, "ch4_dri", "ef_ch4_dri"),
    "basic-oxygen-furnace": ("co2_steelmaking_tier1_", "ef_co2_steel", "bof", None, None),
    "electric-arc-furnace": ("co2_steelmaking_tier1_", "ef_co2_steel", "eaf", None, None),
    "open-hearth-furnace": ("co2_steelmaking_tier1_", "ef_co2_steel", "ohf", None, None),
}
CELLS = {
    "centre-worked-prebake": ("prebake", "prebake_cwpb"), "side-worked-prebake": ("prebake", "prebake_swpb"),
    "vertical-stud-soderberg": ("soderberg", "soderberg_vss"), "horizontal-stud-soderberg": ("soderberg", "soderberg_hss"),
}
ALLOYS = {
    "ferrosilicon-45": "ferrosilicon_45perc_si", "ferrosilicon-65": "ferrosilicon_65perc_si",
    "ferrosilicon-75": "ferrosilicon_75perc_si", "ferrosilicon-90": "ferrosilicon_90perc_si",
    "ferromanganese-7-carbon": "ferromanganese_7perc_c", "ferromanganese-1-carbon": "ferromanganese_1perc_c",
    "silicomanganese": "siliconmanganese", "silicon-metal": "silicon_metal", "ferrochromium": "ferrochromium",
}
LEAD_AND_ZINC = {
    "lead-imperial-smelting": ("e_co2_lead", "ef_co2_lead", "imperial_smelting"),
    "lead-direct-smelting": ("e_co2_lead", "ef_co2_lead", "direct_smelting"),
    "lead-secondary": ("e_co2_lead", "ef_co2_lead", "secondary"),
    "zinc-waelz-kiln": ("e_co2_zinc", "ef_co2_zinc", "waelz_kiln"),
    "zinc-pyrometallurgical": ("e_co2_zinc", "ef_co2_zinc", "pyrometeallurgical"),
}
#   our name: (excretion, methane of manure, losses of nitrogen)
KINDS = {
    "dairy-cattle": ("cattle-dairy", "cattle-dairy_hp", "cattle-dairy"),
    "other-cattle": ("cattle-other", "cattle-other_hp", "cattle-other"), "buffalo": ("buffalo", "buffalo", "buffalo"),
    "sheep": ("sheep-mature", "sheep-mature_hp", "sheep"), "goats": ("goat", "goat_hp", "goat"),
    "horses": ("horse", "horse_hp", "horse"), "breeding-pigs": ("swine-mature_breeding", "swine-mature_hp_breeding", "swine"),
    "laying-hens": ("poultry-chicken_hen", "poultry_hp", "poultry"),
    "pullets": ("poultry-chicken_pullet", "poultry_hp", "poultry"),
    "broilers": ("poultry-chicken_broiler", "poultry_hp", "poultry"),
}
SYSTEMS = {
    "solid-storage": "solid-storage", "dry-lot": "drylot", "liquid-slurry-open": "liquid-slurry-nocover",
    "liquid-slurry-covered": "liquid-slurry-cover", "pit-below-animals": "pit-long", "lagoon": "lagoon",
}
CLIMATES = {
    "cool-temperate-moist": ("temperate-cool", "moist", "wet"), "cool-temperate-dry": ("temperate-cool", "dry", "dry"),
    "warm-temperate-moist": ("temperate-warm", "moist", "wet"), "warm-temperate-dry": ("temperate-warm", "dry", "dry"),
}
CROPS = {
    "unspecified": "crop_unsp", "grains": "grain_generic", "winter-wheat": "wheat_winter", "spring-wheat": "wheat_spring",
    "barley": "barley", "oats": "oat", "maize": "maize", "beans-and-pulses": "bean", "soybeans": "soybean",
    "potatoes-and-tubers": "potato", "perennial-grass": "grass_perennial", "grass-clover": "grass-clover",
    "nitrogen-fixing-forage": "forage_n-fixing", "other-forage": "forage_non-n-fixing",
}


def parameter(room, table, *coordinates):
    """A default value of bonsai-ipcc, or None where it has none."""
    index = tuple(coordinates) + ("def",)
    try:
        value = getattr(room.parameter, table).loc[index if len(index) > 1 else index[0]]["value"]
    except KeyError:
        return None
    return None if math.isnan(float(value)) else float(value)


def case(name, method, arguments, expected):
    return {"name": name, "method": method, "year": 2021, "region": ["RO", "EU", "world"], "arguments": arguments,
            "expected": expected}


def cement_cases():
    room = MINERAL.elementary
    share = parameter(MINERAL, "cao_in_clinker", 2006, "World")
    dust = parameter(MINERAL, "ckd_correc_fact", 2006, "World")
    factor = room.ef_clc(share, dust)
    for ours, theirs in CEMENTS.items():
        clinker = parameter(MINERAL, "c_cl", 2006, "World", theirs)
        yield case(
            f"cement, {ours}", "cement-production",
            {"cement_type": ours, "cement": {"value": 250, "unit": "kt"}, "clinker_bought": {"value": 5000, "unit": "t"},
             "clinker_sold": {"value": 1200, "unit": "t"}},
            {"co2": room.co2_emissions_tier1_(250_000, clinker, 5000, 1200, factor)})
    for lime, other in ((share, 0.0), (0.67, 0.02), (0.6, 0.1)):
        yield case(
            f"clinker with {lime} CaO, {other} of it from elsewhere", "cement-clinker",
            {"clinker": {"value": 812.5, "unit": "kt"}, "cao_share": lime, "cao_from_elsewhere": other},
            {"co2": room.co2_emissions_tier2_(812_500, room.ef_cl(lime, other), dust)})


def carbonate_cases():
    for ours, theirs in {"limestone": "calcite", "dolomite": "dolomite", "magnesite": "magnesite",
                         "soda-ash": "sodium_carbonate"}.items():
        factor = parameter(MINERAL, "ef_c", 2006, "World", theirs)
        yield case(
            f"carbonate, {ours}", "carbonate-use",
            {"carbonate": ours, "mass": {"value": 3.2, "unit": "kt"}, "purity": {"value": 96, "unit": "%"},
             "calcined_share": 0.98},
            {"co2": MINERAL.elementary.co2_emissions_tier3_carb(factor, 3200 * 0.96, 0.98)})


def metal_cases():
    room = METAL.elementary
    for process, (co2, table, row, ch4, ch4_table) in IRON.items():
        factor = parameter(METAL, table, 2019, "World", *([row] if row else []))
        expected = {"co2": getattr(room, co2)(91_000, factor)}
        if ch4:
            expected["ch4_fossil"] = getattr(room, ch4)(91_000, parameter(METAL, ch4_table, 2019, "World")) / 1000
        yield case(f"iron and steel, {process}", "iron-steel-production",
                   {"process": process, "product": {"value": 91, "unit": "kt"}}, expected)
    for ours, (anode, cell) in CELLS.items():
        yield case(
            f"aluminium, {ours}", "aluminium-production", {"technology": ours, "aluminium": {"value": 204_500, "unit": "t"}},
            {"co2": room.e_co2_tier1_(204_500, parameter(METAL, "ef_co2_alu", 2006, "World", anode)),
             "CF4": room.e_cf4_tier1_(parameter(METAL, "ef_cf4_alu", 2006, "World", cell), 204_500) / 1000,
             "C2F6": room.e_c2f6_tier1_(parameter(METAL, "ef_c2f6_alu", 2006, "World", cell), 204_500) / 1000})
    for ours, theirs in ALLOYS.items():
        expected = {"co2": room.co2_ferroalloy_tier1_(7300, parameter(METAL, "ef_co2_ferroalloy", 2019, "World", theirs))}
        methane = parameter(METAL, "ef_ch4_ferroalloy_tier1", 2006, "World", theirs)
        if methane is not None:
            expected["ch4_fossil"] = room.ch4_ferroalloy_tier1_(7300, methane) / 1000
        yield case(f"alloy, {ours}", "other-metals", {"metal": ours, "product": 7300}, expected)
    for ours, (function, table, row) in LEAD_AND_ZINC.items():
        yield case(f"metal, {ours}", "other-metals", {"metal": ours, "product": 7300},
                   {"co2": getattr(room, function)(7300, parameter(METAL, table, 2006, "World", row))})


def enteric_cases():
    for ours, theirs in {"dairy-cattle": "cattle-dairy", "other-cattle": "cattle-other", "buffalo": "buffalo"}.items():
        factor = parameter(ANIMALS, "ef", 2019, REGION, theirs)
        # Its equation 10.19 answers in Gg.
        yield case(f"digestion, {ours}", "enteric-fermentation", {"animal": ours, "heads": 1840},
                   {"ch4_biogenic": ANIMALS.elementary.e(factor, 1840) * 1000})


def manure_case(ours, system, climate, weight):
    room, (excretion, methane, losses) = ANIMALS.elementary, KINDS[ours]
    zone, regime, moisture = CLIMATES[climate]
    theirs = SYSTEMS[system]
    chain = {
        "solids": parameter(ANIMALS, "vs_rate", 2019, REGION, excretion),
        "rate": parameter(ANIMALS, "n_rate", 2019, REGION, excretion),
        "methane": parameter(ANIMALS, "ef_ch4_v4c10", methane, theirs, zone, regime), "direct": parameter(ANIMALS, "ef3", theirs),
        "gas": parameter(ANIMALS, "frac_gas", 2019, "World", losses, theirs),
        "leach": parameter(ANIMALS, "frac_leach", 2019, "World", losses, theirs),
    }
    # It writes 0 where a system does not occur with an animal; we have no value there.
    if None in chain.values() or chain["gas"] == 0:
        return None
    nitrogen = room.nex_tier1_(chain["rate"], weight)
    volatilised = room.n2o_g(room.n_volatilization(950, nitrogen, 0.4, chain["gas"]), parameter(ANIMALS, "ef4", moisture))
    leached = room.n2o_l(room.n_leaching(950, nitrogen, 0.4, chain["leach"]), parameter(ANIMALS, "ef5"))
    return case(
        f"manure, {ours}, {system}, {climate}", "manure-management",
        {"animal": ours, "heads": 950, "system": system, "system_share": {"value": 40, "unit": "%"}, "climate": climate,
         "weight": {"value": weight, "unit": "kg/head"}},
        {"ch4_biogenic": room.ch4_mm(950, room.vs_tier1_(chain["solids"], weight), 0.4, chain["methane"]) / 1000,
         "n2o": (room.n2o_direct_mm(950, nitrogen, 0.4, chain["direct"]) + volatilised + leached) / 1000})


def manure_cases():
    weights = {"dairy-cattle": 550, "other-cattle": 389, "buffalo": 467, "sheep": 40, "goats": 36, "horses": 377,
               "breeding-pigs": 204, "laying-hens": 1.9, "pullets": 1.3, "broilers": 1.1}
    for animal, weight in weights.items():
        for system in SYSTEMS:
            for climate in CLIMATES:
                found = manure_case(animal, system, climate, weight)
                if found:
                    yield found


def soil_cases():
    room = SOILS.elementary
    for moisture in ("wet", "dry"):
        synthetic = parameter(SOILS, "ef1", 2019, "World", "N_synthetic" if moisture == "wet" else "N_unspec", moisture)
        other = parameter(SOILS, "ef1", 2019, "World", "N_organic", moisture)
        fourth, fifth = parameter(ANIMALS, "ef4", moisture), parameter(ANIMALS, "ef5")
        leach = 0.24 if moisture == "wet" else 0.0
        inputs = {"synthetic": 120_000, "organic": 45_000, "residue": 8000, "mineralised": 1500}
        direct = room.n2o_n_inputs(inputs["synthetic"], 0, 0, 0, synthetic) + room.n2o_n_inputs(
            0, inputs["organic"], inputs["residue"], inputs["mineralised"], other)
        direct = room.n2o_n_direct(direct, 0, 0)
        # It has no equations 11.9 and 11.10; those of manure (10.28, 10.29) have the same form.
        indirect = ANIMALS.elementary.n2o_g(inputs["synthetic"] * 0.15 + inputs["organic"] * 0.21, fourth)
        indirect += ANIMALS.elementary.n2o_l(sum(inputs.values()) * leach, fifth)
        yield case(
            f"managed soils, {moisture}", "managed-soils",
            {f"{name}_nitrogen": {"value": mass, "unit": "kg"} for name, mass in inputs.items()}
            | {"fertiliser": "urea", "moisture": moisture},
            {"n2o": (LAND.elementary.n2o(direct) + indirect) / 1000})
    for ours, key in {"cropland": ("CL", "drained", "undefined", "boreal_temperate"),
                      "forest": ("FL", "drained", "undefined", "temperate"),
                      "grassland-nutrient-poor": ("GL", "drained", "nutrientpoor", "temperate"),
                      "grassland-deep-drained": ("GL", "deepdrained", "nutrientrich", "temperate"),
                      "grassland-shallow-drained": ("GL", "shallowdrained", "nutrientrich", "temperate")}.items():
        yield case(f"drained organic soil, {ours}", "drained-organic-soils", {"land": ours, "area": {"value": 3, "unit": "km2"}},
                   {"n2o": LAND.elementary.n2o(room.n2o_n_os(300, parameter(SOILS, "ef2", *key))) / 1000})


def residue_cases():
    room = SOILS.elementary
    for ours, theirs in CROPS.items():
        at = (2019, "World", theirs)
        renewed = 0.2 if theirs == "grass_perennial" else 1.0
        nitrogen = room.f_cr(
            room.crop(640_000, parameter(SOILS, "dry", *at)), parameter(SOILS, "r_ag", *at), 1, parameter(SOILS, "n_ag", *at),
            0.3, 0.05, renewed, parameter(SOILS, "c_f", *at), parameter(SOILS, "rs", *at), parameter(SOILS, "n_bg", *at))
        direct = room.n2o_n_inputs(0, 0, nitrogen, 0, parameter(SOILS, "ef1", 2019, "World", "N_organic", "wet"))
        leached = ANIMALS.elementary.n2o_l(nitrogen * 0.24, parameter(ANIMALS, "ef5"))
        yield case(
            f"residues, {ours}", "crop-residues",
            {"crop": ours, "harvest": {"value": 640, "unit": "t"}, "removed_share": 0.3, "burnt_share": 0.05,
             "renewed_share": renewed, "moisture": "wet"},
            {"n2o": direct * N2O_OF_N / 1000 + leached / 1000})


def grazing_cases():
    room = ANIMALS.elementary
    for ours, weight, third in (("other-cattle", 389, 0.006), ("sheep", 40, 0.003), ("goats", 36, 0.003), ("horses", 377, 0.003)):
        rate = parameter(ANIMALS, "n_rate", 2019, REGION, KINDS[ours][0])
        nitrogen = SOILS.elementary.f_prp(5200, room.nex_tier1_(rate, weight), 0.35)
        direct = LAND.elementary.n2o(SOILS.elementary.n2o_n_prp(nitrogen, third))
        indirect = room.n2o_g(nitrogen * 0.21, parameter(ANIMALS, "ef4", "wet"))
        indirect += room.n2o_l(nitrogen * 0.24, parameter(ANIMALS, "ef5"))
        yield case(f"pasture, {ours}", "grazing-animals",
                   {"animal": ours, "heads": 5200, "grazing_share": 0.35, "moisture": "wet"}, {"n2o": (direct + indirect) / 1000})


def land_cases():
    """The mineral soil of converted land; other pools are plain products."""
    for climate, (zone, regime, _) in CLIMATES.items():
        for soil, key in {"high-activity-clay": "HAC", "sandy": "sandy"}.items():
            reference = parameter(LAND, "soc_ref", zone, regime, key)
            crops = parameter(LAND, "f_lu", "CL-ANNUAL", zone, regime)
            before = LAND.elementary.soc(reference, 1, 1, 1, 420)
            after = LAND.elementary.soc(reference, crops, 1, 1, 420)
            loss = LAND.elementary.delta_c_mineral(before, after, 20)
            yield case(
                f"grassland to crops, {soil}, {climate}", "land-conversion",
                {"use_before": "grassland", "use_after": "annual-crops", "climate": climate, "soil": soil, "converted": 0,
                 "carbon_before": 0, "carbon_after": 0, "dead_matter_before": 0, "in_transition": {"value": 4.2, "unit": "km2"}},
                {"co2": loss * 44 / 12})


def cases():
    """Every case, always in the same order and with the same numbers."""
    for family in (cement_cases, carbonate_cases, metal_cases, enteric_cases, manure_cases, soil_cases, residue_cases,
                   grazing_cases, land_cases):
        yield from family()


def differences(ours, expected, tolerance=1e-12):
    """Names of what differs by more than rounding in the last digits."""
    return [name for name in sorted(set(ours) | set(expected))
            if not math.isclose(ours.get(name, 0.0), expected.get(name, 0.0), rel_tol=tolerance, abs_tol=1e-12)]


if __name__ == "__main__":
    found = list(cases())
    RECORD.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace('},{"name"', '},\n{"name"') + "\n")
    print(f"{len(found)} cases written to {RECORD}", file=sys.stderr)
