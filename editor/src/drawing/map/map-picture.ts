import type { Box } from '../../map/map-layout.ts';

/** Only what the map's style sheet says: reading every property of every element would take seconds. */
const STYLES = [
  'align-items background-color border-block-end-color border-block-end-style border-block-end-width border-block-start-color border-block-start-style border-block-start-width',
  'border-bottom-left-radius border-bottom-right-radius border-inline-end-color border-inline-end-style border-inline-end-width border-inline-start-color border-inline-start-style border-inline-start-width',
  'border-top-left-radius border-top-right-radius box-sizing color direction display fill flex-direction flex-grow flex-shrink flex-wrap font-family font-size font-weight gap height inset',
  'justify-content left line-height list-style-type margin max-width min-height min-width opacity overflow padding position right stroke stroke-dasharray stroke-linecap stroke-linejoin',
  'stroke-width text-align text-overflow top bottom transform transform-origin unicode-bidi vertical-align visibility white-space width z-index -webkit-line-clamp -webkit-box-orient',
].flatMap((line) => line.split(' '));

/** A canvas beyond this many pixels a side is refused by browsers. */
const LARGEST = 12_000;
const EDGE = 24;

/** Tools stand on the screen only. */
const isDrawn = (element: HTMLElement) =>
  !(element instanceof Element) ||
  !/(^|\s)(card-menu|card-plus|arrow-plus|arrow-words|arrow-end|arrow-pulled)(\s|$)/.test(
    element.getAttribute('class') ?? '',
  );

/** The whole map as a picture that stands by itself, its letters inside it; `map` is its section on the page. */
export async function mapPicture(map: HTMLElement, bounds: Box, kind: 'svg' | 'png'): Promise<Blob> {
  const { toBlob, toSvg } = await import('html-to-image');
  const viewport = map.querySelector<HTMLElement>('.react-flow__viewport');
  if (!viewport) throw new Error('The map is not drawn yet.');
  const width = Math.ceil(bounds.width + 2 * EDGE);
  const height = Math.ceil(bounds.height + 2 * EDGE);
  const options = {
    width,
    height,
    backgroundColor: getComputedStyle(map).backgroundColor,
    includeStyleProperties: STYLES,
    filter: isDrawn,
    pixelRatio: Math.min(2, LARGEST / Math.max(width, height)),
    style: {
      width: `${width}px`,
      height: `${height}px`,
      transformOrigin: '0 0',
      transform: `translate(${EDGE - bounds.x}px, ${EDGE - bounds.y}px)`,
    },
  };
  const seen = map.dataset['detail'];
  map.dataset['detail'] = 'nearest';
  const undress = dressLines(viewport);
  try {
    if (kind === 'svg') {
      const url = await toSvg(viewport, options);
      return new Blob([decodeURIComponent(url.slice(url.indexOf(',') + 1))], { type: 'image/svg+xml' });
    }
    const blob = await toBlob(viewport, options);
    if (!blob) throw new Error('The browser made no picture.');
    return blob;
  } finally {
    undress();
    if (seen !== undefined) map.dataset['detail'] = seen;
  }
}

/** The copy takes no style sheet inside a drawing: each line wears its own look while the picture is taken. */
function dressLines(viewport: HTMLElement): () => void {
  const lines = [...viewport.querySelectorAll<SVGElement>('.react-flow__edge-path')];
  const looks = lines.map((line) => {
    const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(line);
    return { stroke, strokeWidth, strokeDasharray };
  });
  for (const [index, line] of lines.entries()) Object.assign(line.style, looks[index]);
  return () => {
    for (const line of lines)
      for (const name of ['stroke', 'stroke-width', 'stroke-dasharray']) line.style.removeProperty(name);
  };
}

/** Gives a file to the person. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
