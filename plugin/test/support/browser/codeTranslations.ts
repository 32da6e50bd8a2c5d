/** The site's translations, by their ids: none, unless a test puts some in. */
const codeTranslations: {[id: string]: string} = {};
export default codeTranslations;
