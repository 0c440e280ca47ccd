/** All rules over the publication as authored, one after the other. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredPublication } from '../model/publication.js';
import { same } from '../model/same.js';
import { rule as backgroundPapersListed } from './background-papers-listed.js';
import { rule as exemptionIsKnown } from './exemption-is-known.js';
import { rule as keyDecisionHasReason } from './key-decision-has-reason.js';
import { rule as meetingPublishedInTime } from './meeting-published-in-time.js';
import { rule as reportRecommends } from './report-recommends.js';
import { rule as changeAddsUp } from './change-adds-up.js';
import { rule as countFitsList } from './count-fits-list.js';
import { rule as factHasOneValue } from './fact-has-one-value.js';
import { uncalculatedTexts } from './flat-text.js';
import { rule as moneyHasScale } from './money-has-scale.js';
import { rule as percentageAgrees } from './percentage-agrees.js';
import { rule as chairIsAppointed } from './chair-is-appointed.js';
import { rule as dateFitsTense } from './date-fits-tense.js';
import { rule as dateIsClear } from './date-is-clear.js';
import { rule as figureIsRounded } from './figure-is-rounded.js';
import { rule as figuresAreRecent } from './figures-are-recent.js';
import { rule as historyInStep } from './history-in-step.js';
import { rule as meetingDateAgrees } from './meeting-date-agrees.js';
import { rule as moneyReads } from './money-reads.js';
import { rule as periodAgrees } from './period-agrees.js';
import { rule as rowStandsOnce } from './row-stands-once.js';
import { rule as statusFitsDate } from './status-fits-date.js';
import { rule as statusFitsTarget } from './status-fits-target.js';
import { rule as textIsFinished } from './text-is-finished.js';
import { rule as yearsExist } from './years-exist.js';
import type { Rule, RuleText } from './rule.js';
import { textSettings } from './text-setting.js';
import type { TextSetting } from './text-setting.js';
import { rule as paperTimesRunForward } from './paper-times-run-forward.js';
import { rule as settingsNameWhatExists } from './settings-name-what-exists.js';
import { rule as titlesAgree } from './titles-agree.js';
import { rule as toFollowIsPromised } from './to-follow-is-promised.js';
import { rule as weekdayAgrees } from './weekday-agrees.js';

/** Rules that see the publication as a whole. */
const ofPublication: readonly Rule[] = [
  meetingPublishedInTime,
  toFollowIsPromised,
  keyDecisionHasReason,
  titlesAgree,
  reportRecommends,
  backgroundPapersListed,
  exemptionIsKnown,
  settingsNameWhatExists,
  paperTimesRunForward,
  weekdayAgrees,
  factHasOneValue,
  chairIsAppointed,
  historyInStep,
];

/**
 * Rules that judge each text by itself: by its words and {@link textSettings}, and by nothing else of the publication. So a text
 * that has not changed is not judged again.
 */
const ofTexts: readonly Rule[] = [
  changeAddsUp,
  percentageAgrees,
  countFitsList,
  moneyHasScale,
  dateFitsTense,
  dateIsClear,
  figureIsRounded,
  figuresAreRecent,
  meetingDateAgrees,
  moneyReads,
  periodAgrees,
  rowStandsOnce,
  statusFitsDate,
  statusFitsTarget,
  textIsFinished,
  yearsExist,
];

export const rules: readonly Rule[] = [...ofPublication, ...ofTexts];

/** What was found in texts before; texts are known by their objects. */
export type CheckCache = WeakMap<
  RuleText,
  { readonly setting: TextSetting | undefined; readonly faults: readonly Diagnostic[] }
>;

/** Faults of a publication by all rules. Without `texts` nothing is known of calculated figures. */
export function checkPublication(
  publication: AuthoredPublication,
  texts: readonly RuleText[] = uncalculatedTexts(publication),
  cache: CheckCache = new WeakMap(),
): readonly Diagnostic[] {
  const settings = textSettings(publication);
  return [
    ...ofPublication.flatMap((rule) => rule.check(publication, texts)),
    ...texts.flatMap((text) => {
      const setting = settings.get(text.document);
      const before = cache.get(text);
      if (before !== undefined && same(before.setting, setting)) return before.faults;
      const faults = ofTexts.flatMap((rule) => rule.check(publication, [text]));
      cache.set(text, { setting, faults });
      return faults;
    }),
  ];
}
