import type {Properties} from 'hast';
import type {Image, Paragraph, PhrasingContent} from 'mdast';
import {isSafeAddress} from '../address.js';
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
        context.report(
          'attribute-value-invalid',
          `Attribute '${name}' must be a length. Got '${value}' instead.`,
          name,
          `Write ${name}=300 or ${name}="50%".`,
        );
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
      context.report(
        'tag-placement-invalid',
        "'image' tag with a caption should be block",
        'caption',
      );
    }
    if (caption) return [figure(content, caption, properties)];
    if (tag.inline) return [content];
    return [
      {
        type: 'paragraph',
        children: [content],
        position: tag.position,
        ...withProperties(properties),
      },
    ];
  },
};

type Box = ReturnType<typeof idAndClasses>;

function figure(
  content: PhrasingContent,
  caption: string,
  {className = [], ...properties}: Box,
): Paragraph {
  const figcaption: PhrasingContent = {
    type: 'emphasis',
    children: [{type: 'text', value: caption}],
    data: {hName: 'figcaption'},
  };
  return {
    type: 'paragraph',
    children: [content, figcaption],
    data: {
      hName: 'figure',
      hProperties: {...properties, className: ['markdoc-figure', ...className]},
    },
  };
}

function withProperties(properties: Properties): {data?: {hProperties: Properties}} {
  return Object.keys(properties).length > 0 ? {data: {hProperties: properties}} : {};
}
