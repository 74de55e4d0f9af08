// All that is wrong or odd in the input, beside the cell it belongs to.

const MEEST = 500;
const controleer = () => voer(["controleer", gekozen, "--formaat", "json"], { wat: "Bezig met controleren…" });
const leesJson = (uitkomst) => {
  try {
    return JSON.parse(uitkomst.uit);
  } catch {
    return null;
  }
};
// «onderwerpen.xlsx!Onderwerpen!C7» is a file, a sheet and a cell; others are a file, row, column.
const leesPlek = (plek) => {
  const excel = plek.split("!");
  if (excel.length > 2) return { bestand: excel[0], blad: excel.slice(1, -1).join("!"), cel: excel.at(-1) };
  if (excel.length === 2) return { bestand: excel[0], blad: excel[1], cel: "" };
  const [, bestand, regel, kolom] = /^(.*?):(\d+):(\d+)$/.exec(plek) ?? [];
  return bestand ? { bestand, blad: "", cel: `regel ${regel}, kolom ${kolom}` } : { bestand: plek, blad: "", cel: "" };
};
const bouwRij = (soort) => (melding) => {
  const { bestand, blad, cel } = leesPlek(melding.plek);
  return maak("tr", { klasse: soort },
    maak("th", { scope: "row" }, maak("strong", { klasse: "cel", tekst: cel || blad || bestand }),
      cel ? maak("span", { klasse: "klein", tekst: [blad, bestand].filter(Boolean).join(", ") }) : null),
    maak("td", {}, melding.veld || "–", melding.onderwerp ? maak("span", { klasse: "klein", tekst: melding.onderwerp }) : null),
    maak("td", { tekst: melding.gevonden }),
    maak("td", { tekst: melding.verwacht }),
    maak("td", { tekst: melding.suggestie }));
};
const bouwTabel = (titel, meldingen, soort) => {
  if (!meldingen.length) return null;
  const lijf = maak("tbody", {}, meldingen.slice(0, MEEST).map(bouwRij(soort)));
  const naam = `kop-${soort}`;
  const vak = maak("section", {}, maak("h3", { id: naam, tekst: titel }),
    maak("div", { klasse: "schuif", tabindex: "0", role: "group", "aria-labelledby": naam },
      maak("table", { klasse: "bevindingen" },
        maak("thead", {}, maak("tr", {}, ["Waar", "Wat", "Gevonden", "Verwacht", "Wat kunt u doen?"].map((tekst) => maak("th", { scope: "col", tekst })))), lijf)));
  if (meldingen.length > MEEST) {
    const knop = maakKnop(`Toon ook de andere ${meldingen.length - MEEST}`, () => {
      lijf.append(...meldingen.slice(MEEST).map(bouwRij(soort)));
      knop.remove();
    });
    vak.append(knop);
  }
  return vak;
};

const GEMARKEERD = "nakijken.xlsx";
const maakGemarkeerd = async (zeg) => {
  try {
    const uitkomst = await voer(["controleer", gekozen, "--formaat", "json", "--gemarkeerd", GEMARKEERD], { wat: "Bezig met de gemarkeerde kopie…" });
    const kopie = uitkomst.geschreven.get(GEMARKEERD);
    if (kopie) download(GEMARKEERD, kopie);
    else zeg.textContent = zinnenVan(uitkomst).at(-1) ?? UITGANG[1];
  } catch (fout) {
    zeg.textContent = isGestopt(fout) ? "Gestopt." : foutzin(fout);
  }
};
const bouwKopie = () => {
  if (soortVan(onderwerpenbestand(gekozen) ?? "") !== "xlsx") return null;
  const zeg = maak("span", { role: "status" });
  return maak("p", { klasse: "knoppen" }, maakKnop("Bewaar de gemarkeerde kopie (Excel)", () => maakGemarkeerd(zeg), { klasse: "voorop" }), zeg);
};

// Of a decision: what it can be recognised by, and what that proves.
const toonBesluit = () => {
  const deel = maak("section");
  wachtOp(deel, voer(["controleer", gekozen, "--formaat", "md"]), (uitkomst) => toonUitkomst(uitkomst));
  return deel;
};

const weergaveBevindingen = {
  naam: "bevindingen", kop: "Bevindingen",
  uitleg: "Alles wat niet klopt of opvalt in uw invoer, met de cel waar het staat. Een waarschuwing houdt niets tegen.",
  bouw: (vak) => wachtOp(vak, controleer(), (uitkomst) => {
    const controle = leesJson(uitkomst);
    if (!controle) return toonZinnen(uitkomst);
    const { fouten, waarschuwingen } = controle;
    const goed = !fouten.length && !waarschuwingen.length;
    return [
      fouten.length ? null : zin(controle.samenvatting, goed ? "goed groot" : "groot"),
      fouten.length ? null : maak("p", {}, maak("a", { href: "#lijst", tekst: "Bekijk de lijst" })),
      fouten.length || waarschuwingen.length ? bouwKopie() : null,
      bouwTabel(geteld(fouten.length, "fout", "fouten"), fouten, "fout"),
      fouten.length && onderwerpenbestand(gekozen) ? zin("Verbeter uw eigen bestand in Excel, sla het op, en sleep het weer op deze pagina. Het komt dan in de plaats van het oude.", "noot") : null,
      controle.besluit ? toonBesluit() : null,
      bouwTabel(geteld(waarschuwingen.length, "waarschuwing", "waarschuwingen"), waarschuwingen, "waarschuwing"),
    ];
  }),
};
// Count them whenever something changed, so that the menu tells it.
const telBevindingen = async () => {
  const teller = bij("teller");
  const map = gekozen;
  teller.textContent = "";
  if (!map || !kanRekenen) return null;
  const controle = leesJson(await controleer().catch(() => ({ uit: "" })));
  if (!controle || map !== gekozen) return null;
  const [fouten, let_op] = [controle.fouten.length, controle.waarschuwingen.length];
  teller.className = fouten ? "teller fout" : "teller";
  teller.textContent = fouten ? geteld(fouten, "fout", "fouten") : let_op ? `${let_op} let op` : "geen";
  return controle;
};
