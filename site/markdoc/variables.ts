/** Values that pages can name, as `$product.name`. */
export const product = {name: 'OpenMetadata', edition: 'community'};
