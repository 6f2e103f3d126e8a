// A line made by hand: choose the words (selected in the text, or a sentence), choose what they are, fill in the fields. Works without script.
import type { FC } from 'hono/jsx';
import { ParleyError } from '../../terms/errors.js';
import { CLAIM_KINDS, type ClaimKind, type Reading } from '../../terms/reading.js';
import { contains, type Span, trimSpan, wordsAt } from '../../terms/span.js';
import { Hidden, type ReadFrame, readAddress } from './decide.js';
import { fieldsOf } from './line-fields.js';
import { LineForm } from './line-form.js';
import { quoted, shorten, unquoted } from './shorten.js';

/** How far the making has come: the words (null: to be chosen) and what they are (null: to be chosen). */
export interface ByHand {
  readonly words: Span | null;
  readonly kind: ClaimKind | 'statement' | null;
}

/** What was asked for in an address or form. Throws `bad-request` for words outside the text. */
export function byHandOf(text: string, make: string | undefined, words: string | undefined): ByHand | null {
  if (make === undefined) return null;
  const kind = make === 'statement' ? make : (CLAIM_KINDS.find((one) => one === make) ?? null);
  if (words === undefined || words === '') return { words: null, kind };
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(words) ?? [];
  const span = start === undefined || Number(end) > text.length ? null : trimSpan(text, [Number(start), Number(end)]);
  if (span === null) throw new ParleyError('bad-request', 'the words are not in the text');
  return { words: span, kind };
}

/** What is known of the line before anything is filled in: its words, and for a claim the statement that they stand in. */
export function begun(kind: ClaimKind | 'statement', [start, end]: Span, reading: Reading): object {
  const spans = [[start, end]];
  if (kind === 'statement') {
    const form = /["“”«»]/.test(wordsAt(reading.text, [start, end])) ? 'direct' : 'indirect';
    return { id: 'hand', speaker: null, voice: 'named', source: [], cue: [], content: spans, form, act: 'states' };
  }
  const said = reading.statements.find(({ content }) => content.some((span) => contains(span, [start, end])));
  return { id: 'hand', kind, evidence: spans, voice: said?.id ?? null };
}

function sentencesOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const span = trimSpan(text, [index, index + segment.length]);
    if (span !== null) found.push(span);
  }
  return found;
}

const Choose: FC<{ frame: ReadFrame; report: string; text: string; making: ByHand; back: string }> = ({
  frame,
  report,
  text,
  making,
  back,
}) => (
  <form method="get" action="/read" class="decide fields">
    <input type="hidden" name="report" value={report} />
    {frame.queued ? <input type="hidden" name="queue" value="yes" /> : null}
    {frame.asked.process === undefined ? null : <input type="hidden" name="process" value={frame.asked.process} />}
    {frame.asked.asOf === undefined ? null : <input type="hidden" name="as-of" value={frame.asked.asOf} />}
    <p>
      <label for="make">They are a</label>
      <select id="make" name="make" autofocus>
        {['statement', ...CLAIM_KINDS].map((kind) => (
          <option value={kind}>{kind}</option>
        ))}
      </select>
    </p>
    {making.words === null ? (
      <fieldset>
        <legend>The words</legend>
        {sentencesOf(text).map(([start, end], i) => (
          <label class="sentence" dir="auto">
            <input type="radio" name="words" value={`${start}-${end}`} required checked={i === 0} />{' '}
            {shorten(wordsAt(text, [start, end]), 160)}
          </label>
        ))}
      </fieldset>
    ) : (
      <input type="hidden" name="words" value={making.words.join('-')} />
    )}
    <button type="submit">Fill in the fields</button>{' '}
    <a href={back} data-key="Escape">
      Make nothing
    </a>
  </form>
);

export const MakeLine: FC<{ frame: ReadFrame; report: string; reading: Reading; making: ByHand }> = ({
  frame,
  report,
  reading,
  making,
}) => {
  const back = readAddress(frame, report);
  const { words, kind } = making;
  return (
    <section class="making" id="line" aria-labelledby="making">
      <h2 id="making">A line made by hand</h2>
      {words === null ? null : (
        <p class="words" dir="auto">
          {quoted(shorten(unquoted(wordsAt(reading.text, words)), 300))}
        </p>
      )}
      {words === null || kind === null ? (
        <Choose frame={frame} report={report} text={reading.text} making={making} back={back} />
      ) : (
        <LineForm
          action="/read/make"
          fields={fieldsOf(kind)}
          line={begun(kind, words, reading)}
          reading={reading}
          submit="Keep this line"
          back={back}
        >
          <Hidden frame={frame} report={report} lines={[]} />
          <input type="hidden" name="make" value={kind} />
          <input type="hidden" name="words" value={words.join('-')} />
        </LineForm>
      )}
    </section>
  );
};
