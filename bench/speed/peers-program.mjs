// Reads generated reports with one tool in one thread and prints what it took, as JSON. Arguments: which tool, how many reports.
import { register } from 'tsx/esm/api';
import { processorTime } from './processor-time.mjs';

const [, , tool, count] = process.argv;
const unregister = register();
const { generatedReport } = await import('./generator.ts');
await unregister();
const texts = Array.from({ length: Number(count) }, (_, n) => generatedReport(n).text);

/** Each tool does what it can towards who said what: tokens, sentences, tags and names; Parley also parse, times, statements and claims. */
const TOOLS = {
  async parley() {
    const { readReport } = await import('../../dist/reading/reader.js');
    const { openResources } = await import('../../dist/reading/resources.js');
    const { readPackageFile } = await import('../../dist/jobs/package-files.js');
    const resources = openResources(readPackageFile);
    return (text) => readReport({ id: 'x', text, published: '2020-01-01' }, resources).statements.length;
  },
  async 'wink-nlp'() {
    const [{ default: wink }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
    const nlp = wink(model);
    return (text) => {
      const document = nlp.readDoc(text);
      return document.sentences().length() + document.tokens().out(nlp.its.pos).length + document.entities().out().length;
    };
  },
  async compromise() {
    const { default: compromise } = await import('compromise');
    return (text) => {
      const document = compromise(text);
      return document.sentences().length + document.people().length + document.quotations().length;
    };
  },
};

const read = await TOOLS[tool]();
for (const text of texts.slice(0, 20)) read(text);
const from = processorTime();
for (const text of texts) read(text);
const seconds = processorTime() - from;
console.log(JSON.stringify({ words: texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0), seconds, peakMiB: process.resourceUsage().maxRSS / 1024 }));
