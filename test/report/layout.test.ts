// Which stretch of a text is what: a table of forms that must be found, and one of forms that must not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutOf, readLayout } from '../../src/report/layout.js';
import type { Part } from '../../src/terms/report.js';

const BODY =
  'The two delegations met for three hours on Tuesday and agreed to meet again, officials from both sides said after the session.';
const report = (...lines: string[]): string => [...lines, '', BODY, '', `${BODY} Nothing was signed.`].join('\n');

/** Text, then the parts wanted as kind and words. */
const FOUND: readonly [text: string, parts: readonly [Part['kind'], string][]][] = [
  [report('Envoys to meet again on Thursday'), [['headline', 'Envoys to meet again on Thursday']]],
  [
    report('Envoys to meet again', '', 'By A. Writer and B. Scribe', '', '2/1/2014', 'ASSOCIATED PRESS'),
    [
      ['headline', 'Envoys to meet again'],
      ['byline', 'By A. Writer and B. Scribe'],
      ['date', '2/1/2014'],
      ['credit', 'ASSOCIATED PRESS'],
    ],
  ],
  [
    report('Envoys to meet again', 'Second day brings no deal', '', 'From our correspondent in Geneva, Tuesday'),
    [
      ['headline', 'Envoys to meet again'],
      ['headline', 'Second day brings no deal'],
      ['byline', 'From our correspondent in Geneva, Tuesday'],
    ],
  ],
  [
    report('COMMUNIQUE No. 4', 'Lakeville, North Province, 5 November 2013'),
    [
      ['headline', 'COMMUNIQUE No. 4'],
      ['dateline', 'Lakeville'],
      ['date', '5 November 2013'],
    ],
  ],
  [
    `Envoys meet\n\nKAMPALA, Uganda (AP) — ${BODY}\n\n${BODY}\n\n(Reporting by A. Writer; Editing by B. Scribe)`,
    [
      ['headline', 'Envoys meet'],
      ['dateline', 'KAMPALA, Uganda (AP) —'],
      ['byline', '(Reporting by A. Writer; Editing by B. Scribe)'],
    ],
  ],
  [
    `Envoys meet\n\n[Photo: The mediator, left, greets a delegate on Monday. Example Wire/pool]\n\n${BODY}\n\n— Example Wire`,
    [
      ['headline', 'Envoys meet'],
      ['caption', '[Photo: The mediator, left, greets a delegate on Monday. Example Wire/pool]'],
      ['credit', '— Example Wire'],
    ],
  ],
  [
    `${report('Envoys meet', '(adds quotes, background)')}\n\nRead more: Ten things to know\nShare this\nA. Person via Getty Images\nEND`,
    [
      ['headline', 'Envoys meet'],
      ['boilerplate', '(adds quotes, background)'],
      ['boilerplate', 'Read more: Ten things to know'],
      ['boilerplate', 'Share this'],
      ['credit', 'A. Person via Getty Images'],
      ['boilerplate', 'END'],
    ],
  ],
];

test('parts are found by their forms', () => {
  for (const [text, wanted] of FOUND)
    assert.deepEqual(
      layoutOf(text).map(({ kind, span }) => [kind, text.slice(...span)]),
      wanted,
    );
});

test('the header of a forwarded mail is no part of the report', () => {
  const text = `From: A. Writer\nSent: Tuesday\nTo: all\nSubject: Envoys meet\n\n${BODY}\n\nTo: the governor, the mediator had only one question.`;
  assert.deepEqual(
    layoutOf(text).map(({ kind, span }) => [kind, text.slice(...span)]),
    ['From: A. Writer', 'Sent: Tuesday', 'To: all', 'Subject: Envoys meet'].map((line) => ['boilerplate', line]),
  );
});

const DATELINES: readonly [start: string, place: string, credit?: string | undefined, date?: string][] = [
  ['GENEVA — ', 'GENEVA'],
  ['GENEVA, Feb. 2 (Xinhua) -- ', 'GENEVA', 'Xinhua'],
  ['Geneva (AFP) – ', 'Geneva', 'AFP'],
  ['ADDIS ABABA, Ethiopia (Example Wire) - ', 'ADDIS ABABA', 'Example Wire'],
  ['ZAGREB, Croatia (Oct. 6, 1995) - ', 'ZAGREB', undefined, '1995-10-06'],
  ['ISTANBUL/KYIV, July 24 (Reuters) - ', 'ISTANBUL/KYIV', 'Reuters'],
  ['August 17, 2015 (JUBA) - ', 'JUBA', undefined, '2015-08-17'],
  ['Addis Ababa, 17 August 2015 – ', 'Addis Ababa', undefined, '2015-08-17'],
  ['MOSCOW, January 31. /TASS/. ', 'MOSCOW', 'TASS'],
  ['KUWAIT: ', 'KUWAIT'],
  ['Beirut: ', 'Beirut'],
  ['ASTANA. ', 'ASTANA'],
  ['WASHINGTON, D.C. — ', 'WASHINGTON'],
  ['GENEVA, Sunday - ', 'GENEVA'],
];

test('datelines give place, credit and day', () => {
  for (const [start, place, credit, date] of DATELINES) {
    const text = `Envoys meet by the lake\n\n${start}${BODY}\n\n${BODY}`;
    const { datelines, parts } = readLayout(text);
    assert.equal(datelines[0]?.place, place, start);
    assert.equal(datelines[0]?.credit, credit, start);
    assert.equal(datelines[0]?.dates?.[0], date, start);
    const part = parts.find(({ kind }) => kind === 'dateline');
    assert.equal(part && text.slice(...part.span), start.trim());
  }
});

/** Paragraphs of which no part may be marked. */
const BODY_ONLY: readonly string[] = [
  `HOST: ${BODY}\n\nREPORTER: ${BODY}\n\nHOST: So what happens now?`,
  `• Aid is loaded but not moving\n• The afternoon session is off\n\n${BODY}`,
  `The party — the largest in the north — said it would come. ${BODY}`,
  `By Friday the talks had ended without a word about the prisoners. ${BODY}`,
  `(c) The parties shall release all prisoners within ten days of the signing. ${BODY}`,
  `“Share this burden with us,” the minister told the donors on Tuesday. ${BODY}`,
  `Follow the money, the envoy said, and you find who keeps the war going. ${BODY}`,
  `Contact between the two sides was broken off in May. ${BODY}`,
  `The picture is bleak: nobody has moved, the monitors wrote. ${BODY}`,
  `OCHA said: the convoy waits for a permit from the governor. ${BODY}`,
];

test('body text stays body', () => {
  for (const words of BODY_ONLY) {
    const text = `${BODY} It was the first time.\n\n${words}\n\n${BODY}`;
    assert.deepEqual(layoutOf(text), [], words);
  }
});

test('a caption told twice is one, told again', () => {
  const caption = 'The mediator speaks during a conference by the lake on Saturday.';
  const text = `Envoys meet\n\n2/1/2014\nASSOCIATED PRESS\n  • Lake-Conference-5\n\n    ${caption}\n\n    ASSOCIATED PRESS\n\n  • ${caption}\n    ${caption}\n\n    GENEVA — ${BODY}\n`;
  const parts = layoutOf(text);
  assert.deepEqual(
    parts.map((part) => part.kind),
    ['headline', 'date', 'credit', 'boilerplate', 'caption', 'credit', 'caption', 'caption', 'dateline'],
  );
  assert.deepEqual(
    parts.filter((part) => part.kind === 'caption').map((part) => [text.slice(...part.span), part.repeats ?? false]),
    [
      [caption, false],
      [caption, true],
      [caption, true],
    ],
  );
});

test('any text has ordered parts inside it, without white space at their ends', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'GENEVA — ',
      '(AP)',
      '2/1/2014',
      '\r\n',
      '\u2028',
      ' \t',
      '• ',
      'By A. Writer',
      'Read more',
      BODY,
      'Photo: ',
      '“',
      '\ud83d',
      '…',
    ),
    fc.string({ maxLength: 12, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { span } of layoutOf(text)) {
        assert.ok(span[0] >= end && span[0] < span[1] && span[1] <= text.length);
        end = span[1];
      }
    }),
    { numRuns: 150 },
  );
});

test('the time grows with the text, not with its square', () => {
  const long = (n: number): string =>
    `${'- ('.repeat(n)}\n${'A '.repeat(n)}\n${'GENEVA, '.repeat(n)}\n${'\n \n'.repeat(n)}${'Same line again and again.\n'.repeat(n)}`;
  const time = (text: string): number => {
    const start = performance.now();
    layoutOf(text);
    return performance.now() - start;
  };
  time(long(500));
  const small = Math.max(5, time(long(2000)));
  assert.ok(time(long(16_000)) < small * 8 * 6);
});
