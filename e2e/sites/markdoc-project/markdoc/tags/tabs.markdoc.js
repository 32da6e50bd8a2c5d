import {Tag} from '@markdoc/markdoc';
import {Tab, Tabs} from '../../components';

export const tabs = {
  render: Tabs,
  transform(node, config) {
    const labels = node
      .transformChildren(config)
      .filter((child) => child && child.name === Tab)
      .map((tab) => tab.attributes.label);
    return new Tag(this.render, {labels}, node.transformChildren(config));
  },
};

export const tab = {
  render: Tab,
  attributes: {label: {type: String, required: true}},
};
