import { List } from '@mantine/core';
import type { Finding } from '@parcours/engine';
import { useTranslation } from 'react-i18next';
import { useFindingWords } from '../../procedures/finding-words.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

const MOST = 30;

/** What is wrong with a file, or was left out of it, in the reader's language. */
export function WrongList({ findings }: { findings: readonly Finding[] }) {
  const { t } = useDrawingWords();
  const { i18n } = useTranslation('drawing');
  const known = useFindingWords();
  const told = (finding: Finding) => {
    const key = `exchange.wrong.${finding.code.replace(/^exchange\./, '').replaceAll('.', '_')}`;
    return i18n.exists(key, { ns: 'drawing' })
      ? String(t(key as 'exchange.wrong.broken', finding.parameters))
      : known(finding);
  };
  const shown = findings.slice(0, MOST);
  return (
    <List spacing="xs">
      {shown.map((finding, index) => (
        <List.Item key={`${index} ${finding.code}`} style={{ overflowWrap: 'anywhere' }}>
          {told(finding)}
        </List.Item>
      ))}
      {findings.length > MOST ? (
        <List.Item>{t('exchange.review.more', { count: findings.length - MOST })}</List.Item>
      ) : null}
    </List>
  );
}
