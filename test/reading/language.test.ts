// Languages are told apart, and what is not English has no sentences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../src/reading/language.js';
import { readReport } from '../../src/reading/reader.js';
import { resources } from './open-reader.js';

const CASES: readonly (readonly [language: string, text: string])[] = [
  ['en', 'The envoys of both sides said on Monday that they would return to the talks.'],
  ['en', 'Envoys meet'],
  ['en', 'Le Probe met La Probe in El Probe, the mayor of Los Probes said, and it was good.'],
  ['fr', 'Les émissaires des deux camps ont déclaré lundi que les pourparlers ont été suspendus dans la capitale.'],
  ['es', 'Los enviados de las dos partes dijeron el lunes que la reunión con el gobierno fue suspendida para el viernes.'],
  ['pt', 'Os enviados das duas partes disseram que o governo não aceita a proposta, mas também que são favoráveis.'],
  ['de', 'Die Gesandten der beiden Seiten haben am Montag erklärt, dass die Gespräche nicht mit der Regierung geführt werden.'],
  ['it', 'Gli inviati delle due parti hanno detto che non è stato raggiunto un accordo con il governo della capitale.'],
  ['sw', 'Serikali ya nchi hiyo na waasi wa kaskazini walisema kuwa mazungumzo ya amani katika mji mkuu kwa sasa hayo.'],
  ['ru', 'Представители сторон заявили, что переговоры продолжатся.'],
  ['uk', 'Представники сторін заявили, що переговори триватимуть і надалі.'],
  ['ar', 'قال المبعوثون إن المحادثات ستستأنف يوم الاثنين.'],
  ['fa', 'نمایندگان گفتند که گفت‌وگوها پس از یک هفته پیگیری می‌شود.'],
  ['zh', '双方代表表示会谈将于周一恢复。'],
  ['ko', '양측 대표는 월요일에 회담이 재개될 것이라고 말했다.'],
];
for (const [language, text] of CASES) {
  test(`language: ${language}, ${text.slice(0, 24)}`, () => assert.equal(languageOf(text), language));
}

test('a report in another language is kept unread', () => {
  const text = CASES.find(([language]) => language === 'fr')![1];
  const reading = readReport({ id: 'a', text }, resources);
  assert.equal(reading.language, 'fr');
  assert.deepEqual([reading.statements, reading.claims, reading.actors], [[], [], []]);
});
