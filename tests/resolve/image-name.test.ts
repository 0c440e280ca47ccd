/** Names of images on the site. */
import { expect, test } from 'vitest';
import { isPublishable } from '../../src/publishable.js';
import { publishedImage } from '../../src/resolve/image-name.js';

const address = 'papers/business-plans/finance';

test.each([
  ['plan.png', 'plan.png'],
  ['My_plan.v2.JPG', 'My_plan.v2.JPG'],
  ['my plan (final).png', 'my-plan-final.png'],
  ['caffè.jpeg', 'caffe.jpeg'],
  ['日本.svg', 'image.svg'],
  ['a..b.png', 'a-b.png'],
  ['..png', 'image.png'],
])('%j is published as %j, which a site may hold', (name, published) => {
  const path = publishedImage(address, `content/${address}/${name}`, new Map());
  expect(path).toBe(`${address}/${published}`);
  expect(isPublishable(path)).toBe(true);
});

test('two pictures of one name do not take each other’s place, and one is published once', () => {
  const taken = new Map([[`${address}/plan.png`, 'content/one/plan.png']]);
  expect(publishedImage(address, 'content/two/plan.png', taken)).toBe(`${address}/plan-2.png`);
  expect(publishedImage(address, 'content/one/plan.png', taken)).toBe(`${address}/plan.png`);
});
