/** The rooms and the arrows between them, as ARCHITECTURE.md draws them. */
const only = (name, room, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/(${[room, ...allowed].join('|')})/`] },
});

/** A package that one room alone may import. */
const ownedBy = (pkg, room, also = []) => ({
  name: `only-${room}-imports-${pkg.replace(/\W/g, '')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: [room, ...also].map((r) => `^src/${r}/`) },
  to: { path: `node_modules/${pkg}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('source-stands-alone', 'source', ['diagnostics'], 'source knows only how to report a fault'),
    only('diagnostics-stand-low', 'diagnostics', ['source']),
    only('model-knows-source-only', 'model', ['source', 'diagnostics']),
    only('markdown-reads', 'markdown', ['source', 'diagnostics', 'model']),
    only('calculate-is-pure', 'calculate', ['source', 'diagnostics', 'model']),
    only('load-makes-the-model', 'load', ['source', 'diagnostics', 'model', 'markdown']),
    only('rules-see-the-model', 'rules', ['source', 'diagnostics', 'model']),
    only('resolve-settles', 'resolve', ['source', 'diagnostics', 'model', 'calculate', 'markdown', 'chart']),
    only('chart-draws', 'chart', ['source', 'diagnostics', 'model']),
    only('type-measures', 'type', ['source', 'diagnostics', 'model']),
    only(
      'layout-is-pure',
      'layout',
      ['source', 'diagnostics', 'model', 'type', 'chart'],
      'layout never imports pdf',
    ),
    only('pdf-paints', 'pdf', ['source', 'diagnostics', 'model', 'type', 'layout']),
    only(
      'inspect-reads-back',
      'inspect',
      ['source', 'diagnostics', 'model'],
      'a checker that shares nothing with the painter',
    ),
    only('pack-plans', 'pack', ['source', 'diagnostics', 'model', 'type', 'layout', 'pdf', 'chart']),
    only('open-data', 'open', ['source', 'diagnostics', 'model']),
    only('site-renders', 'site', ['source', 'diagnostics', 'model', 'chart', 'type', 'open']),
    {
      name: 'nothing-imports-cli',
      severity: 'error',
      from: { path: '^src/(?!cli/)' },
      to: { path: '^src/cli/' },
    },
    ownedBy('pdfkit', 'pdf'),
    ownedBy('fontkit', 'type'),
    ownedBy('chart.js', 'chart'),
    ownedBy('@11ty', 'site'),
    ownedBy('nunjucks', 'site'),
    ownedBy('markdown-it', 'markdown'),
    ownedBy('@cantoo', 'inspect', ['pdf']),
    ownedBy('yaml', 'source'),
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
