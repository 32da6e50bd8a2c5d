import {attributeOf, element, plainAttributes} from '../jsx/element.js';
import {importer} from '../jsx/estree.js';
import {flowOf} from './flow-chooser.js';
import type {Tag} from './tag.js';

/**
 * `{% flow-check flow="mail" /%}`: tells readers what is wrong with a configuration that they have.
 *
 * The flow, the check and its parsers are loaded when a reader uses it.
 */
export const flowCheck = {
  description:
    'Tells readers, line by line, what is wrong with a configuration file that they have.',
  selfClosing: true,
  inline: false,
  aloneIsBlock: true,
  attributes: {
    flow: {type: String, required: true, description: 'The id of the flow: its file’s name.'},
  },
  lower(_tag, context) {
    const found = flowOf(context);
    if (!found) return [];
    const load = attributeOf('check', importer(`${found.source}?check`));
    const props = [...plainAttributes({flow: found.flow.id}), load];
    return [element(context.importModule('@theme/FlowCheck'), props, [], false)];
  },
} satisfies Tag;
