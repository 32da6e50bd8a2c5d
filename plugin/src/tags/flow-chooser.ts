import {attributeOf, element, plainAttributes} from '../jsx/element.js';
import {identifier, importer} from '../jsx/estree.js';
import {didYouMean} from '../nearest.js';
import {type LowerContext, type Tag, text} from './tag.js';

/**
 * `{% flow-chooser flow="mail" system="linux" /%}`: a form that hands out a configuration.
 *
 * Both the form and the flow are imports of the page: pages without a chooser load neither, and the bundler knows on which files the
 * page depends. The flow's choices are attributes too; one that is given is fixed on the page.
 */
export const flowChooser = {
  description:
    'A form that makes a configuration out of the reader’s answers. The choices of the flow are attributes too: one that is given is fixed on the page.',
  selfClosing: true,
  inline: false,
  aloneIsBlock: true,
  attributes: {
    flow: {type: String, required: true, description: 'The id of the flow: its file’s name.'},
  },
  attributesFor(tag, context) {
    const choices = context.findFlow(text(context, 'flow') ?? '')?.choices;
    // Without the flow nothing can be said of its choices.
    if (!choices) return Object.fromEntries(tag.attributes.map(({name}) => [name, {}]));
    const ids = (options: readonly {id: string}[]) => options.map(({id}) => id);
    return Object.fromEntries(
      choices.map(({id, options}) => [id, {type: String, matches: ids(options)}]),
    );
  },
  lower(_tag, context) {
    const found = flowOf(context);
    if (!found) return [];
    const {source, choices = []} = found;
    const fixed = choices.flatMap(({id}) => {
      const option = text(context, id);
      return option === undefined ? [] : [[id, option]];
    });
    const chooser = context.importModule('@theme/FlowChooser');
    const props = [
      attributeOf('flow', identifier(context.importModule(source, 'default', 'markdocFlow'))),
      ...plainAttributes({fixed: Object.fromEntries(fixed)}),
      attributeOf('check', importer(`${source}?check`)),
    ];
    return [element(chooser, props, [], false)];
  },
} satisfies Tag;

/** The flow that a tag is for; one that does not exist is reported. */
export function flowOf(context: LowerContext): ReturnType<LowerContext['findFlow']> {
  const name = text(context, 'flow');
  if (name === undefined) return undefined;
  const found = context.findFlow(name);
  if (found) return found;
  const ids = context.flowIds();
  const all =
    ids.length > 0
      ? `The flows are ${ids.join(', ')}.`
      : 'The folder for flows has none: see the option `flows`.';
  const help = didYouMean(name, ids, all);
  context.report('flow-not-found', `Flow '${name}' not found`, 'flow', help);
  return undefined;
}
