import '../help/help.css';
import { Modal, Stack, Text, Title } from '@mantine/core';
import { VIEWS } from '../views.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ACTIONS } from './actions.ts';
import { ShortcutText } from './shortcut-text.tsx';

/** What the keys do inside a view, said by the view itself. */
const IN_VIEW = {
  outline: 'outline.keys',
  map: 'map.walk',
  matrix: 'matrix.help',
  lanes: 'lanes.help',
} as const;
type Keyed = keyof typeof IN_VIEW;
const isKeyed = (view: string): view is Keyed => Object.hasOwn(IN_VIEW, view);

/** Every key of the drawing table, read from the list of actions, so that none is told that is not there. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t, app } = useDrawingWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('actions.keys')}
      size="lg"
      closeButtonProps={{ 'aria-label': app('act.close') }}
    >
      <Stack gap="lg">
        <dl className="key-list">
          {ACTIONS.flatMap((action) =>
            action.shortcut === undefined
              ? []
              : [
                  <dt key={action.id}>
                    <ShortcutText keys={action.shortcut} isRead />
                  </dt>,
                  <dd key={`${action.id} says`}>{t(`actions.${action.label}`)}</dd>,
                ],
          )}
        </dl>
        {VIEWS.map(({ id }) =>
          isKeyed(id) ? (
            <div key={id}>
              <Title order={3} size="h5">
                {t(`table.views.${id}`)}
              </Title>
              <Text size="sm">{t(IN_VIEW[id])}</Text>
            </div>
          ) : null,
        )}
      </Stack>
    </Modal>
  );
}
