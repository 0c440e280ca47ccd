/** All functions by name. */
import { basicFunctions } from './basic.js';
import type { FunctionDefinition } from './definition.js';

export const functions: Readonly<Record<string, FunctionDefinition>> = { ...basicFunctions };
