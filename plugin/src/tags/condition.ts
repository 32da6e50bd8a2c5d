import type {Node} from 'unist';
import {attributeOf, element, plainAttributes} from '../jsx/element.js';
import {runtimeModule} from '../jsx/page-modules.js';
import {type Evaluated, isReaders, toExpression} from '../markdoc/evaluate.js';
import {
  findReference,
  type ReaderState,
  readerRoot,
  readerStates,
  stateKey,
  variablesIn,
} from '../markdoc/reader-values.js';
import {Markdoc} from '../markdoc.js';
import {isTag, type MarkdocTag, type TagAttribute} from '../syntax/index.js';
import {partsUnder} from './parts.js';
import type {LowerContext, Tag} from './tag.js';

/**
 * `{% if $a %} … {% else $b /%} … {% else /%} … {% /if %}`
 *
 * What the build can decide it decides: only the branch that is taken becomes a part of the page, its headings, imports and all. With
 * conditions that only the reader's page knows, all branches are in an element that decides there. Where it is the reader's choices that decide, all
 * branches are in the page, and its styles show the one that fits.
 */
export const condition: Tag = {
  description: 'Content that is there under a condition.',
  attributes: {
    primary: {description: 'The condition; only `false`, `null` and what is missing are false.'},
  },
  optionalValues: true,
  prepare(tag, context) {
    const open: Branch[] = [];
    const branches = branchesOf(tag, context);
    for (const branch of branches) {
      const {when} = branch;
      const last = open.at(-1);
      const decided = last?.when.known && Markdoc.truthy(last.when.value);
      if (decided || (when.known && !Markdoc.truthy(when.value))) {
        // Where a variable is missing, it may be the condition that asks for it.
        context.checkOnly(branch.children, 'variable-undefined');
      } else open.push(branch);
    }
    if (open.every(({when}) => when.known)) {
      tag.children = open[0]?.children ?? [];
      return;
    }
    if (open.some(({when}) => isReaders(when))) {
      tag.children = readerBranches(tag, open, context);
      return;
    }
    const name = context.importModule(runtimeModule, 'MarkdocIf');
    const elements = open.map(({when}) => toExpression(when));
    const when = attributeOf('when', {type: 'ArrayExpression', elements});
    const fragments = open.map(({children}) => element(null, [], children, tag.inline));
    tag.children = [element(name, [when], fragments, tag.inline)];
  },
  lower(tag) {
    return tag.children;
  },
};

/** `{% else /%}` is a part of `if`, which takes it away; one that is left stands in the wrong place. */
export const otherwise: Tag = {
  description: 'What is shown where the conditions before it do not hold.',
  selfClosing: true,
  attributes: {primary: {description: 'A further condition.'}},
  optionalValues: true,
  lower(_tag, context) {
    context.report('tag-misnested', "'else' belongs into an 'if' tag, at the same level");
    return [];
  },
};

interface Branch {
  /** The condition as it was written; a last `else` has none. */
  written: TagAttribute | undefined;
  when: Evaluated;
  children: Node[];
}

function branchesOf(tag: MarkdocTag, context: LowerContext): Branch[] {
  /** @param value What a condition that is not there comes to. */
  const branch = ({attributes}: MarkdocTag, value: boolean): Branch => {
    const written = attributes.findLast(({name}) => name === 'primary');
    const when: Evaluated = written ? context.evaluate(written) : {known: true, value};
    return {written, when, children: []};
  };
  const branches = [branch(tag, false)];
  for (const child of tag.children) {
    if (isTag(child, 'else')) branches.push(branch(child, true));
    else branches.at(-1)?.children.push(child);
  }
  return branches;
}

/** Branches between which the reader's choices decide. */
function readerBranches(
  tag: MarkdocTag,
  branches: readonly Branch[],
  context: LowerContext,
): Node[] {
  const states = statesOf(branches, context);
  if (!states) return [];
  const parts = partsUnder(tag);
  if (parts) {
    // A list or a table would have the branch's element between itself and its items or rows.
    const message = `Only the reader's page knows whether there is this ${parts.name}`;
    const help = `Put the condition into the ${parts.place}.`;
    context.report('value-at-run-time', message, undefined, help);
  }
  const shown = branches.map((): ReaderState[] => []);
  for (const state of states) {
    const found = branches.findIndex(({written}) => {
      if (!written) return true;
      const when = context.evaluate(written, state);
      if (when.known) return Markdoc.truthy(when.value);
      const message = 'A condition cannot ask both for the page and for what the reader has chosen';
      context.report('value-at-run-time', message, written);
      return true;
    });
    shown[found]?.push(state);
  }
  const name = context.importModule('@theme/FlowBranch');
  return branches.flatMap((branch, at) => {
    const here = shown[at] ?? [];
    if (here.length === 0) {
      const message = 'This branch is never shown, whatever the reader chooses';
      const help =
        'Correct the condition: a choice is one of its options, by their ids in the flow.';
      if (branch.written) context.report('attribute-value-invalid', message, branch.written, help);
      context.checkOnly(branch.children);
      return [];
    }
    const hidden = states.filter((state) => !here.includes(state)).map(({selector}) => selector);
    const labels = new Set(here.flatMap(({label}) => label ?? []));
    const attributes = {
      branch: stateKey(hidden),
      hidden,
      label: [...labels].join(' / '),
      inline: tag.inline || undefined,
    };
    return [element(name, plainAttributes(attributes), branch.children, tag.inline)];
  });
}

/** Every state of the reader's choices between which the conditions may tell; `undefined` where they ask for something else, or for too much. */
function statesOf(branches: readonly Branch[], context: LowerContext): ReaderState[] | undefined {
  const conditions = branches.flatMap(({written}) => written ?? []);
  const references = conditions.flatMap((condition) => {
    const readers = variablesIn(condition.value).filter(({path}) => path[0] === readerRoot);
    return readers.map(({path}) => {
      const reference = findReference(path, context);
      if ('field' in reference && reference.field) {
        const message = `'${reference.field.id}' is no choice: only choices decide what is shown`;
        const help = `Choices are ${reference.flow.choices.map(({id}) => id).join(', ')}.`;
        context.report('value-at-run-time', message, condition, help);
      }
      return reference;
    });
  });
  if (references.some((each) => !('choice' in each && each.choice))) return undefined;
  const states = readerStates(references);
  if (!states) context.report('value-at-run-time', 'The condition depends on too many choices');
  return states;
}
