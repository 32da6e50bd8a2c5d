export const upper = {
  transform(parameters) {
    return String(parameters[0]).toUpperCase();
  },
};
