import { Stack } from '@mantine/core';
import { useErrorWords } from '../session/error-words.ts';
import { ProblemAlert } from '../session/problem-alert.tsx';
import { useSession } from '../session/use-session.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { NoticeList } from './notice-list.tsx';
import { useAcknowledge, useNotices } from './use-notices.ts';

/** What the cases of the person signed in ask them to know. */
export function NoticesPage() {
  const { t } = useWords();
  const toast = useToast();
  const notices = useNotices();
  const session = useSession();
  const acknowledge = useAcknowledge();
  const errorWords = useErrorWords();
  return (
    <Page title={t('notices.title')} subtitle={t('notices.explain')} width={820}>
      <Loaded query={notices}>
        {(list) => (
          <Stack gap="lg">
            {acknowledge.error ? <ProblemAlert>{errorWords(acknowledge.error)}</ProblemAlert> : null}
            <NoticeList
              notices={list.notices}
              me={session.data?.account.id}
              busy={acknowledge.isPending}
              onAcknowledge={(notice) =>
                acknowledge.mutate(notice, { onSuccess: () => toast(t('notices.thanks')) })
              }
            />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
