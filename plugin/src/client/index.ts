export {uniquePartialIds} from './unique-partial-ids.js';
