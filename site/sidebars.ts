import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

/** Both sidebars are in the order in which one reads: what comes first is needed for what follows. */
const sidebars: SidebarsConfig = {
  guide: [
    'deployment/security/index',
    'deployment/security/basic-auth',
    'deployment/security/oidc',
    {
      type: 'category',
      label: 'Auth0',
      link: {type: 'doc', id: 'deployment/security/auth0/index'},
      items: [
        'deployment/security/auth0/implicit-flow',
        'deployment/security/auth0/auth-code-flow',
      ],
    },
    'deployment/security/enable-jwt-tokens',
  ],
  authors: [
    'authors/index',
    'authors/install',
    'authors/first-tag',
    'authors/tags',
    'authors/syntax',
    'authors/options',
    'authors/problems',
  ],
};

export default sidebars;
