// The line that says what happens: at once to who looks, and politely to who listens.

const meld = (tekst) => {
  bij("melding").textContent = tekst;
};
// How far long work is, is shown but not read out at every step.
const toonVoortgang = (tekst) => {
  bij("balk").title = tekst;
  bij("voortgang").textContent = tekst;
};
const toonBezig = (wat) => {
  const bezig = Boolean(wat);
  const hadFocus = document.activeElement === bij("knop-stop");
  for (const id of ["balk", "knop-stop"]) bij(id).hidden = !bezig;
  bij("voortgang").textContent = "";
  document.body.classList.toggle("bezig", bezig);
  if (hadFocus && !bezig) bij("inhoud").focus();
  if (bezig) meld(wat);
};
