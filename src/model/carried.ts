/** The sums so far that a table prints where it goes on to another page. */

/** Running sums of the columns whose total is the sum of the rows above it. */
export interface CarriedSums {
  /** Indexes of the columns, in order. */
  readonly columns: readonly number[];
  /** For each row the sums up to and including it, as printed; in step with `columns`. */
  readonly after: readonly (readonly string[])[];
}
