/** What the preview server adds to a page, and the page that it shows when a build fails. */

export const eventsPath = '/__tabled/events';
export const scriptPath = '/__tabled/reload.js';

/** Asks the browser to show the page again when the site has been built again. */
export const reloadScript = `new EventSource('${eventsPath}').addEventListener('built', () => location.reload());\n`;

const tag = `<script src="${scriptPath}"></script>`;

/** A page with the script that shows it again after a change. A file of its own: a page's policy may forbid inline scripts. */
export function withReload(html: string): string {
  const end = html.lastIndexOf('</body>');
  return end === -1 ? html + tag : html.slice(0, end) + tag + html.slice(end);
}

/** The address of the list of faults. */
export const faultsPath = '/__tabled/faults';

/** A page with a line at its top that says how many faults there are and leads to them. */
export function withNotice(html: string, summary: string): string {
  const style = 'background:#8f1f1a;color:#fff;padding:.5rem 1rem;font:1rem/1.4 sans-serif;margin:0';
  const line = `<p role="status" style="${style}">${escape(summary)} <a href="${faultsPath}" style="color:#fff">Show them</a></p>`;
  return html.replace(/<body[^>]*>/, (body) => body + line);
}

/** The list of faults while the site is shown in spite of them. */
export function faultsPage(report: string): string {
  return faultList(
    'The content has faults',
    'The site is shown as far as it could be made. It cannot be published until the errors are mended.',
    '',
    report,
  );
}

/** The page in place of any other while the content has errors. */
export function errorPage(report: string, lastGood: string | undefined): string {
  const link =
    lastGood === undefined
      ? ''
      : `<p><a href="${escape(lastGood)}">Show this page as it was when it was last built</a></p>`;
  return faultList(
    'The site was not built',
    'Mend what is listed here and save the file. This page shows itself again when the build is done.',
    link,
    report,
  );
}

function faultList(title: string, lead: string, link: string, report: string): string {
  return withReload(`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}: Tabled</title>
<style>body{font:1.05rem/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#14222b;background:#fff}
pre{overflow-x:auto;padding:1rem;border:1px solid #6b7a83;font:.95rem/1.45 monospace}a{color:#0a4d64}</style></head>
<body><main><h1>${title}</h1>
<p>${lead}</p>
${link}
<pre tabindex="0" role="region" aria-label="Faults">${escape(report)}</pre>
</main></body></html>
`);
}

/** The page for an address that the site does not have. */
export function missingPage(path: string): string {
  return withReload(`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>No such page: Tabled</title></head>
<body><main><h1>No such page</h1><p>The site has no page ${escape(path)}.</p><p><a href="/">First page</a></p></main></body></html>
`);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
