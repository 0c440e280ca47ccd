/** Every rule by id, with the sentence that explains it. One part file for each room, so that a rule lives near its code. */
import { calculateRules } from './catalogue/calculate.js';
import { chartRules } from './catalogue/chart.js';
import { layoutRules } from './catalogue/layout.js';
import { loadRules } from './catalogue/load.js';
import { markdownRules } from './catalogue/markdown.js';
import { meetingRules } from './catalogue/meeting.js';
import { pdfRules } from './catalogue/pdf.js';
import { resolveRules } from './catalogue/resolve.js';
import { textRules } from './catalogue/text.js';

/** All rules. A rule id says the good outcome, noun first: `total-agrees`. */
export const catalogue = {
  ...loadRules,
  ...markdownRules,
  ...calculateRules,
  ...resolveRules,
  ...meetingRules,
  ...textRules,
  ...chartRules,
  ...layoutRules,
  ...pdfRules,
} as const satisfies Readonly<Record<string, RuleEntry>>;

export type RuleId = keyof typeof catalogue;

/** What the rule's page says. */
export interface RuleEntry {
  /** One sentence: what should be true. */
  readonly title: string;
  /** A paragraph for an officer: why it matters, what usually causes it, what to do. */
  readonly explanation: string;
  /** The provision or standard behind it. */
  readonly authority?: string;
}
