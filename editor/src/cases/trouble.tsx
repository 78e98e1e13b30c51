import { Alert, List, Stack, Text } from '@mantine/core';
import type { Refusal } from '@parcours/engine';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import { useLabels } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import { ObstacleList } from './obstacle-list.tsx';

/** Why something sent was not recorded. Everything typed is kept in each case. */
export type Trouble =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Wrong values, told again beside their fields. */
  | {
      readonly kind: 'invalid';
      readonly invalid: readonly { readonly fact: string; readonly code: string; readonly message: string }[];
    }
  | { readonly kind: 'offline' }
  | { readonly kind: 'other'; readonly code: string; readonly message: string };

/** The trouble in the reader's language, with what would unlock it. */
export function TroubleAlert({ trouble }: { trouble: Trouble }) {
  const { t } = useWords();
  const labels = useLabels();
  const words = useTroubleWords();
  const asks = trouble.kind === 'refused' ? trouble.refusal.missing : [];
  const rules = trouble.kind === 'refused' ? trouble.refusal.rules : [];
  const Icon = trouble.kind === 'offline' ? IconCloudOff : IconAlertTriangle;
  return (
    <Alert
      color="orange"
      icon={<Icon aria-hidden />}
      role="alert"
      data-trouble={trouble.kind}
      title={t(`trouble.${trouble.kind}`)}
    >
      <Stack gap="xs">
        <Text size="sm">{words(trouble)}</Text>
        {rules.length > 0 ? (
          <List size="sm">
            {rules.map(({ rule, outcome }) => (
              <List.Item key={rule}>
                {labels.rule(rule)}
                {t('app.colon')} <b>{t(`answer.${outcome}`)}</b>
              </List.Item>
            ))}
          </List>
        ) : null}
        {trouble.kind === 'refused' && trouble.refusal.migration ? (
          <ObstacleList obstacles={trouble.refusal.migration} />
        ) : null}
        {asks.length > 0 ? (
          <Text size="sm">
            {t('outcome.ask')} {asks.map(labels.fact).join(', ')}
          </Text>
        ) : null}
        <Text size="sm">{t('trouble.kept')}</Text>
      </Stack>
    </Alert>
  );
}

export function useTroubleWords(): (trouble: Trouble) => string {
  const { t } = useWords();
  const labels = useLabels();
  return (trouble) => {
    if (trouble.kind === 'refused') {
      return t(`refusal.${trouble.refusal.code}`, {
        roles: trouble.refusal.roles.map(labels.role).join(', '),
        tracks: trouble.refusal.tracks.map(labels.state).join(', '),
      });
    }
    if (trouble.kind === 'invalid') return trouble.invalid.map(({ fact }) => labels.fact(fact)).join(', ');
    return trouble.kind === 'offline' ? t('trouble.offlineExplain') : trouble.message;
  };
}
