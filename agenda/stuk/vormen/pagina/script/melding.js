// What is told while somebody weighs: at once to who looks, and once it rests to who listens.
let wachten;
const meld = (tekst) => {
  clearTimeout(wachten);
  wachten = setTimeout(() => { bij("melding").textContent = tekst; }, 250);
};

// How many moved, and who stand first: the parts of a sentence, those that stand out apart.
const proefzin = (plekken) => {
  const anders = plekken.filter(({ onderwerp, plaats }) => onderwerp.plaats !== plaats).length;
  const boven = plekken.filter(({ plaats }) => plaats === 1);
  const staan = `${anders} van de ${geteld(plekken.length)} ${anders === 1 ? "staat" : "staan"} op een andere plaats.`;
  if (!boven.length) return [staan];
  if (boven.length === 1) return [`${staan} Bovenaan staat nu `, maak("strong", "", boven[0].onderwerp.titel), "."];
  const wie = eersteVan(boven.map(({ onderwerp }) => onderwerp.titel), 4);
  return [`${staan} Bovenaan staan nu `, maak("strong", "", `${geteld(boven.length)} samen`), `: ${wie}.`];
};

const vertelProef = (plekken) => {
  bij("te-zien").hidden = Boolean(plekken);
  bij("proef").hidden = !plekken;
  document.body.classList.toggle("proef", Boolean(plekken));
  if (!plekken) {
    meld("De lijst staat weer zoals hij was.");
    return;
  }
  bij("proefzin").replaceChildren(...proefzin(plekken));
  meld(bij("proefzin").textContent);
};
