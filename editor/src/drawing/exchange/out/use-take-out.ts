import {
  compile,
  DOCUMENT_WORDS,
  type DocumentLanguage,
  documentHtml,
  exportDocument,
  exportXState,
  inLanguage,
  overlayOf,
  type Pack,
  type ProcedureDocument,
  parsePack,
  readingNumbers,
  type Text,
  writePack,
  zipPack,
} from '@parcours/engine';
import { useState } from 'react';
import { type ArrowCause, type MapArrow, type MapGraph, mapGraph } from '../../../map/map-graph.ts';
import { openLayouter } from '../../../map/open-layouter.ts';
import { useCountryName } from '../../../procedures/country-name.ts';
import { useNow } from '../../../words/clock.tsx';
import { LANGUAGES } from '../../../words/languages.ts';
import { useDrawing } from '../../drawing-context.tsx';
import { useFindings } from '../../findings/use-findings.ts';
import { useTold } from '../../findings/use-told.ts';
import { useRemembered } from '../../guide/use-remembered.ts';
import { saveFile } from '../../map/map-picture.ts';
import { useDrawingWords } from '../../words/use-drawing-words.ts';
import { paperPieces } from './paper-pieces.ts';
import { picturePng } from './picture-png.ts';
import { printHtml } from './print-html.ts';
import { isLegible, type TrackPicture, trackPicture } from './track-picture.ts';

export type Taken = 'html' | 'docx' | 'print' | 'zip' | 'overlay' | 'xstate';
/** What people read on paper. */
const ON_PAPER: ReadonlySet<Taken> = new Set(['print', 'docx', 'html']);
type Made = { readonly name: string; readonly blob: Blob } | { readonly printed: string };

export type TakeOut = {
  readonly busy: Taken | undefined;
  readonly failed: 'failed' | 'cannotRun' | undefined;
  readonly done: string | undefined;
  readonly take: (taken: Taken, language: DocumentLanguage, withPictures: boolean) => Promise<void>;
};

/** Makes files of the draft as it stands, each on its own; nothing of the draft changes. */
export function useTakeOut(): TakeOut {
  const { say } = useDrawingWords();
  const drawing = useDrawing();
  const country = useCountryName();
  const now = useNow();
  const told = useTold();
  const findings = useFindings();
  const [, takenOut] = useRemembered('takenOut');
  const [state, setState] = useState<Pick<TakeOut, 'busy' | 'failed' | 'done'>>({
    busy: undefined,
    failed: undefined,
    done: undefined,
  });

  const pictures = async (
    pack: Pack,
    language: DocumentLanguage,
  ): Promise<Readonly<Record<string, readonly TrackPicture[]>>> => {
    const layouter = openLayouter();
    try {
      const graph = mapGraph(pack);
      const words = pictureWords(pack, language);
      const drawn = async (each: MapGraph) => {
        const layout = await layouter.layOut(each, 'DOWN', words.arrow);
        return (id: string) => trackPicture(pack, each, layout, id, words);
      };
      const pieces = paperPieces(graph);
      const whole = await drawn(graph);
      const inPieces = await drawn(pieces);
      const pieceOf = new Map(pieces.nodes.map(({ id, track }) => [id, track]));
      const ofTrack = (track: string): readonly TrackPicture[] => {
        const overview = whole(track);
        if (isLegible(overview)) return [overview];
        const steps = graph.nodes.filter((node) => node.kind === 'step' && node.track === track);
        const parts = new Set(steps.map(({ id }) => pieceOf.get(id) ?? track));
        return parts.size < 2 ? [overview] : [overview, ...[...parts].map(inPieces)];
      };
      const tracks = graph.nodes.filter(({ kind }) => kind === 'track');
      return Object.fromEntries(tracks.map(({ id }) => [id, ofTrack(id)]));
    } finally {
      layouter.close();
    }
  };

  const documentOf = (pack: Pack, language: DocumentLanguage): ProcedureDocument => {
    const { parsed } = parsePack(writePack({ kind: 'procedure', pack, hash: '' }));
    const verdicts = [...findings.verdicts.values()];
    const base = drawing.get().base?.pack;
    return exportDocument(pack, language, {
      findings: findings.all,
      sayFinding: told,
      printedOn: new Intl.DateTimeFormat(language === 'ar' ? 'ar-TN-u-nu-latn' : language, {
        dateStyle: 'long',
      }).format(now),
      ...(findings.isProved && { verdicts }),
      ...(parsed && { hash: parsed.hash }),
      ...(base && { base: inLanguage(base.title, [language, 'fr', 'en', 'es'], base.id) }),
      ...(pack.pack.jurisdiction !== '001' && { country: country(pack.pack.jurisdiction) }),
    });
  };

  const made = async (taken: Taken, language: DocumentLanguage, withPictures: boolean): Promise<Made> => {
    const { log, base } = drawing.get();
    const { pack } = log;
    const { id, version } = pack.pack;
    const name = `${id}-${version}`;
    switch (taken) {
      case 'html':
      case 'print': {
        const drawn = withPictures ? await pictures(pack, language) : {};
        const svgs = Object.fromEntries(
          Object.entries(drawn).map(([track, each]) => [track, each.map(({ svg }) => svg)]),
        );
        const html = documentHtml(documentOf(pack, language), svgs);
        if (taken === 'print') return { printed: html };
        return { name: `${name}-${language}.html`, blob: new Blob([html], { type: 'text/html' }) };
      }
      case 'docx': {
        const { writeDocx } = await import('./write-docx.ts');
        const drawn = withPictures ? Object.entries(await pictures(pack, language)) : [];
        const pngs = await Promise.all(
          drawn.map(async ([track, each]) => [
            track,
            await Promise.all(
              each.map(async (one) => ({ png: await picturePng(one), width: one.width, height: one.height })),
            ),
          ]),
        );
        const bytes = await writeDocx(documentOf(pack, language), Object.fromEntries(pngs));
        return { name: `${name}-${language}.docx`, blob: blobOf(bytes) };
      }
      case 'zip':
        return {
          name: `${name}.zip`,
          blob: blobOf(zipPack(writePack({ kind: 'procedure', pack: whole(pack), hash: '' }), id)),
        };
      case 'overlay':
        return {
          name: `${name}-adaptation.zip`,
          blob: blobOf(zipPack(writePack(overlayOf(base ?? pack, pack)), id)),
        };
      case 'xstate':
        compile(pack);
        return { name: `${name}.mjs`, blob: new Blob([exportXState(pack)], { type: 'text/javascript' }) };
    }
  };

  const take: TakeOut['take'] = async (taken, language, withPictures) => {
    setState({ busy: taken, failed: undefined, done: undefined });
    try {
      const found = await made(taken, language, withPictures);
      if ('printed' in found) await printHtml(found.printed, LANGUAGES[language].dir);
      else saveFile(found.blob, found.name);
      if (ON_PAPER.has(taken)) takenOut();
      const done = 'name' in found ? found.name : say(drawing.get().log.pack.pack.title);
      setState({ busy: undefined, failed: undefined, done });
    } catch {
      setState({ busy: undefined, failed: taken === 'xstate' ? 'cannotRun' : 'failed', done: undefined });
    }
  };
  return { ...state, take };
}

/** The words of a picture are those of the document. */
function pictureWords(pack: Pack, language: DocumentLanguage) {
  const said = (text: Text | undefined, id: string) => inLanguage(text, [language, 'fr', 'en', 'es'], id);
  const cause = ({ kind, id }: ArrowCause) => {
    const { after, always } = DOCUMENT_WORDS[language];
    if (kind === 'deadline') return after.replace('{deadline}', () => said(pack.deadlines[id]?.label, id));
    return kind === 'automatic' ? always : said(pack.events[id]?.label, id);
  };
  const numbers = readingNumbers(pack);
  return {
    dir: LANGUAGES[language].dir,
    state: (id: string) => said(pack.steps[id]?.title, id),
    number: (id: string) => numbers.get(id) ?? '',
    farWays: DOCUMENT_WORDS[language].farWays,
    role: (id: string) => said(pack.roles[id]?.label, id),
    arrow: ({ causes }: MapArrow) => causes.map(cause).join('\n'),
  };
}

/** An adaptation with everything it inherits stands by itself. */
function whole(pack: Pack): Pack {
  if (pack.pack.kind === 'procedure') return pack;
  const { extends: _, ...head } = pack.pack;
  return { ...pack, pack: { ...head, kind: 'procedure' } };
}

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}
