import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

/** The guide of a provider: its overview, then its pages in the order in which they are needed. */
function provider(id: string, label: string, ...more: string[]) {
  const folder = `deployment/security/${id}`;
  const pages = ['auth-code-flow', 'implicit-flow', ...more, 'docker', 'bare-metal', 'kubernetes'];
  return {
    type: 'category' as const,
    label,
    link: {type: 'doc' as const, id: `${folder}/index`},
    items: pages.map((page) => `${folder}/${page}`),
  };
}

/** Both sidebars are in the order in which one reads: what comes first is needed for what follows. */
const sidebars: SidebarsConfig = {
  guide: [
    'deployment/security/index',
    'deployment/security/basic-auth',
    'deployment/security/oidc',
    provider('auth0', 'Auth0', 'configuration'),
    provider('okta', 'Okta'),
    provider('azure', 'Azure'),
    provider('google', 'Google'),
    provider('keycloak', 'Keycloak'),
    'deployment/security/enable-jwt-tokens',
    'deployment/security/check',
  ],
  authors: [
    'authors/index',
    'authors/install',
    'authors/first-tag',
    'authors/tags',
    'authors/tag-reference',
    'authors/values',
    'authors/own-tags',
    'authors/syntax',
    'authors/flows',
    'authors/flow-checks',
    'authors/reader-values',
    'authors/options',
    'authors/check',
    'authors/problems',
    'authors/from-markdoc',
    'authors/from-mdx',
    'authors/upgrade',
    'authors/performance',
    'authors/api',
  ],
};

export default sidebars;
