// Put everything to work: the menu, dropping files anywhere, and the first view.

// Whatever changed is seen at once, unless somebody is filling something in.
const opWijziging = () => {
  toonKeuze();
  telBevindingen();
  if (huidig && !stilNu) ververs(false);
};

const begin = () => {
  bouwMenu();
  beginBewaren();
  vangSlepen(window);
  bij("kies-dossier").addEventListener("change", ({ target }) => {
    gevallen = null;
    kiesDossier(target.value);
  });
  bij("knop-stop").addEventListener("click", stop);
  volgers.push(opWijziging);
  if (!kanRekenen) {
    bij("zonder-motor").textContent = zonderMotor;
    bij("zonder-motor").hidden = false;
    meld("Zonder WebAssembly: alleen lezen.");
  } else meld("Het programma wordt geladen. U kunt alvast een bestand kiezen.");
  addEventListener("hashchange", () => volgAdres());
  volgAdres(false);
};
begin();
