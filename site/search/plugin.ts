import fs from 'node:fs';
import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {sectionsOf} from './sections';

interface Options {
  /** The folder for partials, relative to the site's folder. */
  partials: string;
}

/** What a search looks through, as data that the search bar loads when somebody begins to type. */
export default function searchPlugin({siteDir}: LoadContext, options: unknown): Plugin {
  const partials = path.resolve(siteDir, (options as Options).partials);
  return {
    name: 'site-search',
    async allContentLoaded({allContent, actions}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent;
      const pages = docs.loadedVersions
        .flatMap((version) => version.docs)
        .filter((doc) => !doc.unlisted);
      const sections = pages.flatMap(({title, permalink, source}) => {
        const file = path.join(siteDir, source.replace(/^@site\//, ''));
        return sectionsOf(title, permalink, fs.readFileSync(file, 'utf8'), readPartial);
      });
      await actions.createData('sections.json', sections);
    },
  };

  function readPartial(file: string): string {
    try {
      return fs.readFileSync(path.join(partials, file), 'utf8');
    } catch {
      // Who has to know of a missing partial is told by the page that includes it.
      return '';
    }
  }
}
