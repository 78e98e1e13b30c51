import { Badge, Card, Group, Loader, SimpleGrid, Stack, Text } from '@mantine/core';
import type { BehaviourDifference, Pack } from '@parcours/engine';
import { useEffect, useState } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { askWorker } from '../findings/ask-worker.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Behaviour = { readonly told: number; readonly differences: readonly BehaviourDifference[] };

/** Which stories end differently in the adaptation, compared off the page's thread. */
export function BehaviourPart({ base, pack }: { base: Pack; pack: Pack }) {
  const { t } = useDrawingWords();
  const [behaviour, setBehaviour] = useState<Behaviour>();
  useEffect(() => {
    setBehaviour(undefined);
    const worker = askWorker({ kind: 'behaviour', version: 0, before: base, after: pack }, (answer) =>
      setBehaviour(answer.kind === 'behaves' ? answer : { told: 0, differences: [] }),
    );
    return worker.end;
  }, [base, pack]);
  if (!behaviour) {
    return (
      <Group gap="xs" role="status">
        <Loader size={18} aria-hidden />
        <Text>{t('adapt.comparing')}</Text>
      </Group>
    );
  }
  return <BehaviourDifferences {...behaviour} />;
}

export function BehaviourDifferences({ told, differences }: Behaviour) {
  const { t, say } = useDrawingWords();
  return (
    <Stack gap="md">
      <div>
        <Text fw={600} role="status">
          {differences.length === 0 ? t('adapt.equal') : t('adapt.differ', { count: differences.length })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('adapt.told', { count: told })}
        </Text>
      </div>
      {[...differences].sort(otherEndsFirst).map((difference) => (
        <Card key={difference.story} withBorder p="md" component="article" data-story={difference.story}>
          <Group gap="xs" mb="xs">
            <Text fw={600}>
              {difference.invented ? t('adapt.invented') : say(difference.scenario.title) || difference.story}
            </Text>
            {difference.parts ? (
              <Badge color="orange" className="chip">
                {t('adapt.partsAt', { n: difference.parts.act + 1 })}
              </Badge>
            ) : null}
          </Group>
          <SimpleGrid cols={2}>
            <End title={t('adapt.base')} end={difference.before} />
            <End title={t('adapt.yours')} end={difference.after} />
          </SimpleGrid>
          <SameEnd differs={difference.differs} />
        </Card>
      ))}
    </Stack>
  );
}

/** True where the story went otherwise and ends the same all the same. */
function endsTheSame({ differs }: Pick<BehaviourDifference, 'differs'>): boolean {
  return differs.every((each) => each === 'route' || each === 'deadlines');
}

function otherEndsFirst(one: BehaviourDifference, other: BehaviourDifference): number {
  return Number(endsTheSame(one)) - Number(endsTheSame(other));
}

/** Two ends that read the same, and the story went otherwise all the same. */
function SameEnd({ differs }: Pick<BehaviourDifference, 'differs'>) {
  const { t, dir } = useDrawingWords();
  if (!endsTheSame({ differs })) return null;
  const ways = differs.filter((each) => each === 'route' || each === 'deadlines');
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {t('adapt.sameEnd', {
        what: ways.map((way) => t(`adapt.ways.${way}`)).join(dir === 'rtl' ? '، ' : ', '),
      })}
    </Text>
  );
}

function End({ title, end }: { title: string; end: BehaviourDifference['before'] }) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const where = 'untold' in end ? '' : (end.outcome ? [end.outcome] : end.steps).map(labels.state).join(', ');
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text size="sm">
        {'untold' in end
          ? t('adapt.untold')
          : t(end.status === 'closed' ? 'adapt.ends' : 'adapt.open', { step: where || t('adapt.nothing') })}
      </Text>
    </div>
  );
}
