import type { Mentions } from '@fourways/chat-core';
import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Makes the names that a message calls into elements: `mark`, and `mark.me` where it calls the reader. */
export function mentionMarks(mentions: Mentions | undefined, me: string | undefined) {
  const names = new Map(mentions?.people.map(({ id, name }) => [`@${name}`, id === me]));
  if (mentions?.room) names.set('@room', true);
  return () => (tree: Root) => {
    if (names.size > 0) tree.children = tree.children.flatMap((node) => marked(node, names));
  };
}

function marked<N extends RootContent>(node: N, names: ReadonlyMap<string, boolean>): (N | ElementContent)[] {
  if (node.type === 'text') return split(node.value, names);
  if (node.type === 'element' && node.tagName !== 'code') node.children = node.children.flatMap((child) => marked(child, names));
  return [node];
}

/** The longest name first, so that `@Ann Lee` is not taken for `@Ann`. */
function split(text: string, names: ReadonlyMap<string, boolean>): ElementContent[] {
  const pattern = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped);
  return text
    .split(new RegExp(`(${pattern.join('|')})`, 'u'))
    .filter(Boolean)
    .map((part) => (names.has(part) ? mark(part, names.get(part)!) : { type: 'text', value: part }));
}

function mark(name: string, mine: boolean): Element {
  return { type: 'element', tagName: 'mark', properties: mine ? { className: ['me'] } : {}, children: [{ type: 'text', value: name }] };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
