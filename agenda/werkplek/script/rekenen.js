// Have the program do what is asked, one thing at a time, and remember its answers until a file
// changes.

const startMotor = () => {
  try {
    return maakMotor({
      klaar: () => { if (!lopend) meld("Het programma is klaar om te rekenen."); },
      voortgang: (tekst) => toonVoortgang(tekst),
      gestopt: (reden) => { if (reden) meld(reden); },
    });
  } catch { // a browser that allows no worker here
    kanRekenen = false;
    return null;
  }
};

class Gestopt extends Error {}
let beurt = Promise.resolve();
let ronde = 0; // stopping ends all that was asked before
let lopend = 0;
const motor = kanRekenen ? startMotor() : null;
const antwoorden = new Map();

const isGestopt = (fout) => fout instanceof Gestopt || fout?.name === "Gestopt";

// In turn: the engine does one thing at a time.
const opBeurt = (wat, doe) => {
  const van = ronde;
  lopend += 1;
  const werk = beurt.then(async () => {
    if (van !== ronde) throw new Gestopt();
    toonBezig(wat);
    return doe();
  });
  beurt = werk.catch(() => {}).then(() => {
    lopend -= 1;
    if (!lopend) toonBezig("");
  });
  return werk;
};

/* Run a command.
   houd: whether what it writes becomes part of what is open; else it is only in the answer.
   stil: whether who asks shows himself what became of it. */
const voer = (getypt, { houd = false, stil = false, wat = `Bezig met: agenda ${getypt[0]}…` } = {}) => {
  const themas = gekozen && getypt.includes(gekozen) && !getypt.includes("--themas") && getypt[0] !== "bekrachtig" ? eigenProfiel(gekozen) : "";
  const args = themas ? [...getypt, "--themas", themas] : getypt;
  const sleutel = JSON.stringify(args);
  if (!houd && antwoorden.has(sleutel)) return antwoorden.get(sleutel);
  const werk = opBeurt(wat, () => motor.draai(args, bestanden)).then((uitkomst) => {
    if (houd) (stil ? wijzigStil : wijzig)(uitkomst.geschreven, uitkomst.weg);
    meld(uitkomst.code ? "Klaar, met een melding." : "Klaar.");
    return uitkomst;
  });
  if (!houd) {
    antwoorden.set(sleutel, werk);
    werk.catch(() => antwoorden.delete(sleutel));
  }
  return werk;
};
volgers.push(() => antwoorden.clear());

const UITGANG = {
  0: "",
  1: "Er ging iets mis in het programma.",
  2: "Dit kan zo niet, of er is geen antwoord.",
  3: "In de invoer staat iets dat niet klopt.",
  4: "Regels spreken elkaar tegen.",
  5: "Een bestand is niet te lezen of te schrijven.",
  130: "Het werk is gestopt.",
};

const stop = () => {
  ronde += 1;
  antwoorden.clear();
  motor.stop();
  meld("Gestopt. Het programma wordt opnieuw geladen; uw bestanden staan er nog.");
};
