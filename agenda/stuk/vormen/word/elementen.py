"""The smallest elements of WordprocessingML: runs, paragraphs and fields.

python-docx looks up every cell of a table from the start; here rows are built as they are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMEN = {"w": W[1:-1]}
_RUIMTE = "{http://www.w3.org/XML/1998/namespace}space"


class Elementen:
    """Makes elements for one document, in the styles that it has."""

    def __init__(self, document: Any) -> None:
        from docx.oxml.parser import oxml_parser

        # What OxmlElement does, without looking up the namespace for each of many elements.
        self._nieuw = oxml_parser.makeelement
        self._stijl: dict[str, str] = {
            stijl.name.lower(): stijl.style_id for stijl in document.styles
        }

    def maak(self, naam: str, *kinderen: Any, **waarden: object) -> Any:
        """An element with its children and its attributes."""
        element = self._nieuw(f"{W}{naam}", nsmap=_NAMEN)
        for sleutel, waarde in waarden.items():
            element.set(f"{W}{sleutel}", str(waarde))
        element.extend(kinderen)
        return element

    def stijl(self, naam: str) -> str:
        """The name by which the document knows a style."""
        return self._stijl[naam.lower()]

    def tekst(self, tekst: str, *, vet: bool = False, stijl: str = "") -> Any:
        """A run of text; a new line in it stays one."""
        run = self.maak("r")
        opmaak = [self.maak("rStyle", val=self.stijl(stijl))] if stijl else []
        opmaak += [self.maak("b"), self.maak("bCs")] if vet else []
        if opmaak:
            run.append(self.maak("rPr", *opmaak))
        for nummer, tekstregel in enumerate(tekst.split("\n")):
            if nummer:
                run.append(self.maak("br"))
            t = self.maak("t")
            t.text = tekstregel
            t.set(_RUIMTE, "preserve")
            run.append(t)
        return run

    def alinea(self, stijl: str | None, *delen: Any, opmaak: Iterable[Any] = ()) -> Any:
        """A paragraph of runs; without a style it has that of the document."""
        eerst = [self.maak("pStyle", val=self.stijl(stijl))] if stijl else []
        return self.maak("p", self.maak("pPr", *eerst, *opmaak), *delen)

    def link(self, doel: str, *delen: Any) -> Any:
        """Runs that lead to a bookmark."""
        return self.maak("hyperlink", *delen, anchor=doel, history=1)

    def veldteken(self, soort: str) -> Any:
        """One of the three marks of a field."""
        return self.maak("r", self.maak("fldChar", fldCharType=soort))

    def veld_begin(self, opdracht: str) -> list[Any]:
        """A field up to what it showed last."""
        instructie = self.maak("instrText")
        instructie.text = f" {opdracht} "
        instructie.set(_RUIMTE, "preserve")
        return [
            self.veldteken("begin"),
            self.maak("r", instructie),
            self.veldteken("separate"),
        ]

    def veld(self, opdracht: str, toont: str = "") -> list[Any]:
        """A whole field; `toont` is what it shows until Word looks again."""
        getoond = [self.tekst(toont)] if toont else []
        return [*self.veld_begin(opdracht), *getoond, self.veldteken("end")]
