// Filters, other weights and folded parts. Everything it works on stands in the page already.
(() => {
  "use strict";

  const bij = (id) => document.getElementById(id);
  const alle = (keuze, in_ = document) => [...in_.querySelectorAll(keuze)];
  const { criteria, onderwerpen } = JSON.parse(bij("pagina-gegevens").textContent);
  const filters = bij("knop-filters");
  const weegschaal = bij("knop-gewichten");

  for (const onderwerp of onderwerpen) onderwerp.rij = bij(`rij-${onderwerp.code}`);
  const toegelaten = onderwerpen.filter((onderwerp) => onderwerp.status === "toegelaten");
  const rijenVanDossier = alle("table.ranglijst tbody tr");
  const vanDossier = criteria.map((criterium) => criterium.gewicht);
  const vakken = toegelaten.map(({ rij }) => ({
    plaats: rij.querySelector(".plaats .nu"),
    gedeeld: rij.querySelector(".gedeeld"),
    stap: rij.querySelector(".stap"),
    telt: rij.querySelector(".telt"),
    lezing: rij.querySelector(".lezing"),
    score: rij.querySelector(".score .nu"),
    precies: rij.querySelector(".score .precies"),
  }));
  const oorspronkelijk = vakken.map((vak) =>
    Object.fromEntries(Object.entries(vak).map(([naam, element]) => [naam, element?.textContent]))
  );

  // --- Filters ---

  const past = (onderwerp) => {
    const { thema, status, voorstel, criterium } = filters.elements;
    const [nummer, antwoord] = criterium.value.split(" ");
    return (
      (!thema.value || onderwerp.thema === thema.value) &&
      (!status.value || onderwerp.status === status.value) &&
      (!voorstel.value || onderwerp.voorstellen.includes(Number(voorstel.value))) &&
      (!criterium.value || onderwerp.criteria[Number(nummer)] === antwoord)
    );
  };

  const filter = () => {
    let aantal = 0;
    for (const onderwerp of onderwerpen) {
      onderwerp.rij.hidden = !past(onderwerp);
      aantal += onderwerp.rij.hidden ? 0 : 1;
    }
    for (const tabel of alle("table.lijst")) {
      tabel.parentElement.hidden = !tabel.querySelector("tbody tr:not([hidden])");
    }
    bij("telling").textContent = `${aantal} van ${onderwerpen.length} @meer@`;
  };

  // --- Other weights: the same sums and the same places as the program gives ---

  // Where municipalities speak a criterion counts for the share that says ja: a whole number of
  // `aantal` parts, so that scores are compared exactly.
  const aantalVan = ({ aantal }) => aantal ?? 1;
  const jaVan = ({ ja, criteria: antwoorden }, n) => ja?.[n] ?? Number(antwoorden[n] === "ja");
  const mogelijkVan = ({ mogelijk, criteria: antwoorden }, n) =>
    mogelijk?.[n] ?? Number(antwoorden[n] !== "nee");
  const verschilVan = (a, b) =>
    a.delen * aantalVan(b.onderwerp) - b.delen * aantalVan(a.onderwerp);

  const getal = (delen, aantal) => {
    if (delen % aantal === 0) return `${delen / aantal}`;
    const honderdsten = Math.floor((200 * delen + aantal) / (2 * aantal));
    const rest = `${honderdsten % 100}`.padStart(2, "0");
    return `${Math.floor(honderdsten / 100)},${rest}`;
  };
  const ggd = (a, b) => (b ? ggd(b, a % b) : a);
  const breuk = (delen, aantal) => {
    const deler = ggd(delen, aantal);
    return deler === aantal ? `${delen / aantal}` : `${delen / deler}/${aantal / deler}`;
  };

  const rangschik = (gewichten) => {
    const som = (onderwerp, telt) =>
      criteria.reduce((tot, _, n) => tot + gewichten[n] * telt(onderwerp, n), 0);
    const lijst = toegelaten.map((onderwerp, nummer) => ({
      onderwerp,
      nummer,
      delen: som(onderwerp, jaVan),
      delenMax: som(onderwerp, mogelijkVan),
    }));
    lijst.sort((a, b) => verschilVan(b, a) || a.onderwerp.titelrang - b.onderwerp.titelrang);
    const gelijk = (lid, buur) => buur !== undefined && verschilVan(lid, buur) === 0;
    lijst.forEach((lid, n) => {
      const vorige = lijst[n - 1];
      lid.plaats = gelijk(lid, vorige) ? vorige.plaats : n + 1;
      lid.gedeeld = gelijk(lid, vorige) || gelijk(lid, lijst[n + 1]);
    });
    return lijst;
  };

  const schrijf = ({ onderwerp, nummer, delen, delenMax, plaats, gedeeld }, gewichten) => {
    const vak = vakken[nummer];
    const verschil = onderwerp.plaats - plaats;
    const aantal = aantalVan(onderwerp);
    const tellend = criteria.map((_, n) => n).filter((n) => jaVan(onderwerp, n) && gewichten[n]);
    const namen = tellend
      .map((n) => criteria[n].titel + (onderwerp.ja ? ` (${onderwerp.ja[n]} van ${aantal})` : ""))
      .join(", ");
    const totMax = (vorm) => {
      const [laag, hoog] = [vorm(delen, aantal), vorm(delenMax, aantal)];
      return delen === delenMax ? laag : `${laag} tot ${hoog}`;
    };
    vak.plaats.textContent = `${plaats}`;
    vak.gedeeld.textContent = gedeeld ? "(gedeeld)" : "";
    vak.score.textContent = totMax(getal);
    if (vak.precies) {
      const heel = delen % aantal === 0 && delenMax % aantal === 0;
      vak.precies.textContent = heel ? "" : `(${totMax(breuk)})`;
    }
    vak.telt.textContent = namen ? `Telt mee: ${namen}` : "Geen criterium telt mee";
    const uitLezing = tellend.reduce((tot, n) => tot + gewichten[n] * onderwerp.lezing[n], 0);
    const punten = delen === aantal ? "punt" : "punten";
    vak.lezing.textContent = uitLezing
      ? `(${getal(uitLezing, aantal)} van ${getal(delen, aantal)} ${punten}: onze lezing)` : "";
    vak.stap.textContent =
      verschil > 0 ? `▲ ${verschil} hoger` : verschil < 0 ? `▼ ${-verschil} lager` : "";
  };

  const zetTerug = () => {
    vakken.forEach((vak, n) => {
      for (const [naam, element] of Object.entries(vak)) {
        if (element) element.textContent = oorspronkelijk[n][naam];
      }
    });
  };

  const zetOpVolgorde = (rijen) => {
    if (rijen.length) rijen[0].parentElement.append(...rijen);
  };

  const zin = (lijst) => {
    const anders = lijst.filter(({ onderwerp, plaats }) => onderwerp.plaats !== plaats).length;
    const boven = lijst.filter(({ plaats }) => plaats === 1);
    if (!boven.length) return "";
    const eerste = boven[0].onderwerp.rij.querySelector("a").textContent;
    const delen = boven.length > 1 ? ` en nog ${boven.length - 1} op een gedeelde plaats` : "";
    const wie = anders === 1 ? "1 onderwerp staat" : `${anders} @meer@ staan`;
    return `${wie} op een andere plaats. Bovenaan: ${eerste}${delen}.`;
  };

  let wachten;
  const meld = (tekst) => {
    // A reader is told once, when the slider rests.
    clearTimeout(wachten);
    wachten = setTimeout(() => { bij("melding").textContent = tekst; }, 250);
  };

  const gewichtVan = (nummer) => weegschaal.querySelector(`[type=range][data-nummer="${nummer}"]`);
  const leesGewichten = () => criteria.map((_, n) => Number(gewichtVan(n).value));

  const weeg = () => {
    const gewichten = leesGewichten();
    const anders = gewichten.some((gewicht, n) => gewicht !== vanDossier[n]);
    document.body.classList.toggle("proef", anders);
    bij("proefmelding").hidden = !anders;
    if (!anders) {
      zetTerug();
      zetOpVolgorde(rijenVanDossier);
      meld("De lijst heeft de gewichten van het dossier.");
      return;
    }
    const lijst = rangschik(gewichten);
    for (const lid of lijst) schrijf(lid, gewichten);
    zetOpVolgorde(lijst.map(({ onderwerp }) => onderwerp.rij));
    const wat = criteria.map(({ titel }, n) => `${titel} ${gewichten[n]}`).join(", ");
    bij("proefmelding").textContent =
      `Berekend met andere gewichten: ${wat}. Dit is niet de lijst van het dossier.`;
    meld(zin(lijst));
  };

  const stel = (nummer, gewicht) => {
    for (const veld of alle(`[data-nummer="${nummer}"]`, weegschaal)) veld.value = gewicht;
  };

  // --- Opening a topic, and going back ---

  const codeVan = (deel) => deel.id.slice("onderwerp-".length);
  const inAdres = () => bij(location.hash.slice(1));

  let vandaan = null; // the link that opened the topic

  const open = () => {
    for (const rij of alle(".gekozen")) {
      rij.classList.remove("gekozen");
      rij.querySelector("a").removeAttribute("aria-current");
    }
    const doel = inAdres();
    const gekozen = Boolean(doel?.matches("article"));
    document.body.classList.toggle("naast", gekozen);
    if (!gekozen) return;
    if (vandaan?.getAttribute("href") !== location.hash) vandaan = null;
    doel.querySelector("details").open = true;
    doel.querySelector("h3").focus({ preventScroll: true });
    const rij = bij(`rij-${codeVan(doel)}`);
    rij.classList.add("gekozen");
    rij.querySelector("a").setAttribute("aria-current", "true");
    // Beside the list the topic has made the page narrower: keep in sight where it was chosen.
    if (getComputedStyle(doel).position === "fixed") {
      (vandaan ?? rij).scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  };

  const naarRij = (rij, opties) => {
    const zichtbaar = rij && !rij.hidden;
    (zichtbaar ? rij.querySelector("a") : bij("@lijst@").querySelector("a, select")).focus(opties);
  };

  const volgAdres = (gebeurtenis) => {
    const vorige = gebeurtenis.oldURL.split("#onderwerp-")[1];
    const doel = inAdres();
    open();
    if (doel?.matches("article")) return;
    if (doel?.id.startsWith("rij-")) naarRij(doel);
    else if (vorige && vandaan?.checkVisibility()) vandaan.focus();
    else if (vorige) naarRij(bij(`rij-${vorige}`), { preventScroll: true });
  };

  const vouwen = alle("details.vouw");
  let dicht = [];

  const begin = () => {
    for (const vouw of vouwen) vouw.open = false;
    filters.addEventListener("change", filter);
    filters.addEventListener("reset", () => setTimeout(filter));
    weegschaal.addEventListener("input", ({ target }) => {
      if (!target.validity.valid) return;
      stel(target.dataset.nummer, target.value);
      weeg();
    });
    weegschaal.addEventListener("change", ({ target }) => {
      // What is not a whole number from 0 to 100 becomes the weight that counts.
      stel(target.dataset.nummer, gewichtVan(target.dataset.nummer).value);
    });
    weegschaal.addEventListener("reset", () => setTimeout(weeg));
    bij("knop-gelijk").addEventListener("click", ({ currentTarget }) => {
      criteria.forEach((_, n) => stel(n, currentTarget.value));
      weeg();
    });
    for (const formulier of [filters, weegschaal]) {
      formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
    }
    addEventListener("click", ({ target }) => {
      const link = target.closest('a[href^="#onderwerp-"]');
      if (!link) return;
      vandaan = link;
      // Before the browser goes there: a topic beside the list needs no scrolling.
      document.body.classList.add("naast");
    });
    addEventListener("hashchange", volgAdres);
    addEventListener("keydown", ({ key }) => {
      const doel = inAdres();
      if (key === "Escape" && doel?.matches("article")) {
        location.hash = `rij-${codeVan(doel)}`;
      }
    });
    addEventListener("beforeprint", () => {
      dicht = vouwen.filter((vouw) => !vouw.open);
      for (const vouw of dicht) vouw.open = true;
    });
    addEventListener("afterprint", () => {
      for (const vouw of dicht) vouw.open = false;
    });
    document.documentElement.classList.add("script");
    filters.hidden = weegschaal.hidden = false;
    open();
  };

  begin();
})();
