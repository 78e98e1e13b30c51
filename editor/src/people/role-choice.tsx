import { Checkbox, Fieldset, SimpleGrid, Stack } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import type { RoleGroup } from './reporting-roles.ts';

/** Functions of the service, of no procedure: who keeps accounts, who draws procedures, who publishes what others drew. */
export const SERVICE_ROLES = ['administrator', 'author', 'publisher'] as const;

export const isServiceRole = (role: string): role is (typeof SERVICE_ROLES)[number] =>
  (SERVICE_ROLES as readonly string[]).includes(role);

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
        <Fieldset legend={t('people.service')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
            {SERVICE_ROLES.map((role) => (
              <Checkbox key={role} value={role} label={t(`people.${role}`)} className="tick" />
            ))}
          </SimpleGrid>
        </Fieldset>
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
