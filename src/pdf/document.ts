/** Opens the one PDFKit document of a paint: its options, its own metadata, and the compact way of writing objects. */
import { deflateSync } from 'node:zlib';
import { PdfKitBase } from './internals.js';
import type { PdfDictionary, PdfKitDocument, PdfRef } from './internals.js';

/** What a document is opened with. */
export interface OpenOptions {
  readonly lang: string;
  readonly title: string;
  readonly author: string;
  readonly subject: string | undefined;
  readonly created: Date;
  /** The XMP packet, finished. */
  readonly xmp: string;
  /** Objects without streams go compressed into object streams: half the size of a tagged pack. */
  readonly objectStreams: boolean;
}

/**
 * PDFKit with our own XMP packet.
 *
 * PDFKit does not escape titles in XML (7.1-9 and 5-1 would fail for "Highways & Transport").
 */
class TabledDocument extends PdfKitBase {
  declare xmp: string | undefined;

  override endMetadata(): void {
    const packet = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    packet.compress = false;
    packet.end(new TextEncoder().encode(this.xmp ?? ''));
    this._root.data.Metadata = packet;
  }
}

/** Most objects of one object stream; readers inflate a whole stream to reach one object. */
const perStream = 200;

interface Pending {
  readonly id: number;
  /** The object as PDFKit wrote it, with its `obj` and `endobj` lines. */
  readonly lines: readonly string[];
}

/**
 * PDFKit that writes object streams and a cross-reference stream (PDF 1.7, 7.5.7 and 7.5.8).
 *
 * The constructor of PDFKit makes objects before the fields of a subclass exist, so the state is made when first needed.
 */
class CompactDocument extends TabledDocument {
  declare captured: string[] | undefined;
  declare pending: Pending[] | undefined;
  /** For each object in an object stream: the stream and the index in it. */
  declare placed: Map<number, readonly [number, number]> | undefined;

  override ref(data?: PdfDictionary): PdfRef {
    const ref = super.ref(data);
    const finalize = ref.finalize.bind(ref);
    ref.finalize = () => {
      if (ref.buffer.length > 0) {
        finalize();
        return;
      }
      const lines: string[] = [];
      this.pending ??= [];
      this.pending.push({ id: ref.id, lines });
      this.captured = lines;
      finalize();
      this.captured = undefined;
      if (this.pending.length >= perStream) this.flushObjects();
    };
    return ref;
  }

  override _write(data: Uint8Array | string): void {
    if (this.captured) {
      this.captured.push(typeof data === 'string' ? `${data}\n` : Buffer.from(data).toString('latin1'));
      return;
    }
    super._write(data);
  }

  flushObjects(): void {
    const objects = this.pending ?? [];
    this.pending = [];
    if (objects.length === 0) return;
    this.placed ??= new Map();
    const id = this._offsets.length + 1;
    let head = '';
    let body = '';
    for (const [index, object] of objects.entries()) {
      head += `${object.id} ${body.length} `;
      body += object.lines.slice(1, -1).join('');
      this.placed.set(object.id, [id, index]);
    }
    const bytes = deflateSync(Buffer.from(head + body, 'latin1'));
    this._offsets.push(this._offset);
    this.writeStream(
      id,
      `/Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode /Length ${bytes.length}`,
      bytes,
    );
  }

  override _finalize(): void {
    // Reached from within the last object, which is still being captured.
    this.captured = undefined;
    this.flushObjects();
    const id = this._offsets.length + 1;
    const start = this._offset;
    this._offsets.push(start);
    const size = this._offsets.length + 1;
    const table = Buffer.alloc(size * 7);
    table.writeUInt16BE(65535, 5);
    for (let n = 1; n < size; n++) {
      const at = n * 7;
      const place = this.placed?.get(n);
      table[at] = place ? 2 : 1;
      table.writeUInt32BE(place ? place[0] : (this._offsets[n - 1] ?? 0), at + 1);
      table.writeUInt16BE(place ? place[1] : 0, at + 5);
    }
    const bytes = deflateSync(table);
    const fileId = Buffer.from(this._id).toString('hex');
    this.writeStream(
      id,
      `/Type /XRef /Size ${size} /W [1 4 2] /Root ${this._root.id} 0 R /Info ${this._info?.id ?? 0} 0 R ` +
        `/ID [<${fileId}> <${fileId}>] /Filter /FlateDecode /Length ${bytes.length}`,
      bytes,
    );
    super._write(`startxref\n${start}\n%%EOF`);
    this.push(null);
  }

  private writeStream(id: number, dictionary: string, bytes: Uint8Array): void {
    super._write(`${id} 0 obj\n<< ${dictionary} >>\nstream`);
    super._write(bytes);
    super._write('\nendstream\nendobj');
  }
}

/** Opens a document without pages. */
export function openDocument(options: OpenOptions): PdfKitDocument {
  const Class = options.objectStreams ? CompactDocument : TabledDocument;
  const document = new Class({
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    // Brings the sRGB output intent. Never 'PDF/UA', which writes an incomplete CIDSet (7.21.4.2-2).
    subset: 'PDF/A-2a',
    lang: options.lang,
    displayTitle: true,
    fontLayoutCache: false,
    info: {
      Title: options.title,
      Author: options.author,
      ...(options.subject === undefined ? {} : { Subject: options.subject }),
      Creator: 'Tabled',
      Producer: 'Tabled',
      CreationDate: options.created,
      ModDate: options.created,
    },
  });
  document.xmp = options.xmp;
  return document;
}
