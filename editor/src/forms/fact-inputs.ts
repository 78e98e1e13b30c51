import type { ComponentType } from 'react';
import type { FactInputProps, FactType } from './fact-input.ts';
import {
  ChoiceInput,
  ChoicesInput,
  DateInput,
  InstantInput,
  LongTextInput,
  QuantityInput,
  WordsInput,
  YesNoInput,
} from './plain-inputs.tsx';

/** The input of each scalar type of fact; records nest these in rows. */
export const FACT_INPUTS: Readonly<Record<Exclude<FactType, 'records'>, ComponentType<FactInputProps>>> = {
  boolean: YesNoInput,
  integer: QuantityInput,
  number: QuantityInput,
  string: WordsInput,
  text: LongTextInput,
  date: DateInput,
  instant: InstantInput,
  enum: ChoiceInput,
  enums: ChoicesInput,
  person: WordsInput,
  place: WordsInput,
  service: WordsInput,
};
