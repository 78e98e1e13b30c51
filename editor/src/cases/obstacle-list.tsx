import { Alert, List } from '@mantine/core';
import type { MigrationObstacle, Pack } from '@parcours/engine';
import { IconLock } from '@tabler/icons-react';
import { usePack } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import { deadlineOfRow } from './deadline-of-row.ts';

/** In words, what keeps a case on its version. */
export function ObstacleList({ obstacles }: { obstacles: readonly MigrationObstacle[] }) {
  const { t, say } = useWords();
  const pack = usePack();
  const nameOf = (id: string) => say(labelled(pack, id), deadlineOfRow(id));
  return (
    <Alert color="orange" icon={<IconLock aria-hidden />} title={t('moving.obstacles')}>
      <List size="sm">
        {obstacles.map(({ code, of }) => (
          <List.Item key={`${code} ${of}`}>
            {t(`moving.obstacle.${wordOf(code)}`, { name: nameOf(of) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

const WORDS = {
  'step.no_counterpart': 'step_no_counterpart',
  'step.crowded': 'step_crowded',
  'deadline.later': 'deadline_later',
  'deadline.gone': 'deadline_gone',
  'safeguard.lost': 'safeguard_lost',
  since: 'since',
  not_migrated: 'not_migrated',
} as const satisfies Record<MigrationObstacle['code'], string>;

function wordOf(code: MigrationObstacle['code']) {
  return WORDS[code];
}

/** An obstacle names a step, a row of the ledger or a safeguard. */
function labelled(pack: Pack, of: string) {
  return pack.steps[of]?.title ?? pack.safeguards[of]?.label ?? pack.deadlines[deadlineOfRow(of)]?.label;
}
