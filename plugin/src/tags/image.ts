import type {Image, Paragraph, Text} from 'mdast';
import {isSafeAddress} from '../address.js';
import {addProperties, box} from '../jsx/box.js';
import {boxed, cssLength} from '../jsx/picture.js';
import {idAndClasses, type Tag, text} from './tag.js';

/**
 * `{% image src="/images/a.png" alt="…" /%}`: a Markdown image, so that Docusaurus finds the file, gives it a hashed
 * address, its width and its height, and checks that it exists.
 *
 * With a caption it is a `figure`. A width or a height from the author is the size of the box in which the picture is fitted; the
 * picture's own measures keep its place while it loads.
 */
export const image: Tag = {
  description: 'A picture.',
  selfClosing: true,
  aloneIsBlock: true,
  attributes: {
    src: {
      type: String,
      required: true,
      description:
        'From a static folder (`/images/a.png`), next to the page (`./a.png`), or a web address.',
    },
    alt: {type: String, description: 'What the picture shows, for those who cannot see it.'},
    title: {type: String, description: 'A tooltip.'},
    caption: {type: String, description: 'A line under the picture.'},
    width: {type: [Number, String], description: 'In pixels, or with a unit of CSS.'},
    height: {type: [Number, String], description: 'In pixels, or with a unit of CSS.'},
  },
  lower(tag, context) {
    const src = text(context, 'src') ?? '';
    if (!isSafeAddress(src)) {
      context.report('address-unsafe', `'${src}' is no address of a picture`, 'src');
    } else if (context.get('src') !== undefined && !context.hasImage(src)) {
      context.report('image-not-found', `Image '${src}' not found`, 'src');
    }
    const sizes = (['width', 'height'] as const).flatMap((name) => {
      const value = text(context, name);
      if (value === undefined) return [];
      const size = cssLength(value);
      if (!size) {
        const message = `Attribute '${name}' must be a length. Got '${value}' instead.`;
        const help = `Write ${name}=300 or ${name}="50%".`;
        context.report('attribute-value-invalid', message, name, help);
      }
      return [`${name}:${size}`];
    });

    const picture: Image = {
      type: 'image',
      url: src,
      alt: text(context, 'alt') ?? '',
      title: text(context, 'title') ?? null,
      position: tag.position,
    };
    const properties = idAndClasses(tag.attributes);
    // In a line of text there is no paragraph or figure of its own to carry them.
    const content = boxed(picture, sizes, tag.inline ? properties : {});
    const caption = text(context, 'caption');
    if (caption && tag.inline) {
      const message = "'image' tag with a caption should be block";
      context.report('tag-placement-invalid', message, 'caption');
    }
    if (caption) {
      const line: Text = {type: 'text', value: caption};
      const {className = [], ...others} = properties;
      const figure = {...others, className: ['markdoc-figure', ...className]};
      return [box('figure', figure, [content, box('figcaption', {}, [line])])];
    }
    if (tag.inline) return [content];
    const paragraph: Paragraph = {type: 'paragraph', children: [content], position: tag.position};
    if (Object.keys(properties).length > 0) addProperties(paragraph, properties);
    return [paragraph];
  },
};
