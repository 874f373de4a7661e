// The house's own ESLint rules.
import { relative, sep } from 'node:path';
import { root } from '../workspace.mjs';
import { boundaries } from './boundaries.mjs';
import { crossed } from './matching.mjs';

const pathIn = (context) => relative(root, context.filename).split(sep).join('/');

/** Static and dynamic imports, types included, and re-exports. */
const boundary = {
  create(context) {
    const file = pathIn(context);
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      for (const message of crossed(boundaries, file, source.value)) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
    };
  },
};

const names = [
  [/^apps\/(?:.*\/)?index\.tsx?$/, 'No index.ts inside an app: import the file that has what you need.'],
  [/(^|\/)(utils?|helpers?)(\/|\.tsx?$)/, 'No utils and no helpers: give it a noun and put it beside its owner.'],
];

const fileName = {
  create: (context) => ({
    Program(node) {
      const file = pathIn(context);
      for (const [pattern, message] of names) if (pattern.test(file)) context.report({ node, message });
    },
  }),
};

export default { rules: { boundary, 'file-name': fileName } };
