import OriginalTypes from '@theme-original/Admonition/Types';
import Example from '../../components/Example';

/** `:::example` beside the admonitions: a tag's source and its result, for pages that show how to write tags. */
export default {...OriginalTypes, example: Example};
