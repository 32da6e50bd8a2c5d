import type {Config, Schema} from '@markdoc/markdoc';

/** A tag that shows all of its attributes, whatever they are. */
const box: Schema = {
  render: 'Box',
  attributes: {
    primary: {},
    a: {},
    b: {},
    text: {type: String},
    number: {type: Number, default: 1},
    list: {type: Array},
    object: {type: Object},
    size: {type: String, matches: ['small', 'large']},
    hidden: {type: String, render: false},
    renamed: {type: String, render: 'other'},
  },
  slots: {top: {}},
};

/** The configuration with which Markdoc and we read the same pages. */
export const tags: Config['tags'] = {
  box,
  inner: {render: 'Inner', attributes: {}},
  leaf: {render: 'Leaf', selfClosing: true, attributes: {a: {}}},
  needs: {render: 'Needs', attributes: {name: {type: String, required: true}}},
  bare: {},
};

export const variables: Config['variables'] = {
  yes: true,
  no: false,
  nothing: null,
  zero: 0,
  empty: '',
  name: 'Ada',
  number: 10,
  list: ['x', 'y'],
  user: {name: 'Grace', 'full name': 'Grace Hopper', roles: ['admin']},
};

export const functions: Config['functions'] = {
  upper: {
    parameters: {0: {type: String, required: true}},
    transform: ({0: text}) => String(text).toUpperCase(),
  },
};
