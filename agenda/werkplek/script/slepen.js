// Files may be dropped anywhere: also on the frame, that would else show them in its own way.

let diep = 0; // each element that is entered says so, and each that is left
const toonSlepen = (aan) => document.body.classList.toggle("sleept", aan);
const metBestanden = ({ dataTransfer }) => [...(dataTransfer?.types ?? [])].includes("Files");
const vangSlepen = (venster) => {
  venster.addEventListener("dragenter", (gebeurtenis) => {
    if (!metBestanden(gebeurtenis)) return;
    gebeurtenis.preventDefault();
    diep += 1;
    toonSlepen(true);
  });
  venster.addEventListener("dragleave", (gebeurtenis) => {
    if (!metBestanden(gebeurtenis)) return;
    diep = Math.max(0, diep - 1);
    if (!diep) toonSlepen(false);
  });
  venster.addEventListener("dragover", (gebeurtenis) => gebeurtenis.preventDefault());
  venster.addEventListener("drop", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    diep = 0;
    toonSlepen(false);
    if (metBestanden(gebeurtenis)) neemOp(uitSleep(gebeurtenis.dataTransfer));
  });
};
