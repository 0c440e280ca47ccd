/** What goes into a pack, in what order and with which numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberPages } from '#tabled/pack/numbering.js';
import { planPack } from '#tabled/pack/plan.js';
import type { AgendaEntry } from '#tabled/pack/plan.js';
import { itemOf, meetingOf, paperOf, sampleMeeting } from './sample.js';

const line = (entry: AgendaEntry): string => {
  switch (entry.kind) {
    case 'item':
      return entry.item.number;
    case 'part':
      return `part ${entry.part}`;
    case 'session':
      return entry.session.id;
    case 'break':
      return entry.words;
  }
};

describe('the plan of a pack', () => {
  it('takes papers in the order of the agenda, letters within their container', () => {
    const plan = planPack(sampleMeeting());
    expect(
      plan.items.flatMap((item) => item.bodies.map((body) => `${item.item.number} ${body.paper.id}`)),
    ).toEqual(['5a review-plan', '5b draft-budget', '5b appendix-a', '5b appendix-b', '5c business-plan']);
  });

  it('puts breaks between the sessions that they part, and leaves others to the particulars', () => {
    const lunch = 'Lunch at one';
    const breaks = [
      { start: '11:00', end: '11:15' },
      { date: '2019-01-31', start: '11:00', end: '11:15' },
      { start: '10:00', end: '10:10' },
      lunch,
    ];
    const items = [itemOf('1', 'One', { session: 's1' }), itemOf('2', 'Two', { session: 's2' })];
    const plan = planPack(meetingOf(items, { breaks }));
    expect(plan.agenda.map(line)).toEqual(['part 1', 's1', '1', 'Break, 11.00 to 11.15\u00a0am', 's2', '2']);
    expect(plan.otherBreaks).toEqual(breaks.slice(1));
    // A session that no item names is not on the agenda, and nor is the break before it.
    expect(planPack(meetingOf(items.slice(0, 1), { breaks })).otherBreaks).toEqual(breaks);
  });

  it('tells the states of items apart', () => {
    const plan = planPack(sampleMeeting());
    expect(plan.items.map((item) => `${item.item.number} ${item.state}`)).toEqual([
      '1 silent',
      '2 silent',
      '5 silent',
      '5a papers',
      '5b papers',
      '5c papers',
      '6 to-follow',
      '7 none',
      '8 withdrawn',
    ]);
  });

  it('gives a lettered item the session of its container', () => {
    const child = itemOf('1a', 'Within');
    const plan = planPack(
      meetingOf([
        itemOf('1', 'Box', { kind: 'container', session: 's1', children: [child] }),
        itemOf('2', 'Next', { session: 's2' }),
      ]),
    );
    const lines = plan.agenda.map((entry) =>
      entry.kind === 'item' ? entry.item.number : entry.kind === 'session' ? entry.session.id : 'part',
    );
    expect(lines).toEqual(['part', 's1', '1', '1a', 's2', '2']);
    const late = itemOf('1', 'Box', {
      kind: 'container',
      children: [itemOf('1a', 'Own', { session: 's2' }), child],
      session: 's1',
    });
    const sessions = planPack(meetingOf([late])).agenda.flatMap((entry) =>
      entry.kind === 'session' ? [entry.session.id] : [],
    );
    expect(sessions).toEqual(['s1', 's2', 's1']);
  });

  it('names a session where it begins, and a part where it changes', () => {
    const secret = itemOf('9', 'Land', {
      part: 2,
      openTitle: 'A matter of land',
      papers: [paperOf('9', 'land')],
    });
    const { items } = sampleMeeting();
    const plan = planPack(meetingOf([...items, secret]));
    const lines = plan.agenda.map(line);
    expect(lines).toEqual([
      'part 1',
      '1',
      '2',
      '5',
      '5a',
      's1',
      '5b',
      's2',
      '5c',
      '6',
      '7',
      '8',
      'part 2',
      '9',
    ]);
  });

  it('never takes papers of a private item, nor of what is lettered under one', () => {
    const child = itemOf('9a', 'Detail', { papers: [paperOf('9a', 'detail')] });
    const secret = itemOf('9', 'Land', { part: 2, papers: [paperOf('9', 'land')], children: [child] });
    const plan = planPack(meetingOf([secret]));
    expect(plan.items.flatMap((item) => item.bodies)).toEqual([]);
    expect(plan.items.map((item) => item.state)).toEqual(['private', 'private']);
    expect(plan.closed.map((item) => item.number)).toEqual(['9']);
  });

  it('prints a shared paper once, with the first item that carries it', () => {
    const shared = paperOf('4', 'plan', { address: 'papers/business-plans/plan' });
    const plan = planPack(
      meetingOf([itemOf('4', 'First', { papers: [shared] }), itemOf('5', 'Second', { papers: [shared] })]),
    );
    expect(plan.items.map((item) => item.bodies.length)).toEqual([1, 0]);
    expect(plan.items[1]?.elsewhere).toMatchObject([{ paper: { id: 'plan' }, item: { number: '4' } }]);
    expect(plan.items[1]?.state).toBe('papers');
  });
});

describe('page numbers', () => {
  const lengths: Readonly<Record<string, number>> = {
    'review-plan': 3,
    'draft-budget': 4,
    'appendix-a': 1,
    'appendix-b': 2,
    'business-plan': 5,
  };

  it('count the blank page after an odd paper: a one-page paper has two', () => {
    const numbering = numberPages(planPack(sampleMeeting()), (body) => lengths[body.paper.id] ?? 0);
    expect(Object.fromEntries(numbering.items)).toEqual({
      '5a': [{ first: 1, last: 4 }],
      '5b': [{ first: 5, last: 12 }],
      '5c': [{ first: 13, last: 18 }],
    });
    expect(
      numbering.bodies.map((own) => `${own.body.paper.id} ${own.range.first}-${own.range.last}`),
    ).toEqual([
      'review-plan 1-4',
      'draft-budget 5-8',
      'appendix-a 9-10',
      'appendix-b 11-12',
      'business-plan 13-18',
    ]);
  });

  it('run on without blanks when the pack is printed on one side', () => {
    const numbering = numberPages(
      planPack(sampleMeeting({ duplex: false })),
      (body) => lengths[body.paper.id] ?? 0,
    );
    expect(Object.fromEntries(numbering.items)).toEqual({
      '5a': [{ first: 1, last: 3 }],
      '5b': [{ first: 4, last: 10 }],
      '5c': [{ first: 11, last: 15 }],
    });
  });

  it('start every paper on an odd page and leave no gap, whatever the lengths', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }), { maxLength: 6 }),
        (items) => {
          const length = new Map<string, number>();
          const meeting = meetingOf(
            items.map((papers, i) =>
              itemOf(String(i + 1), `Item ${i + 1}`, {
                papers: papers.map((pages, j) => {
                  const paper = paperOf(String(i + 1), `p${i}-${j}`);
                  length.set(paper.id, pages);
                  return paper;
                }),
              }),
            ),
          );
          const numbering = numberPages(planPack(meeting), (body) => length.get(body.paper.id) ?? 0);
          let next = 1;
          for (const own of numbering.bodies) {
            expect(own.range.first).toBe(next);
            expect(own.range.first % 2).toBe(1);
            expect(own.range.last - own.range.first + 1).toBe(own.pages + (own.pages % 2));
            next = own.range.last + 1;
          }
          expect(numbering.last).toBe(next - 1);
          const ranges = [...numbering.items.values()].flat();
          for (const [i, range] of ranges.entries()) expect(range.first).toBe((ranges[i - 1]?.last ?? 0) + 1);
        },
      ),
    );
  });
});
