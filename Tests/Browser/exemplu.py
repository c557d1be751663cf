"""The main job in the invented city, in Romanian: from an inventory to a plan. The pictures of the README are made of it."""

import re

import hub

CITY = "/ro/cities/exemplu"
TABLE = hub.REPOSITORY / "Data/demo/exemplu/inventory-2022.csv"
GAS_OF_HOMES = "i-1-1-gaze-naturale-in-locuinte"
GAS_OF_SERVICES = "i-2-1-gaze-naturale-in-cladiri-publice-si-comerciale"
POWER_OF_HOMES = "i-1-2-electricitate-in-locuinte"
POWER_OF_SERVICES = "i-2-2-electricitate-in-cladiri-publice-si-comerciale"
# Solutions of the library: how much of each, on what, from when to when, who pays.
SOLUTIONS = [
    ("B01", "1800000", {"activity": GAS_OF_HOMES}, "2026", "2034", "households"),
    ("B04", "300000", {"activity": GAS_OF_SERVICES}, "2026", "2032", "municipality"),
    ("B06", "85000", {"activity": GAS_OF_HOMES, "destination": POWER_OF_HOMES}, "2027", "2035", "households"),
    ("E03", "45000", {"activity": POWER_OF_SERVICES}, "2026", "2032", "municipality"),
    ("E06", "9000", {"activity": POWER_OF_SERVICES}, "2026", "2029", "municipality"),
]
# What no solution of the library can do with this inventory: reductions that are claimed, and marked so; with their
# costs in euros.
CLAIMED = [
    ("Linii noi de tramvai și benzi de autobuz", "mobility", "Transport", "38000", "2027", "2034", "92000000"),
    ("Trecerea la vehicule electrice", "mobility", "Transport", "55000", "2026", "2035", "60000000"),
    ("Electrificarea proceselor din industrie", "industry", "Buildings", "9000", "2028", "2035", "24000000"),
    ("Compostare și captarea gazului din depozit", "waste", "Waste", "17000", "2026", "2031", "11000000"),
]


def post(page, path, answers):
    """Sends a form with the token of its page: a journey's many like steps, without a picture of each."""
    shown = page.request.get(path).text()
    token = re.search(r'name="form-token" value="([^"]*)"', shown).group(1)
    version = re.search(r'name="version" value="([^"]*)"', shown)
    sent = {"form-token": token, **({"version": version.group(1)} if version else {}), **answers}
    answer = page.request.post(path, form=sent, max_redirects=0)
    said = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", answer.text().partition("<main")[2]))
    assert answer.status == 303, f"{answer.status} for {path}: {said[:800]}"
    return answer.headers["location"]


def send(hands, path):
    """Opens a page and sends its form as it is offered."""
    hands.page.goto(path)
    with hands.page.expect_navigation():
        hands.page.locator("main form button").first.click()


def inventory(editor, certifier):
    """Imports the city's table of 2022; a second person certifies and publishes it."""
    page = editor.page
    page.goto(CITY + "/inventories")
    editor.press("Începe un inventar")
    editor.fill("year", "2022")
    editor.fill("boundary", "Limita administrativă")
    editor.fill("population", "80.000")
    editor.press("Începe inventarul")
    overview = page.url
    page.goto(overview + "/imports/new")
    page.locator("[name=file]").set_input_files(TABLE)
    editor.press("Citește fișierul")
    editor.press("Adaugă 39")
    send(certifier, overview + "/certification")
    send(certifier, overview + "/publication")
    return overview


def plan(editor):
    """Starts the plan, says what it is held against, and fills it from the library of solutions."""
    page = editor.page
    page.goto(CITY + "/scenarios")
    editor.press("Începe planul")
    page.locator("[name=publication]").select_option(label="2022")
    editor.fill("final-year", "2040")
    editor.press("Începe planul")
    post(page, CITY + "/scenarios/frame/targets", {"year-1": "2035", "reduction-1": "80", "basis-1": "gross"})
    post(page, CITY + "/scenarios/frame/grid", {
        "year-1": "2030", "part-1": "60", "year-2": "2035", "part-2": "20", "source": "Presupunere (demonstrație)"})
    when = {"adoption": "linear", "in-plan": "yes", "step": "add"}
    for solution, amount, target, start, end, payer in SOLUTIONS:
        post(page, f"{CITY}/measures/new/{solution}", {
            "amount": amount, **target, "start": start, "end": end, "payer": payer, "owner": "Primăria Exemplu",
            **when})
    for name, field, sector, tonnes, start, end, capital in CLAIMED:
        post(page, CITY + "/measures/blank", {
            "name": name, "field": field, "sector": sector, "claimed": tonnes, "start": start, "end": end,
            "payer": "municipality", **when})
        page.goto(CITY + "/measures/portfolio")
        measure = page.locator("main tbody th a", has_text=name).get_attribute("href")
        post(page, measure + "/costs", {"capital": capital, "renewed": "no", "price-year": "2022", "lifetime": "25"})


def publish_plan(certifier):
    """The pathway for everybody, with its costs."""
    certifier.page.goto(CITY + "/scenarios/publication")
    certifier.page.locator("[name=scenario]").select_option("plan")
    certifier.page.locator("[name=money][value=shown]").check()
    with certifier.page.expect_navigation():
        certifier.page.locator("main form button").first.click()


def contract(editor):
    """Starts the contract from the numbers that the city has; gives its address."""
    editor.page.goto(CITY + "/contracts/new")
    editor.page.locator("[name=target-year]").fill("2035")
    with editor.page.expect_navigation():
        editor.page.locator("main form button").first.click()
    assert "/contracts/" in editor.page.url, editor.page.locator("main").inner_text()[:800]
    return editor.page.url


TEXTS = {
    "commitmentsIntroduction": "Municipiul inventat Exemplu își asumă neutralitatea climatică până în 2035.",
    "commitmentsGoal": "Emisiile brute scad cu cel puțin 80 % față de 2022; restul se compensează până în 2035.",
    "priorities": "1. Renovarea clădirilor\n2. Transport public și vehicule electrice\n3. Energie regenerabilă locală",
    "principles": "Deciziile se iau împreună cu locuitorii, iar datele sunt publice.",
    "individualCommitments": "Fiecare semnatar își scrie angajamentul, cu termen și dovadă.",
    "summary": "Planul cuprinde nouă măsuri, care duc orașul de la 287.168 t la 55.233 t CO₂e pe an.",
    "introduction": "Exemplu este un oraș inventat, cu 80.000 de locuitori.",
    "workProcess": "Echipa primăriei a lucrat cu universitatea, cu firmele și cu asociațiile de proprietari.",
    "outlook": "În 2027 contractul se revizuiește, cu inventarul anului 2026.",
    "baseline": "Mai mult de jumătate din emisii provin din clădiri; o treime, din transport.",
    "boundary": "Limita este cea administrativă. Nu este exclus niciun teritoriu.",
    "policies": "Strategia energetică locală și planul de mobilitate urbană durabilă rămân în vigoare.",
    "barriers": "Lipsesc ingineri în primărie, iar asociațiile de proprietari decid greu.",
    "participation": "Adunări de cartier de două ori pe an și o adunare a cetățenilor.",
    "pathways": "Renovarea reduce cererea de căldură, apoi pompele de căldură înlocuiesc gazele.",
    "residuals": "Emisiile rămase provin din industrie și din deșeuri; se compensează prin păduri urbane.",
    "governance": "Un birou al neutralității climatice raportează consiliului de două ori pe an.",
    "social": "Un ghișeu unic ajută gospodăriile cu venituri mici.",
    "climateSpending": "Se numără cheltuielile care reduc direct emisiile.",
    "fundingEvaluation": "Orașul poate împrumuta cel mult 30 % din veniturile proprii.",
    "investmentBarriers": "Gospodăriile nu pot plăti avansul; garanțiile lipsesc.",
    "costMethod": "Costurile sunt în prețurile anului 2022, din biblioteca de soluții.",
    "capitalPlanning": "Granturile acoperă clădirile publice, iar gospodăriile plătesc din economii.",
    "risks": "Creșterea prețurilor se acoperă printr-o rezervă de 10 %.",
    "capacity": "Trei ingineri noi și cursuri pentru asociațiile de proprietari.",
}


def texts(editor, address):
    """Writes the sections that the contract asks for."""
    for section, text in TEXTS.items():
        post(editor.page, f"{address}/sections/{section}/edit", {"text": text})
