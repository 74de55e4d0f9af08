"""The document in Word: what Word and a screen reader need, and the template of a region."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import kopie_van_profiel, verander_deel
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from stukken import in_vorm, voorbeeld, woorden, word

from agenda.invoer.profiel import lees_profiel
from agenda.stuk.blokken import Alinea, Deel, Gegevens, Lijst, Onderwerpentabel, Stuk
from agenda.stuk.vormen.word.word import stuk_docx
from agenda.weergave.vormen import Tabel
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

KLEIN = Stuk(
    "Titel",
    "Ondertitel",
    (Alinea("Let op", nadruk=True), Lijst(("een", "twee"), genummerd=True)),
    (
        Deel(
            "een",
            "Hoofdstuk",
            (
                Gegevens((("Naam", "waarde"),)),
                Lijst(("a",), genummerd=True),
                Tabel("Leeg", ("Code",), (), ("Een noot",)),
                Tabel("Vol", ("Code", "Titel"), (("x", "Regel 1\nRegel 2"),)),
            ),
            (Deel("onderwerp-x", "Onderwerp", (), (Deel("onderwerp-x-criteria", "Deel"),)),),
            nieuwe_pagina=True,
        ),
    ),
)


def docx(stuk: Stuk = KLEIN, sjabloon: bytes | None = None):
    return Document(io.BytesIO(stuk_docx(stuk, date(2027, 1, 1), sjabloon)))


def sjabloon(map_: Path, *, zonder: tuple[str, ...] = ()) -> Path:
    """A profile with a template that has a header of its own."""
    document = Document()
    document.add_paragraph("Deze tekst vervalt")
    document.sections[0].header.paragraphs[0].text = "Briefhoofd van de regio"
    for naam in zonder:
        document.styles.element.remove(document.styles[naam].element)
    profiel = kopie_van_profiel(map_)
    document.save(profiel / "sjabloon.docx")
    return profiel


def fouten(profiel: Path) -> list[str]:
    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(profiel)
    return [str(melding) for melding in gevangen.value.meldingen]


def test_bedragen_staan_rechts_onder_elkaar_en_een_stuk_van_een_deel_heeft_geen_inhoud():
    bedragen = Tabel("T", ("Wie", "Bedrag (€)"), (("Tiel", "5.000"),), rechts=(1,))
    document = docx(Stuk("Titel", "", (), (Deel("een", "Hoofdstuk", (bedragen,)),)))
    kanten = [cel.paragraphs[0].alignment for rij in document.tables[0].rows for cel in rij.cells]
    assert kanten == [None, WD_ALIGN_PARAGRAPH.RIGHT] * 2
    assert "Inhoud" not in [alinea.text for alinea in document.paragraphs]
    twee = docx(Stuk("Titel", "", (), (Deel("een", "Eerst"), Deel("twee", "Dan"))))
    assert "Inhoud" in [alinea.text for alinea in twee.paragraphs]


def test_het_stuk_heeft_echte_stijlen():
    stijlen = {p.text: p.style.name for p in docx().paragraphs}
    assert stijlen["Titel"] == "Title"
    assert stijlen["Ondertitel"] == "Subtitle"
    assert (stijlen["een"], stijlen["a"]) == ("List Number", "List Number")
    koppen = {p.text: p.style.name for p in docx().paragraphs if p.style.name[:7] == "Heading"}
    assert koppen == {"Hoofdstuk": "Heading 1", "Onderwerp": "Heading 2", "Deel": "Heading 3"}


def test_elke_genummerde_lijst_begint_bij_een():
    nummers = [e.get(qn("w:val")) for e in docx().element.body.iter(qn("w:numId"))]
    assert len(nummers) == 3
    assert nummers[0] == nummers[1] != nummers[2]


def test_de_taal_is_nederlands():
    document = word(voorbeeld)
    talen = {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))}
    assert talen == {"nl-NL"}
    assert document.core_properties.language == "nl-NL"


def test_eigenschappen_noemen_de_titel_en_geen_schrijver_en_geen_klok():
    eigenschappen = word(voorbeeld).core_properties
    assert eigenschappen.title == "Strategische agenda 2022, Nijmegen en Rivierenland"
    assert (eigenschappen.author, eigenschappen.comments) == ("", "")
    momenten = {eigenschappen.created, eigenschappen.modified}
    assert {moment.replace(tzinfo=None) for moment in momenten} == {datetime(2022, 1, 1)}  # noqa: DTZ001 - as python-docx gives it
    with zipfile.ZipFile(io.BytesIO(in_vorm(voorbeeld, "docx"))) as zip_:
        assert {deel.date_time[0] for deel in zip_.infolist()} == {1980}
        assert not [deel for deel in zip_.namelist() if "thumbnail" in deel]


def test_elke_tabel_heeft_een_naam_en_herhaalt_haar_koprij():
    tabellen = word(voorbeeld).element.body.findall(qn("w:tbl"))
    assert len(tabellen) > 15
    for tabel in tabellen:
        assert tabel.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        rijen = tabel.tr_lst
        assert all(rij.trPr.find(qn("w:cantSplit")) is not None for rij in rijen)
        herhaald = [rij.trPr.find(qn("w:tblHeader")) is not None for rij in rijen]
        gegevens = tabel.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Gegevens"
        assert herhaald == [not gegevens, *([False] * (len(rijen) - 1))]
        raster = [int(kolom.get(qn("w:w"))) for kolom in tabel.tblGrid]
        assert sum(raster) <= 170 * 1440 / 25.4 + 2
        assert min(raster) > 300


def test_de_inhoudsopgave_is_gevuld_en_elke_link_komt_ergens_uit():
    lijf = word(voorbeeld).element.body
    bladwijzers = [e.get(qn("w:name")) for e in lijf.iter(qn("w:bookmarkStart"))]
    assert len(bladwijzers) == len(set(bladwijzers))
    assert all(re.fullmatch(r"[a-z]\w{0,39}", naam) for naam in bladwijzers)
    links = [e.get(qn("w:anchor")) for e in lijf.iter(qn("w:hyperlink"))]
    assert len(links) > 90
    assert set(links) <= set(bladwijzers)
    inhoud = [p.text for p in word(voorbeeld).paragraphs if p.style.name.startswith("toc ")]
    koppen = [p.text for p in word(voorbeeld).paragraphs if p.style.name == "Heading 1"]
    assert [regel.split("\t")[0] for regel in inhoud] == koppen
    bladzijden = [int(regel.split("\t")[1]) for regel in inhoud]
    assert bladzijden == sorted(bladzijden)
    # Asking Word to update fields on opening would show a warning.
    assert word(voorbeeld).settings.element.find(qn("w:updateFields")) is None


def test_een_titel_leidt_naar_het_onderwerp_en_niet_naar_een_deel_met_dezelfde_naam():
    tabel = Tabel("L", ("Titel",), (("x\nthema",), ("x-criteria",), ("y",)))
    doelen = ("onderwerp-x", "onderwerp-x-criteria", "")
    stuk = Stuk(
        "T",
        "O",
        (),
        (
            Deel("lijst", "Lijst", (Onderwerpentabel(tabel, 0, doelen),)),
            Deel(
                "m",
                "M",
                (),
                (
                    Deel("onderwerp-x", "X", (), (Deel("x-criteria", "Deel van x"),)),
                    Deel("onderwerp-x-criteria", "X-criteria"),
                ),
            ),
        ),
    )
    document = docx(stuk)
    waar = {
        e.get(qn("w:name")): woorden(e.getparent())
        for e in document.element.body.iter(qn("w:bookmarkStart"))
    }
    cellen = document.tables[0]._tbl.iter(qn("w:hyperlink"))
    assert {woorden(c): waar[c.get(qn("w:anchor"))] for c in cellen} == {
        "x": "X",
        "x-criteria": "X-criteria",
    }


def test_onder_elke_pagina_staat_het_nummer_en_boven_de_titel():
    sectie = word(voorbeeld).sections[0]
    velden = [e.get(qn("w:instr")).strip() for e in sectie.footer._element.iter(qn("w:fldSimple"))]
    assert velden == ["PAGE", "NUMPAGES"]
    stand = "Voorstel, nog niet vastgesteld · peildatum 1 januari 2022"
    for voet in (sectie.footer, sectie.first_page_footer):
        assert woorden(voet._element) == f"{stand}Pagina 1 van 1"
        # One tab, and one place it can go to: the right edge.
        eigen, stijl = voet.paragraphs[0], voet.paragraphs[0].style
        standen = [*eigen.paragraph_format.tab_stops, *stijl.paragraph_format.tab_stops]
        assert [stand.alignment for stand in standen] == [WD_TAB_ALIGNMENT.RIGHT]
    assert sectie.header.paragraphs[0].text.startswith("Strategische agenda 2022")


def test_een_regeleinde_in_een_cel_blijft_een_regeleinde():
    tabellen = [t for t in docx().tables if t.cell(0, 0).text == "Code"]
    assert tabellen[0].cell(1, 1).text == "Regel 1\nRegel 2"


def test_een_lege_tabel_zegt_dat_er_niets_is():
    teksten = [p.text for p in docx().paragraphs]
    assert teksten[teksten.index("(geen)") + 1] == "Een noot"


def test_het_sjabloon_van_de_regio_geeft_kop_en_stijlen(tmp_path):
    profiel, _ = lees_profiel(sjabloon(tmp_path))
    document = docx(KLEIN, profiel.sjabloon.inhoud)
    assert document.sections[0].header.paragraphs[0].text == "Briefhoofd van de regio"
    teksten = [p.text for p in document.paragraphs]
    assert "Deze tekst vervalt" not in teksten
    assert "Hoofdstuk" in teksten
    assert document.core_properties.title == "Titel"


def test_een_ander_sjabloon_is_andere_kennis_van_de_regio(tmp_path):
    from agenda.rangorde.herkomst import vingerafdruk

    zonder, _ = lees_profiel(kopie_van_profiel(tmp_path / "zonder"))
    met, _ = lees_profiel(sjabloon(tmp_path / "met"))
    assert vingerafdruk(zonder.delen) != vingerafdruk(met.delen)


def test_elke_stijl_die_een_sjabloon_mist_wordt_genoemd(tmp_path):
    meldingen = fouten(sjabloon(tmp_path, zonder=("Subtitle", "List Number")))
    assert len(meldingen) == 2
    assert all(
        "nijmegen-rivierenland/sjabloon.docx: stijlen: gevonden geen" in m for m in meldingen
    )
    assert any("Ondertitel (Subtitle)" in melding for melding in meldingen)
    assert any("Lijstnummering (List Number)" in melding for melding in meldingen)


def test_een_sjabloon_mag_maken_wat_er_verder_nodig_is(tmp_path):
    profiel, _ = lees_profiel(sjabloon(tmp_path, zonder=("Caption", "TOC Heading", "Table Grid")))
    assert "Hoofdstuk" in [p.text for p in docx(KLEIN, profiel.sjabloon.inhoud).paragraphs]


@pytest.mark.parametrize(
    ("inhoud", "gevonden"),
    [
        (b"", "een bestand dat geen Word-document is"),
        (b"geen zip", "een bestand dat geen Word-document is"),
        (b"x" * 10_000_001, "een bestand van 10,0 MB"),
    ],
)
def test_wat_geen_sjabloon_is_wordt_geweigerd(tmp_path, inhoud, gevonden):
    profiel = kopie_van_profiel(tmp_path)
    (profiel / "sjabloon.docx").write_bytes(inhoud)
    (melding,) = fouten(profiel)
    assert gevonden in melding


@pytest.mark.parametrize(
    ("deel", "oud", "nieuw", "gevonden"),
    [
        ("[Content_Types].xml", "document.main+xml", "template.main+xml", "een ander soort"),
        ("word/document.xml", "<w:body>", "<w:bod>", "geen Word-document"),
        ("word/styles.xml", "<w:styles", "<!DOCTYPE a><w:styles", "eigen entiteiten"),
    ],
)
def test_een_beschadigd_sjabloon_wordt_geweigerd(tmp_path, deel, oud, nieuw, gevonden):
    profiel = sjabloon(tmp_path)
    verander_deel(profiel / "sjabloon.docx", deel, lambda tekst: tekst.replace(oud, nieuw))
    (melding,) = fouten(profiel)
    assert gevonden in melding


@pytest.mark.parametrize("codering", ["utf-8", "utf-16"])
def test_eigen_entiteiten_worden_in_elke_codering_gezien(tmp_path, codering):
    pad = sjabloon(tmp_path) / "sjabloon.docx"
    with zipfile.ZipFile(pad) as zip_:
        delen = {info.filename: zip_.read(info) for info in zip_.infolist()}
    _, _, stijlen = delen["word/styles.xml"].decode().partition("?>")
    delen["word/styles.xml"] = f'<!DOCTYPE a [<!ENTITY b "c">]>{stijlen}'.encode(codering)
    with zipfile.ZipFile(pad, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    (melding,) = fouten(pad.parent)
    assert "eigen entiteiten" in melding


def test_een_sjabloon_met_macros_wordt_geweigerd(tmp_path):
    profiel = sjabloon(tmp_path)
    with zipfile.ZipFile(profiel / "sjabloon.docx", "a") as zip_:
        zip_.writestr("word/vbaProject.bin", b"macro")
    (melding,) = fouten(profiel)
    assert "een document met macro's" in melding
