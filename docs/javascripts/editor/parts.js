// A program in parts: what stands on the page, and each definition that it
// takes from simplenet. Joined again they are what Python runs.

const FROM_SIMPLENET = /^from simplenet[\w.]* import (?:\([^)]*\)|.*)$/gm;
const IMPORTS = /^(?:import|from) (?:[^(\n]*\([^)]*\)|.*)\n*/gm;

/** Take a complete program apart: { head: imports, parts: [name, text] };
    the first part is the short program, which runs last. */
export function partsOf(filename, short, complete) {
  const own = short.replace(/\n*$/, "\n");
  const body = own.slice(endOfImports(own)).trim();
  const at = complete.lastIndexOf(body);
  if (!body || at < 0 || complete.slice(at).trim() !== body) {
    return { head: "", parts: [{ name: filename, text: complete }] };
  }
  const before = complete.slice(0, at);
  const end = endOfImports(before);
  const definitions = blocks(before.slice(end)).map((text) => (
    { name: nameOf(text), text: `${text.trim()}\n` }));
  return {
    head: before.slice(0, end).trimEnd() + "\n",
    parts: [{ name: filename, text: own }, ...definitions],
  };
}

/** Join the parts: the definitions, and then the short program; lines with
    what they bring stay empty, so that each line keeps its number. */
export function joined(head, [short, ...definitions]) {
  const own = !head ? short : short.replace(FROM_SIMPLENET, (found) => (
    found.replace(/[^\n]/g, "")));
  return [head, ...definitions, own].filter(Boolean).join("\n");
}

/** Tell how many lines of the joined program come before each part. */
export function startsOf(head, [short, ...definitions]) {
  const found = [];
  let lines = 0;
  for (const text of [head, ...definitions].filter(Boolean)) {
    found.push(lines);
    lines += `${text}\n`.split("\n").length - 1;
  }
  return [lines, ...(head ? found.slice(1) : found)];
}

function endOfImports(text) {
  let end = 0;
  for (const match of text.matchAll(IMPORTS)) {
    if (/^(?:def|class|@)/m.test(text.slice(end, match.index))) break;
    end = match.index + match[0].length;
  }
  return end;
}

/** Cut at each definition, and after it where data begin. */
function blocks(text) {
  const found = [];
  let inside = ""; // "definition" or "data"
  for (const line of text.split("\n")) {
    const isDefinition = /^(?:def|class|@)\b|^@/.test(line);
    const isData = /^[A-Za-z_#]/.test(line) && !isDefinition;
    const decorated = /^@/.test(found.at(-1)?.trimEnd().split("\n").at(-1)
      ?? "");
    if ((isDefinition && !decorated) || (isData && inside !== "data")) {
      found.push("");
    }
    if (isDefinition) inside = "definition";
    if (isData) inside = "data";
    if (found.length) found[found.length - 1] += `${line}\n`;
  }
  return found;
}

const nameOf = (text) => (
  /^(?:def|class) (\w+)/m.exec(text)?.[1] ?? "data");
