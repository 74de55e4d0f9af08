// Put the page in the state that its address asks for, now and whenever that changes.

const volgAdres = (eerste = false) => {
  const gevraagd = leesAdres() ?? (eerste ? {} : null);
  clearTimeout(straks);
  if (!gevraagd) return; // a place on the page: nothing changes but where one looks
  const was = open?.code;
  for (const sleutel of SLEUTELS) toestand[sleutel] = gevraagd[sleutel] ?? null;
  if (tabel) weeg(toestand.weging ?? vanLijst);
  zetFilters();
  schrijfNaast();
  toonGemeenten();
  schrijfVragen();
  toonOnderwerp(toestand.onderwerp);
  if (!eerste && was && !toestand.onderwerp) terugNaar(was);
};

const toonGemeenten = () => {
  document.body.classList.toggle("per-gemeente", Boolean(toestand.gemeenten && bij("gemeenten")));
  bij("knop-leden")?.setAttribute("aria-pressed", Boolean(toestand.gemeenten));
};

const beginGemeenten = () => {
  const wissel = () => {
    toestand.gemeenten = toestand.gemeenten ? null : "ja";
    toonGemeenten();
    onthoud(true);
    bij("knop-leden").focus();
  };
  for (const knop of alle("#knop-leden, #gemeenten .terug-lijst")) knop.addEventListener("click", wissel);
};

const begin = () => {
  document.documentElement.classList.add("script");
  balk.hidden = false;
  for (const element of alle(".met-script")) element.hidden = false;
  for (const vouw of alle("details.vouw, details.heel")) vouw.open = false;
  beginWegen();
  beginFilter();
  beginNaast();
  beginGemeenten();
  beginVragen();
  beginPaneel();
  vouwKnop("knop-gevraagd", bij("gevraagd"), "uit");
  bij("knop-druk").addEventListener("click", () => druk("druk-lijst"));
  addEventListener("popstate", () => volgAdres());
  volgAdres(true);
};
begin();
