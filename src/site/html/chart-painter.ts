/** Draws a chart for the site: its key, and the two widths of which the stylesheet shows one. */
import { drawChart } from '../../chart/draw.js';
import { chartKey } from '../../chart/key.js';
import { toDecorativeSvg, toSvg } from '../../chart/svg.js';
import type { TextMeasure } from '../../model/measure.js';
import type { ChartPainter } from './context.js';
import { html, join, raw } from './html.js';

/** CSS pixels of the two drawings (look, tokens, section 8), so that labels stay at 15 px on a phone. */
const widths = { wide: 776, narrow: 328 } as const;

/** A painter that measures labels with the packs' own font. */
export function chartPainter(measure: TextMeasure): ChartPainter {
  return (chart, { id, titleId, descId }) => {
    const entries = chartKey(chart.data);
    const key = entries.map(({ label, swatch }, index) => {
      const drawing = raw(toDecorativeSvg(swatch, { id: `${id}_key_${String(index)}`, className: 'swatch' }));
      return html`<li>${drawing}${label}</li> `;
    });
    const drawings = (['wide', 'narrow'] as const).map((name) => {
      const drawing = drawChart(chart.data, widths[name], measure, 'screen');
      return raw(toSvg(drawing, { id: `${id}_${name}`, className: `chart--${name}`, titleId, descId }));
    });
    return html`${
      key.length > 0 &&
      html`<ul class="key" role="list">
        ${join(key)}
      </ul> `
    }${join(drawings, '\n')}`;
  };
}
