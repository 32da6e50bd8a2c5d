import type {Config, Node, ValidationError} from '@markdoc/markdoc';
import {Markdoc} from '../../src/markdoc.js';

/** What a schema can do beside naming an element: functions of the site's own at every place where Markdoc calls some. */

class Price {
  validate(value: unknown): ValidationError[] {
    if (typeof value === 'string' && /^\d+$/.test(value)) return [];
    return [{id: 'attribute-type-invalid', level: 'critical', message: 'A price has digits only'}];
  }

  transform(value: unknown, {variables}: Config): string {
    return `${value} ${variables?.currency}`;
  }
}

const hasText = (node: Node) => [...node.walk()].some(({type}) => type === 'text');

export const tags: Config['tags'] = {
  told: {
    render: 'Box',
    validate: (node, {variables, validation}): ValidationError[] => [
      ...(hasText(node) ? [] : [{id: 'silent', level: 'error' as const, message: 'No text'}]),
      ...(variables?.currency ? [] : [{id: 'blind', level: 'error' as const, message: 'Nothing'}]),
      ...(validation?.parents?.some(({tag}) => tag === 'told')
        ? [{id: 'nested', level: 'error' as const, message: 'One in another'}]
        : []),
    ],
  },
  slotted: {render: 'Box', slots: {top: {required: true}, side: {}}},
  chosen: {
    render: 'Box',
    attributes: {one: {type: String, matches: ({variables}) => variables?.currencies}},
  },
  priced: {render: 'Box', attributes: {price: {type: Price as never}}},
  sized: {
    render: 'Box',
    attributes: {size: {type: String, matches: ['s', 'l'], errorLevel: 'warning'}},
  },
  texts: {render: 'Box', children: ['paragraph']},
  section: {
    attributes: {label: {type: String}},
    transform: (node, config) =>
      new Markdoc.Tag('section', node.transformAttributes(config), node.transformChildren(config)),
  },
};

export const nodes: Config['nodes'] = {
  heading: {
    ...Markdoc.nodes.heading,
    attributes: {...Markdoc.nodes.heading.attributes, kind: {type: String, matches: ['a', 'b']}},
    validate: (node): ValidationError[] =>
      node.attributes.level < 5 ? [] : [{id: 'deep', level: 'error', message: 'Too deep'}],
  },
  fence: {
    ...Markdoc.nodes.fence,
    attributes: {...Markdoc.nodes.fence.attributes, title: {type: String, matches: /^\w+\.js$/}},
  },
  link: {
    render: 'a',
    attributes: {
      href: {
        type: String,
        required: true,
        validate: (value: string): ValidationError[] =>
          value.startsWith('http:') ? [{id: 'plain', level: 'error', message: 'Plain HTTP'}] : [],
      },
      title: {type: String},
    },
  },
  image: {
    attributes: {...Markdoc.nodes.image.attributes},
    transform: (node, config) =>
      new Markdoc.Tag('img', {...node.transformAttributes(config), class: 'zoom'}),
  },
};

export const variables: Config['variables'] = {currency: 'EUR', currencies: ['EUR', 'USD']};

export const functions: Config['functions'] = {
  currencyOf: {transform: (_parameters, config) => config.variables?.currency},
};
