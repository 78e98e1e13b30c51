import { PasswordInput, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

type FieldProps = {
  readonly value: string;
  readonly onWrite: (value: string) => void;
  /** What the browser may fill in by itself; `off` where somebody types for another person. */
  readonly autoComplete: string;
};

/** The name with which a person signs in. */
export function SignInNameField({ value, onWrite, autoComplete }: FieldProps) {
  const { t } = useWords();
  return (
    <TextInput
      label={t('session.name')}
      name="name"
      autoComplete={autoComplete}
      autoCapitalize="none"
      required
      value={value}
      onChange={(event) => onWrite(event.currentTarget.value)}
    />
  );
}

const LEAST_LETTERS = 12;

/** A password, which may be looked at; a new one says how long it must be. */
export function PasswordField({
  value,
  onWrite,
  autoComplete,
}: FieldProps & { readonly autoComplete: 'current-password' | 'new-password' }) {
  const { t } = useWords();
  const isNew = autoComplete === 'new-password';
  return (
    <PasswordInput
      label={t('session.password')}
      visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
      name="password"
      autoComplete={autoComplete}
      required
      value={value}
      onChange={(event) => onWrite(event.currentTarget.value)}
      {...(isNew ? { description: t('session.passwordHelp'), minLength: LEAST_LETTERS } : {})}
    />
  );
}

export type TypedAccount = {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
  readonly agency: string;
};

type Props = {
  readonly typed: TypedAccount;
  readonly onWrite: (part: Partial<TypedAccount>) => void;
  /** The person types their own account, so that the browser may know their name. */
  readonly own: boolean;
};

/** What every new account asks, whoever makes it; the layout is the caller's. */
export function AccountFields({ typed, onWrite, own }: Props) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t(own ? 'session.displayName' : 'people.displayName')}
        name="displayName"
        required
        value={typed.displayName}
        onChange={(event) => onWrite({ displayName: event.currentTarget.value })}
        {...(own ? { autoComplete: 'name' } : {})}
      />
      <TextInput
        label={t('session.agency')}
        name="agency"
        value={typed.agency}
        onChange={(event) => onWrite({ agency: event.currentTarget.value })}
      />
      <SignInNameField
        value={typed.name}
        onWrite={(name) => onWrite({ name })}
        autoComplete={own ? 'username' : 'off'}
      />
      <PasswordField
        value={typed.password}
        onWrite={(password) => onWrite({ password })}
        autoComplete="new-password"
      />
    </>
  );
}
