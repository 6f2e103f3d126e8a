// Who may import whom between the rooms (see docs/architecture.md).
const only = (room, ...allowed) => ({
  name: `${room}-imports`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|train|bench|test)/', pathNot: `^src/(${[room, ...allowed].join('|')})(/|\\.ts$)` },
});
module.exports = {
  forbidden: [
    only('terms'), only('report', 'terms'), only('reading', 'terms'), only('record', 'terms'), only('study', 'terms'), only('out', 'terms'),
    only('jobs', 'terms', 'report', 'reading', 'record'), only('desk', 'terms', 'parley'),
    { name: 'train-imports', severity: 'error', from: { path: '^train/' }, to: { path: '^src/', pathNot: '^src/(terms|reading)/' } },
    { name: 'bench-imports', severity: 'error', from: { path: '^bench/' }, to: { path: '^src/', pathNot: '^src/(terms/|reading/|desk/|parley\\.ts$)' } },
    { name: 'pure-rooms', severity: 'error', from: { path: '^src/(reading|study)/' }, to: { dependencyTypes: ['core'] } },
    // Types may refer to each other; modules that run may not.
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '(^|/)dist/' } },
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] } },
};
