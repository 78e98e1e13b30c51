import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';

/** What A4 and letter paper both hold, in pixels of the style sheet, edges taken off. */
const SHEET = { long: 960, short: 700 } as const;

/** Before the page is printed the whole map is drawn, and the style sheet told how to lay it on one sheet. */
export function useMapPrint(onWhole: (isWhole: boolean) => void): void {
  const flow = useReactFlow();
  useEffect(() => {
    const prepare = () => {
      const map = document.querySelector<HTMLElement>('.map-view .map');
      if (!map) return;
      // The browser takes the page as it is when this returns.
      flushSync(() => onWhole(true));
      const { x, y, width, height } = flow.getNodesBounds(flow.getNodes());
      const isWide = width >= height;
      const [across, down] = isWide ? [SHEET.long, SHEET.short] : [SHEET.short, SHEET.long];
      const scale = Math.min(across / Math.max(1, width), down / Math.max(1, height), 1.2);
      map.dataset['sheet'] = isWide ? 'wide' : 'tall';
      map.style.setProperty('--print-scale', String(scale));
      map.style.setProperty('--print-x', `${-x}px`);
      map.style.setProperty('--print-y', `${-y}px`);
    };
    const after = () => onWhole(false);
    window.addEventListener('beforeprint', prepare);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', prepare);
      window.removeEventListener('afterprint', after);
    };
  }, [flow, onWhole]);
}
