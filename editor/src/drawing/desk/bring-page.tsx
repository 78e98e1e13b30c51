import { useProcedure, useProcedures } from '../../procedures/use-procedures.ts';
import { Page } from '../../shell/page.tsx';
import { BringIn } from '../exchange/bring-in.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** Begins a draft with what people bring: a Word document, a table, a machine, a procedure. */
export function BringPage() {
  const { t } = useDrawingWords();
  const packs = useProcedures();
  const first = packs.data?.packs.find(({ runs }) => runs)?.id;
  return (
    <Page title={t('exchange.in.bring')} back={{ href: '/drafts', label: t('desk.title') }} width={1200}>
      {/* What somebody chose already is not read again because the list of procedures came later. */}
      {packs.isPending ? null : first === undefined ? (
        <BringIn level={2} />
      ) : (
        <BringWithRoles procedure={first} />
      )}
    </Page>
  );
}

/** The functions of a procedure of this service are recognised by their names. */
function BringWithRoles({ procedure }: { procedure: string }) {
  const known = useProcedure(procedure).data?.pack?.roles;
  return <BringIn known={known} level={2} />;
}
