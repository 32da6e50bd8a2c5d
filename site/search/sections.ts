import {createSlugger} from '@docusaurus/utils';

/** A part of a page, from one heading to the next: what a search finds. */
export interface Section {
  page: string;
  /** The heading; the page's title for what stands before its first heading. */
  heading: string;
  url: string;
  text: string;
}

/**
 * Cuts a page into its sections, and takes the text out of the Markdown.
 *
 * It reads the source rather than the built page, so that the search works in the development server as well. It need not
 * understand Markdown for that: what it takes for text is searched and quoted, never rendered.
 *
 * @param readPartial Gives the source of a partial; its text belongs to the pages that include it.
 */
export function sectionsOf(
  title: string,
  permalink: string,
  source: string,
  readPartial: (file: string) => string,
): Section[] {
  const slugger = createSlugger();
  const sections: Section[] = [];
  let current: Section = {page: title, heading: title, url: permalink, text: ''};
  let fence: string | undefined;

  for (const line of includePartials(withoutFrontMatter(source), readPartial).split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (!fence || (mark.startsWith(fence) && line.trim() === mark))) {
      fence = fence ? undefined : mark;
      continue;
    }
    const heading = fence ? null : /^(#{1,6})\s+(.*?)(?:\s+\{#([^}]+)\})?\s*$/.exec(line);
    if (!heading) {
      current.text += ` ${fence ? line : textOf(line)}`;
      continue;
    }
    const [, level = '', content = '', id] = heading;
    const text = textOf(content);
    if (level.length === 1) continue;
    sections.push(current);
    const slug = id ?? slugger.slug(text);
    current = {page: title, heading: text, url: `${permalink}#${slug}`, text: ''};
  }
  sections.push(current);
  return sections.map((section) => ({...section, text: section.text.replace(/\s+/g, ' ').trim()}));
}

function withoutFrontMatter(source: string): string {
  return source.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/\r\n?/g, '\n');
}

/** Partials may include others, but none includes itself: the build sees to that. */
function includePartials(source: string, readPartial: (file: string) => string, depth = 0): string {
  if (depth > 9) return '';
  return source.replace(/^\{%\s*partial\s+file="([^"]+)"[^%]*%\}$/gm, (_tag, file) =>
    includePartials(readPartial(file), readPartial, depth + 1),
  );
}

function textOf(line: string): string {
  return (
    line
      .split(/(`+[^`]+`+)/)
      // Code is text as it stands; around it, the signs of the markup go.
      .map((part) => (part.startsWith('`') ? part.replaceAll('`', '') : withoutMarkup(part)))
      .join('')
  );
}

function withoutMarkup(text: string): string {
  return (
    text
      // Of a tag, only what a reader gets to see.
      .replace(/\{%.*?%\}/g, (tag) =>
        [...tag.matchAll(/(?:title|caption)="([^"]*)"/g)].map(([, it]) => it).join(' '),
      )
      .replace(/^\s*(?:\{%.*|\/?%\}|(?:src|alt|width|height)=.*|:::.*|\|?[\s|:-]+\|)\s*$/, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^\s*(?:[-*+]|\d+\.|>)\s+/, '')
      .replace(/\*\*?|\||<[^>]+>/g, ' ')
      .replace(/(^|\s)_+|_+(\s|$)/g, '$1$2')
  );
}
