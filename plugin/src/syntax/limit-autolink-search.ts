import type {Nodes} from 'mdast';
import type {Extension as FromMarkdownExtension, Transform} from 'mdast-util-from-markdown';
import type {Extension as SyntaxExtension} from 'micromark-util-types';
import type {Processor} from 'unified';

/** What is in every bare address, by the name of GFM's construct that finds such addresses. */
const signs: {readonly [construct: string]: RegExp} = {
  emailAutolink: /@/,
  protocolAutolink: /https?:\/\//i,
  wwwAutolink: /www\./i,
};

/**
 * Spares documents without bare addresses (`https://example.com`, `www.example.com`, `me@example.com`) GFM's search for them: micromark
 * asks at the start of every word whether an address begins there, and GFM goes through all texts of the finished tree once more. That is a
 * quarter of the time that parsing a page takes.
 *
 * Trees stay as they are. Without GFM this does nothing.
 */
export function limitAutolinkSearch(this: Processor): undefined {
  const data = this.data();
  const {parser} = this;
  if (!parser) return;
  let text = '';
  this.parser = (document, file) => {
    text = document;
    return parser(document, file);
  };
  // A plugin that a plugin adds runs behind all others: by then, GFM is there.
  this.use(() => {
    data.micromarkExtensions = data.micromarkExtensions?.map((each) =>
      withNeeded(each, () => text),
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

function mayHaveAddress(node: Nodes): boolean {
  if (node.type === 'text') return Object.values(signs).some((sign) => sign.test(node.value));
  return 'children' in node && node.children.some(mayHaveAddress);
}
