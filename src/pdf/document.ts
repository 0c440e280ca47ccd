/** Opens the one PDFKit document of a paint: its options, its own metadata, and objects written without PDFKit's detours. */
import { ByteWriter } from './bytes.js';
import { openDeflate } from './deflate.js';
import type { Deflate } from './deflate.js';
import { PdfKitBase } from './internals.js';
import type { PdfDictionary, PdfKitDocument, PdfRef } from './internals.js';
import { crossReferences } from './xref.js';

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

/** A PDFKit document that also takes objects as bytes. */
export interface PaintDocument extends PdfKitDocument {
  /** The number of an object that will be written with {@link begin}. */
  reserve(): number;
  /** Begins an object without a stream, to be written into the answer and closed before anything else is written. */
  begin(object: number | PdfRef): ByteWriter;
  close(): void;
  /** Writes an object with a stream that is deflated already; the answer is its number. */
  deflated(stream: Uint8Array): number;
  /** Ends the document; all its bytes. */
  finish(): Uint8Array;
}

/**
 * PDFKit with our own XMP packet, which keeps its bytes itself.
 *
 * PDFKit does not escape titles in XML (7.1-9 and 5-1 would fail for "Highways & Transport"). Its constructor writes
 * before the fields of a subclass exist, so the state is made when first needed.
 */
class TabledDocument extends PdfKitBase {
  declare _offset: number;
  declare xmp: string | undefined;
  declare chunks: Uint8Array[] | undefined;
  declare current: { readonly object: number | PdfRef; readonly out: ByteWriter } | undefined;
  declare scratch: ByteWriter | undefined;

  override endMetadata(): void {
    const packet = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    packet.compress = false;
    packet.end(new TextEncoder().encode(this.xmp ?? ''));
    this._root.data.Metadata = packet;
  }

  /** PDFKit hands an object that is a mere number or a truth value over as it is. */
  override _write(data: Uint8Array | string | number | boolean): void {
    const bytes = data instanceof Uint8Array ? data : Buffer.from(`${data}\n`, 'latin1');
    this.chunks ??= [];
    this.chunks.push(bytes);
    this._offset += bytes.length;
  }

  override push(): boolean {
    return true;
  }

  reserve(): number {
    return this._offsets.push(null);
  }

  begin(object: number | PdfRef): ByteWriter {
    if (this.current) throw new Error('an object begins within another');
    const out = this.room();
    this.current = { object, out };
    return out;
  }

  close(): void {
    const { current } = this;
    if (!current) throw new Error('no object has begun');
    this.current = undefined;
    const id = idOf(current.object);
    const offset = this._offset;
    this._write(`${id} 0 obj`);
    this._write(current.out.copy());
    this._write('\nendobj');
    this.ended(current.object, offset);
  }

  deflated(stream: Uint8Array): number {
    const id = this.reserve();
    this.writeStream(id, '/Filter /FlateDecode', stream);
    return id;
  }

  finish(): Uint8Array {
    this.end();
    const bytes = new Uint8Array(this._offset);
    let at = 0;
    for (const chunk of this.chunks ?? []) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  /** Where the next object is written. */
  protected room(): ByteWriter {
    this.scratch ??= new ByteWriter();
    this.scratch.reset();
    return this.scratch;
  }

  protected ended(object: number | PdfRef, offset: number | null): void {
    if (typeof object === 'number') this._offsets[object - 1] = offset;
    else {
      object.offset = offset;
      this._refEnd(object);
    }
  }

  protected writeStream(id: number, dictionary: string, bytes: Uint8Array): void {
    this._offsets[id - 1] = this._offset;
    this._write(`${id} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream`);
    this._write(bytes);
    this._write('\nendstream\nendobj');
  }
}

function idOf(object: number | PdfRef): number {
  return typeof object === 'number' ? object : object.id;
}

/** Most objects of one object stream; readers inflate a whole stream to reach one object. */
const perStream = 200;

/** PDFKit that writes object streams and a cross-reference stream (PDF 1.7, 7.5.7 and 7.5.8). */
class CompactDocument extends TabledDocument {
  /** Takes what PDFKit writes of an object, without the line that begins it and the line that ends it. */
  declare captured: ByteWriter | undefined;
  declare frame: string | undefined;
  declare pack: ByteWriter | undefined;
  declare deflate: Deflate | undefined;
  /** What is in the object stream that is being filled: numbers and places of objects. */
  declare numbers: number[] | undefined;
  declare places: number[] | undefined;
  /** By number of object: the object stream, and the index in it. */
  declare streams: number[] | undefined;
  declare indexes: number[] | undefined;

  override ref(data?: PdfDictionary): PdfRef {
    const ref = super.ref(data);
    const finalize = ref.finalize.bind(ref);
    ref.finalize = () => {
      if (ref.buffer.length > 0) {
        finalize();
        return;
      }
      // PDFKit writes a line with the number, the object, and a line that ends it; the object alone is packed.
      this.captured = this.open(ref.id);
      this.frame = `${ref.id} 0 obj`;
      finalize();
      this.captured = undefined;
      this.full();
    };
    return ref;
  }

  override _write(data: Uint8Array | string | number | boolean): void {
    if (!this.captured) super._write(data);
    else if (data instanceof Uint8Array) this.captured.raw(data);
    else if (data !== this.frame && data !== 'endobj') this.captured.ascii(String(data));
  }

  override begin(object: number | PdfRef): ByteWriter {
    if (this.current) throw new Error('an object begins within another');
    const out = this.open(idOf(object));
    this.current = { object, out };
    return out;
  }

  override close(): void {
    const { current } = this;
    if (!current) throw new Error('no object has begun');
    this.current = undefined;
    this.full();
    this.ended(current.object, null);
  }

  /** Begins an object within the object stream. */
  private open(id: number): ByteWriter {
    this.pack ??= new ByteWriter(1 << 16);
    this.numbers ??= [];
    this.places ??= [];
    if (this.pack.length > 0) this.pack.byte(0x0a);
    this.numbers.push(id);
    this.places.push(this.pack.length);
    return this.pack;
  }

  private full(): void {
    if ((this.numbers?.length ?? 0) >= perStream) this.flushObjects();
  }

  private flushObjects(): void {
    const { pack, numbers = [], places = [] } = this;
    if (!pack || numbers.length === 0) return;
    this.streams ??= [];
    this.indexes ??= [];
    const stream = this.reserve();
    const whole = this.room();
    for (const [index, id] of numbers.entries()) {
      whole.integer(id);
      whole.byte(0x20);
      whole.integer(places[index] ?? 0);
      whole.byte(0x20);
      while (this.streams.length <= id) {
        this.streams.push(0);
        this.indexes.push(0);
      }
      this.streams[id] = stream;
      this.indexes[id] = index;
    }
    const first = whole.length;
    whole.raw(pack.view());
    this.deflate ??= openDeflate();
    const bytes = this.deflate(whole.view());
    this.writeStream(
      stream,
      `/Type /ObjStm /N ${numbers.length} /First ${first} /Filter /FlateDecode`,
      bytes,
    );
    pack.reset();
    this.numbers = [];
    this.places = [];
  }

  override _finalize(): void {
    // Reached from within the last object, which is still being captured.
    this.captured = undefined;
    this.flushObjects();
    const start = this._offset;
    const id = this.reserve();
    this._offsets[id - 1] = start;
    const { dictionary, bytes } = crossReferences(this._offsets, this.streams ?? [], this.indexes ?? []);
    const fileId = Buffer.from(this._id).toString('hex');
    this.writeStream(
      id,
      `${dictionary} /Root ${this._root.id} 0 R /Info ${this._info?.id ?? 0} 0 R /ID [<${fileId}> <${fileId}>]`,
      bytes,
    );
    this._write(`startxref\n${start}\n%%EOF`);
  }
}

/** Opens a document without pages. */
export function openDocument(options: OpenOptions): PaintDocument {
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
