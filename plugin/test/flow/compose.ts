/**
 * Reads an env file by the rules of Docker Compose, for tests: no Docker is needed to run them. It is held to what compose-go itself made of
 * hundreds of texts, which `compose.json` has (see `compose.test.ts`). Substitution of a variable is an error here, where Compose would go on:
 * our files must not contain any.
 */
export function readCompose(text: string): {[key: string]: string} {
  const result: {[key: string]: string} = {};
  let rest = text.replace(/^\ufeff/, '');
  for (;;) {
    rest = rest.trimStart();
    if (rest === '') return result;
    if (rest.startsWith('#')) {
      rest = rest.slice((rest.indexOf('\n') + 1 || rest.length + 1) - 1);
      continue;
    }
    const name = /^(?:export\s+)?[A-Za-z_][\w-]*[ \t]*(?:\n|$)/.exec(rest);
    if (name) {
      // Its value is taken from outside.
      rest = rest.slice(name[0].length);
      continue;
    }
    const key = /^(?:export\s+)?([A-Za-z_][\w-]*)[ \t]*[=:][ \t\v\f\r\u0085\u00a0]*/.exec(rest);
    if (!key) throw new Error(`No variable at: ${rest.slice(0, 40)}`);
    rest = rest.slice(key[0].length);
    const [value, length] = readValue(rest);
    result[key[1] ?? ''] = value;
    rest = rest.slice(length);
  }
}

/** White space to Go. JavaScript's has U+FEFF in addition, and lacks U+0085. */
const spaceAtEnd = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/;

function readValue(rest: string): [value: string, length: number] {
  const quote = rest[0];
  if (quote !== '"' && quote !== "'") {
    const line = /^[^\n]*/.exec(rest)?.[0] ?? '';
    return [substitute((line.split(' #')[0] ?? '').replace(spaceAtEnd, '')), line.length];
  }
  let value = '';
  for (let i = 1; i < rest.length; i++) {
    const char = rest[i] ?? '';
    if (char === quote) return [quote === '"' ? substitute(unescaped(value)) : value, i + 1];
    if (char === '\\') {
      const next = rest[++i] ?? '';
      value += next === quote ? next : `\\${next}`;
    } else {
      value += char;
    }
  }
  throw new Error(`No closing ${quote} in: ${rest.slice(0, 40)}`);
}

const escapes: {[letter: string]: string} = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  $: '$$',
};

function unescaped(value: string): string {
  return value.replace(/\\(?:([abfnrtv$"\\])|0)/g, (_, letter?: string) =>
    letter === undefined ? '\\' : (escapes[letter] ?? ''),
  );
}

function substitute(value: string): string {
  return value.replace(/\$(\$|\{|[A-Za-z_]\w*)/g, (found, what: string) => {
    if (what === '$') return '$';
    throw new Error(`${found} would be substituted`);
  });
}
