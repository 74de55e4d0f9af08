// Freeze what was adopted, and write down what each municipality decided on it.

const afwijkingRij = (alles, weg) => {
  const [wat, plaats, reden] = [maakOnderwerpkeuze(alles), maakInvoer("number", { min: "1", max: "999999", required: true }), maakInvoer("text", { klasse: "breed", maxlength: "2000", required: true })];
  const rij = maak("div", { klasse: "formulier afwijking" }, maakVeld("Onderwerp", wat), maakVeld("Plaats", plaats), maakVeld("Reden", reden));
  rij.append(maakKnop("Haal weg", () => {
    rij.remove();
    weg();
  }));
  rij.lees = () => ["--afwijking", `${wat.value}:${plaats.value}:${reden.value}`];
  return rij;
};
const UITKOMSTEN = ["ingestemd", "afgewezen", "aangehouden", "onbekend"];
const maakOrgaan = () => {
  const lijst = maak("datalist", { id: "organen" }, (profielVan(gekozen)?.beslissers ?? []).map((naam) => maak("option", { value: naam })));
  return [maakInvoer("text", { list: "organen", required: true, maxlength: "300", klasse: "breed" }), lijst];
};

const bouwVaststellen = async (vak) => {
  const alles = await haalOnderwerpenIn(vak);
  if (!alles) return;
  const [door, organen] = maakOrgaan();
  const datum = maakInvoer("date", { required: true });
  const [rijen, uit] = [maak("div"), maak("div")];
  const erbij = maakKnop("Andere plaats dan berekend", () => {
    rijen.append(afwijkingRij(alles, () => erbij.focus()));
    rijen.lastChild.querySelector("select").focus();
  });
  const doe = () => wachtOp(uit, voer(["vaststellen", gekozen, "--door", door.value, "--datum", datum.value,
    "--als", gegevens.vormen.filter((vorm) => vorm !== "mail").join(","), ...[...rijen.children].flatMap((rij) => rij.lees())],
  { houd: true, stil: true, wat: "Bezig met vastleggen…" }), (uitkomst) => [
    toonZinnen(uitkomst),
    uitkomst.code ? null : maak("p", { klasse: "knoppen" }, maakKnop("Bewaar dossier met besluit (zip)", () => bewaarDossier(topVan(gekozen)), { klasse: "voorop" })),
  ]);
  vak.replaceChildren(maak("section", {}, maak("h3", { tekst: "Vaststellen" }),
    zin("Het programma beslist niets. Leg hier vast wat een orgaan heeft besloten. Het besluit komt in het dossier en verandert daarna nooit meer."),
    maakFormulier([maakVeld("Welk orgaan besloot?", door, "Een orgaan, geen persoon."), organen, maakVeld("Op welke dag?", datum),
      maak("fieldset", {}, maak("legend", { klasse: "voorlezen", tekst: "Afwijkingen" }), rijen, erbij)], "Leg vast", doe, "onder-elkaar"), uit));
};

const bouwBekrachtigen = (besluiten) => {
  const welk = maakKeuze(besluiten.map((map) => [map, dossiernaam(map)]), isBesluit(gekozen) ? gekozen : besluiten.at(-1));
  const [gemeente, uitkomst] = [maakKeuze(profielVan(gekozen)?.leden ?? []), maakKeuze(UITKOMSTEN.map((naam) => [naam, naam]))];
  const [orgaan, organen] = maakOrgaan();
  organen.id = "organen-2";
  orgaan.setAttribute("list", organen.id);
  const [datum, uit] = [maakInvoer("date", { required: true }), maak("div")];
  const doe = () => wachtOp(uit, voer(["bekrachtig", welk.value, "--gemeente", gemeente.value, "--orgaan", orgaan.value, "--datum", datum.value, "--uitkomst", uitkomst.value, "--formaat", "md"],
    { houd: true, stil: true, wat: "Bezig met opschrijven…" }), (antwoord) => toonUitkomst(antwoord, { hoogste: 4 }));
  return maak("section", {}, maak("h3", { tekst: "Wat besloot een gemeente?" }),
    maakFormulier([maakVeld("Besluit", welk), maakVeld("Gemeente", gemeente), maakVeld("Welk orgaan besloot?", orgaan), organen, maakVeld("Op welke dag?", datum), maakVeld("Uitkomst", uitkomst)], "Schrijf op", doe), uit);
};
const weergaveBesluit = {
  naam: "besluit", kop: "Besluit",
  uitleg: "Leg vast wat is besloten, en wat elke gemeente daarna besluit.",
  bouw: (vak) => {
    const [eerst, dan] = [maak("div"), maak("div")];
    vak.append(eerst, dan);
    const besluiten = dossiers().filter(isBesluit).filter((map) => topVan(map) === topVan(gekozen));
    if (besluiten.length) dan.append(bouwBekrachtigen(besluiten));
    if (isBesluit(gekozen)) eerst.append(zin("Dit is een besluit. Of er niets aan is veranderd, leest u bij Bevindingen.", "let-op"));
    else return bouwVaststellen(eerst);
  },
};
