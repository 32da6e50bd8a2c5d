import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import MDXContent from '@theme/MDXContent';
import type {ReactNode} from 'react';
import Example from '../../../content/partials/home/example.md';
import styles from './index.module.css';

export default function Home(): ReactNode {
  return (
    <Layout
      title="Write Docusaurus pages with Markdoc tags"
      description="A Docusaurus plugin that understands Markdoc tags, and a guide for signing in to OpenMetadata that is written with it."
    >
      <main className={`container ${styles.home}`}>
        <header className={styles.head}>
          <Heading as="h1" className={styles.title}>
            Docusaurus pages, written with Markdoc tags
          </Heading>
          <p className={styles.lead}>
            A plugin for Docusaurus, and a guide that is written with it: how to let people sign in
            to OpenMetadata through an identity provider.
          </p>
          <div className={styles.actions}>
            <Link className="button button--primary button--lg" to="/deployment/security">
              Read the sign-in guide
            </Link>
            <Link className="button button--outline button--primary button--lg" to="/authors">
              Write with tags
            </Link>
          </div>
        </header>
        {/* Source and result, as two blocks of one file: what is shown is what the plugin made of it. */}
        <div className={`markdown ${styles.example}`}>
          <MDXContent>
            <Example />
          </MDXContent>
        </div>
        <ul className={styles.facts}>
          <li>
            <strong>Tags are content.</strong> A page holds no imports and no code, and still uses
            everything that Docusaurus has.
          </li>
          <li>
            <strong>Files that work.</strong> A form asks for a few values and writes the files to
            copy. <Link to="/deployment/security/auth0/configuration">Try it</Link>: every
            combination was checked when this site was built.
          </li>
          <li>
            <strong>Mistakes found early.</strong> Each is reported with its line, its column, and
            what was expected there.
          </li>
          <li>
            <strong>One line to add.</strong> MDX pages stay as they are, beside pages with tags or
            mixed with them.
          </li>
        </ul>
      </main>
    </Layout>
  );
}
