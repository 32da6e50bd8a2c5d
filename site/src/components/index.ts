/** The components that the tags in `markdoc/tags.ts` name. */
export {default as CodeWithLanguageSelector} from './CodeWithLanguageSelector';
export {InlineCallout, InlineCalloutContainer} from './InlineCallout';
