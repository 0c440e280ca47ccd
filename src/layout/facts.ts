/** Labelled facts under each other with hairlines between, as on cover sheets (look, section 2.6). */
import type { Inline } from '../model/inline.js';
import type { TagNode } from './display.js';
import { box, edged, stackHeight } from './flow/box.js';
import type { Box } from './flow/box.js';
import type { Build, Region } from './flow/build.js';
import { lineBoxes, textBoxes } from './flow/text.js';
import { layoutText } from './inline/lines.js';
import { drawRule } from './shapes.js';
import { tag } from './tags.js';

/** One fact. */
export interface Fact {
  readonly label: string;
  /** One entry for each line the value begins. */
  readonly value: readonly (readonly Inline[])[];
}

const above = 4;
const topRule = 0.75;
const hairline = 0.5;

/** Rows from the left to the right edge of the frame: labels at the left edge, values 130 further in. */
export function factBoxes(
  facts: readonly Fact[],
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  if (facts.length === 0) return [];
  const { text, gap, scale } = build.style;
  const { wideLeft: left, wideRight: right } = region;
  const list = tag('L', parent, { listNumbering: 'None' });
  const padding = gap.factRow;
  const boxes = facts.map((fact, i) => {
    const item = tag('LI', list);
    const label = lineBoxes(
      layoutText(fact.label, gap.factLabel - 11 * scale, text.factLabel, build),
      left,
      tag('Lbl', item),
      build,
    );
    const inner: Region = { ...region, x: left + gap.factLabel, right, gutter: undefined };
    const body = tag('LBody', item);
    const value = fact.value.flatMap((words) => textBoxes(words, 'P', text.facts, inner, body, build));
    const height = Math.max(stackHeight(label), stackHeight(value), text.facts.leading) + padding;
    const rule = i === 0 ? topRule : 0;
    return box(
      rule + height + hairline,
      (page, top, continued) => {
        if (i === 0) drawRule(page, left, right, top, topRule);
        else if (continued) drawRule(page, left, right, top - hairline, hairline, 'rule');
        let y = top + rule + above * scale;
        for (const own of label) {
          own.draw(page, y, false);
          y += own.height;
        }
        y = top + rule + above * scale;
        for (const own of value) {
          own.draw(page, y, false);
          y += own.height;
        }
        drawRule(page, left, right, top + rule + height, hairline, 'rule');
      },
      { keep: i === 0 },
    );
  });
  return edged(boxes, { before: gap.box }, { after: gap.box });
}
