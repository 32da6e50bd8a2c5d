import {element, expressionAttribute, plainAttributes} from '../jsx/element.js';
import {importer} from '../jsx/estree.js';
import {reportFlow} from './flow-chooser.js';
import {type Tag, text} from './tag.js';

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
    const name = text(context, 'flow');
    if (name === undefined) return [];
    const flow = context.findFlow(name);
    if (!flow) {
      reportFlow(name, context);
      return [];
    }
    const check = context.importModule('@theme/FlowCheck', 'default', 'MarkdocFlowCheck');
    const load = expressionAttribute('check', importer(`${flow.source}?check`));
    return [element(check, [...plainAttributes({flow: name}), load], [], false)];
  },
} satisfies Tag;
