// Asks of actors and mentions: whom do these tokens mean, under which name is somebody filed.
import type { Actor } from '../../terms/reading.js';
import type { Mention, Token } from '../draft.js';

export interface ActorQuery {
  /**
   * Ids of the actors that tokens `first` to `last` (half-open) mean, taken as one phrase: its outermost mention, and those that "and", "or" or a
   * comma join to it. Where no mention lies inside, the mention whose head does, or that the range lies in.
   */
  actorsAt(first: number, last: number): readonly string[];
  /** The mention by which `actorsAt` answers, or null. */
  mentionAt(first: number, last: number): Mention | null;
  /** The name an actor is filed under, or null for an unknown id. */
  canonicalName(id: string): string | null;
  actor(id: string): Actor | null;
}

const JOINS = /^(,|and|or|&|the|both|as|well|with|from|for|to|by|on|;|–|-)$/;

/** Opens the actors and mentions of one reading for questions. Mentions must be in order of `first`. */
export function openActorQuery(actors: readonly Actor[], mentions: readonly Mention[], tokens: readonly Token[]): ActorQuery {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const ordered = mentions.toSorted((a, b) => a.first - b.first || b.last - a.last);
  /** Index of the first mention at or after a token. */
  const from = (token: number): number => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle]!.first < token) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const outermostIn = (first: number, last: number): Mention[] => {
    const found: Mention[] = [];
    let end = -1;
    for (let at = from(first); at < ordered.length && ordered[at]!.first < last; at++) {
      const mention = ordered[at]!;
      if (mention.head >= last || mention.first < end) continue;
      found.push(mention);
      end = Math.min(mention.last, last);
    }
    return found;
  };
  const around = (first: number, last: number): Mention | null => {
    for (let at = from(first + 1) - 1; at >= Math.max(0, from(first + 1) - 12); at--) {
      const mention = ordered[at]!;
      if (mention.head >= first && mention.head < last) return mention;
    }
    return null;
  };
  const mentionAt = (first: number, last: number): Mention | null => outermostIn(first, last)[0] ?? around(first, last);
  return {
    mentionAt,
    actorsAt(first, last) {
      const found = outermostIn(first, last);
      const [head] = found;
      if (head === undefined) return around(first, last)?.actors ?? [];
      const ids = [...head.actors];
      let end = head.last;
      for (const mention of found.slice(1)) {
        let joined = mention.first > end - 1;
        let conjunction = false;
        for (let at = end; at < mention.first; at++) {
          const word = tokens[at]?.lower ?? '';
          if (/^(and|or|&|as)$/.test(word)) conjunction = true;
          if (!JOINS.test(word) || /^(with|from|for|to|by|on)$/.test(word)) joined = joined && conjunction && JOINS.test(word);
        }
        if (!joined || (!conjunction && found.length === 2 && !mention.actors.some((id) => ids.includes(id)))) break;
        for (const id of mention.actors) if (!ids.includes(id)) ids.push(id);
        end = mention.last;
      }
      return ids;
    },
    canonicalName: (id) => byId.get(id)?.names[0] ?? null,
    actor: (id) => byId.get(id) ?? null,
  };
}
