// How alike two short texts are, by the stems of their content words.

const EMPTY = new Set(
  'a an the of to in on at by for with from into out up and or but not no as is are was were be been being has have had do does did will would shall should may might can could must it its they them their he she his her this that these those there which who whom what when where how than then so if all any each some more most other such only own same very over under after before again first next let make made take put get go come said says say'.split(
    ' ',
  ),
);

/** Words for one thing in reports on talks, so that a truce and a pause are compared as one. */
const ONE_WORD: Readonly<Record<string, string>> = {
  ceasefire: 'truce',
  pause: 'truce',
  armistice: 'truce',
  cessation: 'truce',
  lorries: 'convoy',
  trucks: 'convoy',
  convoys: 'convoy',
  vehicles: 'convoy',
  evacuate: 'leave',
  evacuated: 'leave',
  evacuation: 'leave',
  prisoners: 'captives',
  detainees: 'captives',
  hostages: 'captives',
};

/** A crude stem: enough to join "evacuate", "evacuated" and "evacuation". */
const stemOf = (word: string): string => word.replace(/(?:ations?|ings?|ions?|ments?|ies|ed|es|s|e|ing|al)$/, '').slice(0, 7);

/** The stems of the content words of a text. */
export function contentOf(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return new Set(
    (words ?? [])
      .filter((word) => word.length > 1 && !EMPTY.has(word))
      .map((word) => ONE_WORD[word] ?? word)
      .map((word) => (word.length > 4 ? stemOf(word) : word)),
  );
}

/** Kept for as long as what they belong to, since texts are compared with many others, and again on other days. */
const contents = new WeakMap<object, Map<string, ReadonlySet<string>>>();

/** The same as `contentOf`, made once for a text of a claim or statement. */
export function contentFor(owner: object, text: string): ReadonlySet<string> {
  const own = contents.get(owner) ?? new Map<string, ReadonlySet<string>>();
  const known = own.get(text);
  if (known !== undefined) return known;
  const made = contentOf(text);
  contents.set(owner, own.set(text, made));
  return made;
}

/** Share of the smaller set that stands in both, 0 to 1 (the overlap coefficient of Szymkiewicz and Simpson). */
export function sharedContent(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const stem of a) if (b.has(stem)) both++;
  return both / Math.min(a.size, b.size);
}
