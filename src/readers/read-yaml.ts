import type { Document, Node, YAMLError } from 'yaml';
import { diagnostic, type Path, ReportError, type TextPlace } from '../diagnostics/diagnostic.js';
import { snippetAt } from '../diagnostics/snippet.js';
import { numberAsWritten, type Source } from './source.js';

/** Gives the `yaml` package. Called with the first YAML text: the package has seventy files, which most runs do not need. */
export type LoadYaml = () => Yaml;

type Yaml = typeof import('yaml');

type At = (offset: number) => TextPlace;

const MESSAGES: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: '同一个对象里有重复的键',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进用了制表符',
  MISSING_CHAR: '缺少配对的引号或括号',
};

function syntaxProblem(error: YAMLError, text: string, at: At) {
  const place = at(error.pos[0]);
  return diagnostic('syntax/invalid', {
    message: `不是合法的 YAML：${MESSAGES[error.code] ?? '结构有误'}`,
    place,
    found: snippetAt(text, place.line, place.column),
    expected: '合法的 YAML',
    hint: '检查此处的缩进、冒号和引号',
  });
}

function keepNumbersAsWritten(document: Document, { visit }: Yaml): void {
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'number' && scalar.source !== undefined) {
        scalar.value = numberAsWritten(scalar.source);
      }
    },
  });
}

/** The offset of the key or item that a path leads to, or of the last one on the way that exists. */
function offsetOf(root: unknown, path: Path, { isMap, isNode, isPair, isScalar, isSeq }: Yaml): number {
  let node: unknown = root;
  let offset = 0;
  for (const key of path) {
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
    if (next === undefined || next === null) break;
    offset = (pair ? (pair.key as Node) : isNode(next) ? next : undefined)?.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

/**
 * Reads YAML 1.2, with the position of every value.
 *
 * @throws ReportError `syntax/invalid` for every error, with line and column
 */
export function readYaml(text: string, file: string, yaml: Yaml): Source {
  const { LineCounter, parseDocument } = yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at: At = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [first] = document.errors;
  if (first !== undefined) throw new ReportError(document.errors.map((error) => syntaxProblem(error, text, at)));
  keepNumbersAsWritten(document, yaml);
  return { value: toPlain(document, at), placeOf: (path) => at(offsetOf(document.contents, path, yaml)) };
}

/** The document as plain data. Aliases are resolved here, so unknown ones are found here. */
function toPlain(document: Document, at: At): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new ReportError([
      diagnostic('syntax/invalid', {
        message: '不是合法的 YAML：引用了没有定义的锚点',
        place: at(0),
        found: error instanceof Error ? error.message : String(error),
        expected: '合法的 YAML',
        hint: '检查以 * 开头的引用',
      }),
    ]);
  }
}
