// Questions about the weights: which side is heavier? Until it is settled who is in the top.

let keuzes = { top: "10", gemeente: "" };
const criteriumtitels = () => profielVan(gekozen)?.criteria ?? {};
const kantVan = (codes) => {
  const titels = criteriumtitels();
  return codes.length > 1 ? `${opsomming(codes.map((code) => titels[code] ?? code))} samen` : titels[codes[0]] ?? codes[0];
};
const HOE = { links: "links", rechts: "rechts", even: "even", weet: "weet-niet" };
const inWoorden = ({ links, rechts, antwoord }) => {
  const [een, ander] = [kantVan(links), kantVan(rechts)];
  return {
    links: `${een} weegt zwaarder dan ${ander}`, rechts: `${ander} weegt zwaarder dan ${een}`,
    even: `${een} en ${ander} wegen even zwaar`, "weet-niet": `Weet niet: ${een}, of ${ander}`,
  }[antwoord];
};
const vraagArgs = () => ["vragen", gekozen, "--formaat", "json", "--top", keuzes.top, ...(keuzes.gemeente ? ["--gemeente", keuzes.gemeente] : [])];

const toonVraag = (stand, antwoord) => {
  const kop = maak("h3", { klasse: "vraag", tabIndex: -1 });
  if (!stand.vraag) {
    kop.textContent = stand.klaar ? `De top ${stand.top} ligt vast` : "Alle vragen zijn gesteld";
    return maak("section", {}, kop);
  }
  const [links, rechts] = [kantVan(stand.vraag.links), kantVan(stand.vraag.rechts)];
  kop.textContent = `Wat weegt zwaarder: ${links}, of ${rechts}?`;
  const knop = (waarde, tekst, klasse = "") => maakKnop(tekst, () => antwoord(waarde), { klasse });
  return maak("section", {}, kop,
    maak("p", { klasse: "knoppen kanten" }, knop(HOE.links, links, "kant"), knop(HOE.rechts, rechts, "kant")),
    maak("p", { klasse: "knoppen" }, knop(HOE.even, "Even zwaar"), knop(HOE.weet, "Weet ik niet")));
};
const toonGroep = (kop, codes, titels, open) => maak("details", { open },
  maak("summary", {}, vet(`${codes.length}`), ` ${kop}`),
  codes.length ? maak("ul", {}, codes.map((code) => maak("li", { tekst: titels.get(code) ?? code }))) : zin("geen", "noot"));
const wis = async () => {
  const keus = await vraagUit({ kop: "Alle antwoorden weghalen?", zinnen: [`Het bestand ${gegevens.antwoordenbestand} gaat uit het dossier, met de antwoorden van elke gemeente.`], knoppen: [["ja", "Haal weg"]] });
  if (keus) wijzig(new Map(), [`${gekozen}/${gegevens.antwoordenbestand}`]);
};
// In the settings, in place of those that were there: all lines of that part, and no other.
const neemGewichten = (gewichten) => {
  const pad = `${gekozen}/${gegevens.dossierbestand}`;
  const rest = alsTekst(bestanden.get(pad)).replace(/^gewichten:.*\n?(?:(?:[ \t].*|#.*|)\n)*?(?=\S|$(?![\s\S]))/m, "").trimEnd();
  const regels = Object.entries(gewichten).map(([code, gewicht]) => `  ${code}: ${gewicht}`);
  wijzig(new Map([[pad, alsBytes(`${rest}\n\ngewichten:\n${regels.join("\n")}\n`)]]));
  meld(`De gewichten staan nu in ${gegevens.dossierbestand}. De lijst rekent ermee.`);
};
const toonStand = (stand, titels) => [
  maak("section", { klasse: "drie" }, maak("h3", { tekst: "Wat ligt nu vast?" }),
    toonGroep(`zeker in de top ${stand.top}`, stand.in_top, titels, true),
    toonGroep("nog open", stand.open, titels, false),
    toonGroep("zeker erbuiten", stand.buiten_top, titels, false)),
  stand.antwoorden.length ? maak("section", {}, maak("h3", { tekst: `U gaf ${geteld(stand.antwoorden.length, "antwoord", "antwoorden")}` }),
    maak("ol", {}, stand.antwoorden.map((gegeven) => maak("li", { tekst: inWoorden(gegeven) }))),
    maak("p", { klasse: "knoppen" }, maakKnop("Haal alle antwoorden weg", wis))) : null,
  stand.gewichten && stand.antwoorden.length && !stand.gemeente ? maak("section", {}, maak("h3", { tekst: "Gewichten die bij uw antwoorden passen" }),
    maak("ul", {}, Object.entries(stand.gewichten).map(([code, gewicht]) => maak("li", { tekst: `${criteriumtitels()[code] ?? code}: ${gewicht}` }))),
    zin(`De ranglijst verandert niet vanzelf. Neemt u de gewichten over, dan komen ze in ${gegevens.dossierbestand}.`, "noot"),
    maak("p", { klasse: "knoppen" }, maakKnop("Neem deze gewichten over", () => neemGewichten(stand.gewichten)))) : null,
];

const weergaveVragen = {
  naam: "vragen", kop: "Vragen",
  uitleg: "Wat weegt zwaarder? Het programma stelt steeds de vraag die het meest beslist over de top.",
  bouw: (vak) => {
    const top = maakInvoer("number", { min: "1", max: "10000", value: keuzes.top, required: true });
    const leden = profielVan(gekozen)?.leden ?? [];
    const gemeente = maakKeuze([["", "van allen samen"], ...leden], keuzes.gemeente);
    const uit = maak("div");
    const toon = async (uitkomst) => {
      const stand = leesJson(uitkomst);
      if (uitkomst.code || !stand) return toonUitkomst(uitkomst);
      return [toonZinnen(uitkomst), toonVraag(stand, antwoord), ...toonStand(stand, titelsVan(await haalOnderwerpen()))];
    };
    const antwoord = async (waarde) => {
      await wachtOp(uit, voer([...vraagArgs(), "--antwoord", waarde], { houd: true, stil: true, wat: "Bezig met uw antwoord…" }), toon);
      uit.querySelector("h3")?.focus();
    };
    const vraag = () => {
      keuzes = { top: top.value, gemeente: gemeente.value };
      return wachtOp(uit, voer(vraagArgs()), toon);
    };
    if (isBesluit(gekozen)) vak.append(zin("Dit is een besluit: daar komen geen antwoorden meer bij.", "let-op"));
    vak.append(maakFormulier([maakVeld("Zo veel plaatsen telt de top", top), leden.length ? maakVeld("Antwoorden", gemeente) : null], "Toon", vraag), uit);
    vraag();
  },
};
