import { printable } from "../../notation/characters.ts";
import { type Finding, oneLine } from "./findings.ts";
import { commandToReproduce, countsOf, fileName, type Outcome, otherClaims, type ReportParts } from "./outcome.ts";

/** JUnit XML, with a suite for each file and a case for each scenario. */
export function* junitReport(outcomes: readonly Outcome[]): ReportParts {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield `<testsuites ${attributes({ name: "loss-calc check", ...totals(outcomes) })}>\n`;
  for (const [file, own] of byFile(outcomes)) {
    yield `  <testsuite ${attributes({ name: fileName(file), ...totals(own) })}>\n`;
    for (const outcome of own) yield `${testCase(outcome).join("\n")}\n`;
    yield "  </testsuite>\n";
  }
  yield "</testsuites>\n";
}

function byFile(outcomes: readonly Outcome[]): ReadonlyMap<string, Outcome[]> {
  const files = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const own = files.get(outcome.file);
    if (own) own.push(outcome);
    else files.set(outcome.file, [outcome]);
  }
  return files;
}

function totals(outcomes: readonly Outcome[]): Record<string, string> {
  const { scenarios, failed, error } = countsOf(outcomes);
  return { tests: `${scenarios}`, failures: `${failed}`, errors: `${error}` };
}

/** What a list of failures shows: the mistakes, or the first difference and how many more there are. */
function messageOf(findings: readonly Finding[]): string {
  const [first, ...more] = findings;
  if (!first || first.code) return findings.map(({ title }) => title).join(", ");
  return `${oneLine(first)}${more.length > 0 ? `; and ${more.length} more` : ""}`;
}

function testCase(outcome: Outcome): string[] {
  const { file, number, name, status, findings, caveats } = outcome;
  const element = status === "failed" ? "failure" : "error";
  const message = messageOf(findings);
  const details = [...findings.map(oneLine), ...(status === "failed" ? [commandToReproduce(outcome)] : [])].join("\n");
  const claims = otherClaims(outcome).map(oneLine);
  const type = [...new Set(findings.map(({ code, kind }) => code ?? kind))].join(" ");
  const inner = [
    ...(caveats.length > 0 ? properties({ name: "caveats", value: caveats.join(" ") }) : []),
    ...(status === "ok" ? [] : [`      <${element} ${attributes({ type, message })}>${escaped(details)}</${element}>`]),
    ...(claims.length > 0 ? [`      <system-out>${escaped(claims.join("\n"))}</system-out>`] : []),
  ];
  const classname = fileName(file);
  const open = `    <testcase ${attributes({ name: name ?? (number ? `#${number}` : file), classname, file: classname })}`;
  return inner.length > 0 ? [`${open}>`, ...inner, "    </testcase>"] : [`${open}/>`];
}

function properties(property: { name: string; value: string }): string[] {
  return ["      <properties>", `        <property ${attributes(property)}/>`, "      </properties>"];
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(printable(value))}"`)
    .join(" ");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // GitHub reads "##[" in a log as a command.
  "[": "&#91;",
};

/**
 * Escapes text so that any XML parser reads it unchanged. U+FFFE and U+FFFF are replaced, because a parser would refuse
 * them.
 */
function escaped(text: string): string {
  return text.replace(/[&<>"]|(?<=##)\[/g, (sign) => ENTITIES[sign]!).replace(/[\ufffe\uffff]/g, "\ufffd");
}
