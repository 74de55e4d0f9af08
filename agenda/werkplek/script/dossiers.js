// What is open: files by their path. Nothing of it is kept anywhere else than on this page.

const bestanden = new Map();
let gekozen = ""; // the folder that commands are about: a dossier, or a decision in one
const onbewaard = new Set(); // the top folders with something that stands nowhere else
const volgers = []; // who wants to know that files changed

// Every folder that a command takes as its dossier; a decision stands in the dossier it is about.
const dossiers = () => {
  const mappen = [...bestanden.keys()]
    .filter((pad) => [gegevens.dossierbestand, gegevens.bewijs].includes(naamVan(pad)))
    .map(mapVan)
    .filter((map) => !/\/invoer$/.test(map));
  return [...new Set(mappen)].sort();
};
const isBesluit = (map) => bestanden.has(`${map}/${gegevens.bewijs}`);
const dossiernaam = (map) => (isBesluit(map) ? `${topVan(map)}: besluit ${naamVan(map)}` : map);
const inMap = (map) => [...bestanden.keys()].filter((pad) => pad.startsWith(`${map}/`)).sort();
const waardeIn = (pad, sleutel) =>
  new RegExp(`^${sleutel}:\\s*["']?([a-z0-9-]+)`, "m").exec(bestanden.has(pad) ? alsTekst(bestanden.get(pad)) : "")?.[1];
const profielcode = (map) =>
  waardeIn(`${map}/${gegevens.dossierbestand}`, "profiel") ?? waardeIn(`${map}/invoer/${gegevens.dossierbestand}`, "profiel") ?? gegevens.standaardprofiel;
const profielVan = (map) => gegevens.profielen.find(({ code }) => code === profielcode(map)) ?? null;
// A profile of the user's own, that is open beside the dossier that asks for it.
const eigenProfiel = (map) => {
  if (profielVan(map) || isBesluit(map)) return "";
  const teken = [...bestanden.keys()].find((pad) => /^[^/]+\/[^/]+$/.test(pad) && naamVan(pad) === gegevens.regiobestand && waardeIn(pad, "code") === profielcode(map));
  return teken ? mapVan(teken) : "";
};
const onderwerpenbestand = (map) => gegevens.onderwerpbestanden.map((naam) => `${map}/${naam}`).find((pad) => bestanden.has(pad));

const meldWijziging = () => {
  const er = dossiers();
  if (!er.includes(gekozen)) gekozen = er[0] ?? "";
  for (const volg of volgers) volg();
};
// Put files in and take others out, in one go.
const wijzig = (erbij, weg = [], bewaard = false) => {
  if (!erbij.size && !weg.length) return;
  for (const pad of weg) bestanden.delete(pad);
  for (const [pad, inhoud] of erbij) bestanden.set(pad, inhoud);
  for (const pad of [...erbij.keys(), ...weg]) {
    if (!bewaard && pad.includes("/")) onbewaard.add(topVan(pad));
  }
  for (const map of onbewaard) if (!inMap(map).length) onbewaard.delete(map);
  meldWijziging();
};
// Whoever shows the change already does not want to be drawn anew.
let stilNu = false;
const inStilte = (doe) => {
  stilNu = true;
  try {
    doe();
  } finally {
    stilNu = false;
  }
};
const wijzigStil = (erbij, weg) => inStilte(() => wijzig(erbij, weg));
const kiesDossier = (map) => {
  gekozen = map;
  meldWijziging();
};
const kiesStil = (map) => inStilte(() => kiesDossier(map));
const vrijeNaam = (naam) => {
  let vrij = naam;
  for (let n = 2; inMap(vrij).length; n += 1) vrij = `${naam}-${n}`;
  return vrij;
};
