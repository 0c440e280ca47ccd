/** What the preview and the thread that builds for it say to each other. */
import type { Built } from '../run.js';
import type { Selection } from '../arguments.js';

/** Asks for one build of the folder that the thread was started for. */
export type BuildRequest = Selection & { readonly draft: boolean };

/** What the thread answers; each request ends with `built` or `failed`. */
export type BuildMessage =
  | { readonly kind: 'progress' | 'line'; readonly message: string }
  | { readonly kind: 'built'; readonly built: Built }
  /** A fault of Tabled itself, with its stack. */
  | { readonly kind: 'failed'; readonly cause: string };
