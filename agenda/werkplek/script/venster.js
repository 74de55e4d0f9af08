// A question that must be answered first: what is this file, what should happen with it?

const vraagUit = ({ kop, zinnen = [], velden = [], knoppen, breed = false }) => new Promise((klaar) => {
  const venster = bij("venster");
  const titel = maak("h2", { id: "venster-kop", tekst: kop });
  const formulier = maak("form", { method: "dialog" }, titel, zinnen.map((tekst) => zin(tekst)),
    velden, maak("p", { klasse: "knoppen" },
      knoppen.map(([waarde, tekst], n) => maak("button", { value: waarde, tekst, klasse: n ? "" : "voorop" })),
      maakKnop("Annuleer", () => venster.close(""))));
  venster.replaceChildren(formulier);
  venster.classList.toggle("breed", breed);
  venster.returnValue = "";
  venster.addEventListener("close", () => klaar(venster.returnValue), { once: true });
  venster.showModal();
});
