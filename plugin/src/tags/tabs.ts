import type {Node} from 'unist';
import {element, plainAttributes} from '../jsx/element.js';
import {partData, placeParts} from './parts.js';
import {idAndClasses, type LowerContext, type Tag, text} from './tag.js';

/**
 * `{% tabs group="os" %} {% tab label="Linux" %} … {% /tab %} … {% /tabs %}`: Docusaurus's own tabs.
 *
 * Docusaurus throws while it renders where two tabs have the same value, or where something else is among them. Authors are told
 * before, with the place.
 */
export const tabs: Tag = {
  description: 'Content of which the reader sees one part at a time.',
  inline: false,
  aloneIsBlock: true,
  attributes: {
    group: {
      type: String,
      description:
        'Tabs of the same group change together, on all pages; the choice is remembered.',
    },
    query: {
      type: [String, Boolean],
      description:
        'Puts the choice into the address of the page, under this name; `true` takes the name of the group.',
    },
  },
  prepare(tag, context) {
    placeParts(tag, 'tab', context);
  },
  lower(tag, context) {
    const query = context.get('query') ?? undefined;
    const group = text(context, 'group');
    if (query === true && group === undefined) {
      const message = "Missing required attribute: 'group'";
      context.report('attribute-missing-required', message, 'query', 'Or write query="name".');
    }
    const items = tag.children.filter((child) => tabValue(child) !== undefined);
    checkValues(items, context);
    // A tab that is wrong has become a box with its source, which Docusaurus would not take among tabs.
    const others = tag.children.filter((child) => tabValue(child) === undefined);
    if (others.some(({type}) => type === 'mdxJsxFlowElement')) {
      const message = "Only the reader's page knows whether there is this 'tab'";
      context.report('value-at-run-time', message, undefined, 'Put the condition into the tab.');
    }
    if (items.length === 0) return others;

    const {id, className} = idAndClasses(tag.attributes);
    const attributes = {groupId: group, queryString: query, className: className?.join(' ')};
    const name = context.importModule('@theme/Tabs');
    const result = element(name, plainAttributes(attributes), items, false);
    // Docusaurus's tabs take no id.
    const boxed = id ? element('div', plainAttributes({id}), [result], false) : result;
    return [boxed, ...others];
  },
};

/** `{% tab label="Linux" %} … {% /tab %}` */
export const tab: Tag = {
  description: 'One of several `tabs`.',
  inline: false,
  aloneIsBlock: true,
  attributes: {
    label: {type: String, required: true, description: 'What stands on the tab.'},
    value: {
      type: String,
      description: 'The name of the tab in its group and in the address; without it, the label.',
    },
    default: {type: Boolean, description: 'Whether it is the one that is seen at first.'},
  },
  lower(tag, context) {
    partData(tag, 'tabs', context);
    const label = text(context, 'label') ?? '';
    const {id, className} = idAndClasses(tag.attributes);
    const value = text(context, 'value') ?? label;
    const attributes = {
      value,
      label,
      default: context.get('default') === true || undefined,
      className: className?.join(' '),
      attributes: id && {id},
    };
    const name = context.importModule('@theme/TabItem');
    const item = element(name, plainAttributes(attributes), tag.children, false, id);
    const data: TabData = {...item.data, markdocTab: value};
    return [{...item, data, position: tag.opening}];
  },
};

function checkValues(items: Node[], context: LowerContext): void {
  const values = new Set<unknown>();
  for (const item of items) {
    const value = tabValue(item);
    if (values.has(value)) {
      const message = `Two tabs have the value '${value}'`;
      const help = 'Give each a label of its own, or a value where the labels are the same.';
      context.report('attribute-value-invalid', message, item, help);
    }
    values.add(value);
  }
}

/** What a tab tells the tag around it. */
interface TabData {
  markdocTab?: string;
}

/** The value of a tab that was lowered; of anything else, `undefined`. */
function tabValue({data}: Node): string | undefined {
  return (data as TabData | undefined)?.markdocTab;
}
