import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useGoTo } from '../actions/use-go-to.ts';
import type { FreeSection } from '../commands/elements.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { placeOf } from '../rules/use-sentences.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { usePlaceName } from './place-name.ts';
import { useUses } from './use-uses.ts';

/** Places as links to them, each once, with what kind of element it is. */
export function PlaceList({ paths, label }: { readonly paths: readonly string[]; readonly label?: string }) {
  const goTo = useGoTo();
  const pack = useDrawnPack();
  const named = usePlaceName();
  const places = new Map(
    paths.map((path) => {
      const { section, id } = placeOf(pack, path);
      return [`${section}/${id}`, path] as const;
    }),
  );
  return (
    <Stack
      gap={0}
      component="ul"
      className="place-list"
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {[...places.keys()].map((place) => {
        const { kind, name } = named(place);
        return (
          <li key={place}>
            <Anchor component="button" type="button" className="place-link" onClick={() => goTo(place)}>
              <Group gap={6} wrap="wrap" component="span">
                <Text span size="sm" c="dimmed">
                  {kind}
                </Text>
                <bdi>{name}</bdi>
              </Group>
            </Anchor>
          </li>
        );
      })}
    </Stack>
  );
}

/** Every place that names an element, each a way there. */
export function WhereUsed({ section, id }: { readonly section: FreeSection; readonly id: string }) {
  const { t } = useDrawingWords();
  const uses = useUses(section, id);
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('sections.usedIn')}</Text>
      {uses.length === 0 ? (
        <Text c="dimmed">{t('sections.unused')}</Text>
      ) : (
        <PlaceList paths={uses.map(({ path }) => path)} label={t('sections.usedIn')} />
      )}
    </Stack>
  );
}
