import { Temporal } from 'temporal-polyfill';
import { type Check, error, warning } from '../check.ts';

/** `pack.json` and the effects name what a case will need: a zone that exists, a language, a deadline to reconsider by. */
export const head: Check = function* ({ pack }) {
  const { timeZone, languages, reconsider, kind, summary } = pack.pack;
  if (!isZone(timeZone)) {
    yield error(
      'pack.time_zone',
      'pack/timeZone',
      `"${timeZone}" is not a time zone; write one such as Africa/Tunis.`,
      { timeZone },
    );
  }
  if (Object.keys(languages).length === 0) {
    yield error('pack.no_language', 'pack/languages', 'Declare the languages of the pack.');
  }
  // What its base says of itself is not what a country says of its own procedure.
  if (kind === 'overlay' && summary === undefined) {
    yield warning('pack.no_summary', 'pack/summary', 'Say in a few words what this adaptation is.');
  }
  if (reconsider === undefined && Object.values(pack.events).some((event) => event.decision)) {
    const message =
      'Name in "reconsider" the deadline by which a decision is looked at again when its grounds were corrected.';
    yield error('pack.no_reconsider', 'pack/reconsider', message);
  }
  for (const [id, effect] of Object.entries(pack.effects)) {
    if (effect.kind === 'open_linked_case' && effect.pack === undefined) {
      yield error('effect.no_pack', `effects/${id}/pack`, 'Name the pack whose case is opened.', {
        effect: id,
      });
    }
    if (effect.pack !== undefined && effect.pack === pack.pack.complaint) {
      const message = 'A complaint is opened by a person through its own door, never by an effect.';
      yield error('effect.complaint', `effects/${id}/pack`, message, { effect: id });
    }
    if (effect.person !== undefined && effect.kind !== 'assign') {
      yield error(
        'effect.person',
        `effects/${id}/person`,
        'Only an effect of kind "assign" reads who is named.',
        {
          effect: id,
        },
      );
    }
    if (effect.kind !== 'open_linked_case' && !effect.to?.length) {
      yield warning('effect.no_recipient', `effects/${id}/to`, 'Name the roles that receive this.', {
        effect: id,
      });
    }
  }
};

function isZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}
