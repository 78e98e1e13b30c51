import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { DraftMinutes, MinutedAct, MinutedChange, Sitting } from '../../client.ts';
import { sectorLook } from '../../pack/sector.tsx';
import { useFindingWords } from '../../procedures/finding-words.ts';
import { useMoments } from '../../words/use-moments.ts';
import { nameOfPlace } from '../commands/element-at.ts';
import { useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { sayNames } from '../drawing-store.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import './minutes.css';

/** A sheet of paper is not a log: the rest is in the history of the draft. */
const MOST_CHANGES = 60;

/** The minutes of the meetings about a draft, as they are printed and signed. */
export function MinutesPart({ minutes }: { minutes: DraftMinutes }) {
  const { t, say } = useDrawingWords();
  const baseName = useBaseName();
  const { base, reviewed } = minutes;
  return (
    <Stack gap="md">
      <Group justify="space-between" maw={820}>
        <Title order={2} size="h3">
          {t('decide.minutes.title')}
        </Title>
        <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {t('decide.minutes.print')}
        </Button>
      </Group>
      <article className="minutes">
        <Title order={3} size="h3">
          {t('decide.minutes.of', { name: say(minutes.title) || minutes.pack })}
        </Title>
        {base ? (
          <Text>{t('decide.minutes.over', { base: baseName(`${base.id} ${base.version}`) })}</Text>
        ) : null}
        <Text>{t(`desk.state.${minutes.state}`)}</Text>
        {reviewed ? (
          <Text style={{ overflowWrap: 'anywhere' }}>
            {t('decide.minutes.text')} <Code lang="zxx">{reviewed.hash}</Code>
          </Text>
        ) : null}
        {minutes.sittings.map((sitting) => (
          <SittingOf key={sitting.day} sitting={sitting} names={minutes.names} />
        ))}
        <StillOpen minutes={minutes} />
        <Signatures signatures={minutes.signatures} />
      </article>
    </Stack>
  );
}

/** The base of an adaptation as people call it, with its version; `said` is its id and version. */
function useBaseName(): (said: string) => string {
  const { say } = useDrawingWords();
  const head = useDrawingState(({ base }) => base?.pack);
  return (said) => {
    const [id, version = ''] = said.split(' ');
    return head?.id === id ? `${say(head?.title)} (${version})` : said;
  };
}

function useSectorName(): (sector: string) => string {
  const { app } = useDrawingWords();
  return (sector) => {
    const { name } = sectorLook(sector);
    return name ? app(`sector.${name}`) : sector;
  };
}

function SittingOf({ sitting, names }: { sitting: Sitting; names: DraftMinutes['names'] }) {
  const { t } = useDrawingWords();
  const moments = useMoments();
  const sectorName = useSectorName();
  const { changes, acts } = sitting;
  const more = changes.length - MOST_CHANGES;
  return (
    <section>
      <Title order={4} size="h4">
        {t('decide.minutes.sitting', { day: moments.date(sitting.day) })}
      </Title>
      <Text fw={600}>{t('decide.minutes.present')}</Text>
      <ul>
        {sitting.present.map(({ account, name, sector }) => (
          <li key={account}>{sector === '' ? name : `${name} (${sectorName(sector)})`}</li>
        ))}
      </ul>
      <Text>
        {t('decide.minutes.others')}
        <span className="blank" />
      </Text>
      <Text fw={600} mt="sm">
        {t('decide.minutes.changed')}
      </Text>
      {changes.length === 0 ? <Text>{t('decide.minutes.nothing')}</Text> : null}
      <ul>
        {changes.slice(0, MOST_CHANGES).map((change, index) => (
          <li key={index}>
            <ChangeLine change={change} name={names[change.by] ?? change.by} />
          </li>
        ))}
        {more > 0 ? <li>{t('decide.minutes.more', { count: more })}</li> : null}
      </ul>
      {acts.length > 0 ? <Text fw={600}>{t('decide.minutes.decided')}</Text> : null}
      <ul>
        {acts.map((one) => (
          <li key={`${one.at} ${one.act.kind} ${one.by}`}>
            <ActLine act={one.act} /> ({names[one.by] ?? one.by}, {moments.moment(one.at)})
          </li>
        ))}
      </ul>
      {sitting.comments > 0 ? <Text>{t('decide.minutes.remarks', { count: sitting.comments })}</Text> : null}
    </section>
  );
}

function ChangeLine({ change, name }: { change: MinutedChange; name: string }) {
  const { t, say } = useDrawingWords();
  const { kind, command, names, times } = change;
  const what = String(t(`commands.${command}` as 'commands.set_head', sayNames(names, say)));
  const told = kind === 'do' ? what : t(`decide.minutes.${kind}`, { what });
  return (
    <>
      {told} {times > 1 ? t('decide.minutes.times', { count: times }) : ''} · {name}
    </>
  );
}

function ActLine({ act }: Pick<MinutedAct, 'act'>) {
  const { t } = useDrawingWords();
  const sectorName = useSectorName();
  const baseName = useBaseName();
  switch (act.kind) {
    case 'review':
      return t(act.state === 'review' ? 'decide.acts.review' : 'decide.acts.drawing');
    case 'approved':
      return t('decide.acts.approved', { sector: sectorName(act.sector) });
    case 'withdrawn':
      return t('decide.acts.withdrawn', { sector: sectorName(act.sector), reason: act.reason });
    case 'published':
      return t('decide.acts.published', { version: act.version });
    case 'rebased':
      return t('decide.acts.rebased', { onto: baseName(act.onto) });
    default:
      return t(`decide.acts.${act.kind}`);
  }
}

function StillOpen({ minutes }: { minutes: DraftMinutes }) {
  const { t, app, say } = useDrawingWords();
  const pack = useDrawnPack();
  const words = useFindingWords();
  const { comments, findings } = minutes;
  return (
    <section>
      <Title order={4} size="h4">
        {t('decide.minutes.open')}
      </Title>
      {comments.length + findings.length === 0 ? <Text>{t('decide.minutes.nothingOpen')}</Text> : null}
      <ul>
        {comments.map(({ id, place, text, by }) => (
          <li key={id}>
            {say(nameOfPlace(pack, place))}
            {app('app.colon')} {text} ({minutes.names[by] ?? by})
          </li>
        ))}
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.path} ${finding.message}`}>{words(finding)}</li>
        ))}
      </ul>
    </section>
  );
}

function Signatures({ signatures }: Pick<DraftMinutes, 'signatures'>) {
  const { t } = useDrawingWords();
  const moments = useMoments();
  const sectorName = useSectorName();
  return (
    <section>
      <Title order={4} size="h4" mb="xs">
        {t('decide.minutes.signatures')}
      </Title>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('decide.minutes.sector')}</th>
            <th scope="col">{t('decide.minutes.person')}</th>
            <th scope="col">{t('decide.minutes.sign')}</th>
          </tr>
        </thead>
        <tbody>
          {signatures.map(({ sector, approval }) => (
            <tr key={sector}>
              <th scope="row">{sectorName(sector)}</th>
              <td>{approval ? `${approval.person}, ${approval.function}, ${approval.body}` : ''}</td>
              <td className="sign">
                {approval ? t('decide.approvals.given', { date: moments.date(approval.at) }) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
