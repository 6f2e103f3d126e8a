// Reads one kind of hostile text at two sizes and prints the seconds of each, as JSON. Argument: which kind.
const { readReport } = await import('../../dist/reading/reader.js');
const { openResources } = await import('../../dist/reading/resources.js');
const { readPackageFile } = await import('../../dist/jobs/package-files.js');
const resources = openResources(readPackageFile);

const KINDS = {
  'no full stop': (size) => 'the envoy said the talks would go on and the sides met again '.repeat(Math.ceil(size / 61)).slice(0, size),
  quotes: (size) => '“yes” '.repeat(Math.ceil(size / 6)).slice(0, size),
  'straight quotes': (size) => '"a" said '.repeat(Math.ceil(size / 9)).slice(0, size),
  brackets: (size) => '('.repeat(size / 2) + ')'.repeat(size / 2),
  'one word': (size) => 'a'.repeat(size),
  capitals: (size) => 'Anna Berg Omar Lund '.repeat(Math.ceil(size / 20)).slice(0, size),
  lines: (size) => 'Berg said.\n'.repeat(Math.ceil(size / 11)).slice(0, size),
};
const make = KINDS[process.argv[2]];
const time = (size) => {
  const text = make(size);
  const from = performance.now();
  readReport({ id: 'x', text, published: '2020-01-01' }, resources);
  return (performance.now() - from) / 1000;
};
time(20_000);
console.log(JSON.stringify({ small: time(125_000), large: time(1_000_000) }));
