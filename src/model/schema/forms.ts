/** The forms of all types of paper, as the format, section 2, and the forms of councils ask. */
import { z } from 'zod';
import type { PaperType } from '../paper.js';
import { choice, date, looseDate, flag, id, oneOrMany, part, settings, text, whole } from './fields.js';
import {
  agendaPart,
  day,
  list,
  looseDay,
  moment,
  optional,
  people,
  priorities,
  records,
  unprinted,
  words,
  yesNo,
  yesNoOrReason,
} from './form.js';
import type { Form } from './form.js';

/** LGA 1972, s.100D: the documents that a report relies on. */
export const backgroundPapersSchema = z.union([
  choice(['none']),
  z.array(
    settings('background paper', {
      title: text(),
      date: looseDate().optional(),
      link: text().optional(),
      location: text().optional(),
      part: part().default(1),
      paragraphs: oneOrMany(whole()).optional(),
    }),
  ),
]);

/** Clearances by desk: `finance: {code, date, by?}`; a bare word is the code. */
export const signOffSchema = z.record(
  z.string(),
  z.union([
    text(),
    settings('sign-off', { code: text().optional(), date: date().optional(), by: text().optional() }),
  ]),
);

const report: Form = {
  purpose: optional(words('Purpose')),
  cabinetMember: people('Cabinet member'),
  cmtMember: optional(people('Lead officer')),
  contact: people('Contact'),
  ref: optional(words('Reference')),
  keyDecision: yesNoOrReason('Key decision'),
  part: agendaPart('Part'),
  priorities: optional(priorities('Corporate Plan priorities')),
  corporatePlan: optional(words('Corporate Plan')),
  resources: optional(words('Money and resources')),
  implications: optional(words('Other implications')),
  eia: yesNoOrReason('Equality'),
  options: optional(words('Other options')),
  signOff: unprinted(signOffSchema),
  memberAgreed: optional(unprinted(flag())),
  // Not required here: its absence is a fault of its own, with the law behind it.
  backgroundPapers: optional(unprinted(backgroundPapersSchema)),
};

const businessCase: Form = {
  stage: { label: 'Stage', print: 'choice', schema: choice(['outline', 'detailed', 'full']) },
  programme: optional(words('Programme')),
  project: optional(words('Project')),
  projects: optional(list('Projects')),
  sro: people('Senior Responsible Owner'),
  reviewers: people('Reviewers'),
  approvals: records('Approvals', 'approval', {
    body: text(),
    date: looseDate().optional(),
    purpose: text(),
    outcome: text().optional(),
  }),
  history: records('Versions', 'version', {
    version: text(),
    date: looseDate(),
    author: text(),
    change: text(),
  }),
};

const plan: Form = {
  updates: optional(unprinted(text())),
  directorate: words('Directorate'),
  service: words('Service'),
  year: words('Year'),
  period: optional(words('Period')),
  appendices: optional(list('Appendices')),
};

const monitoring: Form = {
  directorate: optional(words('Directorate')),
  period: words('Period'),
  basis: optional(words('Basis')),
};

const minutes: Form = {
  minutesOf: words('Meeting'),
  started: words('Started'),
  finished: words('Finished'),
  chair: people('Chair'),
  present: people('Present'),
  apologies: optional(people('Apologies')),
  alsoPresent: optional(people('Also present')),
  confirmed: optional(day('Confirmed')),
};

const decision: Form = {
  decisionMaker: words('Decision maker'),
  decided: optional(day('Date of decision')),
  published: optional(moment('Published')),
  keyDecision: optional(yesNoOrReason('Key decision')),
  callIn: optional(words('Call-in')),
  part: optional(agendaPart('Part')),
  wards: optional(list('Wards')),
  reasons: optional(words('Reasons')),
  alternatives: optional(words('Other options')),
  interests: optional(words('Interests declared')),
  ref: optional(words('Reference')),
};

const summary: Form = {
  programme: optional(words('Programme')),
  project: optional(words('Project')),
  sro: optional(people('Senior Responsible Owner')),
  manager: optional(people('Manager')),
  sponsor: optional(people('Sponsor')),
  stage: optional(words('Stage')),
  rag: optional(words('Status')),
  period: optional(words('Period')),
  start: optional(looseDay('Start')),
  end: optional(looseDay('End')),
};

/** The form of each type. */
export const forms: Readonly<Record<PaperType, Form>> = {
  report,
  'business-case': businessCase,
  'business-plan': plan,
  'plan-update': plan,
  'performance-report': monitoring,
  'finance-monitoring': monitoring,
  minutes,
  decision,
  'review-request': {
    topic: optional(words('Topic')),
    raisedBy: optional(people('Raised by')),
    committee: optional(words('Committee')),
    reason: optional(words('Reason')),
    outcome: optional(words('Outcome')),
  },
  'review-plan': {
    committee: optional(words('Committee')),
    chair: optional(people('Chair')),
    members: optional(people('Members')),
    witnesses: optional(people('Witnesses')),
    reportsTo: optional(words('Reports to')),
  },
  'equality-impact-assessment': {
    assessed: optional(words('What is assessed')),
    responsible: optional(people('Responsible officer')),
    service: optional(words('Service')),
    directorate: optional(words('Directorate')),
    review: optional(looseDay('Next review')),
    approvedBy: optional(people('Approved by')),
  },
  'action-plan': {
    directorate: optional(words('Directorate')),
    service: optional(words('Service')),
    period: optional(words('Period')),
    inspection: optional(words('Follows')),
    partners: optional(list('Partners')),
  },
  'risk-register': {
    directorate: optional(words('Directorate')),
    service: optional(words('Service')),
    period: optional(words('Period')),
    reviewed: optional(looseDay('Reviewed')),
  },
  'project-summary': summary,
  'programme-summary': summary,
  procedure: {
    approvedBy: optional(people('Approved by')),
    approved: optional(looseDay('Approved')),
    inForce: optional(looseDay('In force from')),
    review: optional(looseDay('Next review')),
  },
  'position-statement': {
    service: optional(words('Service')),
    directorate: optional(words('Directorate')),
    period: optional(words('Period')),
  },
  'contract-award': {
    contract: optional(words('Contract')),
    supplier: optional(words('Supplier')),
    value: optional(words('Value')),
    starts: optional(looseDay('Starts')),
    ends: optional(looseDay('Ends')),
    procedure: optional(words('Procedure')),
    keyDecision: optional(yesNoOrReason('Key decision')),
    part: optional(agendaPart('Part')),
  },
  appendix: { appendixTo: optional(unprinted(id())) },
  document: {},
  attachment: {
    source: optional(words('Source')),
    pages: optional(words('Pages')),
    sha256: optional(unprinted(text())),
    tagged: optional(yesNo('Tagged for assistive technology')),
  },
};
