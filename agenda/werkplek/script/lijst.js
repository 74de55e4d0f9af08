// The list to read and to weigh: the page that the program exports, of what is open or dropped.

let gevallen = null; // an exported page that somebody gave, instead of that of the dossier
const openPagina = ({ pad, inhoud }) => {
  gevallen = { naam: naamVan(pad), tekst: alsTekst(inhoud) };
  doel = "lijst";
  return `Geopend: «${gevallen.naam}».`;
};
const EXPORT = "uitvoer";
const exporteer = (vorm) => voer(["exporteer", gekozen, "--als", vorm, "--naar", EXPORT], { wat: `Bezig met ${vorm}…` });
const gemaakt = (uitkomst) => [...uitkomst.geschreven].find(([pad]) => !naamVan(pad).startsWith("."));
const ANDERS = `Deze pagina komt uit een andere versie van het programma. U kunt haar lezen en afdrukken. Wegen, zoeken en filteren kan alleen met een pagina van versie ${gegevens.versie}.`;

const lijstknoppen = (naam, tekst) => {
  const knoppen = [
    maakKnop("Afdrukken of PDF", () => kader.blad.contentWindow.print()),
    downloadKnop(naam, tekst, "Bewaar als pagina (html)"),
    maakKnop("Verberg het menu", ({ currentTarget: knop }) => {
      const weg = document.body.classList.toggle("zonder-menu");
      knop.setAttribute("aria-pressed", `${weg}`);
    }, { klasse: "breed-scherm", "aria-pressed": "false" }),
  ];
  if (gevallen && gekozen) {
    knoppen.push(maakKnop(`Toon de lijst van ${dossiernaam(gekozen)}`, () => {
      gevallen = null;
      ververs();
    }));
  }
  return knoppen;
};

const weergaveLijst = {
  naam: "lijst", kop: "Lijst", kader: true,
  magZonder: () => Boolean(gevallen),
  bouw: async (vak) => {
    let [naam, tekst] = [gevallen?.naam, gevallen?.tekst];
    if (!gevallen) {
      const uitkomst = await wachtOp(vak, exporteer("html"), (uit) => (uit.code ? toonZinnen(uit) : zin("Even geduld…", "wacht")));
      if (!uitkomst || uitkomst.code || !vak.isConnected) return;
      const [pad, inhoud] = gemaakt(uitkomst);
      [naam, tekst] = [naamVan(pad), alsTekst(inhoud)];
    }
    const blad = await toonKader(tekst);
    if (!vak.isConnected) return;
    vak.replaceChildren(maak("p", { klasse: "knoppen" }, lijstknoppen(naam, tekst)), ...(blad.metScript ? [] : [zin(ANDERS, "let-op")]));
    bij("lijstvak").hidden = false;
  },
};
