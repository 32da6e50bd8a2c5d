import type {Config, Schema} from '@markdoc/markdoc';

const any: Schema['attributes'] = Object.fromEntries(
  [
    'color',
    'icon',
    'bold',
    'href',
    'title',
    'id',
    'languagesArray',
    'theme',
    'file',
    'noteType',
    'src',
    'alt',
    'caption',
  ].map((name) => [name, {}]),
);

/** OpenMetadata's tags as elements that show their attributes, built-in ones too: so nothing but the reading is compared. */
export const tags: Config['tags'] = Object.fromEntries(
  [
    'note',
    'important',
    'image',
    'partial',
    'inlineCallout',
    'inlineCalloutContainer',
    'codeWithLanguageSelector',
  ].map((name) => [name, {render: 'Box', attributes: any}]),
);
