import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { articleWords } from '../../pack/article-words.ts';
import { useDrawing } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type ActionTools, isPossible, stepAt } from './action.ts';
import { ACTIONS } from './actions.ts';
import { homeOf } from './home-of.ts';
import { elementsToFind, FOUND, hasWords } from './palette-items.ts';
import { ShortcutText } from './shortcut-text.tsx';

type Props = {
  readonly tools: (id: string | undefined) => ActionTools;
  readonly onClose: () => void;
};

/** How many elements of a section are offered: the words narrow them down. */
const SHOWN = 7;

/** One field from which everything can be done and every element found by its words. */
export function Palette({ tools, onClose }: Props) {
  const { t, say, language } = useDrawingWords();
  const drawing = useDrawing();
  const [[store, spotlight]] = useState(createSpotlight);
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), [spotlight]);

  const actions = useMemo(() => {
    const id = stepAt(drawing.get().selected);
    return ACTIONS.filter((action) => action.id !== 'find' && isPossible(action, drawing.get(), id)).map(
      (action) => ({
        id: action.id,
        label: action.view
          ? t('actions.goTo', { view: t(`table.views.${action.view}`) })
          : t(`actions.${action.label}`),
        leftSection: <action.Icon size={20} aria-hidden />,
        rightSection: action.shortcut ? <ShortcutText keys={action.shortcut} /> : null,
        onClick: () => void action.run(tools(id)),
      }),
    );
  }, [drawing, tools, t]);
  const elements = useMemo(
    () =>
      elementsToFind(drawing.get().log.pack).map(({ section, id, name, article }) => ({
        section,
        id: `${section}/${id}`,
        label: [say(name) || t('actions.untitled'), articleWords(article, language)]
          .filter(Boolean)
          .join(', '),
        onClick: () => {
          const home = homeOf(drawing.get().log.pack, `${section}/${id}`);
          tools(undefined).go(home.view);
          drawing.select(home.place, { reveal: true });
        },
      })),
    [drawing, tools, say, t, language],
  );

  const shown = useMemo((): SpotlightActionGroupData[] => {
    const wanted = query.trim();
    const groups: SpotlightActionGroupData[] = [
      {
        group: t('actions.palette.actions'),
        actions: actions.filter(({ label }) => hasWords(label, wanted)),
      },
    ];
    if (wanted !== '')
      for (const section of FOUND)
        groups.push({
          group: t(`actions.sections.${section}`),
          actions: elements
            .filter((each) => each.section === section && hasWords(each.label, wanted))
            .slice(0, SHOWN)
            .map(({ id, label, onClick }) => ({ id, label, onClick })),
        });
    return groups.filter((group) => group.actions.length > 0);
  }, [actions, elements, query, t]);

  return (
    <Spotlight
      store={store}
      actions={shown}
      filter={(_, given) => given}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound={t('actions.palette.none')}
      scrollable
      maxHeight="min(60vh, 560px)"
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      attributes={{ content: { 'aria-label': t('actions.palette.label') } }}
      transitionProps={{ duration: 0 }}
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: t('actions.palette.placeholder'),
        'aria-label': t('actions.palette.label'),
      }}
    />
  );
}
