import { Group, List, Text } from '@mantine/core';
import type { StayCode } from '../../client.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { reasonsOf } from './why-stays.ts';

type Props = {
  readonly staying: readonly { readonly reference: string; readonly codes: readonly StayCode[] }[];
};

/** Why cases stay on their version, what would let them go, and which they are. */
export function StayingCases({ staying }: Props) {
  const { t } = useDrawingWords();
  return (
    <>
      <List>
        {reasonsOf(staying).map(([why, references]) => (
          <List.Item key={why} style={{ overflowWrap: 'anywhere' }}>
            <Text>{t(`decide.running.why.${why}`)}</Text>
            <Group gap="xs">
              {references.map((reference) => (
                <Text key={reference} component="span" fw={600} dir="ltr" style={{ whiteSpace: 'nowrap' }}>
                  {reference}
                </Text>
              ))}
            </Group>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="xs">
        {t('decide.running.who')}
      </Text>
    </>
  );
}
