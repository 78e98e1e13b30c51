import { Badge, Card, Group, List, Loader, SimpleGrid, Stack, Text } from '@mantine/core';
import { type BehaviourDifference, type FactValue, type Pack, storyInWords } from '@parcours/engine';
import { useEffect, useState } from 'react';
import { useValueWords } from '../../forms/value-words.ts';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { askWorker } from '../findings/ask-worker.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useBase } from './use-base.ts';

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
  const ordered = [...differences].sort(otherEndsFirst);
  const invented = ordered.filter((each) => each.invented);
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
      {ordered.map((difference) => (
        <Card key={difference.story} withBorder p="md" component="article" data-story={difference.story}>
          <Group gap="xs" mb="xs">
            <Text fw={600}>
              {difference.invented
                ? `${t('adapt.invented')} ${invented.indexOf(difference) + 1}`
                : say(difference.scenario.title) || difference.story}
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
          <ToldSoFar difference={difference} />
        </Card>
      ))}
    </Stack>
  );
}

/** What happens in the story up to where it parts, act by act. */
function ToldSoFar({ difference }: { difference: BehaviourDifference }) {
  const { t, app, say, language, dir } = useDrawingWords();
  const words = useValueWords();
  const pack = useDrawnPack();
  const base = useBase();
  const [isOpen, setOpen] = useState(false);
  const { scenario, parts, after } = difference;
  const teller = base && 'untold' in after ? base : pack;
  const acts = isOpen ? storyInWords(teller, scenario, language).slice(0, (parts?.act ?? Infinity) + 1) : [];
  const answered = (index: number) =>
    Object.entries(scenario.acts[index]?.facts ?? {})
      .map(
        ([id, value]) =>
          `${say(teller.facts[id]?.label, id)}${app('app.colon')} ${words(teller.facts[id], value as FactValue)}`,
      )
      .join(dir === 'rtl' ? '؛ ' : ' ; ');
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <Text component="summary" size="sm" py="xs">
        {t('adapt.soFar')}
      </Text>
      <List type="ordered" size="sm">
        {acts.map(({ what, who }, index) => (
          <List.Item key={`${index}/${what}`}>
            <bdi>{[who, what].filter(Boolean).join(' · ')}</bdi>
            <Text size="sm" c="dimmed">
              {answered(index)}
            </Text>
          </List.Item>
        ))}
      </List>
    </details>
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
