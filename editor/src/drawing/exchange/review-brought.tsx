import {
  Alert,
  Badge,
  Button,
  Card,
  Group,
  List,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useMemo, useState } from 'react';
import { SECTOR_NAMES } from '../../pack/sector.tsx';
import { useCountryChoices } from '../../procedures/country-name.ts';
import { LANGUAGE_IDS, LANGUAGES } from '../../words/languages.ts';
import { packIdOf } from '../desk/empty-procedure.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { buildDraft, keptOnce } from './in/build-draft.ts';
import { type DraftLanguage, languageOf } from './in/draft-words.ts';
import { type As, choicesOf, planDraft } from './in/plan-draft.ts';
import type { ReadBlock, Reading } from './in/reading.ts';
import type { Sector } from './in/sector-of.ts';
import './review-brought.css';

type Props = {
  readonly reading: Extract<Reading, { kind: 'document' }>;
  /** The file's name, for a document without a title. */
  readonly name: string;
  /** Functions that procedures of this service name already. */
  readonly known?: Pack['roles'] | undefined;
  readonly level?: 2 | 3;
  readonly isBusy: boolean;
  readonly onBegin: (files: Record<string, string>) => void;
};

const PAGE = 60;
const MOST_KEPT = 40;

/** What each piece of a document becomes, before a draft is begun; people decide otherwise piece by piece. */
export function ReviewBrought({ reading, name, known, level = 3, isBusy, onBegin }: Props) {
  const below = level === 2 ? 3 : 4;
  const { t, app, language } = useDrawingWords();
  const countries = useCountryChoices();
  const { blocks } = reading;
  const [title, setTitle] = useState(reading.title || name.replace(/\.[^.]*$/, ''));
  const [spoken, setSpoken] = useState<DraftLanguage>(() =>
    languageOf(blocks.map(textOf).join('\n'), language),
  );
  const [jurisdiction, setJurisdiction] = useState('001');
  const [chosen, setChosen] = useState<ReadonlyMap<number, As>>(new Map());
  const [sectors, setSectors] = useState<ReadonlyMap<string, Sector>>(new Map());
  const [shown, setShown] = useState(PAGE);
  const plan = useMemo(() => planDraft(blocks, chosen), [blocks, chosen]);
  const draft = useMemo(() => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
    const about = { id: packIdOf(title), title, jurisdiction, timeZone, language: spoken };
    return buildDraft(plan, about, { sectors, ...(known && { known }) });
  }, [plan, title, jurisdiction, spoken, sectors, known]);
  const kept = keptOnce(draft.kept);

  return (
    <Stack gap="lg">
      <div>
        <Title order={level} size="h3">
          {t('exchange.review.title')}
        </Title>
        <Text>{t('exchange.review.about')}</Text>
        <Text fw={600} mt="xs" role="status">
          {t('exchange.review.found', draft.count)}
        </Text>
        {draft.count.whole > 0 ? (
          <Text c="dimmed">{t('exchange.review.whole', { count: draft.count.whole })}</Text>
        ) : null}
      </div>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t('exchange.review.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={200}
          required
          dir="auto"
          styles={{ input: { textAlign: 'start' } }}
        />
        <Select
          label={t('exchange.review.language')}
          data={LANGUAGE_IDS.map((id) => ({ value: id, label: LANGUAGES[id].name }))}
          value={spoken}
          onChange={(value) => setSpoken((value ?? language) as DraftLanguage)}
          allowDeselect={false}
        />
        <Select
          label={t('exchange.review.country')}
          data={[...countries]}
          value={jurisdiction}
          onChange={(value) => setJurisdiction(value ?? '001')}
          allowDeselect={false}
          searchable
        />
      </SimpleGrid>

      <section aria-labelledby="brought-pieces">
        <Title order={below} size="h4" id="brought-pieces" mb="xs">
          {t('exchange.review.pieces')}
        </Title>
        <Table.ScrollContainer minWidth={240}>
          <Table striped verticalSpacing={6} className="brought-pieces">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('exchange.review.inDocument')}</Table.Th>
                <Table.Th w={260}>{t('exchange.review.becomes')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {blocks.slice(0, shown).map((block, index) => {
                const said =
                  block.kind === 'table'
                    ? t('exchange.review.table', { count: Math.max(0, block.rows.length - 1) })
                    : textOf(block);
                const as = plan.became[index] ?? 'note';
                return (
                  <Table.Tr key={index}>
                    <Table.Td dir="auto" style={{ overflowWrap: 'anywhere' }}>
                      <Text
                        component="span"
                        lineClamp={3}
                        fw={as === 'stage' ? 700 : as === 'step' ? 550 : 400}
                        {...(as === 'nothing' && { c: 'dimmed' })}
                        ps={as === 'note' ? 'lg' : as === 'step' ? 'xs' : 0}
                      >
                        {said}
                        {block.kind === 'table' ? (
                          <>
                            {' '}
                            (<bdi>{(block.rows[0] ?? []).join(' | ')}</bdi>)
                          </>
                        ) : null}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Select
                        aria-label={t('exchange.review.becomesOf', { text: said.slice(0, 80) })}
                        data={choicesOf(block).map((each) => ({
                          value: each,
                          label:
                            block.kind === 'table' && each === 'step'
                              ? t('exchange.review.rowSteps')
                              : t(`exchange.review.as.${each}`),
                        }))}
                        value={as}
                        onChange={(value) => value && setChosen(new Map(chosen).set(index, value as As))}
                        allowDeselect={false}
                      />
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {blocks.length > shown ? (
          <Button variant="subtle" onClick={() => setShown(shown + 200)}>
            {t('exchange.review.more', { count: blocks.length - shown })}
          </Button>
        ) : null}
      </section>

      {draft.roles.length > 0 ? (
        <section aria-labelledby="brought-roles">
          <Title order={below} size="h4" id="brought-roles">
            {t('exchange.review.roles')}
          </Title>
          <Text c="dimmed" mb="xs">
            {t('exchange.review.rolesAbout')}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {draft.roles.map((role) => (
              <Card key={role.words} withBorder p="sm">
                <Group justify="space-between" align="flex-start" gap="xs" mb="xs">
                  <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                    {role.words}
                  </Text>
                  <Badge className="chip" color={role.how === 'unsaid' ? 'orange' : 'gray'} size="lg">
                    {t(`exchange.review.how.${role.how}`)}
                  </Badge>
                </Group>
                <Select
                  aria-label={t('exchange.review.sectorOf', { name: role.words })}
                  data={SECTOR_NAMES.map((sector) => ({ value: sector, label: app(`sector.${sector}`) }))}
                  value={role.sector ?? null}
                  placeholder={t('exchange.review.how.unsaid')}
                  disabled={role.how === 'known'}
                  onChange={(value) => value && setSectors(new Map(sectors).set(role.words, value as Sector))}
                  allowDeselect={false}
                />
              </Card>
            ))}
          </SimpleGrid>
        </section>
      ) : null}

      {kept.length > 0 ? (
        <Alert color="orange" title={t('exchange.review.kept')}>
          <List spacing={4}>
            {kept.slice(0, MOST_KEPT).map(({ place, what, words }) => (
              <List.Item key={`${place} ${what}`} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                {t(`exchange.review.keptOf.${what}`, { words })}
              </List.Item>
            ))}
            {kept.length > MOST_KEPT ? (
              <List.Item>{t('exchange.review.more', { count: kept.length - MOST_KEPT })}</List.Item>
            ) : null}
          </List>
        </Alert>
      ) : null}

      <Button
        size="md"
        disabled={title.trim() === ''}
        loading={isBusy}
        onClick={() => onBegin({ ...draft.files })}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('exchange.review.begin')}
      </Button>
    </Stack>
  );
}

function textOf(block: ReadBlock): string {
  return block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text;
}
