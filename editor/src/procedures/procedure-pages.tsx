import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';
import { FindingList } from './finding-list.tsx';
import { ProcedureListView } from './procedure-list-view.tsx';
import { ProcedureView } from './procedure-view.tsx';
import { useProcedure, useProcedures } from './use-procedures.ts';

export function ProcedureListPage() {
  const { t } = useWords();
  const packs = useProcedures();
  return (
    <Page title={t('procedures.title')}>
      <Loaded query={packs}>{(list) => <ProcedureListView packs={list.packs} />}</Loaded>
    </Page>
  );
}

export function ProcedurePage({ id }: { id: string }) {
  const { t } = useWords();
  const procedure = useProcedure(id);
  return (
    <Loaded query={procedure}>
      {(view) =>
        view.pack ? (
          <ProcedureView view={view} pack={view.pack} />
        ) : (
          <Page title={view.id} back={{ href: '/procedures', label: t('procedures.title') }}>
            <FindingList findings={view.findings} />
          </Page>
        )
      }
    </Loaded>
  );
}
