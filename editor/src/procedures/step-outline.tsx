import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useSpanWords } from '../map/map-words.ts';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { sectorLook } from '../pack/sector.tsx';
import { type PlacedState, placedStates } from '../pack/states.ts';
import { rolesOf, stepDefinition } from '../pack/step-of-pack.ts';
import { useHeadingTerms } from '../pack/use-terms.ts';

/** The procedure as a list, for reading aloud, for narrow screens, and beside the map. */
export function StepOutline({ onOpen }: { onOpen: (step: string) => void }) {
  const pack = usePack();
  const heading = useHeadingTerms();
  const labels = useLabels();
  const states = placedStates(pack.machine);
  const orderOf = ({ id }: PlacedState) => pack.steps[id]?.order ?? 0;
  const childrenOf = (parent: string) =>
    states.filter((placed) => placed.parent === parent).sort((a, b) => orderOf(a) - orderOf(b));
  const draw = (placed: PlacedState, depth: number) => {
    const children = childrenOf(placed.id);
    if (children.length === 0) return <OutlineStep key={placed.id} placed={placed} onOpen={onOpen} />;
    return (
      <Stack key={placed.id} gap="xs" component="section" aria-label={labels.state(placed.id)}>
        <Title order={depth === 0 ? 2 : 3} size={depth === 0 ? 'h4' : 'h5'} mt={depth === 0 ? 'md' : 'xs'}>
          <Text span size="sm" c="dimmed" me={8}>
            {heading(depth === 0 ? 'track' : 'stage')}
          </Text>
          {labels.state(placed.id)}
        </Title>
        <Stack gap="xs" ps={depth === 0 ? 0 : 'md'}>
          {children.map((child) => draw(child, depth + 1))}
        </Stack>
      </Stack>
    );
  };
  return (
    <Stack>
      {states
        .filter((placed) => placed.parent === undefined)
        .sort((a, b) => orderOf(a) - orderOf(b))
        .map((placed) => draw(placed, 0))}
    </Stack>
  );
}

function OutlineStep({ placed, onOpen }: { placed: PlacedState; onOpen: (step: string) => void }) {
  const pack = usePack();
  const labels = useLabels();
  const spans = useSpanWords();
  const step = stepDefinition(pack, placed.id);
  if (!step) return null;
  const roles = rolesOf(step.who);
  const { Icon } = sectorLook(pack.roles[roles[0] ?? '']?.sector);
  const [deadline] = step.deadlines ?? [];
  return (
    <UnstyledButton className="case-row" data-outline={placed.id} onClick={() => onOpen(placed.id)}>
      <Text fw={600}>{labels.state(placed.id)}</Text>
      <Group gap="md">
        {roles.length > 0 ? (
          <Group gap={6} wrap="nowrap">
            <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
            <Text size="sm" c="dimmed">
              {roles.map(labels.role).join(', ')}
            </Text>
          </Group>
        ) : null}
        {deadline === undefined ? null : (
          <Group gap={6} wrap="nowrap">
            <IconClockHour4 size={16} aria-hidden />
            <Text size="sm" c="dimmed">
              {spans(deadline)}
            </Text>
          </Group>
        )}
      </Group>
    </UnstyledButton>
  );
}
