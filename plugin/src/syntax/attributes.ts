import type {TagAttribute} from './types.js';

/** The attributes in the form in which Markdoc's parser keeps them. */
export function valuesOf(attributes: readonly TagAttribute[]): Record<string, unknown> {
  const entries = attributes.filter(({kind}) => kind === 'attribute');
  const values = Object.fromEntries(entries.map(({name, value}) => [name, value]));
  const classes = attributes.filter(({kind}) => kind === 'class').map(({name}) => [name, true]);
  return classes.length > 0 ? {...values, class: Object.fromEntries(classes)} : values;
}

/** The value of an attribute; of several with the same name the last one counts, as in Markdoc. */
export function attributeValue(attributes: readonly TagAttribute[], name: string): unknown {
  return attributes.findLast((each) => each.kind === 'attribute' && each.name === name)?.value;
}
