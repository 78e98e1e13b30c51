import { Checkbox, Fieldset, SimpleGrid, Stack } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import type { RoleGroup } from './reporting-roles.ts';

/** May open accounts and hand cases over; a function of the service, of no procedure. */
export const ADMINISTRATOR = 'administrator';

type Props = {
  readonly groups: readonly RoleGroup[];
  readonly chosen: readonly string[];
  readonly onChoose: (roles: string[]) => void;
};

/** The functions of an account, those of each sector together. */
export function RoleChoice({ groups, chosen, onChoose }: Props) {
  const { t, say } = useWords();
  return (
    <Checkbox.Group label={t('people.roles')} value={[...chosen]} onChange={onChoose}>
      <Stack gap="md" mt="xs">
        <Checkbox value={ADMINISTRATOR} label={t('people.administrator')} className="tick" />
        {groups.map(({ sector, roles }) => (
          <Fieldset key={sector} legend={t(`sector.${sector}`)} data-sector={sector}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              {roles.map(({ id, label }) => (
                <Checkbox key={id} value={id} label={say(label, id)} className="tick" />
              ))}
            </SimpleGrid>
          </Fieldset>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
