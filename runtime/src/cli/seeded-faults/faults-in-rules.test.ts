import { describe } from 'vitest';
import { everyFaultIsFound } from './fault.contract.ts';
import { FAULTS_IN_RULES } from './faults-in-rules.ts';

describe('the rule analysis tells that', () => everyFaultIsFound(FAULTS_IN_RULES));
