import type { Options } from 'react-markdown';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import { limitedDepth } from './limited-depth';
import { safeAddress } from './safe-address';

/**
 * What a chat leaves out of Markdown: HTML and entities stay what was typed, a line of dashes makes no heading of the
 * one above it, an indented line is no code, and no line (a definition, a footnote) vanishes.
 */
const OMITTED = [
  'htmlFlow',
  'htmlText',
  'characterReference',
  'setextUnderline',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
];

interface Parser {
  data(): { micromarkExtensions?: object[] };
}

function chatSubset(this: unknown): void {
  const data = (this as Parser).data();
  (data.micromarkExtensions ??= []).push({ disable: { null: OMITTED } });
}

const protocols = ['http', 'https', 'mailto'];

const allowed: Schema = {
  tagNames: 'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre strong table tbody td th thead tr ul'.split(' '),
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    code: [['className', /^language-./]],
    ol: ['start'],
    li: [['className', 'task-list-item']],
    input: [['type', 'checkbox'], 'checked'],
    th: ['align'],
    td: ['align'],
  },
  protocols: { href: protocols, src: protocols },
  required: { input: { type: 'checkbox' } },
};

export const flavour: Pick<Options, 'remarkPlugins' | 'rehypePlugins' | 'urlTransform'> = {
  remarkPlugins: [[remarkGfm, { singleTilde: false }], remarkBreaks, chatSubset],
  rehypePlugins: [[rehypeSanitize, allowed], limitedDepth],
  urlTransform: safeAddress,
};
