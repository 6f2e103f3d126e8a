// The lines of a body as they arrive, so that a large one is never held whole.
/** Splits at line feeds; a carriage return before one belongs to the break. Empty lines are left out. UTF-8. */
export async function* linesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  if (body === null) return;
  const decoder = new TextDecoder();
  // The pieces of a line that is not over yet: joined once, so that one very long line stays linear.
  let pieces: string[] = [];
  for await (const chunk of body) {
    const [first = '', ...later] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(first);
    for (const piece of later) {
      const line = pieces.join('');
      if (line.trim() !== '') yield line.replace(/\r$/, '');
      pieces = [piece];
    }
  }
  pieces.push(decoder.decode());
  const last = pieces.join('');
  if (last.trim() !== '') yield last;
}
