/** Types of the package `linebreak` (UAX #14), which brings none. */
declare module 'linebreak' {
  /** A place where a line may end. */
  interface Break {
    /** Offset of the first character of the next line. */
    readonly position: number;
    /** True after a character that ends its line. */
    readonly required: boolean;
  }
  class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
  export { LineBreaker as default };
}
