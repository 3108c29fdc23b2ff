import type { Feature, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json?url';

/** Lands and the lines between them. Natural Earth draws them as they are held, not as they are claimed. */
export interface World {
  readonly land: Feature<Polygon | MultiPolygon>;
  readonly borders: MultiLineString;
}

type Atlas = Topology<{ readonly land: GeometryCollection; readonly countries: GeometryCollection }>;

let loading: Promise<World> | undefined;

/** Fetched once; asked for again after a failure. */
export const loadWorld = (): Promise<World> => {
  loading ??= fetchWorld().catch((fault: unknown) => {
    loading = undefined;
    throw fault;
  });
  return loading;
};

const fetchWorld = async (): Promise<World> => {
  const answer = await fetch(atlas);
  if (!answer.ok) throw new Error(`world map: ${answer.status}`);
  const topology = (await answer.json()) as Atlas;
  const lands = feature(topology, topology.objects.land);
  return {
    land: lands.features[0] as Feature<MultiPolygon>,
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  };
};
