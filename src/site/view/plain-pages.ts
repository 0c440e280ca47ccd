/** The views of the pages whose words are in their templates: the accessibility statement and "Page not found". */
import { accessibilityPath, notFoundPath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { opaque, pageView, type PageView } from './page-view.js';
import type { SiteIndex } from './site-index.js';

/** Both pages, with head and foot like all others. */
export function plainPages(
  index: SiteIndex,
  paint: ChartPainter,
): { readonly accessibility: PageView; readonly notFound: PageView } {
  return {
    accessibility: opaque(
      pageView(
        {
          path: accessibilityPath,
          title: 'Accessibility statement',
          nav: 'accessibility',
          crumbs: [{ label: 'Accessibility statement' }],
        },
        index,
        paint,
      ),
    ),
    notFound: opaque(
      pageView({ path: notFoundPath, title: 'Page not found', nav: undefined, crumbs: [] }, index, paint),
    ),
  };
}
