// The step that finds the places a report names and settles which of several of a name is meant.
import type { Name, PlaceMention, Sentence, Token } from '../draft.js';
import { step } from '../step.js';
import { findCandidates } from './candidates.js';
import { foldPiece, keyOf } from './fold.js';
import { type GivenNames, type Judged, judge } from './judge.js';
import { narrowed } from './narrow.js';
import type { Place, PlaceIndex } from './place-index.js';

/** What being in a country the report speaks of is worth beside the size of a town (the decimal logarithm of its people). */
const OF_REPORT = 1.5;
const MOST_SPOKEN_OF = 1;
/** A hamlet in a country of the report still goes before a town elsewhere. */
const LEAST_SIZE = 3.5;

/** How often each country is named, by its name, its people, or a place that only it has. */
function countriesOf(tokens: readonly Token[], judged: readonly Judged[], index: PlaceIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (country: string): void => {
    if (country !== '') counts.set(country, (counts.get(country) ?? 0) + 1);
  };
  for (const { candidate } of judged) {
    const countries = new Set(candidate.places.map(({ country }) => country));
    if (countries.size === 1 || candidate.places[0]?.kind === 'country') count(candidate.places[0]?.country ?? '');
  }
  for (const { text, tag } of tokens) {
    const first = text.charCodeAt(0);
    if (first > 90 || first < 65 || tag === 'IN') continue;
    const country = index.adjectives.get(keyOf([foldPiece(text)]));
    if (country !== undefined) count(country);
  }
  return counts;
}

/** The likeliest of homonyms: the lexicon's before others, the countries of the report before the rest, then the larger. */
function likeliest(places: readonly Place[], counts: ReadonlyMap<string, number>): Place | undefined {
  const most = Math.max(1, ...counts.values());
  const score = (place: Place): number => {
    const told = counts.get(place.country) ?? 0;
    return (
      Math.max(place.size, LEAST_SIZE) +
      (told > 0 ? OF_REPORT + (MOST_SPOKEN_OF * told) / most : 0) +
      (place.kind === 'country' ? 10 : place.kind === 'region' ? 2 : 0)
    );
  };
  let best: Place | undefined;
  for (const place of places) if (best === undefined || score(place) > score(best)) best = place;
  return best;
}

/** Places in the order of the text; none overlaps another. */
export function readPlaces(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  index: PlaceIndex,
  givenNames: GivenNames,
  names?: readonly Name[],
): PlaceMention[] {
  const judged = judge(tokens, findCandidates(tokens, sentences, index), index, givenNames, names);
  const counts = countriesOf(tokens, judged, index);
  const mentions: PlaceMention[] = [];
  let end = 0;
  let town: Place | undefined;
  for (const { candidate } of judged) {
    // A part of a town stands where the town told last does.
    const place = candidate.places.length === 0 ? town : likeliest(candidate.places, counts);
    if (place !== undefined && place.kind !== 'country') town = place;
    const wide = narrowed(tokens, candidate, index);
    const first = Math.max(wide.first, end);
    const [start, stop] = [tokens[Math.min(first, candidate.first)]?.start, tokens[wide.last - 1]?.end];
    if (place === undefined || start === undefined || stop === undefined || candidate.first < end) continue;
    end = wide.last;
    const base = text.slice(tokens[candidate.first]?.start, tokens[candidate.last - 1]?.end);
    mentions.push({
      span: [start, stop],
      name: text.slice(start, stop),
      base,
      kind: place.kind,
      ...(place.country !== '' && { country: place.country }),
      latitude: place.latitude,
      longitude: place.longitude,
    });
  }
  return mentions;
}

export const placesStep = step({
  name: 'places',
  needs: ['input', 'tokens', 'sentences', 'tags', 'names'],
  gives: ['places'],
  run: ({ input, tokens, sentences, names }, resources) => ({
    places: readPlaces(input.text, tokens, sentences, resources.places, resources.actorLexicon.givenNames, names),
  }),
});
