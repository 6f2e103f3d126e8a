// What of a long sheet one page shows: of each list its end or its beginning, and how much is left to a page of its own.
import type { AccessSheet, DueSheet, TalksSheet } from '../../terms/study.js';
import { dayNumber } from './day.js';
import { PAGE_SIZE } from './pager.js';

/** Steps of one form, and rows of blame, that a place shows among others. */
const OF_PLACE = 5;
/** Places on one page, and the steps a place shows by itself. */
const PLACES = 20;
const OF_ONE_PLACE = 100;
/** Undertakings of a kind that Due shows among others. */
const OF_DUE = 25;
/** Rounds whose sheet is shown, the latest. */
const ROUNDS = 8;

type Place = AccessSheet['places'][number];
export interface ShownPlace extends Place {
  /** All steps of the place, by which its ladder is filled. */
  readonly all: Place['steps'];
  /** How many steps and arrows are left out. */
  readonly left: number;
}
export interface ShownAccess {
  readonly places: readonly ShownPlace[];
  /** Places that have something to tell, by name. */
  readonly told: readonly Place[];
  readonly total: number;
}

/** The last of each form and the last arrows of the places of a page, or more of the one that is named. */
export function shownAccess({ places }: AccessSheet, page: number, only: string | undefined): ShownAccess {
  const told = places.filter(({ steps, blame }) => steps.length > 0 || blame.length > 0);
  const here = only === undefined ? told.slice((page - 1) * PLACES, page * PLACES) : told.filter(({ place }) => place === only);
  const most = only === undefined ? OF_PLACE : OF_ONE_PLACE;
  return {
    told,
    // The pager counts in pages of its own size.
    total: only === undefined ? Math.ceil(told.length / PLACES) * PAGE_SIZE : 0,
    places: here.map((place) => {
      const after = new Map<string, number>();
      const steps = [...place.steps]
        .reverse()
        .filter(({ form }) => {
          const count = (after.get(form) ?? 0) + 1;
          after.set(form, count);
          return count <= most;
        })
        .reverse();
      const blame = place.blame.slice(-most * 2);
      return { ...place, all: place.steps, steps, blame, left: place.steps.length - steps.length + place.blame.length - blame.length };
    }),
  };
}

export const DUE_PARTS = { ahead: 'Ahead', past: 'Past', undated: 'Without a date' } as const;
export type DuePart = keyof typeof DUE_PARTS;
const DUE_ORDER = ['ahead', 'past', 'undated'] as const satisfies readonly DuePart[];
export interface ShownDue {
  readonly parts: readonly { readonly id: DuePart; readonly commitments: DueSheet['commitments']; readonly total: number }[];
  readonly silence: DueSheet['silence'];
  readonly silent: number;
}

/** The beginning of each part, or a page of the one that is named. */
export function shownDue({ commitments, silence }: DueSheet, day: string, only: string | undefined, page: number): ShownDue {
  const now = dayNumber(day) ?? 0;
  const dueDay = ({ due }: DueSheet['commitments'][number]): number | null => (due === null ? null : dayNumber(due));
  const dated = commitments.filter((one) => dueDay(one) !== null).sort((a, b) => (dueDay(a) ?? 0) - (dueDay(b) ?? 0));
  const parts = {
    ahead: dated.filter((one) => (dueDay(one) ?? 0) >= now),
    past: dated.filter((one) => (dueDay(one) ?? 0) < now).reverse(),
    undated: commitments.filter((one) => dueDay(one) === null),
  };
  const cut = <T>(id: string, list: readonly T[]): T[] =>
    only === id ? list.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) : only === undefined ? list.slice(0, OF_DUE) : [];
  return {
    parts: DUE_ORDER.map((id) => ({ id, commitments: cut(id, parts[id]), total: parts[id].length })),
    silence: cut('silence', silence),
    silent: silence.length,
  };
}

/** The latest rounds, or with a page the earlier ones, so many at once. */
export function shownRounds(sheet: TalksSheet, page: number): { readonly sheet: TalksSheet; readonly total: number } {
  const end = sheet.rounds.length - (page - 1) * ROUNDS;
  return {
    sheet: { ...sheet, rounds: sheet.rounds.slice(Math.max(0, end - ROUNDS), Math.max(0, end)) },
    total: Math.ceil(sheet.rounds.length / ROUNDS) * PAGE_SIZE,
  };
}
