import type {SchemaAttribute} from '@markdoc/markdoc';
import {valueToEstree} from 'estree-util-value-to-estree';
import {element, expressionAttribute} from '../jsx/element.js';
import {identifier, importer} from '../jsx/estree.js';
import {didYouMean} from '../nearest.js';
import {type LowerContext, type Tag, text} from './tag.js';

const attributes = {
  flow: {type: String, required: true, description: 'The id of the flow: its file’s name.'},
} satisfies Record<string, SchemaAttribute>;

/**
 * `{% flow-chooser flow="mail" system="linux" /%}`: a form that hands out a configuration.
 *
 * Both the form and the flow are imports of the page: pages without a chooser load neither, and the bundler knows on which files the
 * page depends. The flow's choices are attributes too; one that is given is fixed on the page.
 */
export const flowChooser: Tag & {attributes: typeof attributes} = {
  description:
    'A form that makes a configuration out of the reader’s answers. The choices of the flow are attributes too: one that is given is fixed on the page.',
  selfClosing: true,
  inline: false,
  aloneIsBlock: true,
  attributes,
  schemaFor(tag, context) {
    const choices = context.findFlow(text(context, 'flow') ?? '')?.choices;
    // Without the flow nothing can be said of its choices.
    const more = choices
      ? choices.map(({id, label, options}): [string, SchemaAttribute] => [
          id,
          {type: String, matches: options.map((option) => option.id), description: label},
        ])
      : tag.attributes.map(({name}): [string, SchemaAttribute] => [name, {}]);
    return {...flowChooser, attributes: {...Object.fromEntries(more), ...attributes}};
  },
  lower(_tag, context) {
    const name = text(context, 'flow');
    const flow = context.findFlow(name ?? '');
    if (!flow) {
      if (name !== undefined) reportFlow(name, context);
      return [];
    }
    const fixed = Object.fromEntries(
      (flow.choices ?? []).flatMap(({id}) => {
        const option = text(context, id);
        return option === undefined ? [] : [[id, option]];
      }),
    );
    const chooser = context.importModule('@theme/FlowChooser', 'default', 'MarkdocFlowChooser');
    const imported = context.importModule(flow.source, 'default', 'markdocFlow');
    const props = [
      expressionAttribute('flow', identifier(imported)),
      expressionAttribute('fixed', valueToEstree(fixed)),
      expressionAttribute('check', importer(`${flow.source}?check`)),
    ];
    return [element(chooser, props, [], false)];
  },
};

/** Says that there is no such flow, and which ones there are. */
export function reportFlow(name: string, context: LowerContext): void {
  const ids = context.flowIds();
  const all =
    ids.length > 0
      ? `The flows are ${ids.join(', ')}.`
      : 'The folder for flows has none: see the option `flows`.';
  const help = didYouMean(name, ids, all);
  context.report('flow-not-found', `Flow '${name}' not found`, 'flow', help);
}
