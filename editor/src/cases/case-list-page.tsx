import { Button, Group, Switch } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';
import { CaseListView } from './case-list-view.tsx';
import { useCases } from './use-cases.ts';

/** The cases of the person signed in. */
export function CaseListPage() {
  const { t } = useWords();
  const [closed, setClosed] = useState(false);
  const open = useCases('open');
  const ended = useCases('closed');
  const shown = closed ? ended : open;
  return (
    <Page
      title={t('cases.title')}
      width={900}
      actions={
        <Button
          component={Link}
          href="/cases/new"
          size="lg"
          leftSection={<IconFolderPlus size={22} aria-hidden />}
        >
          {t('cases.open')}
        </Button>
      }
    >
      <Group>
        <Switch
          size="md"
          label={t('cases.showClosed')}
          checked={closed}
          onChange={(event) => setClosed(event.currentTarget.checked)}
        />
      </Group>
      <Loaded query={shown}>
        {(data) => (
          <CaseListView
            cases={[
              ...(closed ? (open.data?.pages.flatMap((page) => page.cases) ?? []) : []),
              ...data.pages.flatMap((page) => page.cases),
            ]}
          />
        )}
      </Loaded>
      {shown.hasNextPage ? (
        <Button
          variant="default"
          onClick={() => void shown.fetchNextPage()}
          loading={shown.isFetchingNextPage}
        >
          {t('cases.more')}
        </Button>
      ) : null}
    </Page>
  );
}
