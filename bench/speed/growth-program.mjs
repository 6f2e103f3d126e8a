// Reads one kind of hostile text at two sizes and prints the seconds of each, as JSON. Argument: which kind.
import { processorTime } from './processor-time.mjs';

const { readReport } = await import('../../dist/reading/reader.js');
const { openResources } = await import('../../dist/reading/resources.js');
const { readPackageFile } = await import('../../dist/jobs/package-files.js');
const resources = openResources(readPackageFile);

const repeated = (piece) => (size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const KINDS = {
  'no full stop': repeated('the envoy said the talks would go on and the sides met again '),
  quotes: repeated('“yes” '),
  'open quotes': repeated('“yes '),
  'straight quotes': repeated('"a" said '),
  brackets: (size) => '('.repeat(size / 2) + ')'.repeat(size / 2),
  'one word': repeated('a'),
  capitals: repeated('Anna Berg Omar Lund '),
  'all capitals': repeated('THE ENVOY ANNA BERG SAID THE TALKS WENT ON. '),
  lines: repeated('Berg said.\n'),
  paragraphs: repeated('The envoy said on Monday in Kana that talks would resume.\n\n'),
  list: repeated('Kana, Homa, Norland, Ostmark, the United Nations and '),
  said: repeated('Berg said Lund said '),
  hyphens: repeated('rebel-held UN-brokered '),
  titles: repeated('UN envoy Anna Berg, the foreign minister, '),
  dates: repeated('on Monday and on Feb. 10, 2014 and next week '),
};
const make = KINDS[process.argv[2]];
const time = (size) => {
  const text = make(size);
  const from = processorTime();
  readReport({ id: 'x', text, published: '2020-01-01' }, resources);
  return processorTime() - from;
};
time(20_000);
console.log(JSON.stringify({ small: time(125_000), large: time(1_000_000) }));
