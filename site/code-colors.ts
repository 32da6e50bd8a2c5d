import type {PrismTheme} from 'prism-react-renderer';

/** Colors for code on light pages, each with a contrast of 4.5 to 1 at least, on highlighted lines too. */
export const light: PrismTheme = {
  plain: {color: '#24292f', backgroundColor: '#f6f8fa'},
  styles: [
    {types: ['comment', 'prolog', 'doctype', 'cdata'], style: {color: '#57606a'}},
    {types: ['string', 'attr-value', 'inserted'], style: {color: '#0a5c3c'}},
    {types: ['punctuation', 'operator'], style: {color: '#4b535b'}},
    {
      types: ['number', 'boolean', 'constant', 'property', 'symbol', 'variable', 'key', 'regex'],
      style: {color: '#0a4b9e'},
    },
    {types: ['keyword', 'atrule', 'selector', 'attr-name'], style: {color: '#6639ba'}},
    {types: ['function', 'tag', 'deleted'], style: {color: '#ad1f37'}},
    {types: ['title', 'bold'], style: {fontWeight: 'bold'}},
    {types: ['italic'], style: {fontStyle: 'italic'}},
  ],
};
