// The rows of the ranked list with other weights. Only what changes is written.

const rijVakken = opLijst.map(({ rij, na }) => {
  const zoek = (keuze) => rij.querySelector(keuze);
  const [vol, mogelijk] = rij.querySelectorAll(".som rect");
  return {
    na: na && zoek(".na"), plaats: zoek(".plaats .nu"), gedeeld: zoek(".gedeeld"), stap: zoek(".stap"),
    nu: zoek(".samen .nu"), tot: zoek(".tot"), vol, mogelijk, blok: zoek(".blok"), rij,
  };
});
const KENMERKEN = [["vol", "width"], ["mogelijk", "x"], ["mogelijk", "width"], ["blok", "d"], ["rij", "class"]];
const TEKSTEN = ["plaats", "gedeeld", "stap", "nu", "tot", "na"];
const leesVak = (vak) => ({
  ...Object.fromEntries(TEKSTEN.map((naam) => [naam, vak[naam]?.textContent])),
  ...Object.fromEntries(KENMERKEN.map(([naam, kenmerk]) => [naam + kenmerk, vak[naam].getAttribute(kenmerk)])),
});
const eigenStand = rijVakken.map(leesVak);
const staatEr = eigenStand.map((stand) => ({ ...stand }));
const eigenRijen = tabel ? [...tabel.tBodies[0].rows] : [];

const schrijfVak = (nummer, stand) => {
  const [vak, er] = [rijVakken[nummer], staatEr[nummer]];
  for (const naam of TEKSTEN) {
    if (vak[naam] && er[naam] !== stand[naam]) vak[naam].textContent = er[naam] = stand[naam];
  }
  for (const [naam, kenmerk] of KENMERKEN) {
    const sleutel = naam + kenmerk;
    if (er[sleutel] !== stand[sleutel]) vak[naam].setAttribute(kenmerk, (er[sleutel] = stand[sleutel]));
  }
};

// The block of a place that so many share, in the strip.
const blokPad = (plaats, samen) => {
  const { breed, hoog, kant, punt, smalst } = maten.strook;
  const eenheid = (breed - 2 * kant) / Math.max(opLijst.length - 1, 1);
  const midden = opLijst.length === 1 ? breed / 2 : kant + (plaats - 1 + (samen - 1) / 2) * eenheid;
  const half = Math.max(samen * eenheid, smalst) / 2;
  const rond = (getal) => Math.round(getal * 10) / 10;
  const [links, rechts, y, p] = [rond(midden - half), rond(midden + half), hoog / 2, Math.min(punt, half)];
  return `M${links} ${y}L${rond(links + p)} ${y - 9}H${rond(rechts - p)}L${rechts} ${y}L${rond(rechts - p)} ${y + 9}H${rond(links + p)}Z`;
};

const procentVan = (delen, noemer) => `${noemer ? Math.round((10000 * delen) / noemer) / 100 : 0}%`;
const klasseVan = ({ eerste, laatste, samen }) =>
  [eerste && "eerste", laatste && "laatste", samen > 1 && "gelijk"].filter(Boolean).join(" ");

const kanPasNa = (codes, plaatsVan) => {
  const plaatsen = codes.map((code) => plaatsVan.get(code));
  const bekend = [...new Set(plaatsen.filter(Boolean))].sort((a, b) => a - b);
  const delen = [...(bekend.length ? [`plaats ${bekend.join(" en ")}`] : []), ...(plaatsen.includes(undefined) ? [woorden.buiten] : [])];
  return `kan pas na ${delen.join(" en ")}`;
};

const standVan = (plek, gewicht, plaatsVan) => {
  const { onderwerp, delen, delenMax, plaats, samen } = plek;
  const noemer = gewicht * onderwerp.aantal;
  const stap = onderwerp.plaats - plaats;
  return {
    plaats: `${plaats}`,
    gedeeld: samen > 1 ? `${samen} samen` : "",
    stap: stap > 0 ? `▲${stap}` : stap < 0 ? `▼${-stap}` : "",
    nu: opHonderd(delen, noemer),
    tot: delen === delenMax ? "" : `tot ${opHonderd(delenMax, noemer)}`,
    na: onderwerp.na && kanPasNa(onderwerp.na, plaatsVan),
    volwidth: procentVan(delen, noemer),
    mogelijkx: procentVan(delen, noemer),
    mogelijkwidth: procentVan(delenMax - delen, noemer),
    blokd: blokPad(plaats, samen),
    rijclass: klasseVan(plek),
  };
};

// The row that says where the border of the top runs through a shared place.
const grensRij = tabel?.querySelector("tr.grens");
const eigenGrens = grensRij && [grensRij.querySelector("span").textContent, grensRij.hidden];
const zetGrens = (zin, weg) => {
  if (grensRij) [grensRij.querySelector("span").textContent, grensRij.hidden] = [zin, weg];
};

// Out of the page a browser has nothing to do for each row that changes and moves; whoever stands
// in a row keeps the focus there.
const buitenBeeld = (schrijf) => {
  const [lijf] = tabel.tBodies;
  const focus = lijf.contains(document.activeElement) ? document.activeElement : null;
  lijf.remove();
  lijf.replaceChildren(...schrijf());
  tabel.append(lijf);
  focus?.focus({ preventScroll: true });
};

const schrijfLijst = (plekken, gewichten) => buitenBeeld(() => {
  const gewicht = som(gewichten);
  const plaatsVan = new Map(plekken.map(({ onderwerp, plaats }) => [onderwerp.code, plaats]));
  const rijen = [];
  for (const plek of plekken) {
    schrijfVak(plek.nummer, standVan(plek, gewicht, plaatsVan));
    if (plek.eerste && top && plek.plaats <= top && plek.plaats + plek.samen - 1 > top) {
      zetGrens(`Plaats ${plek.plaats} is gedeeld door ${plek.samen} ${woorden.meer}. Met deze weging valt er niet tussen te kiezen.`, false);
      rijen.push(grensRij);
    }
    rijen.push(plek.onderwerp.rij);
  }
  if (grensRij && !rijen.includes(grensRij)) {
    zetGrens("", true);
    rijen.push(grensRij);
  }
  return rijen;
});

const zetTerug = () => buitenBeeld(() => {
  eigenStand.forEach((stand, nummer) => schrijfVak(nummer, stand));
  if (grensRij) zetGrens(...eigenGrens);
  return eigenRijen;
});
