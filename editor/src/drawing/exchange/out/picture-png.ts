import type { TrackPicture } from './track-picture.ts';

/** Points to the pixel, so that letters stay sharp on paper. */
const SHARP = 2;
/** A canvas beyond this many pixels a side is refused by browsers. */
const LARGEST = 8_000;

/** A picture as PNG bytes, drawn by the browser. Rejects when the browser cannot draw it. */
export async function picturePng({ svg, width, height }: TrackPicture): Promise<Uint8Array> {
  const image = new Image();
  // The content security policy lets pictures be data, and nothing from elsewhere.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SHARP, LARGEST / width, LARGEST / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser made no picture.');
  return new Uint8Array(await blob.arrayBuffer());
}
