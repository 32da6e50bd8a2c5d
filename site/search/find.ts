import type {Section} from './sections';

/** A section in which every word of a search was found. */
export interface Found extends Section {
  /** A piece of the section's text around the first word that was found. */
  excerpt: string;
}

/** Words in the form in which they are compared: without case and accents. */
export function wordsOf(text: string): string[] {
  return normalize(text).match(/[\p{L}\p{N}_-]+/gu) ?? [];
}

function normalize(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Finds the sections that hold all words of a search, or, where there are none, those that hold some. Each word may be the
 * beginning of a word. What is in a heading counts more than what is in the text.
 */
export function find(query: string, sections: readonly Section[], limit = 8): Found[] {
  const words = [...new Set(wordsOf(query))];
  if (words.length === 0) return [];
  const scored = sections.map((section) => {
    const scores = words.map((word) => scoreOf(word, section));
    return {
      section,
      found: scores.filter(Boolean).length,
      score: scores.reduce((sum, it) => sum + it, 0),
    };
  });
  const best = Math.max(...scored.map(({found}) => found));
  if (best === 0) return [];
  return scored
    .filter(({found}) => found === best)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({section}) => ({...section, excerpt: excerptOf(section.text, words)}));
}

function scoreOf(word: string, {heading, page, text}: Section): number {
  const inHeading = matchOf(word, heading) * 8;
  const inPage = heading === page ? 0 : matchOf(word, page) * 3;
  return inHeading + inPage + matchOf(word, text);
}

/** 2 for the whole word, 1 for its beginning. */
function matchOf(word: string, text: string): number {
  let best = 0;
  for (const candidate of wordsOf(text)) {
    if (candidate === word) return 2;
    if (candidate.startsWith(word)) best = 1;
  }
  return best;
}

function excerptOf(text: string, words: string[]): string {
  const plain = normalize(text);
  const places = words.map((word) => plain.indexOf(word)).filter((at) => at >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const start = first < 40 ? 0 : text.indexOf(' ', first - 30) + 1;
  const end = start + 110;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).replace(/\s\S*$/, '')}${end < text.length ? ' …' : ''}`;
}

/** Cuts a text where a word of the search begins and ends: every second piece is such a word. */
export function highlight(text: string, query: string): string[] {
  const words = wordsOf(query);
  const pieces = [''];
  for (const piece of text.split(/([\p{L}\p{N}_-]+)/u)) {
    const hit = wordsOf(piece).some((it) => words.some((word) => it.startsWith(word)));
    if (hit) pieces.push(piece, '');
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}
