import { describe, expect, it } from 'vitest';
import { findImage } from '../../src/load/find-image.js';
import { memoryHost } from '../support/memory-host.js';

const host = memoryHost({
  'content/meetings/cabinet/2019-01-15/05-budget/flow.png': 'x',
  'data/logos/crest.svg': 'x',
  'restricted/plan.png': 'x',
  'secret.png': 'x',
});
const paper = 'content/meetings/cabinet/2019-01-15/05-budget/1-report.md';

describe('an image', () => {
  it('lies beside its paper, or at a path from the root', () => {
    expect(findImage(host, 'flow.png', paper)).toBe('content/meetings/cabinet/2019-01-15/05-budget/flow.png');
    expect(findImage(host, 'data/logos/crest.svg', paper)).toBe('data/logos/crest.svg');
  });

  it.each([
    '../../../../../restricted/plan.png',
    'restricted/plan.png',
    '/secret.png',
    '../../../../../../../secret.png',
    'no.png',
    'flow.exe',
  ])('is not found at %s', (src) => {
    expect(findImage(host, src, paper)).toBeUndefined();
  });
});
