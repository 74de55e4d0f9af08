"""How the document looks in Word, unless the region has a template of its own."""

from __future__ import annotations

from typing import Any

KOPSTIJLEN = ("Heading 1", "Heading 2", "Heading 3")
TABELSTIJL, CELSTIJL = "Agenda tabel", "Agenda cel"
MOTIEFSTIJL, CRITERIUMSTIJL = "Agenda motivering", "Agenda criterium"
MARGESTIJL, BRONSTIJL = "Agenda kenmerken", "Agenda bron"
INVULSTIJL = "Agenda invullen"
WITSTIJL = "Agenda wit"
TAAL = "nl-NL"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LETTER = "Calibri"
_BLAUW = "154273"
_GRIJS = "595959"
_TABELSTIJL = f"""
<w:style xmlns:w="{_W}" w:type="table" w:customStyle="1" w:styleId="Agendatabel">
  <w:name w:val="{TABELSTIJL}"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="15" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
      <w:bottom w:w="15" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr>
      <w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>
      <w:shd w:val="clear" w:color="auto" w:fill="E9EEF4"/>
    </w:tcPr>
  </w:tblStylePr>
</w:style>"""
_CELSTIJL = f"""
<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="Agendacel">
  <w:name w:val="{CELSTIJL}"/><w:basedOn w:val="%s"/><w:qFormat/>
  <w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
</w:style>"""

_MOTIEFSTIJL = f"""
<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="Agendamotivering">
  <w:name w:val="{MOTIEFSTIJL}"/><w:basedOn w:val="%s"/><w:qFormat/>
  <w:pPr><w:keepLines/><w:spacing w:before="0" w:after="30"/></w:pPr>
  <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
</w:style>"""
_CRITERIUMSTIJL = f"""
<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="Agendacriterium">
  <w:name w:val="{CRITERIUMSTIJL}"/><w:basedOn w:val="Agendamotivering"/><w:qFormat/>
  <w:pPr>
    <w:tabs><w:tab w:val="left" w:pos="340"/></w:tabs>
    <w:spacing w:before="0" w:after="10"/><w:ind w:left="340" w:hanging="340"/>
  </w:pPr>
</w:style>"""
_WITSTIJL = f"""
<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="Agendawit">
  <w:name w:val="{WITSTIJL}"/><w:basedOn w:val="%s"/>
  <w:pPr><w:spacing w:before="0" w:after="60"/></w:pPr>
  <w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr>
</w:style>"""
_MARGESTIJL = f"""
<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="Agendakenmerken">
  <w:name w:val="{MARGESTIJL}"/><w:basedOn w:val="Agendamotivering"/><w:qFormat/>
  <w:rPr><w:color w:val="{_BLAUW}"/></w:rPr>
</w:style>"""
_INVULSTIJL = f"""
<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="Agendainvullen">
  <w:name w:val="{INVULSTIJL}"/><w:basedOn w:val="%s"/><w:qFormat/>
  <w:pPr>
    <w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="B8860B"/></w:pBdr>
    <w:shd w:val="clear" w:color="auto" w:fill="FFF6DC"/>
    <w:spacing w:before="60" w:after="120"/><w:ind w:left="160"/>
  </w:pPr>
</w:style>"""
_BRONSTIJL = f"""
<w:style xmlns:w="{_W}" w:type="character" w:customStyle="1" w:styleId="Agendabron">
  <w:name w:val="{BRONSTIJL}"/><w:qFormat/>
  <w:rPr><w:color w:val="{_GRIJS}"/></w:rPr>
</w:style>"""


def vul_aan(document: Any, *, eigen: bool) -> None:
    """Set the language, and give the document every style that it lacks.

    Args:
        eigen: whether the styles are those of the region; then what is there stays as it is.
    """
    from docx.oxml import parse_xml

    _zet_taal(document)
    _maak_los(document)
    if not eigen:
        _zet_opmaak(document)
    namen = {stijl.name for stijl in document.styles}
    basis = document.styles["Normal"].style_id
    for naam, xml in (
        (TABELSTIJL, _TABELSTIJL),
        (CELSTIJL, _CELSTIJL % basis),
        (MOTIEFSTIJL, _MOTIEFSTIJL % basis),
        (CRITERIUMSTIJL, _CRITERIUMSTIJL),
        (MARGESTIJL, _MARGESTIJL),
        (WITSTIJL, _WITSTIJL % basis),
        (BRONSTIJL, _BRONSTIJL),
        (INVULSTIJL, _INVULSTIJL % basis),
    ):
        if naam not in namen:
            document.styles.element.append(parse_xml(xml))
    breedte = _tekstbreedte(document.sections[-1])
    for naam, inspringing, boven in (("toc 1", 0, 3),):
        if naam not in namen:
            _voeg_inhoudstijl_toe(document, naam, inspringing, boven, breedte)
    for naam in ("TOC Heading", "Caption"):
        if naam not in namen:
            _voeg_toe(document, naam)


def _maak_los(document: Any) -> None:
    """Forget the file that a template was itself made from: Word would look for it on opening."""
    from docx.oxml.ns import qn

    deel = document.part._settings_part
    for aan in list(document.settings.element.iter(qn("w:attachedTemplate"))):
        deel.rels.pop(aan.get(qn("r:id")), None)
        aan.getparent().remove(aan)


def _tekstbreedte(sectie: Any) -> Any:
    return sectie.page_width - sectie.left_margin - sectie.right_margin


def _voeg_toe(document: Any, naam: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    stijl = document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    stijl.base_style = document.styles["Normal"]
    return stijl


def _voeg_inhoudstijl_toe(
    document: Any, naam: str, inspringing: int, boven: int, breedte: Any
) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Pt

    opmaak = _voeg_toe(document, naam).paragraph_format
    opmaak.left_indent = Pt(inspringing)
    opmaak.space_before, opmaak.space_after = Pt(boven), Pt(1)
    opmaak.tab_stops.add_tab_stop(breedte, WD_TAB_ALIGNMENT.RIGHT)


def _zet_taal(document: Any) -> None:
    """Dutch in the defaults of the styles, in every style that says otherwise, and in settings."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    stijlen = document.styles.element
    for taal in stijlen.iter(qn("w:lang")):
        taal.set(qn("w:val"), TAAL)
    standaard = stijlen.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if standaard is not None and standaard.find(qn("w:lang")) is None:
        taal = OxmlElement("w:lang")
        taal.set(qn("w:val"), TAAL)
        standaard.append(taal)
    for taal in document.settings.element.iter(qn("w:themeFontLang")):
        taal.set(qn("w:val"), TAAL)


def _zet_opmaak(document: Any) -> None:
    """The looks of the program's own, in place of those of the empty document of python-docx."""
    from docx.opc.constants import RELATIONSHIP_TYPE as SOORT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    # A picture of another document, and the styles once more for a version of Word long gone.
    for houder, soort in (
        (document.part.package, SOORT.THUMBNAIL),
        (document.part, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"),
    ):
        for sleutel in [s for s, r in houder.rels.items() if r.reltype == soort]:
            del houder.rels[sleutel]
    for stijl in list(document.styles.element):
        if stijl.get(qn("w:type")) == "table" and stijl.get(qn("w:default")) != "1":
            document.styles.element.remove(stijl)
    instellingen = document.settings.element
    instellingen.find(qn("w:zoom")).set(qn("w:percent"), "100")
    instellingen.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    instellingen.find(qn("w:listSeparator")).set(qn("w:val"), ";")
    for stand in instellingen.iter(qn("w:compatSetting")):
        if stand.get(qn("w:name")) == "compatibilityMode":
            stand.set(qn("w:val"), "15")
    sectie = document.sections[-1]
    sectie.page_width, sectie.page_height = Mm(210), Mm(297)
    sectie.left_margin = sectie.right_margin = Mm(20)
    sectie.top_margin, sectie.bottom_margin = Mm(20), Mm(16)
    maten = {
        "Normal": (9.5, False, 0, 1.5),
        "Title": (18, True, 0, 1),
        "Subtitle": (11, False, 0, 3),
        "Heading 1": (17, True, 14, 6),
        "Heading 2": (11, True, 4, 0),
        "Heading 3": (11, True, 10, 3),
        "List Bullet": (9.5, False, 0, 0),
        "List Number": (9.5, False, 0, 0),
        "Caption": (8, False, 1, 1),
        "TOC Heading": (17, True, 0, 6),
        "Header": (9, False, 0, 0),
        "Footer": (9, False, 0, 0),
    }
    for naam, (punten, vet, voor, na) in maten.items():
        stijl = document.styles[naam]
        lettertypen = stijl.element.get_or_add_rPr().get_or_add_rFonts()
        lettertypen.attrib.clear()
        for soort in ("ascii", "hAnsi", "cs", "eastAsia"):
            lettertypen.set(qn(f"w:{soort}"), _LETTER)
        stijl.font.size, stijl.font.bold, stijl.font.italic = Pt(punten), vet, False
        stijl.paragraph_format.tab_stops.clear_all()
        stijl.paragraph_format.space_before = Pt(voor)
        stijl.paragraph_format.space_after = Pt(na)
        if naam in ("Title", "TOC Heading", *KOPSTIJLEN):
            stijl.font.color.rgb = RGBColor.from_string(_BLAUW)
        elif naam in ("Subtitle", "Caption", "Header", "Footer"):
            stijl.font.color.rgb = RGBColor.from_string(_GRIJS)
    document.styles["Normal"].paragraph_format.line_spacing = 1.0
    rand = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if rand is not None:
        rand.getparent().remove(rand)


def zet_kop_en_voet(document: Any, titel: str, stand: str) -> None:
    """The title above every page but the first; below each how far it is, and «X van Y»."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT

    sectie = document.sections[-1]
    sectie.different_first_page_header_footer = True
    sectie.header.paragraphs[0].text = titel
    for voet in (sectie.first_page_footer.paragraphs[0], sectie.footer.paragraphs[0]):
        voet.alignment = WD_ALIGN_PARAGRAPH.LEFT
        voet.paragraph_format.tab_stops.add_tab_stop(_tekstbreedte(sectie), WD_TAB_ALIGNMENT.RIGHT)
        for tekst, veld in ((f"{stand}\tPagina ", "PAGE"), (" van ", "NUMPAGES")):
            voet.add_run(tekst)
            _voeg_veld_toe(voet, veld)


def _voeg_veld_toe(alinea: Any, opdracht: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    veld = OxmlElement("w:fldSimple")
    veld.set(qn("w:instr"), f" {opdracht} ")
    run = OxmlElement("w:r")
    tekst = OxmlElement("w:t")
    tekst.text = "1"
    run.append(tekst)
    veld.append(run)
    alinea._p.append(veld)
