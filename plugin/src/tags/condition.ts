import type {Expression} from 'estree';
import type {Node} from 'unist';
import type {MarkdocTag} from '../syntax/index.js';
import {clientModule, expressionAttribute} from './page-modules.js';
import type {LowerContext, Tag} from './tag.js';
import {type Evaluated, toExpression, truthy} from './values.js';

/**
 * `{% if $a %} … {% else $b /%} … {% else /%} … {% /if %}`
 *
 * What the build can decide it decides: only the branch that is taken becomes a part of the page, its headings, imports and all. A
 * condition that only the reader's page knows becomes an element that decides there.
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
      const decided = last?.when.known && truthy(last.when.value);
      if (decided || (when.known && !truthy(when.value))) {
        // Where a variable is missing, it may be the condition that asks for it.
        context.checkOnly(branch.children, 'variable-undefined');
      } else open.push(branch);
    }
    if (open.every(({when}) => when.known)) {
      tag.children = (open[0]?.children ?? []) as MarkdocTag['children'];
      return;
    }
    const element = context.importModule(clientModule, 'MarkdocIf', 'MarkdocIf');
    tag.children = open.map((branch, index) =>
      branchElement(element, tag, branch, open.slice(0, index)),
    );
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
  when: Evaluated;
  children: Node[];
}

function branchesOf(tag: MarkdocTag, context: LowerContext): Branch[] {
  const first: Branch = {when: context.value('primary'), children: []};
  const branches = [first];
  for (const child of tag.children) {
    if (child.type === 'markdocTag' && child.name === 'else') {
      const primary = child.attributes.find(({name}) => name === 'primary');
      const when: Evaluated = primary ? context.evaluate(primary) : {known: true, value: true};
      branches.push({when, children: []});
    } else branches.at(-1)?.children.push(child);
  }
  return branches;
}

/** A branch as an element; it is shown where its condition holds and none of those before it. */
function branchElement(
  name: string,
  tag: MarkdocTag,
  branch: Branch,
  before: Branch[],
): MarkdocTag['children'][number] {
  const conditions = [...before.map(({when}) => not(holds(when))), holds(branch.when)];
  const when = conditions.reduce((left, right) => ({
    type: 'LogicalExpression',
    operator: '&&',
    left,
    right,
  }));
  return {
    type: tag.inline ? 'mdxJsxTextElement' : 'mdxJsxFlowElement',
    name,
    attributes: [expressionAttribute('when', when)],
    children: branch.children,
  } as never;
}

/** `(value ?? false) !== false` */
function holds(when: Evaluated): Expression {
  return {
    type: 'BinaryExpression',
    operator: '!==',
    left: {
      type: 'LogicalExpression',
      operator: '??',
      left: toExpression(when),
      right: {type: 'Literal', value: false},
    },
    right: {type: 'Literal', value: false},
  };
}

function not(argument: Expression): Expression {
  return {type: 'UnaryExpression', operator: '!', prefix: true, argument};
}
