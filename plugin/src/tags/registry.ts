import {admonitions} from './admonition.js';
import {card, cards} from './cards.js';
import {condition, otherwise} from './condition.js';
import {details} from './details.js';
import {flowCheck} from './flow-check.js';
import {flowChooser} from './flow-chooser.js';
import {image} from './image.js';
import {partial} from './partial.js';
import {slot} from './slot.js';
import {step, steps} from './steps.js';
import {table} from './table.js';
import {tab, tabs} from './tabs.js';
import type {Tag} from './tag.js';

const tagsByName = {
  ...admonitions,
  'flow-check': flowCheck,
  'flow-chooser': flowChooser,
  image,
  if: condition,
  else: otherwise,
  slot,
  partial,
  cards,
  card,
  details,
  steps,
  step,
  table,
  tabs,
  tab,
} satisfies Record<string, Tag>;

/** The name of one of them. */
export type BuiltInName = keyof typeof tagsByName;

/** Every tag that the plugin brings along. A new tag is one file beside this one, and one line above. */
export const builtInTags: Readonly<Record<string, Tag>> = tagsByName;
