import {maxValueLength} from '../flow/bounds.js';
import {
  answerSlots,
  choiceMark,
  linkPrefix,
  marksAttribute,
  valueProperty,
} from '../reader-names.js';

/**
 * The script in the head of every page of a site with flows. Before anything is painted, it tells the page's styles what the reader has
 * chosen and entered, so that nothing flickers and nothing moves when React takes over:
 *
 * - the attribute says that there is JavaScript, and names each flow to which there are answers, here or in the page's address, and each
 *   choice: `mail mail.security=tls`;
 * - `--flow-mail-host` is the value of a field, as CSS writes a text, and with `-example` hides the example in its place.
 *
 * What is stored can be anything. Here it is text for `content`, or a word to compare with; `client/stored-answers.ts` reads it
 * strictly.
 *
 * @param namespace What Docusaurus puts behind the names in the browser's storage.
 * @returns The same text for every page, so that a Content-Security-Policy can name it by its hash.
 */
export function readerScript(namespace: string): string {
  const slot = ([key, {persistence}]: (typeof answerSlots)[keyof typeof answerSlots]) =>
    `"${persistence}",${JSON.stringify(key + namespace).replaceAll('<', '\\u003c')}`;
  return `(function(){var root=document.documentElement,set=[];
function each(storage,key,use){try{var flows=JSON.parse(window[storage].getItem(key))||{};for(var flow in flows)for(var name in flows[flow])use(flow,name,flows[flow][name])}catch{}}
(window.__markdocFlows=function(){var marks=[/^#${linkPrefix('ID').replace('ID', '([^&]+)')}/.exec(location.hash)?.[1]];
for(var name of set.splice(0))root.style.removeProperty(name);
function put(name,value){set.push(name);root.style.setProperty(name,value)}
each(${slot(answerSlots.choices)},function(flow,name,value){marks.push(flow,${choice})});
each(${slot(answerSlots.values)},function(flow,name,value){marks.push(flow);var text=[].concat(value).join(", "),property=${property};
if(/^[\\w-]+$/.test(property)&&/^[^\\0-\\x1f\\x7f]{1,${maxValueLength}}$/.test(text)){put(property,JSON.stringify(text));put(property+"-example","none")}});
root.setAttribute("${marksAttribute}",marks.join(" "))})()})()`;
}

// The names as expressions of the script.
const choice = expression(choiceMark('FLOW', 'NAME', 'VALUE'));
const property = expression(valueProperty('FLOW', 'NAME'));

/** A text as an expression in which words of capitals are variables. */
function expression(text: string): string {
  const quoted = `"${text.replace(/[A-Z]+/g, (word) => `"+${word.toLowerCase()}+"`)}"`;
  return quoted.replace(/^""\+|\+""$/g, '');
}
