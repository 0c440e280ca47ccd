/** One process of Chromium: prints the corpus as a tagged PDF. Memory and processor time of the browser are not ours to see. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../browser/chromium.js';

const [folder, output] = process.argv.slice(2);
if (folder === undefined || output === undefined) throw new Error('usage: chromium.js <folder> <output>');
const browser = await launchChromium();
const page = await browser.newPage();
await page.goto(pathToFileURL(resolve(folder, 'corpus.html')).href);
const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
await browser.close();
writeFileSync(output, bytes);
process.stdout.write(`${JSON.stringify({ bytes: bytes.length })}\n`);
