/** Unpacks the test browser once for a run, before the first test starts; browsers are launched by the files that need one. */
import { unpackChromium } from '../../scripts/browser/chromium.js';

export { launchChromium } from '../../scripts/browser/chromium.js';
export { pdfToPng } from '../../scripts/browser/pdf-to-png.js';
export { serveSite, siteOrigin } from '../../scripts/browser/serve.js';

/** Called by vitest. */
export function setup(): void {
  unpackChromium();
}
