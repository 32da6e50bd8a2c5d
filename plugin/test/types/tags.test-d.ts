/**
 * A tag that renders a component of ours has the attributes that the component has props, with the same types.
 *
 * There is nothing to run: `tsc` compiles this file, or does not. Each exception says why it is one. The other tags become
 * components of Docusaurus, or none.
 */
import type {Props as CardsProps} from '@theme/Cards';
import type {Props as CardProps} from '@theme/Cards/Card';
import type {Props as FlowCheckProps} from '@theme/FlowCheck';
import type {Props as FlowChooserProps} from '@theme/FlowChooser';
import type {Props as StepsProps} from '@theme/Steps';
import type {card, cards} from '../../src/tags/cards.js';
import type {flowCheck} from '../../src/tags/flow-check.js';
import type {flowChooser} from '../../src/tags/flow-chooser.js';
import type {steps} from '../../src/tags/steps.js';

/** What all components have: the shortcuts `#id` and `.class`, and what the tag encloses. */
type Common = 'id' | 'className' | 'children';

/** The value of an attribute of this type. */
type Value<Type> = Type extends readonly (infer One)[]
  ? Value<One>
  : Type extends StringConstructor
    ? string
    : Type extends NumberConstructor
      ? number
      : Type extends BooleanConstructor
        ? boolean
        : unknown;

/** The props that a component would have by a tag's attributes, but for the exceptions. */
type AttributesOf<Schema extends {attributes: object}, Exception = never> = {
  [Name in Exclude<keyof Schema['attributes'], Exception>]: Schema['attributes'][Name] extends {
    type: infer Type;
    required: true;
  }
    ? [Value<Type>]
    : Schema['attributes'][Name] extends {type: infer Type}
      ? [Value<Type> | undefined]
      : never;
};

/** The props that a component has. */
type PropsOf<Props, Exception = never> = {
  [Name in Exclude<keyof Props, Common | Exception>]-?: [Props[Name]];
};

type Equal<A, B> = [A, B] extends [B, A] ? true : false;

true satisfies Equal<AttributesOf<typeof cards>, PropsOf<CardsProps>>;

// `title` and `href` are a Markdown link among the children, so that Docusaurus resolves the path of a file and checks the address.
true satisfies Equal<AttributesOf<typeof card, 'title' | 'href'>, PropsOf<CardProps>>;

// `level` is the level of the headings, which are Markdown among the children, for the table of contents. For the same reason the
// `title` of a `step` is no prop, and a step has no component: it is an item of the list.
true satisfies Equal<AttributesOf<typeof steps, 'level'>, PropsOf<StepsProps>>;

// The attribute `flow` is the id of a flow; the prop is the flow itself, which the page imports. The flow's choices are attributes as
// well, and make up the prop `fixed`. `check` loads a module of the page.
true satisfies Equal<
  AttributesOf<typeof flowChooser, 'flow'>,
  PropsOf<FlowChooserProps, 'flow' | 'fixed' | 'check'>
>;
true satisfies Equal<AttributesOf<typeof flowCheck>, PropsOf<FlowCheckProps, 'check'>>;

// The comparison itself finds an attribute too many, one too few, one of another type, and one that may be missing.
false satisfies Equal<AttributesOf<typeof card, 'href'>, PropsOf<CardProps>>;
false satisfies Equal<AttributesOf<typeof card, 'title' | 'href' | 'icon'>, PropsOf<CardProps>>;
false satisfies Equal<AttributesOf<typeof card, 'title' | 'href'>, PropsOf<{icon?: number}>>;
false satisfies Equal<AttributesOf<typeof card, 'title' | 'href'>, PropsOf<{icon: string}>>;
