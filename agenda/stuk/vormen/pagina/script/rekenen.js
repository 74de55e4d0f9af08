// The sums: the same scores and the same places as the program gives, and nothing of the page.

const som = (getallen) => getallen.reduce((tot, getal) => tot + getal, 0);
const ggd = (a, b) => (b ? ggd(b, a % b) : a);
const inKleinste = (getallen) => {
  const deler = getallen.reduce(ggd, 0) || 1;
  return getallen.map((getal) => getal / deler);
};
const zelfde = (a, b) => a.every((getal, n) => getal === b[n]);
const aandeel = (gewichten, nummer) => {
  const samen = som(gewichten);
  return samen ? (100 * gewichten[nummer]) / samen : 0;
};

const MEESTE = 100;
// The whole weights up to 100 whose shares lie nearest to these; what counts stays counting.
const naasteHele = (delen) => {
  const groot = Math.max(...delen);
  let beste = { fout: Infinity };
  for (let hoogste = 1; hoogste <= MEESTE; hoogste += 1) {
    const hele = delen.map((deel) => (deel ? Math.max(1, Math.round((hoogste * deel) / groot)) : 0));
    const fout = Math.max(...delen.map((deel, n) => Math.abs(aandeel(hele, n) - deel)));
    if (fout < beste.fout - 1e-9) beste = { fout, hele };
  }
  return beste.hele;
};

// The nearest ratio of whole weights in which one criterion counts for `deel` of 100. The others
// keep their proportion to each other; were they all 0, then they share equally.
const stelAandeel = (gewichten, nummer, deel) => {
  const alleen = gewichten.map((_, n) => Number(n === nummer));
  if (deel >= 100 || gewichten.length < 2) return alleen;
  let andere = gewichten.map((gewicht, n) => (n === nummer ? 0 : gewicht));
  if (!som(andere)) andere = alleen.map((getal) => 1 - getal);
  andere = inKleinste(andere);
  const rest = som(andere);
  let beste = { fout: Infinity };
  for (let keer = 1; keer * Math.max(...andere) <= MEESTE; keer += 1) {
    const eigen = Math.min(MEESTE, Math.round((keer * rest * deel) / (100 - deel)));
    const fout = Math.abs((100 * eigen) / (eigen + keer * rest) - deel);
    if (fout < beste.fout - 1e-9) beste = { fout, keer, eigen };
  }
  if (beste.fout < 0.5) {
    return inKleinste(andere.map((gewicht, n) => (n === nummer ? beste.eigen : gewicht * beste.keer)));
  }
  const delen = andere.map((gewicht, n) => (n === nummer ? deel : ((100 - deel) * gewicht) / rest));
  return inKleinste(naasteHele(delen));
};

// So many points of 100, in tenths that are rounded as the program does.
const opHonderd = (delen, noemer) => {
  if (!noemer) return "0";
  const tienden = Math.floor((2000 * delen + noemer) / (2 * noemer));
  return tienden % 10 ? `${Math.floor(tienden / 10)},${tienden % 10}` : `${tienden / 10}`;
};

// Places by score: standard competition ranking, and by title where scores are equal. Scores are
// whole numbers of parts, `aantal` to a point, so that they are compared exactly.
const rangschik = (lijst, gewichten) => {
  const gewogen = (delen) => delen.reduce((tot, deel, n) => tot + gewichten[n] * deel, 0);
  const plekken = lijst.map((onderwerp, nummer) => ({
    onderwerp,
    nummer,
    delen: gewogen(onderwerp.ja),
    delenMax: gewogen(onderwerp.mogelijk),
  }));
  const verschil = (a, b) => b.delen * a.onderwerp.aantal - a.delen * b.onderwerp.aantal;
  plekken.sort((a, b) => verschil(a, b) || a.onderwerp.titelrang - b.onderwerp.titelrang);
  for (let van = 0; van < plekken.length; ) {
    let tot = van + 1;
    while (tot < plekken.length && !verschil(plekken[van], plekken[tot])) tot += 1;
    for (let n = van; n < tot; n += 1) {
      Object.assign(plekken[n], { plaats: van + 1, samen: tot - van, eerste: n === van, laatste: n === tot - 1 });
    }
    van = tot;
  }
  return plekken;
};
