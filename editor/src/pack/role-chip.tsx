import { Badge, Group } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import { sectorLook } from './sector.tsx';

type Role = {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly sector: string;
};

/** A function with its sector's icon and colour; the sector is also read aloud. */
export function RoleChip({ role }: { role: Role }) {
  const { t, say } = useWords();
  const { color, Icon, name } = sectorLook(role.sector);
  return (
    <Badge
      size="lg"
      color={color}
      h="auto"
      py={4}
      maw="100%"
      leftSection={<Icon size={16} aria-hidden />}
      title={name ? t(`sector.${name}`) : undefined}
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
      className="chip"
    >
      {say(role.label, role.id)}
    </Badge>
  );
}

export function RoleChips({ roles }: { roles: readonly Role[] }) {
  return (
    <Group gap={6}>
      {roles.map((role) => (
        <RoleChip key={role.id} role={role} />
      ))}
    </Group>
  );
}
