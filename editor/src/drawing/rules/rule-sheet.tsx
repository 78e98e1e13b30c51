import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useDrawnPack } from '../drawing-context.tsx';
import { useSentences } from './use-sentences.ts';

type Props = {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly note?: string }[];
  readonly onOpen: (rule: string) => void;
};

/** Every rule of the procedure read out, one below the other; each opens to be changed. */
export function RuleSheet({ rows, onOpen }: Props) {
  const { rules } = useDrawnPack();
  const sentences = useSentences();
  return (
    <Stack component="ul" gap={0} className="rule-sheet">
      {rows.map(({ id, name, note }) => {
        const rule = rules[id];
        return rule ? (
          <li key={id}>
            <UnstyledButton className="rule-line" onClick={() => onOpen(id)}>
              <Text fw={600} component="span" display="block">
                {name}
              </Text>
              <Text size="sm" c="dimmed" component="span" display="block">
                {[sentences.rule(rule.conditions), note].filter(Boolean).join(' · ')}
              </Text>
            </UnstyledButton>
          </li>
        ) : null;
      })}
    </Stack>
  );
}
