/** Figures and words that look like chance and are the same in every run. */

/** A source of the same figures in the same order. */
export interface Random {
  /** From 0 up to 1, 1 left out. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
}

/** The generator mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (list) => {
      const picked = list[Math.floor(next() * list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}

const common =
  'the of and to in is that for it as was with be by on not are this or from at which but have an had they their one all can has there been if more when will who no so out up into them then some could two other than its now only time may these over such new any after most made before must where well between both those through should each because people same under last right still take own while part early every year good local public council services service report committee members officers budget planning housing highways application proposed recommendation approved decision policy strategy review risk capital revenue forecast quarter reserve pressures mitigation equality impact assessment consultation residents ward parish scrutiny cabinet delegated authority procurement contract framework transport education adult social care children safeguarding health wellbeing climate carbon retrofit licensing premises objection condition heritage conservation drainage flood ecology footpath verge street lighting parking permit enforcement treasury borrowing investment pension audit governance constitution'.split(
    ' ',
  );
const beginnings =
  'al an ar bel ber bor cam can cas cen con cor dal der dis don el en fer for gal gen gor hal har hel in ker lan lin lor mar men mon nor or pan per pol pre pro ral ren sal sen ser sol tal ten ter tor un ur val ven ver vor wel win yar'.split(
    ' ',
  );
const endings =
  'ation ment ing ed ity al ive ness ance ously able er ion ure ship ford ton ham wick ley'.split(' ');

/** Words, sentences and titles with the frequencies of running text: few words often, most of them seldom. */
export interface Words {
  title(words: number): string;
  sentence(): string;
}

/** A vocabulary of 7,000 words, more than real papers have: unkind to whoever remembers shaped words. */
export function makeWords(random: Random): Words {
  const known = new Set(common);
  while (known.size < 7000) {
    let made = '';
    for (let syllables = random.whole(2, 4); syllables > 0; syllables--) made += random.pick(beginnings);
    made += random.pick(endings);
    if (made.length <= 16) known.add(made);
  }
  const words = [...known];
  const word = (): string =>
    words[Math.min(words.length - 1, Math.floor(words.length ** random.next()) + random.whole(0, 1) - 1)] ??
    'the';
  const figure = (): string | undefined => {
    const chance = random.next();
    if (chance < 0.015) return `£${thousands(random.whole(1, 99_999) * random.whole(1, 99))}`;
    if (chance < 0.03) return `${random.whole(1, 99)} per cent`;
    return undefined;
  };
  return {
    title: (count) => Array.from({ length: count }, () => capital(word())).join(' '),
    sentence: () => {
      const count = random.whole(9, 26);
      const parts = Array.from({ length: count }, (_, at) => {
        const part = at === 0 ? capital(word()) : (figure() ?? word());
        return at > 0 && at < count - 1 && random.next() < 0.07 ? `${part},` : part;
      });
      return `${parts.join(' ')}.`;
    },
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A whole number with commas between thousands. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
