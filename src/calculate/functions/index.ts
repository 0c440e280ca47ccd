/** All functions by name. */
import { basicFunctions } from './basic.js';
import { calendarFunctions } from './calendar.js';
import type { FunctionDefinition } from './definition.js';
import { collectFunctions } from './collect.js';
import { financeFunctions } from './finance.js';
import { flowFunctions } from './flows.js';
import { judgementFunctions } from './judgement.js';
import { loanFunctions } from './loans.js';
import { tableFunctions } from './table.js';

/** Functions of the expression language, names in capitals. */
export const functions: Readonly<Record<string, FunctionDefinition>> = {
  ...basicFunctions,
  ...tableFunctions,
  ...financeFunctions,
  ...loanFunctions,
  ...flowFunctions,
  ...judgementFunctions,
  ...calendarFunctions,
  ...collectFunctions,
};
