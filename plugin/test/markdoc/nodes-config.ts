import type {Config} from '@markdoc/markdoc';
import {Markdoc} from '../../src/markdoc.js';

/** What a site shows in place of texts and lists. */

export const tags: Config['tags'] = {
  section: {
    transform: (node, config) => new Markdoc.Tag('section', {}, node.transformChildren(config)),
  },
  leaf: {render: 'Leaf'},
};

export const nodes: Config['nodes'] = {
  paragraph: {render: 'Box'},
  text: {
    attributes: {content: {type: String}},
    transform: (node) =>
      String(node.attributes.content)
        .split(/\[(.*?)\]/)
        .map((part, at) =>
          at % 2 === 0 ? part.replace('old', 'new') : new Markdoc.Tag('b', {}, [part]),
        ),
  },
};
