// Publisher, dates, credit and language of a report, and which of given and found wins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../src/report/language.js';
import { datesOfDateLine, printedDates } from '../../src/report/printed-date.js';
import { reportAsIs, reportOfText } from '../../src/report/report.js';
import { reportSchema } from '../../src/terms/report.js';

const BODY = 'GENEVA (AP) — The two delegations met for three hours on Tuesday and agreed to meet again, officials from both sides said.';

test('printed dates keep both readings where day and month could be either', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['2/1/2014', ['2014-02-01', '2014-01-02']],
    ['25/1/2014', ['2014-01-25']],
    ['1/25/2014', ['2014-01-25']],
    ['4/4/2014', ['2014-04-04']],
    ['01.02.2014', ['2014-02-01']],
    ['2014-02-01T08:00:00Z', ['2014-02-01']],
    ['Saturday, February 1, 2014', ['2014-02-01']],
    ['Sat., Feb. 1, 2014', ['2014-02-01']],
    ['1st of February 2014', ['2014-02-01']],
    ['30 February 2014', []],
    ['in 2014', []],
  ];
  for (const [line, days] of cases) assert.deepEqual(printedDates(line)[0]?.candidates ?? [], days, line);
  assert.equal(datesOfDateLine('Published: 1 February 2014, 18:05 GMT').length, 1);
  assert.equal(datesOfDateLine('Updated on Sat 1 February 2014 at 6:05 p.m. EST').length, 1);
  assert.equal(datesOfDateLine('The deal of 1 February 2014').length, 0);
});

test('a given date wins over a found one, and an ambiguous one is no date', () => {
  const text = `Envoys meet\n\n2/1/2014\n\n${BODY}`;
  const found = reportOfText(text);
  assert.equal(found.published, undefined);
  assert.deepEqual(found.publishedFound?.candidates, ['2014-02-01', '2014-01-02']);
  assert.equal(text.slice(...(found.publishedFound?.span ?? [0, 0])), '2/1/2014');
  assert.equal(reportOfText(text, { published: '2014-02-01' }).published, '2014-02-01');
  assert.equal(reportOfText(text, { published: '2014-02-01' }).publishedFound?.from, 'text');
  assert.equal(reportOfText(`${text}\n`, { url: 'https://wire.example/2014/02/01/talks' }).id, found.id);
  assert.throws(() => reportOfText(text, { published: 'yesterday' }), { code: 'bad-date' });
});

test('what a report says of itself is found', () => {
  const report = reportOfText(`Envoys meet by the lake: transcript, 3 May 2016\n\nBy A. Writer\n\n${BODY}`, { publisher: 'Example Post' });
  assert.deepEqual(reportSchema.parse(report), report);
  assert.equal(report.title, 'Envoys meet by the lake: transcript, 3 May 2016');
  assert.equal(report.published, '2016-05-03');
  assert.equal(report.publisher, 'Example Post');
  assert.equal(report.byline, 'A. Writer');
  assert.equal(report.dateline, 'GENEVA');
  assert.equal(report.credit, 'Associated Press');
  assert.equal(report.language, 'en');
  assert.equal(reportOfText(`Envoys to meet on 3 May 2016\n\n${BODY}`).published, undefined);
  assert.throws(() => reportOfText(' \n\u200b— \n'), { code: 'empty-input' });
});

test('a text taken as it is stays as it is', () => {
  const text = ` \tEnvoys\u00a0meet \r\n\r\n${BODY}\u200b\r\n`;
  const report = reportAsIs('x-1', text, { published: '2014-02' });
  assert.equal(report.text, text);
  assert.equal(report.id, 'x-1');
  assert.deepEqual(
    report.parts.map((part) => text.slice(...part.span)),
    ['Envoys\u00a0meet', 'GENEVA (AP) —'],
  );
  assert.deepEqual(reportAsIs('x-2', '').parts, []);
});

test('the language is told by script and small words', () => {
  const cases: readonly [string, string][] = [
    [BODY, 'en'],
    ['Talks', 'en'],
    ['Les deux délégations se sont réunies mardi pendant trois heures et ont convenu de se revoir dans les prochains jours.', 'fr'],
    ['Las dos delegaciones se reunieron el martes durante tres horas y acordaron volver a verse en los próximos días.', 'es'],
    ['Die beiden Delegationen trafen sich am Dienstag und vereinbarten, sich in den nächsten Tagen wieder zu treffen.', 'de'],
    ['اجتمع الوفدان يوم الثلاثاء لمدة ثلاث ساعات واتفقا على اللقاء مرة أخرى', 'ar'],
    ['دو هیئت روز سه‌شنبه گفتگو کردند و چهار پیشنهاد را پذیرفتند', 'fa'],
    ['Две делегации встретились во вторник и договорились встретиться снова', 'ru'],
    ['Дві делегації зустрілися у вівторок і домовилися зустрітися знову її', 'uk'],
    ['两个代表团星期二会晤了三个小时并同意再次会晤', 'zh'],
    ['İki heyet salı günü üç saat görüştü ve bir kez daha bir araya gelmek için anlaştı, ancak daha sonra ne olarak', 'tr'],
  ];
  for (const [text, language] of cases) assert.equal(languageOf(text), language, text);
});
