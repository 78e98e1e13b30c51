import type { DecisionView } from '../../client.ts';
import { sectorLook } from '../../pack/sector.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** What publication still waits for beside the gate, as sentences: the review, the approvals, a second person. */
export function useWhatRemains({ state, sectors, mayNotPublish }: DecisionView): readonly string[] {
  const { t, app, language } = useDrawingWords();
  const sectorName = (sector: string) => {
    const { name } = sectorLook(sector);
    return name ? app(`sector.${name}`) : sector;
  };
  const missing = sectors.filter(({ approval }) => !approval).map(({ sector }) => sectorName(sector));
  return [
    state === 'drawing' ? t('decide.publish.notReviewed') : undefined,
    missing.length > 0
      ? t('decide.publish.notApproved', { sectors: new Intl.ListFormat(language).format(missing) })
      : undefined,
    mayNotPublish ? t(`decide.publish.${mayNotPublish}`) : undefined,
  ].filter((reason) => reason !== undefined);
}
