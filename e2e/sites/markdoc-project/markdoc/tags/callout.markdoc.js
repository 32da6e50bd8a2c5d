import {Callout} from '../../components';

export const callout = {
  render: Callout,
  children: ['paragraph', 'tag', 'list'],
  attributes: {
    title: {type: String, required: true},
    level: {type: String, default: 'quiet', matches: ['quiet', 'loud'], errorLevel: 'critical'},
  },
};
