/** Paragraphs, and the figures that paragraphs of just an image are. */
import { error } from '../../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../../model/block.js';
import type { AttributeValue } from '../../model/table-source.js';
import { commonFields } from '../attributes.js';
import type { FileReading } from '../environment.js';
import { contentSpan, mapLines, type InlineMap } from '../positions.js';
import { takeInline, withoutAttributes, type Cursor } from './cursor.js';
import { readInlines } from './inline.js';
import { leftoversOfParagraph } from './leftovers.js';

/** Reads a paragraph whose opening token was just taken. */
export function readParagraph(cursor: Cursor): readonly AuthoredBlock[] {
  const { file } = cursor;
  const inline = takeInline(cursor);
  const map = mapLines(file.body, inline.content, inline.map?.[0] ?? 0);
  const { words, attributes } = withoutAttributes(inline.content, map, 'paragraph', file);
  for (const fault of leftoversOfParagraph(words, map)) file.report(fault);
  const { inlines, images } = readInlines(words, map, file);
  const span = contentSpan(map, 0, inline.content.length);
  const [image] = images;
  if (image !== undefined && inlines.length === 1 && inlines[0] === image.inline) {
    const typed = image.attributes;
    const caption = typed?.values['caption'];
    if (typed !== undefined && (caption !== undefined || typed.id !== undefined)) {
      const { classes, ...common } = commonFields(typed);
      const others = classes?.filter((c) => c !== 'decorative') ?? [];
      return [
        {
          kind: 'image-figure',
          src: image.inline.src,
          alt: image.inline.alt,
          decorative: image.inline.decorative,
          span,
          ...(caption === undefined
            ? {}
            : {
                caption: readInlines(caption.text, captionMap(caption, file), file).inlines,
              }),
          ...common,
          ...(others.length === 0 ? {} : { classes: others }),
        },
      ];
    }
  }
  for (const { inline: inText, attributes: typed } of images) {
    if (typed?.id === undefined && typed?.values['caption'] === undefined) continue;
    file.report(
      error(
        'figure-stands-alone',
        inText.span,
        `the image “${inText.src}” has a caption or an id, yet stands within a paragraph`,
        {
          hint: 'Put a blank line before and after it, so that it becomes a figure.',
        },
      ),
    );
  }
  return [{ kind: 'paragraph', content: inlines, span, ...commonFields(attributes) }];
}

function captionMap(caption: AttributeValue, file: FileReading): InlineMap {
  return { source: file.body.source, segments: [{ at: 0, file: caption.span.start }] };
}
