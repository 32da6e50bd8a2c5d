import {nodes, Tag} from '@markdoc/markdoc';
import {Rule} from '../components';

export const heading = {
  ...nodes.heading,
  transform(node, config) {
    const attributes = node.transformAttributes(config);
    return new Tag(
      `h${node.attributes.level}`,
      {...attributes, 'data-level': node.attributes.level},
      node.transformChildren(config),
    );
  },
};

export const hr = {render: Rule};
