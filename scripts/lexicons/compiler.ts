// What a compiler of lexicons is: from source files below data/ to the files the reader opens, same bytes each time.

export interface CompiledFile {
  /** From the root of the package, below data/compiled/. */
  readonly path: string;
  readonly bytes: Buffer;
}

export interface LexiconCompiler {
  readonly name: string;
  /** Reads its sources below `root` and gives the compiled files; throws with file and line where a source is wrong. */
  compile(root: string): CompiledFile[];
}

/** A compiled file holding one JSON value. */
export const jsonFile = (path: string, value: unknown): CompiledFile => ({
  path,
  bytes: Buffer.from(`${JSON.stringify(value)}\n`, 'utf8'),
});
