// Find out what was given, and put it where it belongs: dossiers, files of one, an exported page.

const isPagina = ({ pad, inhoud }) => /^html?$/.test(soortVan(pad)) && !pad.includes("/") && alsTekst(inhoud).includes('id="pagina-gegevens"');
const isTabel = ({ pad }) => /^(xlsx|csv)$/.test(soortVan(pad)) && !naamVan(pad).startsWith("~$");
const schoneNaam = (naam) =>
  naam.normalize("NFC").replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, "").trim().replace(/^[-.\s]+/, "").slice(0, 60) || "dossier";

// The outermost folders that are a dossier, a decision, or a profile of the user's own.
const wortelsIn = (lijst) => {
  const tekens = [gegevens.dossierbestand, gegevens.bewijs, gegevens.regiobestand];
  // Settings alone belong to the dossier that is open; with a list beside them they are one.
  const isDeel = (pad) => gekozen && pad === gegevens.dossierbestand && !lijst.some((ander) => gegevens.onderwerpbestanden.includes(ander.pad));
  const mappen = lijst.filter(({ pad }) => tekens.includes(naamVan(pad)) && !isDeel(pad)).map(({ pad }) => mapVan(pad));
  return [...new Set(mappen)].filter((map) => !mappen.some((ander) => ander !== map && (ander === "" || map.startsWith(`${ander}/`))));
};

const pakZipsUit = async (lijst, zinnen) => {
  const uit = [];
  for (const deel of lijst) {
    if (soortVan(deel.pad) !== "zip") uit.push(deel);
    else if (!kanRekenen) zinnen.push(`«${naamVan(deel.pad)}» kan hier niet open: daarvoor is WebAssembly nodig.`);
    else {
      const { bestanden: erin, fout } = await opBeurt("Bezig met uitpakken…", () => motor.pakUit(deel.inhoud, naamVan(deel.pad)));
      if (fout) zinnen.push(`«${naamVan(deel.pad)}»: ${fout}`);
      else if (![...erin.keys()].every(padIsGoed)) zinnen.push(`In «${naamVan(deel.pad)}» staat een naam die deze pagina niet kan gebruiken.`);
      else uit.push(...[...erin].map(([pad, inhoud]) => ({ pad, inhoud, zip: naamVan(deel.pad) })));
    }
  }
  return uit;
};

const neemMap = async (wortel, lijst) => {
  const binnen = wortel ? `${wortel}/` : "";
  const delen = lijst.filter(({ pad }) => pad.startsWith(binnen));
  const instellingen = delen.find(({ pad }) => pad === `${binnen}${gegevens.dossierbestand}`);
  const jaar = /^jaar:\s*(\d{4})/m.exec(instellingen ? alsTekst(instellingen.inhoud) : "")?.[1];
  let map = schoneNaam(naamVan(wortel) || jaar || (delen[0].zip ?? "").replace(/\.zip$/i, ""));
  let oud = [];
  if (inMap(map).length) {
    const knoppen = [["ernaast", "Open ernaast"], ["vervang", `Vervang ${map}`]];
    const keus = await vraagUit({ kop: `${map} is al open`, zinnen: ["Wilt u dit dossier ernaast openen, of in plaats van het andere? Wat u niet bewaarde, gaat dan weg."], knoppen });
    if (!keus) return [];
    if (keus === "vervang") oud = inMap(map);
    else map = vrijeNaam(map);
  }
  const erbij = new Map(delen.map(({ pad, inhoud }) => [`${map}/${pad.slice(binnen.length)}`, inhoud]));
  onbewaard.delete(map);
  gekozen = map;
  wijzig(erbij, oud.filter((pad) => !erbij.has(pad)), true);
  doel ||= "bevindingen";
  return [`Geopend: ${map}, ${geteld(erbij.size, "bestand", "bestanden")}.`];
};

// What stands in no folder of a dossier.
const neemLosse = async (losse) => {
  const zinnen = [];
  const bekend = losse.filter(({ pad }) => gegevens.dossierbestanden.includes(naamVan(pad)));
  const lijst = bekend.filter(({ pad }) => gegevens.onderwerpbestanden.includes(naamVan(pad)));
  const open = gekozen && !isBesluit(gekozen) ? gekozen : "";
  const tabellen = losse.filter((deel) => isTabel(deel) && !bekend.includes(deel));
  const rest = losse.filter((deel) => !tabellen.includes(deel) && !bekend.includes(deel));
  if (bekend.length && open) {
    legNeer(open, bekend.map(({ pad, inhoud }) => ({ naam: naamVan(pad), inhoud })));
    doel ||= "bevindingen";
    zinnen.push(`In ${open} gezet: ${opsomming(bekend.map(({ pad }) => naamVan(pad)))}.`);
  } else if (lijst.length === 1) {
    zinnen.push(...(await neemWerkmap(lijst[0])));
    const ernaast = bekend.filter((deel) => deel !== lijst[0]);
    if (gekozen && ernaast.length) legNeer(gekozen, ernaast.map(({ pad, inhoud }) => ({ naam: naamVan(pad), inhoud })));
  } else if (bekend.length) {
    zinnen.push(`${opsomming(bekend.map(({ pad }) => `«${naamVan(pad)}»`))}: dit hoort bij een dossier. Open eerst het dossier.`);
  }
  if (tabellen.length === 1 && !bekend.length) zinnen.push(...(await neemWerkmap(tabellen[0])));
  else if (tabellen.length) {
    for (const { pad, inhoud } of tabellen) ingekomen.set(naamVan(pad), inhoud);
    zinnen.push(`${geteld(tabellen.length, "werkmap staat", "werkmappen staan")} klaar om samen te voegen, bij Gemeenten.`);
    doel = "gemeenten";
  }
  const vreemd = rest.map(({ pad }) => `«${naamVan(pad).slice(0, 80)}»`);
  if (vreemd.length) zinnen.push(`Dit kan het programma niet lezen: ${opsomming(vreemd.slice(0, 5))}${vreemd.length > 5 ? `, en nog ${vreemd.length - 5}` : ""}.`);
  return zinnen;
};
const ingekomen = new Map(); // workbooks that wait to be put together
let doel = ""; // the view that shows best what came in

const neemOp = async (lees) => {
  doel = "";
  const zinnen = [];
  try {
    const lijst = await pakZipsUit(await lees(), zinnen);
    const pagina = lijst.find(isPagina);
    if (pagina) zinnen.push(openPagina(pagina));
    const over = lijst.filter((deel) => !isPagina(deel));
    if (over.length && !kanRekenen) zinnen.push("Alleen een pagina (html) die het programma maakte, kan hier open. Voor een dossier is WebAssembly nodig.");
    else {
      const wortels = wortelsIn(over);
      for (const wortel of wortels) zinnen.push(...(await neemMap(wortel, over)));
      const losse = over.filter(({ pad }) => !wortels.some((map) => map === "" || pad.startsWith(`${map}/`)));
      if (wortels.length && losse.every(({ zip, pad }) => zip || pad.includes("/"))) losse.length = 0;
      if (losse.length) zinnen.push(...(await neemLosse(losse)));
    }
  } catch (fout) {
    zinnen.push(fout instanceof Geweigerd ? fout.message : isGestopt(fout) ? "Gestopt. Er is niets geopend." : foutzin(fout));
  }
  vertel(zinnen);
};
