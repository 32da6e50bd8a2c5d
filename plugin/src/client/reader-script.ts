/**
 * The script in the head of every page of a site with flows. Before anything is painted, it tells the page's styles what the reader has
 * chosen and entered, so that nothing flickers and nothing moves when React takes over:
 *
 * - `data-flows` of the document says that there is JavaScript, and names each flow to which there are answers, here or in the page's
 *   address, and each choice: `auth0 auth0.clientType=public`;
 * - `--flow-auth0-domain` is the value of a field, as CSS writes a text, and with `-example` hides the example in its place.
 *
 * What is stored can be anything. Here it is text for `content`, or a word to compare with; `client/stored-answers.ts` reads it
 * strictly.
 *
 * @param namespace What Docusaurus puts behind the names in the browser's storage.
 * @returns The same text for every page, so that a Content-Security-Policy can name it by its hash.
 */
export function readerScript(namespace: string): string {
  const name = (key: string) => JSON.stringify(key + namespace).replaceAll('<', '\\u003c');
  return `(function(){var root=document.documentElement,set=[];
function each(storage,key,use){try{var flows=JSON.parse(window[storage].getItem(key))||{};for(var flow in flows)for(var name in flows[flow])use(flow,name,flows[flow][name])}catch(e){}}
(window.__markdocFlows=function(){var marks=[(/^#flow=([^&]+)&/.exec(location.hash)||[])[1]];
set.splice(0).forEach(function(name){root.style.removeProperty(name)});
function put(name,value){set.push(name);root.style.setProperty(name,value)}
each("localStorage",${name('markdoc.choices')},function(flow,name,value){marks.push(flow,flow+"."+name+"="+value)});
each("sessionStorage",${name('markdoc.values')},function(flow,name,value){marks.push(flow);var text=[].concat(value).join(", "),property="--flow-"+flow+"-"+name;
if(/^[\\w-]+$/.test(property)&&/^[^\\0-\\x1f\\x7f]{1,2000}$/.test(text)){put(property,JSON.stringify(text));put(property+"-example","none")}});
root.setAttribute("data-flows",marks.join(" "))})()})()`;
}
