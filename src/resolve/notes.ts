/** Numbers the notes of a document in the order of their first marks. */
export interface NoteNumbers {
  number(id: string): number;
  /** Ids in the order of their numbers. */
  ids(): readonly string[];
}

/** A counter for one document. */
export function countNotes(): NoteNumbers {
  const numbers = new Map<string, number>();
  return {
    number(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, numbers.size + 1);
      return numbers.size;
    },
    ids: () => [...numbers.keys()],
  };
}
