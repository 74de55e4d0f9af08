"""Word, PDF and Excel say what the JSON of the same agenda says, in the same order."""

from __future__ import annotations

import itertools

import pytest
from stukken import (
    NARE_TITELS,
    VREEMDE_TITELS,
    afgeweken,
    als_json,
    blad,
    in_vorm,
    kaal,
    nare_agenda,
    onderwerpdelen,
    pdf_tekst,
    regels_van,
    tabel_met,
    voorbeeld,
    woorden,
    word,
)

from agenda.weergave.woorden import zinnen_tekst

pytestmark = pytest.mark.traag
AGENDAS = pytest.mark.parametrize("maak", [voorbeeld, afgeweken, nare_agenda])


def volgorde(maak) -> list[tuple[int, bool, str]]:
    return [(v.plaats, v.gedeeld, v.code) for v in maak().volgorde]


def score(onderwerp) -> str:
    laag, hoog = onderwerp["score"], onderwerp["score_max"]
    return str(laag) if laag == hoog else f"{laag} tot {hoog}"


@AGENDAS
def test_word_heeft_dezelfde_ranglijst_als_de_json(maak):
    per_code = {o["code"]: o for o in als_json(maak)["ranglijst"]}
    titels = {regel.titel: regel.code for regel in maak().ranglijst.criteria}
    koppen, *rijen = tabel_met(word(maak), "Plaats", *(["Berekend"] * maak().wijkt_af), "Onderwerp")
    rijen = [dict(zip(koppen, rij, strict=True)) for rij in rijen]
    anders = {v.code for v in maak().volgorde if v.afwijking}
    for rij, (plaats, _, code) in zip(rijen, volgorde(maak), strict=True):
        onderwerp = per_code[code]
        assert rij["Plaats"].split("\n") == [str(plaats), *(["anders"] * (code in anders))]
        assert rij["Punten"] == score(onderwerp)
        assert rij["Onderwerp"].split("\n")[0] == onderwerp["titel"]
        antwoorden = {code: rij[titel].replace("?", "onbekend") for titel, code in titels.items()}
        assert antwoorden == onderwerp["criteria"]
        if maak().wijkt_af:
            assert rij["Berekend"] == str(onderwerp["plaats"])


@AGENDAS
def test_excel_heeft_dezelfde_ranglijst_als_de_json(maak):
    per_code = {o["code"]: o for o in als_json(maak)["ranglijst"]}
    titels = {regel.titel: regel.code for regel in maak().ranglijst.criteria}
    rijen = blad(maak, "Ranglijst")
    assert [(r["Plaats"], r["Gedeeld"] == "ja", r["Code"]) for r in rijen] == volgorde(maak)
    for rij in rijen:
        onderwerp = per_code[rij["Code"]]
        assert rij["Titel"] == onderwerp["titel"]
        assert (rij["Score"], rij["Hoogste score"]) == (onderwerp["score"], onderwerp["score_max"])
        assert {code: rij[titel] for titel, code in titels.items()} == onderwerp["criteria"]
        assert rij.get("Berekende plaats", onderwerp["plaats"]) == onderwerp["plaats"]


@pytest.mark.parametrize("maak", [voorbeeld, afgeweken])
def test_pdf_heeft_dezelfde_ranglijst_als_de_json(maak):
    tekst = kaal(pdf_tekst(maak))
    lijst = tekst[tekst.index("DeranglijstPlaats") :]
    per_code = {o["code"]: o for o in als_json(maak)["ranglijst"]}
    vanaf = 0
    for plaats, _, code in volgorde(maak):
        anders = "anders" if maak().vastgesteld(code) and maak().vastgesteld(code).afwijking else ""
        berekend = str(per_code[code]["plaats"]) if maak().wijkt_af else ""
        rij = kaal(f"{plaats}{anders}{berekend}{per_code[code]['titel']}")
        assert rij in lijst[vanaf:], rij
        vanaf = lijst.index(rij, vanaf) + len(rij)
        antwoorden = "".join(per_code[code]["criteria"].values()).replace("onbekend", "?")
        assert kaal(f"{antwoorden}{score(per_code[code])}") in lijst[vanaf : vanaf + 300]


@AGENDAS
def test_onbeslist_en_niet_toegelaten_staan_overal_met_dezelfde_reden(maak):
    verwacht = als_json(maak)
    delen = onderwerpdelen(word(maak))
    for sleutel, naam, kop in (
        ("onbeslist", "Onbeslist", "Dit moeten we nog weten"),
        ("niet_toegelaten", "Niet toegelaten", "Reden"),
    ):
        onderwerpen = [
            (o["code"], o["titel"], zinnen_tekst(o["redenen"])) for o in verwacht[sleutel]
        ]
        assert onderwerpen
        for _, titel, redenen in onderwerpen:
            waarom = next(zin for zin in delen[titel] if zin.startswith(("Nog te", "Waarom niet")))
            assert [zin for zin in redenen.split("\n") if zin not in waarom] == []
        assert [(r["Code"], r["Titel"], r[kop]) for r in blad(maak, naam)] == onderwerpen


@AGENDAS
def test_elk_onderwerp_heeft_in_excel_een_rij_met_zijn_gegevens(maak):
    agenda = maak()
    rijen = {rij["Code"]: rij for rij in blad(maak, "Gegevens")}
    assert len(rijen) == len(agenda.ranglijst.alle)
    for beoordeeld in agenda.ranglijst.alle:
        code = beoordeeld.code
        uitleg, rij = agenda.uitleg(code), rijen[code]
        assert rij["Titel"] == beoordeeld.onderwerp.titel
        assert (rij["Toelichting"] or "") == beoordeeld.onderwerp.toelichting
        for deel in uitleg.criteria:
            naam = deel.regel.titel
            assert rij[naam] == deel.waarde
            assert rij[f"Punten {naam}"] == deel.punten
            assert (rij[f"Onderbouwing {naam}"] or "") == uitleg.tag(deel).onderbouwing
            assert (rij[f"Bron {naam}"] or "") == uitleg.tag(deel).bron


@pytest.mark.parametrize("vorm", ["docx", "pdf"])
def test_de_hele_tekst_van_het_stuk_staat_in_word_en_pdf(vorm):
    from agenda.stuk.blokken import Gegevens, tabel_van
    from agenda.stuk.opstellen import stel_stuk_op

    if vorm == "pdf":
        tekst = kaal(pdf_tekst(voorbeeld))
    else:
        tekst = kaal(woorden(word(voorbeeld).element.body))
    stuk = stel_stuk_op(voorbeeld())
    delen = [(d.titel, d.marge, d.blokken) for _, d in stuk.alle()]
    for titel, marge, blokken in (("", None, stuk.omslag), *delen):
        assert kaal(titel) in tekst
        kenmerken = (marge.groot, marge.klein, *marge.regels) if marge else ()
        assert [feit for feit in kenmerken if kaal(feit) not in tekst] == []
        for blok in blokken:
            # A name and its value stand together; the cells of a row need not.
            regels = list(regels_van(blok))
            samen = map("".join, regels) if isinstance(blok, Gegevens) else itertools.chain(*regels)
            tabel = tabel_van(blok)
            zinnen = [*samen, *(tabel.koppen if tabel else ())]
            if vorm == "docx":
                assert [zin for zin in zinnen if kaal(zin) not in tekst] == []
            else:
                # A page may end inside a paragraph: then head and foot stand in it.
                mist = [zin for zin in zinnen if kaal(zin)[:40] not in tekst]
                assert [zin for zin in mist if kaal(zin)[-40:] not in tekst] == []


@pytest.mark.parametrize("vorm", ["docx", "pdf", "xlsx", "md"])
def test_elke_vorm_die_mensen_lezen_zegt_wie_besluit_en_wat_de_status_is(vorm):
    lezers = {
        "docx": lambda: woorden(word(afgeweken).element.body),
        "pdf": lambda: pdf_tekst(afgeweken),
        "xlsx": lambda: "\n".join(str(rij["Waarde"]) for rij in blad(afgeweken, "Herkomst")),
        "md": lambda: in_vorm(afgeweken, "md").decode(),
    }
    tekst = kaal(lezers[vorm]())
    for zin in (
        "het Wethoudersoverleg Gelderland-Zuid besluiten niet (Inrichtingsplan §2.4.5).",
        "Alleen het besluit van het college of de gemeenteraad telt, in elke gemeente apart.",
        "vastgesteld door de colleges op 1 februari 2022",
    ):
        assert kaal(zin) in tekst


def test_nare_titels_blijven_tekst_in_word_en_excel():
    titels = {*NARE_TITELS, *VREEMDE_TITELS, "Botsende naam"}
    assert {rij["Titel"] for rij in blad(nare_agenda, "Gegevens")} == titels
    koppen = [p.text for p in word(nare_agenda).paragraphs if p.style.name == "Heading 2"]
    assert titels <= {*koppen}


@pytest.mark.parametrize("titel", NARE_TITELS)
def test_nare_titel_blijft_tekst_in_de_pdf(titel):
    assert kaal(titel) in kaal(pdf_tekst(nare_agenda))


@AGENDAS
@pytest.mark.parametrize("vorm", ["docx", "pdf", "xlsx"])
def test_twee_keer_gemaakt_geeft_dezelfde_bytes(maak, vorm, monkeypatch):
    import time

    eerste = in_vorm(maak, vorm)
    later = time.time() + 400 * 24 * 3600
    monkeypatch.setattr(time, "time", lambda: later)
    assert in_vorm.__wrapped__(maak, vorm) == eerste
