// Pressure and ties as a graph: GEXF 1.3 and GraphML, for Gephi and its kin.
import type { Row } from './cited.js';
import { xmlText } from './xml.js';

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** The means of pressure or the relation of the tie. */
  readonly label: string;
  readonly kind: 'pressure' | 'tie';
  /** How many claims say so. */
  readonly weight: number;
  readonly refs: readonly string[];
}

/** One edge for each pair, kind and label; negated ties are no edges. */
export function edgesOf(rows: readonly Row[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { kind, state, from, to, ref } of rows) {
    if ((kind !== 'pressure' && kind !== 'tie') || state.startsWith('not ')) continue;
    for (const source of from) {
      for (const target of to) {
        const key = JSON.stringify([source, target, kind, state]);
        const known = edges.get(key);
        edges.set(key, {
          from: source,
          to: target,
          label: state,
          kind,
          weight: (known?.weight ?? 0) + 1,
          refs: [...(known?.refs ?? []), ref],
        });
      }
    }
  }
  return [...edges.values()];
}

const nodesOf = (edges: readonly Edge[]): string[] => [...new Set(edges.flatMap(({ from, to }) => [from, to]))];

export function gexfOf(edges: readonly Edge[]): string {
  const nodes = nodesOf(edges);
  const at = new Map(nodes.map((name, index) => [name, index]));
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph defaultedgetype="directed">
    <attributes class="edge"><attribute id="kind" title="kind" type="string"/><attribute id="refs" title="references" type="string"/></attributes>
    <nodes>
${nodes.map((name, index) => `      <node id="n${index}" label="${xmlText(name)}"/>`).join('\n')}
    </nodes>
    <edges>
${edges.map(({ from, to, label, kind, weight, refs }, index) => `      <edge id="e${index}" source="n${at.get(from)}" target="n${at.get(to)}" label="${xmlText(label)}" weight="${weight}"><attvalues><attvalue for="kind" value="${kind}"/><attvalue for="refs" value="${xmlText(refs.join(' '))}"/></attvalues></edge>`).join('\n')}
    </edges>
  </graph>
</gexf>
`;
}

export function graphmlOf(edges: readonly Edge[]): string {
  const nodes = nodesOf(edges);
  const at = new Map(nodes.map((name, index) => [name, index]));
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="name" for="node" attr.name="name" attr.type="string"/>
  <key id="label" for="edge" attr.name="label" attr.type="string"/>
  <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
  <graph edgedefault="directed">
${nodes.map((name, index) => `    <node id="n${index}"><data key="name">${xmlText(name)}</data></node>`).join('\n')}
${edges.map(({ from, to, label, kind, weight }) => `    <edge source="n${at.get(from)}" target="n${at.get(to)}"><data key="label">${xmlText(label)}</data><data key="kind">${kind}</data><data key="weight">${weight}</data></edge>`).join('\n')}
  </graph>
</graphml>
`;
}
