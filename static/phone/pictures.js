/** The pictures of a line, as their fields know them: what takes and sends them is fetched later. */
import { whenThere } from "./rest.js";

export function openPictures(line, code, changed) {
  let uploads = null;
  const there = whenThere(({ openUploads }) => {
    uploads = openUploads(line, code, changed);
    changed();
  });
  const of = (key) => (uploads ? uploads.of(key) : drafted(line.drafts.read(key)));
  return {
    of,
    /** Whether the picture of a field is not there yet. */
    underWay: (key) => of(key).kind === "sending",
    take: (key, file) => uploads.take(key, file),
    drop: (key) => uploads.drop(key),
    wake: () => uploads?.wake(),
    forget: () => there.then(() => uploads.forget()),
  };
}

const drafted = (draft) => ({ kind: draft?.picture ? "kept" : draft?.upload ? "sending" : "none" });
