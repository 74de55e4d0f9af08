// The engine for tests: the same outside, but the program runs beside the browser.
class Gestopt extends Error {
  constructor() {
    super("gestopt");
    this.name = "Gestopt";
  }
}
const naar64 = (bytes) => {
  let tekst = "";
  for (let n = 0; n < bytes.length; n += 32768) tekst += String.fromCharCode(...bytes.subarray(n, n + 32768));
  return btoa(tekst);
};
const uit64 = (tekst) => Uint8Array.from(atob(tekst), (teken) => teken.charCodeAt(0));
const inpakken = (bestanden) => Object.fromEntries([...bestanden].map(([pad, inhoud]) => [pad, naar64(inhoud)]));
const uitpakken = (delen) => new Map(Object.entries(delen).map(([pad, inhoud]) => [pad, uit64(inhoud)]));
const maakMotor = ({ klaar, gestopt }) => {
  let breekAf = () => {};
  const af = (werk) => Promise.race([werk, new Promise((_, mis) => { breekAf = () => mis(new Gestopt()); })]);
  setTimeout(klaar, 10);
  return {
    draai: async (args, bestanden) => {
      const uitkomst = await af(window.nepDraai(args, inpakken(bestanden)));
      return { ...uitkomst, geschreven: uitpakken(uitkomst.geschreven) };
    },
    pak: async (bestanden, map) => uit64(await af(window.nepPak(inpakken(bestanden), map))),
    pakUit: async (bytes, naam) => {
      const uitkomst = await af(window.nepPakUit(naar64(bytes)));
      return uitkomst.fout ? uitkomst : { bestanden: uitpakken(uitkomst.bestanden) };
    },
    stop: () => {
      breekAf();
      gestopt("");
      setTimeout(klaar, 10);
    },
  };
};
