// Files that a user gives: dropped, chosen, or a whole folder. Within bounds, and each by its path.

const GRENS = { bestand: 50e6, samen: 200e6, aantal: 2000, diep: 12 };
const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
class Geweigerd extends Error {}

// The file itself is only read once all of them together are known to fit.
const leesAlles = async (bronnen) => {
  const nuttig = bronnen.filter(({ pad }) => !gegevens.vanHetSysteem.includes(naamVan(pad)));
  if (nuttig.length > GRENS.aantal) throw new Geweigerd(`Dit zijn meer dan ${GRENS.aantal} bestanden. Kies alleen de map van uw dossier.`);
  const groot = nuttig.find(({ bestand }) => bestand.size > GRENS.bestand);
  if (groot) throw new Geweigerd(`«${naamVan(groot.pad)}» is te groot: ${mb(groot.bestand.size)}. Een bestand mag hoogstens ${mb(GRENS.bestand)} zijn.`);
  const samen = nuttig.reduce((som, { bestand }) => som + bestand.size, 0);
  if (samen > GRENS.samen) throw new Geweigerd(`Deze bestanden zijn samen te groot: ${mb(samen)}. Het mag hoogstens ${mb(GRENS.samen)} zijn.`);
  const gelezen = [];
  for (const { pad, bestand } of nuttig) {
    if (!padIsGoed(pad)) throw new Geweigerd(`De naam «${naamVan(pad).slice(0, 80)}» kan deze pagina niet gebruiken.`);
    try {
      gelezen.push({ pad, inhoud: new Uint8Array(await bestand.arrayBuffer()) });
    } catch {
      throw new Geweigerd(`«${naamVan(pad)}» is niet te lezen. Staat het nog open in een ander programma, of is het net veranderd? Sluit het en probeer het nog een keer.`);
    }
  }
  return gelezen;
};
const padIsGoed = (pad) =>
  pad.length <= 1000 && pad.split("/").every((deel) => deel && deel !== "." && deel !== ".." && !/[\u0000-\u001f\u007f\\]/.test(deel));

const uitMap = async (map, pad, bronnen, diep = 0) => {
  if (diep > GRENS.diep) throw new Geweigerd("Deze map bevat te veel mappen in mappen.");
  for await (const deel of map.values()) {
    const hier = `${pad}/${deel.name}`;
    if (deel.kind === "file") bronnen.push({ pad: hier, bestand: await deel.getFile() });
    else if (!deel.name.startsWith(".")) await uitMap(deel, hier, bronnen, diep + 1);
    if (bronnen.length > GRENS.aantal) throw new Geweigerd(`In deze map staan meer dan ${GRENS.aantal} bestanden. Kies alleen de map van uw dossier.`);
  }
  return bronnen;
};

// What was dropped must be asked for before the event is over. A folder shows itself as one only
// by its handle: entries of the older way cannot be read from the file system.
const uitSleep = (gesleept) => {
  const delen = [...gesleept.items].filter(({ kind }) => kind === "file");
  const handvatten = delen.map((deel) => deel.getAsFileSystemHandle?.() ?? Promise.resolve(null));
  const mappen = delen.map((deel) => Boolean(deel.webkitGetAsEntry?.()?.isDirectory));
  const losse = delen.map((deel) => deel.getAsFile());
  return async () => {
    const bronnen = [];
    for (const [n, belofte] of handvatten.entries()) {
      const handvat = await belofte.catch(() => null);
      if (handvat?.kind === "directory") await uitMap(handvat, handvat.name, bronnen);
      else if (mappen[n]) throw new Geweigerd("Een map slepen kan niet in deze browser. Gebruik de knop «Map kiezen».");
      else if (losse[n]) bronnen.push({ pad: losse[n].name, bestand: losse[n] });
    }
    return leesAlles(bronnen);
  };
};
const uitKeuze = (keuze) =>
  leesAlles([...keuze.files].map((bestand) => ({ pad: bestand.webkitRelativePath || bestand.name, bestand })));
