// Places with their access ladders as GeoJSON (RFC 7946).
import type { AccessSheet } from '../terms/study.js';

/** Where a place is; null where no gazetteer knows it. */
export type Locate = (
  place: string,
) => { readonly latitude: number; readonly longitude: number; readonly country?: string | undefined } | null;

/** A point for each place that can be located; the others come as features without geometry, so that none is lost. */
export function geojsonOf({ places }: AccessSheet, locate: Locate) {
  return {
    type: 'FeatureCollection' as const,
    features: places.flatMap(({ place, steps, blame }) => {
      if (place === null) return [];
      const at = locate(place);
      return [
        {
          type: 'Feature' as const,
          geometry: at === null ? null : { type: 'Point' as const, coordinates: [at.longitude, at.latitude] },
          properties: {
            place,
            country: at?.country ?? null,
            latest: steps.at(-1)?.step ?? null,
            since: steps.at(-1)?.date ?? null,
            steps,
            blame,
          },
        },
      ];
    }),
  };
}
