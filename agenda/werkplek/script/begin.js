// Put everything to work: the menu, dropping files anywhere, and the first view.

const beginSlepen = () => {
  let diep = 0;
  const metBestanden = ({ dataTransfer }) => [...(dataTransfer?.types ?? [])].includes("Files");
  const zet = (aan) => document.body.classList.toggle("sleept", aan);
  addEventListener("dragenter", (gebeurtenis) => {
    if (!metBestanden(gebeurtenis)) return;
    gebeurtenis.preventDefault();
    diep += 1;
    zet(true);
  });
  addEventListener("dragleave", (gebeurtenis) => {
    if (!metBestanden(gebeurtenis)) return;
    diep -= 1;
    if (diep <= 0) zet(false);
  });
  addEventListener("dragover", (gebeurtenis) => gebeurtenis.preventDefault());
  addEventListener("drop", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    diep = 0;
    zet(false);
    if (metBestanden(gebeurtenis)) neemOp(uitSleep(gebeurtenis.dataTransfer));
  });
};

// Whatever changed is seen at once, unless somebody is filling something in.
const opWijziging = () => {
  toonKeuze();
  telBevindingen();
  if (huidig && !stilNu) ververs(false);
};

const begin = () => {
  bouwMenu();
  beginBewaren();
  beginSlepen();
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
