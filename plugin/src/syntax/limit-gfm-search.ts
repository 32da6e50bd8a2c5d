import type {Text} from 'mdast';
import type {Extension as FromMarkdownExtension, Transform} from 'mdast-util-from-markdown';
import type {Construct, Extension as SyntaxExtension} from 'micromark-util-types';
import type {Processor} from 'unified';
import type {Node, Parent} from 'unist';

/** What is in every bare address, by the name of GFM's construct that finds such addresses. */
const signs: {readonly [construct: string]: RegExp} = {
  emailAutolink: /@/,
  protocolAutolink: /https?:\/\//i,
  wwwAutolink: /www\./i,
};

/**
 * Spares documents GFM's search for what cannot be there, which is a third of the time that parsing a page takes.
 *
 * - Bare addresses (`https://example.com`, `www.example.com`, `me@example.com`): micromark asks at the start of every word whether one
 *   begins there, and GFM goes through all texts of the finished tree once more.
 * - Tables: every line of a paragraph is read as the head of a table first, up to its end.
 *
 * Trees stay as they are. Without GFM this does nothing.
 */
export function limitGfmSearch(this: Processor): undefined {
  const data = this.data();
  const {parser} = this;
  if (!parser) return;
  let text = '';
  let tableLines: ReadonlySet<number> = new Set();
  this.parser = (document, file) => {
    text = document;
    tableLines = linesOfTables(document);
    return parser(document, file);
  };
  // A plugin that a plugin adds runs behind all others: by then, GFM is there.
  this.use(() => {
    data.micromarkExtensions = data.micromarkExtensions?.map((each) =>
      withNeeded(
        withTables(each, (line) => tableLines.has(line)),
        () => text,
      ),
    );
    data.fromMarkdownExtensions = data.fromMarkdownExtensions?.map((each) =>
      [each].flat().map(withSearchWhereNeeded),
    );
  });
}

/** The extension without the constructs that cannot find anything in the document. To micromark's `disable` they would still be a reason to halt. */
function withNeeded(extension: SyntaxExtension, document: () => string): SyntaxExtension {
  const {text} = extension;
  const constructs = Object.values(text ?? {}).flat();
  if (!text || !constructs.some((each) => each?.name && Object.hasOwn(signs, each.name)))
    return extension;
  return {
    ...extension,
    get text() {
      const needless = new Set(Object.keys(signs).filter((name) => !signs[name]?.test(document())));
      const entries = Object.entries(text).map(([code, found]) => [
        code,
        [found ?? []].flat().filter(({name}) => !name || !needless.has(name)),
      ]);
      return Object.fromEntries(entries);
    },
  };
}

/** The extension with a construct for tables that looks at some lines only. */
function withTables(extension: SyntaxExtension, mayBe: (line: number) => boolean): SyntaxExtension {
  const any = [extension.flow?.null ?? []].flat();
  const isTable = ({name}: Construct) => name === 'table';
  if (!any.some(isTable)) return extension;
  const limit = (table: Construct): Construct => ({
    ...table,
    tokenize(effects, ok, nok) {
      return mayBe(this.now().line) ? table.tokenize.call(this, effects, ok, nok) : nok;
    },
  });
  const limited = any.map((each) => (isTable(each) ? limit(each) : each));
  return {...extension, flow: {...extension.flow, null: limited}};
}

/**
 * The lines, counted from 1, that may belong to a table: the one before what could be its delimiter row, and what follows up to a blank
 * line. In front of them may be what block quotes and lists put there.
 */
function linesOfTables(document: string): ReadonlySet<number> {
  const lines = new Set<number>();
  let isInside = false;
  document.split(/\r\n|\n|\r/).forEach((text, index) => {
    const isDelimiterRow = /^[\t >|:-]*-[\t >|:-]*$/.test(text);
    if (isDelimiterRow) lines.add(index);
    isInside = isDelimiterRow || (isInside && !/^[\t >]*$/.test(text));
    if (isInside) lines.add(index + 1);
  });
  return lines;
}

/** GFM's extension, whose search is left out where no text can contain an address: references to characters have become characters by then. */
function withSearchWhereNeeded(extension: FromMarkdownExtension): FromMarkdownExtension {
  if (!extension.enter || !('literalAutolink' in extension.enter)) return extension;
  const transforms = extension.transforms?.map(
    (search): Transform =>
      (tree) =>
        mayHaveAddress(tree) ? search(tree) : undefined,
  );
  return {...extension, transforms: transforms ?? null};
}

function mayHaveAddress(node: Node): boolean {
  if (node.type === 'text') {
    const {value} = node as Text;
    return Object.values(signs).some((sign) => sign.test(value));
  }
  return 'children' in node && (node as Parent).children.some(mayHaveAddress);
}
