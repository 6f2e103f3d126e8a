// Events in the JSON of PLOVER (Open Event Data Alliance), one for each event of a reading.
import type { OutReport } from './cited.js';

/** Records with PLOVER's own field names; the words come along, so that a coder can be checked. */
export function ploverOf(reports: readonly OutReport[]) {
  return reports.flatMap(({ reading, url }) =>
    (reading.events ?? []).map(({ span, event, source, target, mode, context }, at) => {
      const actor = ({ text, code, sector }: { text: string; code: string; sector?: string | undefined }) => ({
        actorText: text,
        code,
        ...(sector !== undefined && { sector }),
      });
      return {
        id: `${reading.id}:e${at + 1}`,
        date: reading.published ?? null,
        event,
        source: source.map(actor),
        target: target.map(actor),
        ...(mode !== undefined && { mode }),
        ...(context !== undefined && { context }),
        text: reading.text.slice(span[0], span[1]),
        publisher: reading.publisher ?? null,
        url: url ?? null,
        language: reading.language ?? 'en',
        version: 'PLOVER 2021',
      };
    }),
  );
}
