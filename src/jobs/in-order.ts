// Does work on many things at once, but gives the results in the order of the things, and takes no more than it can hold.

/** At most `atOnce` works run or wait to be taken; the next thing is asked for only when a result is taken. An error ends it at its place in the order. */
export async function* inOrder<T, R>(
  things: AsyncIterable<T> | Iterable<T>,
  atOnce: number,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<{ readonly result: R } | { readonly error: unknown }>[] = [];
  const start = (thing: T): void => {
    running.push(
      work(thing).then(
        (result) => ({ result }),
        (error: unknown) => ({ error }),
      ),
    );
  };
  const next = async (): Promise<R> => {
    const done = await running.shift();
    if (!done) throw new Error('nothing runs');
    if ('error' in done) throw done.error;
    return done.result;
  };
  for await (const thing of things) {
    start(thing);
    if (running.length >= atOnce) yield await next();
  }
  while (running.length > 0) yield await next();
}
