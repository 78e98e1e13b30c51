/** The place of a rule that is yet to be written: where one is named. */
export const NEW_RULE = 'rules/none';
