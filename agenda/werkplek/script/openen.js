// Where everything begins: give files, start from a template, and see what is open.

const kiezer = (opties) => {
  const veld = maak("input", { type: "file", multiple: true, hidden: true, tabIndex: -1, ...opties });
  veld.addEventListener("change", () => {
    const lees = uitKeuze(veld);
    veld.value = "";
    neemOp(() => lees);
  });
  return veld;
};

const bouwGeven = () => {
  const [los, map] = [kiezer({ "aria-label": "Bestanden" }), kiezer({ webkitdirectory: "", "aria-label": "Map" })];
  return maak("section", { klasse: "geef" },
    zin(kanRekenen
      ? "Sleep uw bestanden hierheen: een werkmap (onderwerpen.xlsx), de werkmappen van alle gemeenten, de map van een dossier, een bewaard dossier (zip), of een pagina die het programma maakte (html)."
      : "Sleep hierheen een pagina (html) die het programma maakte.", "groot"),
    maak("p", { klasse: "knoppen" },
      maakKnop("Bestanden kiezen", () => los.click(), { klasse: "voorop" }),
      kanRekenen ? maakKnop("Map kiezen", () => map.click()) : null, los, map));
};

const bouwBegin = () => {
  const [jaar, regio] = [maakJaar(), maakRegio()];
  const begin = async () => {
    try {
      const map = await maakDossier(jaar.value, regio.value);
      kiesDossier(map);
      const pad = onderwerpenbestand(map);
      download(pad, bestanden.get(pad));
      vertel([`Gemaakt: dossier ${map}. Het sjabloon ${naamVan(pad)} staat in uw map met downloads. Vul het in, sla het op, en sleep het dan weer op deze pagina.`]);
    } catch (fout) {
      vertel([fout instanceof Geweigerd ? fout.message : isGestopt(fout) ? "Gestopt. Er is niets gemaakt." : foutzin(fout)]);
    }
  };
  return maak("section", {}, maak("h3", { tekst: "Begin met een leeg sjabloon" }),
    zin("U krijgt een Excel-bestand om in te vullen, met uitleg bij elke kolom."),
    maakFormulier([maakVeld("Jaar", jaar), maakVeld("Regio", regio)], "Maak het sjabloon", begin));
};

const bouwVerder = () => {
  const vorig = /\d{4}/.exec(gekozen)?.[0];
  const [jaar, vanaf, uit] = [maakJaar(), maakKeuze(dossiers().map((map) => [map, dossiernaam(map)]), gekozen), maak("div")];
  if (vorig) jaar.value = `${Number(vorig) + 1}`;
  const verder = () => {
    const map = vrijeNaam(jaar.value);
    return wachtOp(uit, voer(["nieuw", jaar.value, map, "--vanaf", vanaf.value], { houd: true, stil: true, wat: "Bezig met het nieuwe jaar…" }), (uitkomst) => {
      if (uitkomst.code) return toonZinnen(uitkomst);
      vertelStraks(() => kiesDossier(map), zinnenVan(uitkomst));
      return null;
    });
  };
  return maak("section", {}, maak("h3", { tekst: "Ga verder met een nieuw jaar" }),
    zin("Alle onderwerpen gaan mee, behalve wat klaar of gestopt is."),
    maakFormulier([maakVeld("Vanaf", vanaf), maakVeld("Nieuw jaar", jaar)], "Maak het nieuwe jaar", verder), uit);
};
// Once whoever waits for an answer has shown it, the part is drawn anew.
const vertelStraks = (doe, zinnen) => setTimeout(() => {
  doe();
  vertel(zinnen);
});

const sluit = async (map) => {
  if (onbewaard.has(map)) {
    const keus = await vraagUit({ kop: `${map} is niet bewaard`, zinnen: ["Wat u niet bewaarde, gaat weg."], knoppen: [["bewaar", "Bewaar eerst"], ["weg", "Sluit zonder bewaren"]] });
    if (!keus) return;
    if (keus === "bewaar") await bewaarDossier(map);
  }
  onbewaard.delete(map);
  wijzig(new Map(), inMap(map), true);
  onbewaard.delete(map);
  vertel([`Gesloten: ${map}.`]);
};
const bouwMap = (map) => maak("details", { klasse: "dossier" },
  maak("summary", {}, vet(map), ` ${geteld(inMap(map).length, "bestand", "bestanden")}${onbewaard.has(map) ? ", niet bewaard" : ""}`),
  maak("ul", { klasse: "bestanden" }, inMap(map).slice(0, 300).map((pad) => maak("li", {},
    maak("span", { klasse: "pad", tekst: pad.slice(map.length + 1) }),
    maak("span", { klasse: "knoppen" },
      kanBewerken(pad) ? maakKnop("Bewerk", () => bewerk(pad), { "aria-label": `Bewerk ${naamVan(pad)}` }) : null,
      maakKnop("Bewaar", () => download(pad, bestanden.get(pad)), { "aria-label": `Bewaar ${naamVan(pad)}` }))))),
  inMap(map).length > 300 ? zin("De andere bestanden ziet u in de zip.", "noot") : null,
  maak("p", { klasse: "knoppen" }, maakKnop(`Bewaar ${map} (zip)`, () => bewaarDossier(map)), maakKnop(`Sluit ${map}`, () => sluit(map))));

const weergaveOpenen = {
  naam: "openen", kop: "Openen", altijd: true,
  bouw: (vak) => {
    const mappen = [...new Set([...bestanden.keys()].filter((pad) => pad.includes("/")).map(topVan))].sort();
    const losse = [...bestanden.keys()].filter((pad) => !pad.includes("/"));
    vak.append(...[
      bouwGeven(),
      mappen.length || losse.length ? maak("section", {}, maak("h3", { tekst: "Nu open" }), mappen.map(bouwMap),
        maak("p", { klasse: "knoppen" }, losse.map((pad) => downloadKnop(pad, bestanden.get(pad)))),
        zin("Uw eigen bestanden veranderen niet. Wat hier open is, verdwijnt als u deze pagina sluit of opnieuw laadt, tenzij u het bewaart.", "noot")) : null,
      kanRekenen ? bouwBegin() : null,
      kanRekenen && gekozen ? bouwVerder() : null,
    ].filter(Boolean));
  },
};
