// Questions about the weights: each answer takes away whole cells of weightings, until the top is
// settled. The same sums as the program does, all of them exact; see docs/besluiten/027.

const gesprek = bij("vragen");
const verwissel = (lijst) => (lijst.length < 2 ? [lijst] : lijst.flatMap((eerste, n) =>
  verwissel(lijst.filter((_, m) => m !== n)).map((rest) => [eerste, ...rest])));

// The topics by what they answer, each kind a bit; and who is in the top at one weighting.
const soorten = [];
for (const onderwerp of opLijst) {
  const sleutel = onderwerp.ja.join("");
  onderwerp.soort = soorten.findIndex((soort) => soort.sleutel === sleutel);
  if (onderwerp.soort < 0) onderwerp.soort = soorten.push({ sleutel, ja: onderwerp.ja, aantal: 0 }) - 1;
  soorten[onderwerp.soort].aantal += 1;
}
const scores = new Float64Array(soorten.length);
const volgorde = soorten.map((_, n) => n);
const inTop = (weging) => {
  soorten.forEach(({ ja }, n) => { scores[n] = ja.reduce((tot, deel, c) => tot + deel * weging[c], 0); });
  volgorde.sort((a, b) => scores[b] - scores[a]);
  let [samen, plek] = [0, 0];
  while (plek < volgorde.length - 1 && samen + soorten[volgorde[plek]].aantal < top) samen += soorten[volgorde[plek++]].aantal;
  const grens = scores[volgorde[plek]];
  return volgorde.reduce((bits, n) => (scores[n] >= grens ? bits | (1 << n) : bits), 0);
};

// Every weighting cell of every order of the criteria: made once, when it is first asked for.
let alleCellen = null;
const maakCellen = () => {
  alleCellen ??= verwissel(criteria.map((_, n) => n)).flatMap((orde) => vragen.cellen.map((cel, nummer) => {
    const weging = orde.map((n) => cel[n]);
    return { weging, deel: vragen.delen[nummer], top: inTop(weging) };
  }));
  return alleCellen;
};

const hoogte = (vlak, weging) => vlak.reduce((tot, getal, n) => tot + getal * weging[n], 0);
const leesAntwoord = (tekst) => {
  const [, links, rechts, antwoord] = /^([1-5]+)v([1-5]+)([lrw])$/.exec(tekst) ?? [];
  const vlak = criteria.map((_, n) => Number(links?.includes(n + 1)) - Number(rechts?.includes(n + 1)));
  return vlak.some(Boolean) ? { tekst, vlak, antwoord } : null;
};
const pastBij = ({ vlak, antwoord }, weging) =>
  antwoord === "w" || (antwoord === "l" ? hoogte(vlak, weging) > 0 : hoogte(vlak, weging) < 0);

const logMaal = (getal) => (getal > 0 ? getal * Math.log2(getal) : 0);
const ongezegd = (delen) => logMaal(som(delen)) - som(delen.map(logMaal));
// The question whose answer leaves least unsaid about who is in the top; of equals the first.
const kiesVraag = (cellen, antwoorden) => {
  const toppen = new Map();
  for (const cel of cellen) if (!toppen.has(cel.top)) toppen.set(cel.top, toppen.size);
  if (toppen.size < 2) return null;
  const totaal = som(cellen.map(({ deel }) => deel));
  const gevraagd = new Set(antwoorden.flatMap(({ vlak }) => [`${vlak}`, `${vlak.map((getal) => -getal)}`]));
  const uit = [];
  for (const vlak of vragen.vlakken) {
    if (gevraagd.has(`${vlak}`)) continue;
    const [boven, onder] = [0, 1].map(() => new Array(toppen.size).fill(0));
    for (const { weging, deel, top: naam } of cellen) (hoogte(vlak, weging) > 0 ? boven : onder)[toppen.get(naam)] += deel / totaal;
    if (som(boven) && som(onder)) uit.push({ vlak, over: ongezegd(boven) + ongezegd(onder) });
  }
  const minst = Math.min(...uit.map(({ over }) => over));
  return uit.find(({ over }) => over <= minst + 1e-9)?.vlak ?? null;
};

const watVastStaat = (cellen) => {
  const [altijd, ooit] = cellen.reduce(([en, of], cel) => [en & cel.top, of | cel.top], [~0, 0]);
  const welke = (kies) => opLijst.filter(({ soort }) => kies(1 << soort));
  return {
    zeker: welke((bit) => altijd & bit),
    open: welke((bit) => ooit & bit && !(altijd & bit)),
    buiten: welke((bit) => !(ooit & bit)),
  };
};

// Whole weights of 1 and up that fit, with the smallest total, then the smallest largest one.
const kleinsteWeging = (antwoorden, vasteTop) => {
  const goed = (weging) => antwoorden.every((a) => pastBij(a, weging)) && (vasteTop === null || inTop(weging) === vasteTop);
  for (let totaal = criteria.length; totaal <= 60; totaal += 1) {
    let beste = null;
    const probeer = (begin, over) => {
      const nog = criteria.length - begin.length - 1;
      if (!nog) {
        const weging = [...begin, over];
        if (goed(weging) && (!beste || Math.max(...weging) < Math.max(...beste))) beste = weging;
        return;
      }
      for (let gewicht = 1; gewicht <= over - nog; gewicht += 1) probeer([...begin, gewicht], over - gewicht);
    };
    probeer([], totaal);
    if (beste) return beste;
  }
  return null;
};

const standVanGesprek = () => {
  const antwoorden = (toestand.antwoorden ?? "").split("_").map(leesAntwoord).filter(Boolean);
  const alles = maakCellen();
  const cellen = alles.filter(({ weging }) => antwoorden.every((a) => pastBij(a, weging)));
  return {
    antwoorden,
    cellen,
    deel: som(cellen.map(({ deel }) => deel)) / som(alles.map(({ deel }) => deel)),
    vraag: cellen.length ? kiesVraag(cellen, antwoorden) : null,
    klaar: new Set(cellen.map((cel) => cel.top)).size === 1,
    ...watVastStaat(cellen),
  };
};
