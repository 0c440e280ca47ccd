/** How canvas words its text settings, and what they mean here. */

/** Size and weight of a canvas font: `600 15px sans`. */
export function readFont(font: string): { readonly size: number; readonly weight: 400 | 600 } {
  const match = /(?:\b(bold|[1-9]00) +)?([\d.]+)px/.exec(font);
  const heavy = match?.[1] === 'bold' || Number(match?.[1] ?? 400) >= 600;
  return { size: Number(match?.[2] ?? 10), weight: heavy ? 600 : 400 };
}

/** From the asked line to the alphabetic baseline, in ems; measured for Source Sans 3. */
export function baselineShift(baseline: string): number {
  switch (baseline) {
    case 'middle':
      return 0.33;
    case 'top':
    case 'hanging':
      return 0.76;
    case 'bottom':
    case 'ideographic':
      return -0.22;
    default:
      return 0;
  }
}

/** The anchor of a canvas alignment; text runs from left to right. */
export function anchorOf(align: string): 'start' | 'middle' | 'end' {
  if (align === 'center') return 'middle';
  return align === 'right' || align === 'end' ? 'end' : 'start';
}
