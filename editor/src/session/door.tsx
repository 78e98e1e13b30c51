import type { ReactNode } from 'react';
import type { SetupView } from '../client.ts';
import { useWaitingNotices } from '../notices/use-notices.ts';
import { Frame } from '../shell/frame.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { useErrorWords } from './error-words.ts';
import { SetUpView } from './set-up-view.tsx';
import { SignInView } from './sign-in-view.tsx';
import { useSession, useSetUp, useSetup, useSignIn, useSignOut } from './use-session.ts';

const ADMINISTRATOR = 'administrator';

/** Lets in who is signed in; else asks to sign in, or to make the first administrator. */
export function Door({ children }: { children: ReactNode }) {
  const session = useSession();
  const signOut = useSignOut();
  const setup = useSetup(session.data === null);
  const waiting = useWaitingNotices(Boolean(session.data));
  if (session.data) {
    const { account, demo } = session.data;
    return (
      <Frame
        demo={demo}
        person={{ name: account.displayName, administrator: account.roles.includes(ADMINISTRATOR) }}
        onSignOut={() => signOut.mutate()}
        waiting={waiting.data?.notices.length ?? 0}
      >
        {children}
      </Frame>
    );
  }
  return (
    <Frame demo={setup.data?.demo ?? false}>
      <Loaded query={session}>
        {() => (
          <Loaded query={setup}>
            {(view) => (view.needed ? <FirstTime /> : <Returning demo={view.door} />)}
          </Loaded>
        )}
      </Loaded>
    </Frame>
  );
}

function FirstTime() {
  const setUp = useSetUp();
  const words = useErrorWords();
  return (
    <SetUpView
      onCreate={(administrator) => setUp.mutate(administrator)}
      busy={setUp.isPending}
      problem={setUp.error ? words(setUp.error) : undefined}
    />
  );
}

function Returning({ demo }: { demo: SetupView['door'] }) {
  const signIn = useSignIn();
  const words = useErrorWords();
  return (
    <SignInView
      onSignIn={(credentials) => signIn.mutate(credentials)}
      busy={signIn.isPending}
      problem={signIn.error ? words(signIn.error) : undefined}
      demo={demo}
    />
  );
}
