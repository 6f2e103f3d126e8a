// What a reader may see of the record, written in one of the formats of other programs.
import { annotationsOf } from '../out/annotations.js';
import { atomOf } from '../out/atom.js';
import { calendarOf } from '../out/calendar.js';
import { type OutReport, rowsOf } from '../out/cited.js';
import { csvOf } from '../out/csv.js';
import { geojsonOf } from '../out/geojson.js';
import { edgesOf, gexfOf, graphmlOf } from '../out/graph.js';
import { ploverOf } from '../out/plover.js';
import { trainingOf } from '../out/training.js';
import { exported } from '../record/export.js';
import { readReports } from '../record/kept-reports.js';
import type { Store } from '../record/store.js';
import { printedAccess, printedDue, printedTalks } from '../study/printed.js';
import { type Study, studyOn } from '../study/study.js';
import { FORMATS, type FormatName } from '../terms/formats.js';
import type { ReaderOf } from '../terms/marks.js';
import { locatePlaces } from './places.js';

export interface WriteAsked {
  readonly who: ReaderOf;
  readonly format: FormatName;
  /** Null: all reports. */
  readonly process: { readonly id: string; readonly name: string } | null;
  /** YYYY-MM-DD: what was published up to then. */
  readonly day: string;
}

/** The reports of a study with their titles and addresses. */
async function outReports(store: Store, { reports }: Study): Promise<readonly OutReport[]> {
  const known = await store.read.selectFrom('report').select(['id', 'url']).where('url', 'is not', null).execute();
  const addresses = new Map(known.map(({ id, url }) => [id, url ?? undefined]));
  return reports.map(({ id, title, publisher, published, reading }) => ({
    // What the record knows of a report wins over what its reading was told.
    reading: { ...reading, ...(publisher !== undefined && { publisher }), ...(published !== undefined && { published }) },
    title,
    url: addresses.get(id),
  }));
}

/** One JSON object a line for each report with reviewed lines, whatever its day. */
async function training(store: Store, who: ReaderOf, process: string | undefined): Promise<string> {
  let lines = '';
  for await (const item of exported(store, who, { process })) {
    if (item.type !== 'report' || item.page.reading === null) continue;
    const { reading, reviews, summary } = item.page;
    const accepted = reviews.filter(({ state }) => state === 'accepted' || state === 'edited');
    if (accepted.length > 0)
      lines += `${JSON.stringify(trainingOf(reading, new Set(accepted.map(({ line }) => line.slice(summary.id.length + 1)))))}\n`;
  }
  return lines;
}

function placesOf(study: Study): string {
  const sheet = printedAccess(study);
  const located = new Map(locatePlaces(sheet.places.flatMap(({ place }) => place ?? [])).map((place) => [place.name, place]));
  return `${JSON.stringify(geojsonOf(sheet, (place) => located.get(place) ?? null))}\n`;
}

/** Pressure and ties between the actors of the record. */
function edges(reports: readonly OutReport[], { who }: Study) {
  return edgesOf(
    rowsOf(reports).map((row) => {
      const named = (names: readonly string[]): string[] => names.map((name) => who.of(row.report.reading.id, name).name);
      return { ...row, from: named(row.from), to: named(row.to) };
    }),
  );
}

/** The text of a format. Lines that somebody has rejected are left out; training holds only those that somebody has accepted. */
export async function writtenFor(store: Store, { who, format, process, day }: WriteAsked): Promise<string> {
  if (format === 'training') return training(store, who, process?.id);
  const study = studyOn(day, await readReports(store.read, who, process?.id ?? null, day));
  const name = process?.name ?? 'All reports';
  switch (format) {
    case 'ics':
      return calendarOf(name, printedTalks(study), printedDue(study));
    case 'geojson':
      return placesOf(study);
  }
  const reports = await outReports(store, study);
  switch (format) {
    case 'csv':
      return csvOf(rowsOf(reports));
    case 'plover':
      return ploverOf(reports)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join('');
    case 'annotations':
      return `${JSON.stringify(annotationsOf(rowsOf(reports)))}\n`;
    case 'gexf':
      return gexfOf(edges(reports, study));
    case 'graphml':
      return graphmlOf(edges(reports, study));
    case 'atom':
      return atomOf(rowsOf(reports), { title: name, address: `urn:parley:${process?.id ?? 'all'}${FORMATS.atom.address}` });
  }
}
