// The manual, as it also stands beside the program.

let boek = null;
const weergaveHandleiding = {
  naam: "handleiding", kop: "Handleiding", altijd: true, zonderMotor: true,
  bouw: (vak) => {
    boek ??= toonMd(gegevens.handleiding.replace(/^# .*\n/, ""), { ankers: "handleiding" });
    vak.append(boek);
  },
};
