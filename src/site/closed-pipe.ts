/** What happens when nobody reads what the program prints any more. */

/**
 * Ends the program quietly when nobody reads what it prints any more (`tabled build | head`).
 *
 * Eleventy 3.1.7 writes to a closed pipe for ever after a fatal error.
 */
export function endOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}
