import { Stack, Text } from '@mantine/core';
import { type ComponentType, useMemo, useState } from 'react';
import { articleWords } from '../../pack/article-words.ts';
import { AdaptedNote } from '../adapt/adapted-note.tsx';
import { addElement, type FreeSection, idFor } from '../commands/elements.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { FindingsHere } from '../findings/findings-here.tsx';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ElementProvider } from './element-context.tsx';
import { ElementList } from './element-list.tsx';
import { NewDeadline } from './new-deadline.tsx';
import { NewElement } from './new-element.tsx';
import { type NewSection, newElementOf } from './new-values.ts';
import { type ProjectedRow, sectionProjector } from './project-section.ts';
import { RemoveButton } from './remove-button.tsx';
import { WhereUsed } from './where-used.tsx';

export type DetailProps = { readonly id: string };
type Props = { readonly section: NewSection; readonly Detail: ComponentType<DetailProps> };

/** A section as a list beside the element that is looked at: added by its name, changed in place, removed when nothing rests on it. */
export function ListedElements({ section, Detail }: Props) {
  const { t, language } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const id = useDrawingState(({ selected }) => idIn(section, selected));
  const [project] = useState(sectionProjector);
  const projected = project(pack, section, language);
  const say = useRowWords(section);
  const rows = useMemo(() => projected.map(say), [projected, say]);
  const shown = id !== undefined && Object.hasOwn(pack[section], id) ? id : undefined;
  const add = (words: string, within?: string) => {
    const value = newElementOf(pack, section, { [textLanguage(pack, language)]: words }, within);
    if (value === undefined) return;
    const made = idFor(pack, section, words);
    if (drawing.perform(addElement, { section, id: made, value })) drawing.select(`${section}/${made}`);
  };
  return (
    <div className="sections-body" data-list>
      <Stack gap="md">
        <ElementList
          label={t(`sections.nav.${section}`)}
          places={section}
          rows={rows}
          selected={shown}
          onSelect={(next) => drawing.select(`${section}/${next}`)}
        />
        {section === 'deadlines' ? (
          <NewDeadline label={t('sections.new.deadlines')} onAdd={add} />
        ) : (
          <NewElement label={t(`sections.new.${section}`)} onAdd={add} />
        )}
      </Stack>
      {shown === undefined ? (
        <Text c="dimmed">{t('sections.choose')}</Text>
      ) : (
        <ElementProvider key={shown} section={section} id={shown}>
          <Stack gap="lg" miw={0} data-element={`${section}/${shown}`}>
            <AdaptedNote section={section} id={shown} />
            <FindingsHere place={`${section}/${shown}`} />
            <Detail id={shown} />
            <Footer section={section} id={shown} />
          </Stack>
        </ElementProvider>
      )}
    </div>
  );
}

function Footer({ section, id }: { readonly section: FreeSection; readonly id: string }) {
  const drawing = useDrawing();
  return (
    <>
      {section === 'facts' || section === 'sources' ? null : <WhereUsed section={section} id={id} />}
      <RemoveButton section={section} id={id} onRemoved={() => drawing.select(undefined)} />
    </>
  );
}

function idIn(section: string, place: string | undefined): string | undefined {
  const [first, id] = place?.split('/') ?? [];
  return first === section ? id : undefined;
}

/** The codes of a row in the reader's words. */
function useRowWords(section: NewSection) {
  const { t, app, language } = useDrawingWords();
  return useMemo(() => {
    const kindOf = ({ kind }: ProjectedRow): string | undefined => {
      if (kind === undefined) return undefined;
      if (section === 'facts' || section === 'parameters') return t(`sections.types.${kind as 'boolean'}`);
      if (section === 'safeguards') return t(`sections.severity.${kind as 'critical'}`);
      if (section === 'effects') return t(`sections.effects.kind.${kind as 'notify'}`);
      if (section === 'roles') return app(`sector.${kind as 'social'}`);
      return articleWords(kind, language);
    };
    return (row: ProjectedRow) => {
      const note = kindOf(row);
      const mark =
        row.open === undefined
          ? undefined
          : row.open === 'empty'
            ? t('sections.empty')
            : t('sections.parameters.unknownShort');
      return {
        id: row.id,
        name: row.name,
        ...(note === undefined ? {} : { note }),
        ...(mark === undefined ? {} : { mark }),
      };
    };
  }, [section, t, app, language]);
}
