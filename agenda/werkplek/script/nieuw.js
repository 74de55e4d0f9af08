// A new dossier: from the program's own template, or around a workbook that somebody has.

const maakDossier = async (jaar, code, meer = []) => {
  const map = vrijeNaam(`${jaar}`);
  const uitkomst = await voer(["nieuw", `${jaar}`, map, "--voor", code, ...meer], { houd: true, stil: true, wat: "Bezig met een nieuw dossier…" });
  if (uitkomst.code) throw new Geweigerd(zinnenVan(uitkomst).join(" "));
  return map;
};

// Files of a dossier in the place of those with the same task.
const legNeer = (map, losse) => {
  const erbij = new Map(losse.map(({ naam, inhoud }) => [`${map}/${naam}`, inhoud]));
  const isLijst = losse.some(({ naam }) => gegevens.onderwerpbestanden.includes(naam));
  const weg = isLijst ? gegevens.onderwerpbestanden.map((naam) => `${map}/${naam}`).filter((pad) => bestanden.has(pad) && !erbij.has(pad)) : [];
  wijzig(erbij, weg);
};

const lijstnaam = (pad) => `onderwerpen.${soortVan(pad)}`;
// One workbook of whatever name: a new version for the dossier that is open, or a dossier to make.
const neemWerkmap = async ({ pad, inhoud }) => {
  const naam = naamVan(pad);
  const hier = gekozen && !isBesluit(gekozen) ? gekozen : "";
  let keus = "nieuw";
  if (hier) {
    const oud = naamVan(onderwerpenbestand(hier) ?? lijstnaam(pad));
    const knoppen = [["hier", `Vervang de onderwerpen van ${hier}`], ["nieuw", "Maak een nieuw dossier"]];
    keus = await vraagUit({ kop: "Wat is dit bestand?", zinnen: [`«${naam}» kan in het dossier ${hier}, in plaats van ${oud}. Of maak er een nieuw dossier van.`], knoppen });
  }
  const [jaar, regio] = [maakJaar(), maakRegio()];
  if (keus === "nieuw") {
    keus = await vraagUit({
      kop: "Een nieuw dossier", zinnen: [`«${naam}» wordt de lijst met onderwerpen van één jaar, in één regio.`],
      velden: [maakVeld("Voor welk jaar?", jaar), maakVeld("Voor welke regio?", regio)], knoppen: [["nieuw", "Maak een dossier"]],
    });
  }
  if (!keus) return [];
  const map = keus === "hier" ? hier : await maakDossier(jaar.value, regio.value);
  legNeer(map, [{ naam: lijstnaam(pad), inhoud }]);
  gekozen = map;
  meldWijziging();
  doel ||= "bevindingen";
  return keus === "hier" ? [`«${naam}» is nu ${lijstnaam(pad)} in ${map}.`] : [`Gemaakt: dossier ${map}, met «${naam}» als ${lijstnaam(pad)}.`];
};
