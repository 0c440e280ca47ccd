/** The recorder keeps its own transformation and turns paths and text into absolute ops. */
import { describe, expect, it } from 'vitest';
import { Recorder } from '../../src/chart/recorder.js';
import type { DrawOp } from '../../src/model/drawing.js';

const recorder = (): Recorder => new Recorder(100, 100, { width: (text) => text.length * 5 });
const path = (op: DrawOp | undefined): unknown => (op?.kind === 'path' ? op.path : undefined);

describe('the recorder', () => {
  it('transforms points as they join the path, and forgets with restore', () => {
    const r = recorder();
    r.save();
    r.translate(10, 20);
    r.scale(2, 3);
    r.rect(1, 1, 2, 2);
    r.restore();
    r.lineTo(0, 0);
    r.fill();
    expect(path(r.ops[0])).toEqual([
      ['M', 12, 23],
      ['L', 16, 23],
      ['L', 16, 29],
      ['L', 12, 29],
      ['Z'],
      ['L', 0, 0],
    ]);
  });

  it('draws a full circle as four cubics that end where they began', () => {
    const r = recorder();
    r.beginPath();
    r.arc(50, 50, 10, 0, Math.PI * 2);
    r.fill();
    const commands = path(r.ops[0]) as readonly (readonly [string, ...number[]])[];
    expect(commands.map((c) => c[0])).toEqual(['M', 'C', 'C', 'C', 'C']);
    expect(commands.at(-1)?.at(-2)).toBeCloseTo(60);
    expect(commands.at(-1)?.at(-1)).toBeCloseTo(50);
  });

  it('turns the other way when asked', () => {
    const r = recorder();
    r.arc(0, 0, 10, 0, Math.PI / 2, true);
    r.stroke();
    expect((path(r.ops[0]) as readonly unknown[]).length).toBe(4);
  });

  it('makes the very curve of a quadratic one', () => {
    const r = recorder();
    r.moveTo(0, 0);
    r.quadraticCurveTo(3, 6, 6, 0);
    r.stroke();
    expect(path(r.ops[0])).toEqual([
      ['M', 0, 0],
      ['C', 2, 4, 4, 4, 6, 0],
    ]);
  });

  it('anchors text at its baseline and says how it is turned', () => {
    const r = recorder();
    r.font = '600 15px sans';
    r.textAlign = 'center';
    r.translate(5, 5);
    r.rotate(Math.PI / 2);
    r.fillText('Gap', 10, 0);
    const [op] = r.ops;
    expect(op).toMatchObject({
      kind: 'text',
      text: 'Gap',
      anchor: 'middle',
      size: 15,
      weight: 600,
      rotate: 90,
    });
    expect(op?.kind === 'text' && op.x).toBeCloseTo(5);
    expect(op?.kind === 'text' && op.y).toBeCloseTo(15);
  });

  it('refuses points that are no numbers and colours that the look does not have', () => {
    const r = recorder();
    expect(() => r.moveTo(Number.NaN, 0)).toThrow(RangeError);
    r.fillStyle = '#ff0000';
    expect(() => r.fillRect(0, 0, 1, 1)).toThrow(/#ff0000/);
  });
});
