// Put the page in the state that its address asks for, now and whenever that changes.

const volgAdres = (eerste = false) => {
  const gevraagd = leesAdres();
  if (!gevraagd) return; // a place on the page: nothing changes but where one looks
  const was = open?.code;
  for (const sleutel of SLEUTELS) toestand[sleutel] = gevraagd[sleutel] ?? null;
  if (tabel) weeg(toestand.weging ?? vanLijst);
  zetFilters();
  toonOnderwerp(toestand.onderwerp);
  if (!eerste && was && !toestand.onderwerp) terugNaar(was);
};

const begin = () => {
  document.documentElement.classList.add("script");
  balk.hidden = false;
  for (const element of alle(".met-script")) element.hidden = false;
  for (const vouw of alle("details.vouw, details.heel")) vouw.open = false;
  beginWegen();
  beginFilter();
  beginPaneel();
  bij("knop-gevraagd").addEventListener("click", ({ currentTarget }) => {
    currentTarget.setAttribute("aria-expanded", bij("gevraagd").classList.toggle("uit"));
  });
  bij("knop-druk").addEventListener("click", () => druk("druk-lijst"));
  addEventListener("popstate", () => volgAdres());
  volgAdres(true);
  bij("melding").textContent = "";
};

begin();
