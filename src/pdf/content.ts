/** A content stream in the making: operators with the state they leave behind, and marked content by the tag of each item. */
import type { LinkItem, TagNode, TagRef } from '../layout/display.js';
import type { Colour, Stroke } from '../model/drawing.js';
import type { FontKey } from '../type/fonts.js';
import { ByteWriter } from './bytes.js';
import { faceName } from './faces.js';
import { rgb } from './numbers.js';

/** Collects the operators of one stream at a time; what a stream sets it sets itself, whatever stands before it. */
export class ContentStream {
  readonly out = new ByteWriter(1 << 16);
  /** Elements of the marked-content sequences in the order of their MCIDs, and links between them. */
  sequence: (TagNode | LinkItem)[] = [];
  private marks = 0;
  private tag: TagRef | undefined;
  private fill: Colour | undefined;
  private stroke: Stroke | undefined;
  private font: FontKey | undefined;
  private size = 0;
  private spacing = 0;
  private inText = false;
  /** Where the line of text begins, in thousandths of a point. */
  private lineX = 0;
  private lineY = 0;

  /** Starts a stream. */
  begin(): void {
    this.out.reset();
    this.sequence = [];
    this.marks = 0;
    this.tag = undefined;
    this.fill = undefined;
    this.stroke = undefined;
    this.font = undefined;
    this.spacing = 0;
    this.inText = false;
  }

  /** What follows belongs to a tag; neighbours with the same tag share one sequence. */
  under(tag: TagRef): void {
    if (this.tag === tag) return;
    this.endText();
    const { out } = this;
    if (this.tag !== undefined) out.ascii('EMC\n');
    this.tag = tag;
    if (tag === 'artifact') out.ascii('/Artifact BMC\n');
    else if (tag === 'pagination') out.ascii('/Artifact <</Type /Pagination>> BDC\n');
    else {
      out.byte(0x2f);
      out.ascii(tag.type);
      out.ascii(' <</MCID ');
      out.integer(this.marks++);
      out.ascii('>> BDC\n');
      this.sequence.push(tag);
    }
  }

  /** Ends the stream. */
  finish(): void {
    this.endText();
    if (this.tag !== undefined) this.out.ascii('EMC\n');
    this.tag = undefined;
  }

  /** Colour of what is filled. */
  fillWith(colour: Colour): void {
    if (this.fill === colour) return;
    this.fill = colour;
    this.out.ascii(rgb(colour));
    this.out.ascii(' rg\n');
  }

  /** Colour, width and dashes of lines; lengths in points. */
  strokeWith({ colour, width, dash = [] }: Stroke): void {
    const { out, stroke } = this;
    if (stroke?.colour !== colour) {
      out.ascii(rgb(colour));
      out.ascii(' RG\n');
    }
    if (stroke?.width !== width) {
      out.number(width);
      out.ascii(' w\n');
    }
    if ((stroke?.dash ?? []).join(' ') !== dash.join(' ')) {
      out.byte(0x5b);
      for (const length of dash) {
        out.number(length);
        out.byte(0x20);
      }
      out.ascii('] 0 d\n');
    }
    this.stroke = { colour, width, dash };
  }

  /**
   * Begins a line of text with its baseline at a point, within the text object of the line before where there is one:
   * the step from line to line is shorter to write than where each stands, and repeats.
   */
  moveText(x: number, y: number): void {
    const { out } = this;
    const left = Math.round(x * 1000);
    const base = Math.round(y * 1000);
    if (!this.inText) {
      out.ascii('BT ');
      this.inText = true;
      this.lineX = 0;
      this.lineY = 0;
    }
    out.thousandths(left - this.lineX);
    out.byte(0x20);
    out.thousandths(base - this.lineY);
    out.ascii(' Td\n');
    this.lineX = left;
    this.lineY = base;
  }

  /** Ends the text object, if one is open: before paths and images, and where its matrix was set. */
  endText(): void {
    if (this.inText) this.out.ascii('ET\n');
    this.inText = false;
  }

  /** Within a text object: space between letters, in points. */
  spaceLetters(spacing: number): void {
    if (this.spacing === spacing) return;
    this.spacing = spacing;
    this.out.number(spacing);
    this.out.ascii(' Tc ');
  }

  /** Within a text object: face and size. */
  setIn(font: FontKey, size: number): void {
    if (this.font === font && this.size === size) return;
    this.font = font;
    this.size = size;
    const { out } = this;
    out.byte(0x2f);
    out.ascii(faceName(font));
    out.byte(0x20);
    out.number(size);
    out.ascii(' Tf');
  }

  /** Numbers, each followed by a space, and an operator. */
  operator(name: string, a: number, b: number, c?: number, d?: number, e?: number, f?: number): void {
    const { out } = this;
    out.number(a);
    out.byte(0x20);
    out.number(b);
    out.byte(0x20);
    if (c !== undefined && d !== undefined) {
      out.number(c);
      out.byte(0x20);
      out.number(d);
      out.byte(0x20);
    }
    if (e !== undefined && f !== undefined) {
      out.number(e);
      out.byte(0x20);
      out.number(f);
      out.byte(0x20);
    }
    out.ascii(name);
    out.byte(0x0a);
  }
}
