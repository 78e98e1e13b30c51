import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { SECTOR_NAMES, sectorLook } from '../../../pack/sector.tsx';
import { rolesOf, stepDefinition } from '../../../pack/step-of-pack.ts';
import { addElement, idFor, setField } from '../../commands/elements.ts';
import { useDrawing, useDrawnPack } from '../../drawing-context.tsx';
import { newBurst } from '../../log/burst.ts';
import { useOutline } from '../outline-context.ts';
import { onEnter, PickList } from '../pick-list.tsx';

/** The room that the label of the field beside it takes. */
const LABEL = 22;

type Props = { readonly step: string; readonly field: 'who' | 'with' };

/** Who does a step, or with whom: ticked among the functions of the procedure, or named anew. */
export function RolePicker({ step, field }: Props) {
  const { t, app, say } = useOutline();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const definition = stepDefinition(pack, step);
  const who = definition?.who;
  const chosen = field === 'who' ? rolesOf(who) : (definition?.with ?? []);
  const set = (roles: readonly string[], burst?: string) =>
    drawing.perform(
      setField,
      { section: 'steps', id: step, path: [field], ...(roles.length > 0 && { value: roles }) },
      burst,
    );
  const options = Object.entries(pack.roles).map(([id, role]) => {
    const { Icon, color, name } = sectorLook(role.sector);
    return {
      id,
      label: say(role.label) || id,
      hint: name ? app(`sector.${name}`) : '',
      icon: <Icon size={18} aria-hidden style={{ color: `var(--mantine-color-${color}-light-color)` }} />,
    };
  });
  return (
    <Stack gap="xs">
      {field === 'who' && who && 'by' in who ? (
        <Text size="sm" c="dimmed">
          {t('outline.pick.replaceChosen', { fact: say(pack.facts[who.by]?.label) || who.by })}
        </Text>
      ) : null}
      <PickList
        label={t(`outline.${field}`)}
        options={options}
        chosen={chosen}
        onPick={(id) => set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
      >
        {(query) => <NewRole key={query} name={query} onAdd={(id, burst) => set([...chosen, id], burst)} />}
      </PickList>
    </Stack>
  );
}

function NewRole({ name: given, onAdd }: { name: string; onAdd: (id: string, burst: string) => void }) {
  const { t, app, writes } = useOutline();
  const drawing = useDrawing();
  const [name, setName] = useState(given);
  const [sector, setSector] = useState('');
  const [isAsked, setAsked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const sectorField = useRef<HTMLSelectElement>(null);
  const hasName = name.trim() !== '';
  const hasSector = sector !== '';
  const add = () => {
    setAsked(true);
    if (!hasName || !hasSector) return (hasName ? sectorField : nameField).current?.focus();
    const id = idFor(drawing.get().log.pack, 'roles', name);
    const burst = newBurst();
    const value = {
      label: { [writes]: name.trim() },
      sector,
      reports: sector !== 'family' && sector !== 'child',
    };
    if (drawing.perform(addElement, { section: 'roles', id, value }, burst)) onAdd(id, burst);
  };
  return (
    <details className="outline-new">
      <summary>{t('outline.pick.newRole')}</summary>
      <Stack gap="xs" onKeyDown={(event) => onEnter(event, add)}>
        <TextInput
          size="sm"
          ref={nameField}
          label={t('outline.pick.name')}
          error={isAsked && !hasName ? t('outline.pick.nameMissing') : undefined}
          value={name}
          dir="auto"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group align="start" wrap="nowrap">
          <NativeSelect
            ref={sectorField}
            size="sm"
            style={{ flex: 1 }}
            label={t('outline.pick.sector')}
            error={isAsked && !hasSector ? t('outline.pick.sectorMissing') : undefined}
            value={sector}
            data={[
              { value: '', label: '…' },
              ...SECTOR_NAMES.map((each) => ({ value: each, label: app(`sector.${each}`) })),
            ]}
            onChange={(event) => setSector(event.currentTarget.value)}
          />
          <Button size="sm" mih={36} mt={LABEL} onClick={add}>
            {t('outline.pick.create')}
          </Button>
        </Group>
      </Stack>
    </details>
  );
}
