export const badge = {
  render: 'Badge',
  inline: true,
  selfClosing: true,
  attributes: {
    text: {type: String, required: true, render: 'children'},
    count: {type: Number},
  },
};
