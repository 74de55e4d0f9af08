// The engine, seen from the page: it starts a worker out of the parts in the page, sends it what
// changed of the files, and starts another one when the work is stopped.

class Gestopt extends Error {
  name = "Gestopt";
}

// The page stands before its data, so that people see it at once.
const helemaal = new Promise((goed) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", goed);
  else goed();
});
const deel = (naam) => document.getElementById(`deel-${naam}`).textContent;

const werkerbron = async () => {
  const bytes = Uint8Array.from(atob(deel("werker")), (teken) => teken.charCodeAt(0));
  const stroom = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stroom).blob();
};

const maakMotor = ({ klaar, voortgang, gestopt }) => {
  let adres;
  let werker;
  let wachtend = new Map();
  let daar = new Map(); // what the worker has of the files
  let nummer = 0;
  let gereed;

  const begin = () => {
    daar = new Map();
    gereed = (async () => {
      await helemaal;
      adres ??= URL.createObjectURL(await werkerbron());
      const nieuw = new Worker(adres);
      werker = nieuw;
      await new Promise((goed, fout) => {
        nieuw.onerror = (gebeurtenis) => fout(new Error(gebeurtenis.message || "De werker start niet."));
        nieuw.onmessage = ({ data }) => {
          if (data.soort === "klaar") goed();
          else if (data.soort === "voortgang") voortgang(data.tekst);
          else if (data.soort === "kapot" && data.nummer === undefined) fout(new Error(data.fout));
          else if (data.soort === "kapot") sluit(data.nummer, (belofte) => belofte.fout(new Error(data.fout)));
          else sluit(data.nummer, (belofte) => belofte.goed(data.antwoord));
        };
        const delen = Object.fromEntries(["wasm", "std", "app"].map((naam) => [naam, deel(naam)]));
        nieuw.postMessage({ soort: "start", delen });
      });
      nieuw.onerror = (gebeurtenis) => herbegin(gebeurtenis.message || "De werker stopte.");
    })();
    gereed.then(klaar, (fout) => gestopt(fout.message));
  };

  const sluit = (welk, doe) => {
    const belofte = wachtend.get(welk);
    wachtend.delete(welk);
    if (belofte) doe(belofte);
  };

  const herbegin = (reden) => {
    werker?.terminate();
    const stil = wachtend;
    wachtend = new Map();
    for (const belofte of stil.values()) belofte.fout(new Gestopt(reden));
    gestopt(reden);
    begin();
  };

  // Only what the worker does not have goes to it: the bytes of a file are never changed in place.
  const verschil = (bestanden) => {
    const nieuw = [...bestanden].filter(([pad, bytes]) => daar.get(pad) !== bytes);
    const weg = [...daar.keys()].filter((pad) => !bestanden.has(pad));
    daar = new Map(bestanden);
    return { bestanden: new Map(nieuw), weg };
  };

  const vraag = async (soort, inhoud) => {
    await gereed;
    nummer += 1;
    const bericht = { ...inhoud(), soort, nummer };
    return new Promise((goed, fout) => {
      wachtend.set(nummer, { goed, fout });
      werker.postMessage(bericht);
    });
  };

  begin();
  return {
    draai: async (args, bestanden) => {
      const uit = await vraag("draai", () => ({ args, ...verschil(bestanden) }));
      const [geschreven, weg] = [uit.get("geschreven"), uit.get("weg")];
      for (const [pad, bytes] of geschreven) daar.set(pad, bytes);
      for (const pad of weg) daar.delete(pad);
      return { code: uit.get("code"), uit: uit.get("uit"), fout: uit.get("fout"), geschreven, weg };
    },
    pak: async (bestanden, map) => (await vraag("pak", () => ({ map, ...verschil(bestanden) }))).get("zip"),
    pakUit: async (bytes) => Object.fromEntries(await vraag("pak_uit", () => ({ bytes }))),
    stop: () => herbegin("U hebt het werk gestopt."),
  };
};
