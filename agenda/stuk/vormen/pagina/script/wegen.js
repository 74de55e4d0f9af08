// Weights in the headings: typed, in steps, or by dragging a bar. They stay whole numbers.

let gewichten = vanLijst;
const veldVan = (nummer) => tabel.querySelector(`.stel[data-nummer="${nummer}"] input`);
const balken = tabel ? alle(".balk", tabel) : [];
const geschreven = tabel ? alle(".gewicht", tabel) : [];

// As wide as they weigh; what counts for nothing keeps a small field.
const kolommen = (vorm) => {
  const nullen = gewichten.filter((gewicht) => !gewicht).length * maten.smalst;
  return gewichten.map((gewicht) => (gewicht ? vorm(gewicht, nullen) : `${maten.smalst}px`)).join(" ");
};

// From each heading, as wide as the others, to its bar.
const schrijfWaaier = () => {
  const { breed, hoog, tussen } = maten.waaier;
  const [samen, aantal] = [som(gewichten), gewichten.length];
  let van = 0;
  alle(".waaier path", tabel).forEach((pad, n) => {
    const tot = van + (samen ? gewichten[n] / samen : 1 / aantal);
    const rond = (deel, af = 0) => Math.max(Math.round(breed * deel) - af, 0);
    pad.setAttribute("d", `M${rond(n / aantal)} 0H${rond((n + 1) / aantal, tussen)}L${rond(tot, tussen)} ${hoog}H${rond(van)}Z`);
    van = tot;
  });
};

const schrijfKoppen = () => {
  const samen = som(gewichten);
  if (!samen) return; // a list whose every weight is 0 stays as it was written
  const breedte = (gewicht, nullen) => `calc((var(--breed) - ${nullen}px) * ${gewicht / samen})`;
  tabel.style.setProperty("--criteria", kolommen(breedte));
  tabel.querySelector(".balkrij").style.gridTemplateColumns = kolommen((gewicht) => `minmax(0, ${gewicht}fr)`);
  gewichten.forEach((gewicht, n) => {
    veldVan(n).value = Math.round(aandeel(gewichten, n));
    geschreven[n].textContent = veldVan(n).value;
    balken[n].classList.toggle("zwaarder", gewicht * gewichten.length > samen);
  });
  schrijfWaaier();
  const eigen = zelfde(inKleinste(gewichten), inKleinste(vanLijst));
  const gelijk = gewichten.every((gewicht) => gewicht === gewichten[0]);
  const hoe = gelijk ? "Alles telt even zwaar" : eigen ? "De gewichten" : "Weging aangepast";
  const wat = tabel.classList.contains("weegt") ? "sluit" : "wijzig";
  bij("knop-wegen").textContent = `${hoe}: ${wat}`;
};

// Weigh anew; the weights of the list itself bring the list itself back.
const weeg = (nieuw) => {
  gewichten = nieuw;
  const eigen = zelfde(inKleinste(nieuw), inKleinste(vanLijst));
  toestand.weging = eigen ? null : nieuw;
  schrijfKoppen();
  if (eigen) {
    zetTerug();
    vertelProef(null);
  } else {
    const plekken = rangschik(opLijst, nieuw);
    schrijfLijst(plekken, nieuw);
    vertelProef(plekken);
  }
  if (toestand.naast) schrijfNaast();
};

const weegEnOnthoud = (nieuw) => {
  weeg(nieuw);
  onthoud();
};

const stel = (nummer, deel) => {
  const nu = Math.round(aandeel(gewichten, nummer));
  const nieuw = Math.min(100, Math.max(0, deel));
  if (nieuw !== nu) weegEnOnthoud(stelAandeel(gewichten, nummer, nieuw));
};

const STAPPEN = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
const opToets = (gebeurtenis) => {
  const { key, target } = gebeurtenis;
  if (!target.matches(".stel input") || !(key in STAPPEN)) return;
  gebeurtenis.preventDefault();
  const nummer = Number(target.closest(".stel").dataset.nummer);
  stel(nummer, Math.round(aandeel(gewichten, nummer)) + STAPPEN[key]);
};

const opTypen = ({ target }) => {
  if (!target.matches(".stel input")) return;
  const nummer = Number(target.closest(".stel").dataset.nummer);
  if (target.validity.valid && target.value !== "") stel(nummer, Number(target.value));
  target.value = Math.round(aandeel(gewichten, nummer));
};

const opKnop = ({ target }) => {
  const knop = target.closest(".stel button");
  if (!knop) return;
  const nummer = Number(knop.parentElement.dataset.nummer);
  stel(nummer, Math.round(aandeel(gewichten, nummer)) + (knop.className === "plus" ? 5 : -5));
};

// Dragging starts each time from the weights as they were, so that nothing creeps in by rounding.
const sleep = (balk) => {
  const nummer = Number(balk.dataset.nummer);
  balk.addEventListener("pointerdown", (begin) => {
    if (begin.button) return;
    begin.preventDefault();
    balk.setPointerCapture(begin.pointerId);
    const [toen, breed] = [gewichten, balk.parentElement.clientWidth];
    const van = aandeel(toen, nummer);
    let vraag = 0;
    const beweeg = ({ clientX }) => {
      cancelAnimationFrame(vraag);
      vraag = requestAnimationFrame(() => {
        const deel = Math.round(van + (100 * (clientX - begin.clientX)) / breed);
        weegEnOnthoud(stelAandeel(toen, nummer, Math.min(100, Math.max(0, deel))));
      });
    };
    const los = () => balk.removeEventListener("pointermove", beweeg);
    balk.addEventListener("pointermove", beweeg);
    balk.addEventListener("lostpointercapture", los, { once: true });
  });
};

const beginWegen = () => {
  if (!tabel) return;
  tabel.addEventListener("keydown", opToets);
  tabel.addEventListener("change", opTypen);
  tabel.addEventListener("click", opKnop);
  balken.forEach(sleep);
  vouwKnop("knop-wegen", tabel, "weegt", schrijfKoppen);
  bij("knop-terug").addEventListener("click", () => {
    weegEnOnthoud(vanLijst);
    veldVan(0).focus();
  });
};
