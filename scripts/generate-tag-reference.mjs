/**
 * `npm run docs:tags`: writes the reference page of the tags from their schemas. A unit test fails where the page is out of date.
 */
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {buildPlugin} from './build-plugin.mjs';
import {ensureInstalled} from './install.mjs';
import {root} from './support.mjs';

/**
 * The parts of a tag's schema that the page tells.
 *
 * @typedef {{description?: string, type?: any, required?: boolean, default?: unknown, matches?: unknown}} Attribute
 * @typedef {{description?: string, inline?: boolean, selfClosing?: boolean, attributes?: Record<string, Attribute>}} Schema
 */

/** Where the page is. */
export const page = path.join(root, 'content/docs/authors/tag-reference.md');

const head = `---
title: Tag reference
slug: /authors/tag-reference
description: Every tag of the plugin with all its attributes, their types and their defaults.
---

# Tag reference

<!-- Written by \`npm run docs:tags\` from the schemas in plugin/src/tags: changes belong there. -->

All tags and all attributes, made from the definitions by which pages are checked. [Tags](/authors/tags) shows what becomes of them.

Each tag also takes \`id\` and \`class\`, or their [shortcuts](/authors/syntax#shortcuts) \`#id\` and \`.class\`.
`;

/**
 * @param {Readonly<Record<string, Schema>>} tags
 * @returns {string} The page.
 */
export function tagReference(tags) {
  const names = Object.keys(tags).sort();
  return [head, ...names.map((name) => section(name, tags[name] ?? {}))].join('\n');
}

/** @type {(name: string, schema: Schema) => string} */
function section(name, {description, inline, selfClosing, attributes = {}}) {
  const place = inline === false ? '' : ' Stands on lines of its own, or in a line of text.';
  const rows = Object.entries(attributes).map(([key, attribute]) => row(key, attribute));
  const table = ['| Attribute | Type | Meaning |', '| --- | --- | --- |', ...rows, ''];
  return [
    `## ${name} {#${name}}\n`,
    `${description}${place}\n`,
    '```markdoc',
    usage(name, selfClosing, attributes),
    '```\n',
    ...(rows.length > 0 ? table : []),
  ].join('\n');
}

/**
 * The tag with what it cannot do without.
 *
 * @type {(name: string, selfClosing: boolean | undefined, attributes: Record<string, Attribute>) => string}
 */
function usage(name, selfClosing, attributes) {
  const written = Object.entries(attributes).flatMap(([key, {required}]) => {
    if (key === 'primary') return required ? ' "…"' : name === 'if' ? ' …' : [];
    return required ? ` ${key}="…"` : [];
  });
  const opening = `{% ${name}${written.join('')}`;
  return selfClosing ? `${opening} /%}` : `${opening} %} … {% /${name} %}`;
}

/** @type {(name: string, attribute: Attribute) => string} */
function row(name, {description = '', type, required, default: value, matches}) {
  const types = [type ?? []].flat().map((each) => each?.name?.toLowerCase() ?? String(each));
  const kinds = types.length > 0 ? types.join(' or ') : 'anything';
  const values = Array.isArray(matches) ? `: ${matches.map(code).join(', ')}` : '';
  const cells = [
    name === 'primary' ? 'the first value, without a name' : code(name),
    [kinds + values, required && 'required', value !== undefined && `default ${code(value)}`]
      .filter(Boolean)
      .join('; '),
    description.replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @type {(text: unknown) => string} */
function code(text) {
  return `\`${text}\``;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  if ((await buildPlugin()) !== 0) process.exit(1);
  const registry = path.join(root, 'plugin/lib/tags/registry.js');
  const {builtInTags} = await import(pathToFileURL(registry).href);
  fs.writeFileSync(page, tagReference(builtInTags));
}
