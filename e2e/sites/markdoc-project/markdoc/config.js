export default {
  variables: {product: {name: 'Kettle', beta: false}},
};
