import type {TagAttribute} from './types.js';

/** The attributes in the form in which Markdoc's parser keeps them. */
export function valuesOf(attributes: readonly TagAttribute[]): Record<string, unknown> {
  const classes = attributes.filter(({kind}) => kind === 'class');
  return Object.fromEntries([
    ...attributes.flatMap(({kind, name, value}) => (kind === 'attribute' ? [[name, value]] : [])),
    ...(classes.length > 0
      ? [['class', Object.fromEntries(classes.map(({name}) => [name, true]))]]
      : []),
  ]);
}

/** The value of an attribute; of several with the same name the last one counts, as in Markdoc. */
export function attributeValue(attributes: readonly TagAttribute[], name: string): unknown {
  return attributes.findLast((each) => each.kind === 'attribute' && each.name === name)?.value;
}
