/** The page's address: a test may change it before it renders. */
export const location = {hash: ''};

const history = {
  location,
  replace(next: {readonly hash: string}) {
    location.hash = next.hash;
  },
};

export const useLocation = () => location;
export const useHistory = () => history;
