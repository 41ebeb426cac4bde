/** A photo made small enough for a bad network, before it is sent; where the browser cannot read it, it goes as it is. */
const LONGEST = 1600;
const SMALL = 480;
const QUALITY = 0.85;

/** Resolves to { blob, preview }: what is to be sent, and a small picture of it as an address ("" where none can be made). */
export async function shrunk(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const blob = await new Promise((then) => drawn(picture, LONGEST).toBlob(then, "image/jpeg", QUALITY));
    const preview = drawn(picture, SMALL).toDataURL("image/jpeg", QUALITY);
    picture.close();
    return { blob: blob ?? file, preview };
  } catch {
    return { blob: file, preview: "" };
  }
}

function drawn(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff"; // paper, where a picture lets it through
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
