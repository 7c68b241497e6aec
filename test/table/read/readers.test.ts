import { describe, expect, test } from "vitest";
import type { BatchPlan } from "../../../src/table/plan.ts";
import { KeyReader } from "../../../src/table/read/keys.ts";
import { lineEndOf } from "../../../src/table/read/line-end.ts";
import { ObjectRecords } from "../../../src/table/read/objects.ts";
import { learnKeys, recordsFor } from "../../../src/table/read/open.ts";
import { SeparatedRecords } from "../../../src/table/read/separated.ts";
import { separatorIn } from "../../../src/table/read/separator.ts";
import { Window } from "../../../src/table/read/window.ts";
import { bytewise, halvesOf, type Pieces, readingOf, readTwice } from "./reading.ts";

/**
 * Texts, and what is read from them: the separator and line end, the header, and for each row its line and its cells,
 * with "=7" for a whole number, "25/10" for a decimal, and "as 1.50" for a cell that is written differently.
 */
const SEPARATED: [string | Buffer, string][] = [
  ["a,b\n1,2\n", '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a;b\n1;2\n", '";\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a\tb\r\n1\t2\r\n", '"\\t\\r\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a|b\r1|2\r", '"|\\r" a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a¦b\n1¦2\n3|4¦5\n", '"¦\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; 3: 3|4 | 5 =5 5/1'],
  ["a\n1\n", '",\\n" a ; 2: 1 =1 1/1'],
  ["\ufeffa,b\n1,2\n", 'marked ",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ['\ufeff"a",b\r\n1,2', 'marked ",\\r\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a,b\n", '",\\n" a | b'],
  ["a,b", '",\\n" a | b'],
  ["", ""],
  ["\n\n", ""],
  ["\r\n\r\na,b\r\n\r\n1,2\r\n\r\n", '",\\r\\n" a | b ; 5: 1 =1 1/1 | 2 =2 2/1'],
  ["a,b\n\n1,2\n\n\n3,4", '",\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1 ; 6: 3 =3 3/1 | 4 =4 4/1'],
  ["a,b\n1\n", '",\\n" a | b ; 2: E-ROW-COLUMNS {"found":1,"width":2} in "1"'],
  ["a,b\n1,2,3\n4,5\n", '",\\n" a | b ; 2: E-ROW-COLUMNS {"found":3,"width":2} in "1,2,3" ; 3: 4 =4 4/1 | 5 =5 5/1'],
  ["a,b\n,\n", '",\\n" a | b ; 2: blank  empty |  empty'],
  ['a,b\n"",""\n', '",\\n" a | b ; 2:  | '],
  ['a,b\n"1,2",3\n', '",\\n" a | b ; 2: 1,2 | 3 =3 3/1'],
  ['a,b\n"1\n2",3\n4,5\n', '",\\n" a | b ; 2: 1\\n2 | 3 =3 3/1 ; 4: 4 =4 4/1 | 5 =5 5/1'],
  ['a,b\r\n"1\r\n2",3\r\n4,5\r\n', '",\\r\\n" a | b ; 2: 1\\r\\n2 | 3 =3 3/1 ; 4: 4 =4 4/1 | 5 =5 5/1'],
  ['a,b\n"x""y",3\n', '",\\n" a | b ; 2: x\\"y | 3 =3 3/1'],
  ['a,b\n"""",3\n', '",\\n" a | b ; 2: \\" | 3 =3 3/1'],
  ['a,b\n"x"y,3\n4,5\n', '",\\n" a | b ; 2: E-ROW-QUOTE {"column":1} in "\\"x\\"y,3" ; 3: 4 =4 4/1 | 5 =5 5/1'],
  ['a,b\n1,"x"y\n', '",\\n" a | b ; 2: E-ROW-QUOTE {"column":2} in "1,\\"x\\"y"'],
  ['a,b\n1,"x"\r\n2,3\n', '",\\n" a | b ; 2: 1 =1 1/1 | x ; 3: 2 =2 2/1 | 3 =3 3/1'],
  ['a,b\n1,"x\n2,3\n', '",\\n" a | b ; 2: E-ROW-QUOTE-OPEN in "1,\\"x\\n2,3\\n"'],
  ['a,b\n"x', '",\\n" a | b ; 2: E-ROW-QUOTE-OPEN in "\\"x"'],
  ['a,b\nx"y",2\n', '",\\n" a | b ; 2: x\\"y\\" | 2 =2 2/1'],
  ['a,"b,c"\n1,2\n', '",\\n" a | b,c ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ['"a;b;c",d\n1,2\n', '",\\n" a;b;c | d ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a;b,c;d\n1;2;3\n", '";\\n" a | b,c | d ; 2: 1 =1 1/1 | 2 =2 2/1 | 3 =3 3/1'],
  ['"a\nb",c\n1,2\n', '",\\n" a\nb | c ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ['"a', "stops: E-ROW-QUOTE-OPEN at 1"],
  ['"a"x,b\n1,2\n', 'stops: E-ROW-QUOTE {"column":1} at 1'],
  ['{"a":1}\n', '",\\n" {"a":1}'],
  ['[{"a":\n', '",\\n" [{"a":'],
  ['  {"killed": "7"\n', '",\\n"   {"killed": "7"'],
  ['"{\n', "stops: E-ROW-QUOTE-OPEN at 1"],
  ["# title\na,b\n1,2\n", '",\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["# one\n# two\na,b\n1,2\n", '",\\n" a | b ; 4: 1 =1 1/1 | 2 =2 2/1'],
  ["#a,b\n1,2\n", '",\\n" #a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["##x\na,b\n1,2\n", '",\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["#!x\na,b\n1,2\n", '",\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["#\na,b\n1,2\n", '",\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["#\r\na,b\r\n1,2\r\n", '",\\r\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["\ufeff# title\na,b\n1,2\n", '",\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["# title", ""],
  ["a,b\n# no comment,2\n", '",\\n" a | b ; 2: # no comment | 2 =2 2/1'],
  ["a,b\n7000,013\n", '",\\n" a | b ; 2: 7000 =7000 7000/1 | 013 =13 13/1'],
  ['a,b\n"13,800","1,234,567"\n', '",\\n" a | b ; 2: 13,800 =13800 | 1,234,567 =1234567'],
  ['a,b\n"0,800","13,80"\n', '",\\n" a | b ; 2: 0,800 | 13,80'],
  ['a,b\n"1234,567","1,23,456"\n', '",\\n" a | b ; 2: 1234,567 | 1,23,456'],
  ['a,b\n",800","13,800,"\n', '",\\n" a | b ; 2: ,800 | 13,800,'],
  ["a;b\n13,800;1,2\n", '";\\n" a | b ; 2: 13,800 =13800 | 1,2'],
  ["a,b\n123456789012345,1234567890123456\n", '",\\n" a | b ; 2: 123456789012345 =123456789012345 | 1234567890123456'],
  ["a,b\n-1,+1\n", '",\\n" a | b ; 2: -1 | +1'],
  ["a,b\n2.5,13.800\n", '",\\n" a | b ; 2: 2.5 25/10 | 13.800'],
  ['a,b\n"2.5",0.0625\n', '",\\n" a | b ; 2: 2.5 25/10 | 0.0625 625/10000'],
  ["a,b\n1234567,123456\n", '",\\n" a | b ; 2: 1234567 =1234567 | 123456 =123456 123456/1'],
  ["a,b\n9:,/0\n", '",\\n" a | b ; 2: 9: | /0'],
  ["a,b\n1 , 2\n", '",\\n" a | b ; 2: 1  |  2'],
  ["a,b\nä,€\n", '",\\n" a | b ; 2: ä | €'],
  [Buffer.from("a,b\nä,2\n3,4\n", "latin1"), '",\\n" a | b ; 2: E-ROW-UTF8 in "�,2" ; 3: 3 =3 3/1 | 4 =4 4/1'],
  [Buffer.from("ä,b\n1,2\n", "latin1"), "stops: E-ROW-UTF8"],
  [Buffer.from("a\u0000,b\n1,2\n", "latin1"), "stops: E-TABLE-BINARY"],
  ["a\r,b\n1,2\n", "stops: E-TABLE-RETURNS at 1"],
  ['"a\r",b\n1,2\n', '",\\n" a\r | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a,b\r1,2\n3,4\r", "stops: E-TABLE-RETURNS at 1"],
  ["a,b\n1\r,2\n", '",\\n" a | b ; 2: 1\\r | 2 =2 2/1'],
  ["a,b\r\n1,2\r\r\n", '",\\r\\n" a | b ; 2: 1 =1 1/1 | 2\\r'],
  ["a,b\n1,2\r", '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a,a\n1,2\n", '",\\n" a | a ; 2: 1 =1 1/1 | 2 =2 2/1'],
  [" a ,b\n1,2\n", '",\\n"  a  | b ; 2: 1 =1 1/1 | 2 =2 2/1'],
  ["a,,\n1,2,3\n", '",\\n" a |  |  ; 2: 1 =1 1/1 | 2 =2 2/1 | 3 =3 3/1'],
  ["a,b\n1,\n", '",\\n" a | b ; 2: 1 =1 1/1 |  empty'],
  ["a,b\n,2\n", '",\\n" a | b ; 2:  empty | 2 =2 2/1'],
  ['a,b\n"123,456","9,999"\n', '",\\n" a | b ; 2: 123,456 =123456 | 9,999 =9999'],
  ['a,b\n"7000","13.800"\n', '",\\n" a | b ; 2: 7000 =7000 7000/1 | 13.800'],
  [
    'a,b\n"123,456,789,012","1,234,567,890,123"\n',
    '",\\n" a | b ; 2: 123,456,789,012 =123456789012 | 1,234,567,890,123',
  ],
  ["a\n123456.5\n", '",\\n" a ; 2: 123456.5'],
  ["a,b\n12.5,9.5\n12.5,x\n", '",\\n" a | b ; 2: 12.5 125/10 | 9.5 95/10 ; 3: 12.5 125/10 | x'],
  ['{,"a"x\n1,2\n', "stops: E-TABLE-FORMAT"],
  ['\ufeff  [,"a"x\n', "stops: E-TABLE-FORMAT"],
  ['a,{"b"x\n', '",\\n" a | {"b"x'],
  ['a,b\n1,"x"\r', '",\\n" a | b ; 2: 1 =1 1/1 | x'],
  ['a,b\n1,"x"\rz\n2,3\n', '",\\n" a | b ; 2: E-ROW-QUOTE {"column":2} in "1,\\"x\\"\\rz" ; 3: 2 =2 2/1 | 3 =3 3/1'],
  [
    'a,b\n1,2\n3,"x\ny",4\n5,6\n',
    '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; 3: E-ROW-COLUMNS {"found":3,"width":2} in "3,\\"x\\ny\\",4" ; 5: 5 =5 5/1 | 6 =6 6/1',
  ],
  ['a,b\n1,"x\ny\nz"\n"p\nq",2\n', '",\\n" a | b ; 2: 1 =1 1/1 | x\\ny\\nz ; 5: p\\nq | 2 =2 2/1'],
  ['a,b\n1,"x""\n""y"\n', '",\\n" a | b ; 2: 1 =1 1/1 | x\\"\\n\\"y'],
  ['a¦b\n"x"¦2\n', '"¦\\n" a | b ; 2: x | 2 =2 2/1'],
  ['a¦b\n"x"§2\n', '"¦\\n" a | b ; 2: E-ROW-QUOTE {"column":1} in "\\"x\\"§2"'],
  ["a,b\n1,2\n\n\r\n3,4\n", '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; 5: 3 =3 3/1 | 4 =4 4/1'],
  ['a,b\n"x\r\ny",2\r\n3,4\r\n', '",\\n" a | b ; 2: x\\r\\ny | 2 =2 2/1 ; 4: 3 =3 3/1 | 4 =4 4/1'],
  ['a\r1\r"x\ry"\r3\r', '",\\r" a ; 2: 1 =1 1/1 ; 3: x\\ry ; 5: 3 =3 3/1'],
  ["ä,b\nx,2\n", '",\\n" ä | b ; 2: x | 2 =2 2/1'],
  ['a,b\n"x"', '",\\n" a | b ; 2: E-ROW-COLUMNS {"found":1,"width":2} in "\\"x\\""'],
  ['a,b\n1,2\n"', '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; 3: E-ROW-QUOTE-OPEN in "\\""'],
];

describe("a table with a separator, at once, byte by byte and cut in two anywhere", () => {
  test.each(SEPARATED)("%j", (text, reading) => {
    expect(readingOf(new SeparatedRecords(), text)).toBe(reading);
    expect(readingOf(new SeparatedRecords(), bytewise(text))).toBe(reading);
    for (const halves of halvesOf(text)) expect(readingOf(new SeparatedRecords(), halves)).toBe(reading);
  });
});

const NESTED = (depth: number) => `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}\n{"a":2}\n`;

const LINES: [string | Buffer, string][] = [
  ['{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n', "a | b ; 1: 1 =1 1/1 | x ; 2: 2 =2 2/1 | y"],
  ['{"a":1}', "a ; 1: 1 =1 1/1"],
  ['\ufeff{"a":1}\n', "a ; 1: 1 =1 1/1"],
  ['\n\n {"a":1} \r\n\n{"a":2}\n\n', "a ; 3: 1 =1 1/1 ; 5: 2 =2 2/1"],
  ["", ""],
  ["\n", ""],
  ['{"a":1}\n{"b":2}\n', "a ; 1: 1 =1 1/1 ; 2:  empty extra b"],
  ['{"a":1,"b":2}\n{"b":3}\n', "a | b ; 1: 1 =1 1/1 | 2 =2 2/1 ; 2:  empty | 3 =3 3/1"],
  ['{"a":null,"b":""}\n', "a | b ; 1: blank  empty |  empty"],
  ['{}\n{"a":1}\n', " ; 1: blank  ; 2: 1 =1 1/1"],
  ['{"a":1}\n{}\n', "a ; 1: 1 =1 1/1 ; 2: blank  empty"],
  ['{"a":1.50,"b":1e3,"c":-5}\n', "a | b | c ; 1: 1.5 15/10 as 1.50 | 1000 =1000 1000/1 as 1e3 | -5"],
  [
    '{"a":13.800,"b":1e25,"c":-1e25,"d":1e999}\n',
    "a | b | c | d ; 1: 13.8 138/10 as 13.800 | 9999999999999999999999999 as 1e25 | -9999999999999999999999999 as -1e25 | 9999999999999999999999999 as 1e999",
  ],
  [
    '{"a":12345678901234567890,"b":"007","c":"1234567890123456"}\n',
    "a | b | c ; 1: 12345678901234567000 as 12345678901234567890 | 007 =7 7/1 | 1234567890123456",
  ],
  ['{"a":true,"b":[1,2.50],"c":{"d":1}}\n', 'a | b | c ; 1: true | [1,2.5] | {\\"d\\":1}'],
  ['{"a":"x\\"y","b":"\\u00e4"}\n', 'a | b ; 1: x\\"y | ä'],
  ['{"a":"1.50: {[","b":1.50}\n', "a | b ; 1: 1.50: {[ | 1.5 15/10 as 1.50"],
  ['{"a\\"1":1.50}\n', 'a"1 ; 1: 1.5 15/10 as 1.50'],
  ['{"a":1,"a":2}\n', "a ; 1: 2 =2 2/1 twice a"],
  ['{"a":{"a":1},"b":"a: a"}\n', 'a | b ; 1: {\\"a\\":1} | a: a'],
  ['{"a":"x:y"}\n', "a ; 1: x:y"],
  ['{"a":[{"a":1},{"a":2}],"a":3}\n', "a ; 1: 3 =3 3/1 twice a"],
  ['{"a\\u0062":1,"ab":2}\n', "ab ; 1: 2 =2 2/1 twice ab"],
  ['{"a":"\\\\","a":"}"}\n', "a ; 1: } twice a"],
  ['7\n{"a":1}\n', ' ; 1: E-ROW-OBJECT in "7" ; 2: 1 =1 1/1'],
  ['[1]\n{"a":1}\n', ' ; 1: E-ROW-OBJECT in "[1]" ; 2: 1 =1 1/1'],
  ["null\n", ' ; 1: E-ROW-OBJECT in "null"'],
  ['x\n{"a":1}\n', ' ; 1: E-ROW-JSON {"array":false} in "x" ; 2: 1 =1 1/1'],
  ['{"a":1\n{"a":2}\n', ' ; 1: E-ROW-JSON {"array":false} in "{\\"a\\":1" ; 2: 2 =2 2/1'],
  ['{"a":1}}\n', ' ; 1: E-ROW-JSON {"array":false} in "{\\"a\\":1}}"'],
  ['[{"a":1}]\n', ' ; 1: E-ROW-OBJECT in "[{\\"a\\":1}]"'],
  [Buffer.from('{"a":"ä"}\n{"a":1}\n', "latin1"), ' ; 1: E-ROW-UTF8 in "{\\"a\\":\\"�\\"}" ; 2: 1 =1 1/1'],
  ['{"a":0,"b":-0}\n', "a | b ; 1: 0 =0 0/1 | 0 =0 0/1 as -0"],
  ['{"a":13.825,"b":1.125}\n', "a | b ; 1: 13.8250 138250/10000 as 13.825 | 1.1250 11250/10000 as 1.125"],
  ["[1\n", ' ; 1: E-ROW-JSON {"array":true} in "[1"'],
  ['{"a":1}\n\ufeff{"a":2}\n', 'a ; 1: 1 =1 1/1 ; 2: E-ROW-JSON {"array":false} in "\ufeff{\\"a\\":2}"'],
  ['\t{"a":1}\r\n', "a ; 1: 1 =1 1/1"],
  ['{"a":["x:y",{"b":1}],"a":2}\n', "a ; 1: 2 =2 2/1 twice a"],
  ['{"a":"\\"","a":1}\n', "a ; 1: 1 =1 1/1 twice a"],
  ['{"a":"b","b":"a"}\n', "a | b ; 1: b | a"],
  ['{"a":1e21,"b":1e20}\n', "a | b ; 1: 9999999999999999999999999 as 1e21 | 100000000000000000000 as 1e20"],
  ['{"a":[1.125]}\n', "a ; 1: [1.125]"],
  ['{"a":"0123456789012345","b":"7x","c":7.5}\n', "a | b | c ; 1: 0123456789012345 | 7x | 7.5 75/10"],
  ['{"a":"1: 2","b":{"c":{"d":1}}}\n', 'a | b ; 1: 1: 2 | {\\"c\\":{\\"d\\":1}}'],
  ['{"a":{"b":1,"b":2}}\n', 'a ; 1: {\\"b\\":2}'],
];

describe("one object a line, at once, byte by byte and cut in two anywhere", () => {
  test.each(LINES)("%j", (text, reading) => {
    expect(readingOf(new ObjectRecords(false), text)).toBe(reading);
    expect(readingOf(new ObjectRecords(false), bytewise(text))).toBe(reading);
    for (const halves of halvesOf(text)) expect(readingOf(new ObjectRecords(false), halves)).toBe(reading);
  });

  test("is refused if it is nested too deeply, and read up to the limit", () => {
    expect(readingOf(new ObjectRecords(false), NESTED(500))).toMatch(
      /^ ; 1: E-JSON-DEEP \{"limit":500\} in .* ; 2: 2 =2/,
    );
    expect(readingOf(new ObjectRecords(false), `{"a":[${"[],".repeat(600)}1]}\n`)).toMatch(/^a ; 1: /);
    expect(readingOf(new ObjectRecords(false), NESTED(499))).toMatch(/^a ; 1: \[+\]+ ; 2: 2 =2/);
    const text = `{"a":"${"[".repeat(499)}]${"{".repeat(499)}"}\n`;
    expect(readingOf(new ObjectRecords(false), text)).toMatch(/E-JSON-DEEP/);
  });
});

const LISTS: [string | Buffer, string][] = [
  ['[{"a":1},{"a":2}]', "a ; 1: 1 =1 1/1 ; 1: 2 =2 2/1"],
  ["[]", ""],
  [" [ ] ", ""],
  ['[{"a":1}]\n', "a ; 1: 1 =1 1/1"],
  ['\ufeff[{"a":1}]', "a ; 1: 1 =1 1/1"],
  ['[\n {"a":1},\n {"a":\n2},\n\n{"a":3}\n]\n', "a ; 2: 1 =1 1/1 ; 3: 2 =2 2/1 ; 6: 3 =3 3/1"],
  ['[{"a":"}]{["},{"a":"\\"}"}]', 'a ; 1: }]{[ ; 1: \\"}'],
  ['[{"a":{"b":[{}]}},{"a":2}]', 'a ; 1: {\\"b\\":[{}]} ; 1: 2 =2 2/1'],
  ["", "stops: E-ROWS-CUT at 1"],
  ["  ", "stops: E-ROWS-CUT at 1"],
  ["[", "stops: E-ROWS-CUT at 1"],
  ['[{"a":1}', "a ; 1: 1 =1 1/1 ; stops: E-ROWS-CUT at 1"],
  ['[{"a":1},', "a ; 1: 1 =1 1/1 ; stops: E-ROWS-CUT at 1"],
  ['[{"a":', "stops: E-ROWS-CUT at 1"],
  ['[{"a":1},]', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"]"} at 1'],
  ['[,{"a":1}]', 'stops: E-ROWS-ARRAY {"found":","} at 1'],
  ['[{"a":1},,{"a":2}]', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":","} at 1'],
  ['[{"a":1}{"a":2}]', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"{"} at 1'],
  ['[{"a":1}]x', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"x"} at 1'],
  ['[{"a":1}] []', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"["} at 1'],
  ['{"a":1}', 'stops: E-ROWS-ARRAY {"found":"{"} at 1'],
  ["[1]", 'stops: E-ROWS-ARRAY {"found":"1"} at 1'],
  ['["a"]', 'stops: E-ROWS-ARRAY {"found":"\\""} at 1'],
  ['[{"a":1},\n7]', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"7"} at 2'],
  ['[[{"a":1}]]', 'stops: E-ROWS-ARRAY {"found":"["} at 1'],
  ["]", 'stops: E-ROWS-ARRAY {"found":"]"} at 1'],
  ["x", 'stops: E-ROWS-ARRAY {"found":"x"} at 1'],
  ['[{"a":1},{"a":x},{"a":3}]', 'a ; 1: 1 =1 1/1 ; 1: E-ROW-JSON {"array":false} in "{\\"a\\":x}" ; 1: 3 =3 3/1'],
  ['[{"a":1,"b":2},{"b":3,"c":4}]', "a | b ; 1: 1 =1 1/1 | 2 =2 2/1 ; 1:  empty | 3 =3 3/1 extra c"],
  [Buffer.from('[{"a":"ä"},{"a":1}]', "latin1"), ' ; 1: E-ROW-UTF8 in "{\\"a\\":\\"�\\"}" ; 1: 1 =1 1/1'],
  ['[\n\n{"a":1},\n\n\n]', 'a ; 3: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"]"} at 6'],
  ["\ufeff", "stops: E-ROWS-CUT at 1"],
  ['[\t\r\n{"a":1}\t,\r{"a":2}\n]\t\n', "a ; 2: 1 =1 1/1 ; 2: 2 =2 2/1"],
  ['[{"a":"x\\\\"},{"a":"{"}]', "a ; 1: x\\\\ ; 1: {"],
  ['[{"a":1}\n]\n\nx', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"x"} at 4'],
  ['[{\n"a":1}\n,7]', 'a ; 1: 1 =1 1/1 ; stops: E-ROWS-ARRAY {"found":"7"} at 3'],
  ['\ufeff\n[{"a":1}]', "a ; 2: 1 =1 1/1"],
  ['[{"a":[1,{"b":2}]}]', 'a ; 1: [1,{\\"b\\":2}]'],
];

describe("a list of objects, at once, byte by byte and cut in two anywhere", () => {
  test.each(LISTS)("%j", (text, reading) => {
    expect(readingOf(new ObjectRecords(true), text)).toBe(reading);
    expect(readingOf(new ObjectRecords(true), bytewise(text))).toBe(reading);
    for (const halves of halvesOf(text)) expect(readingOf(new ObjectRecords(true), halves)).toBe(reading);
  });
});

test.each<[Pieces[], string]>([
  [["a,b\n1,2\n", "a,b\n3,4\n"], '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; 2: 3 =3 3/1 | 4 =4 4/1'],
  [["a,b\n1,2\n", "\ufeffa,b\r3,4"], '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; 2: 3 =3 3/1 | 4 =4 4/1'],
  [["a,b\n1,2\n", "a,c\n3,4\n"], '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; stops: E-HEADER-DIFFERS at 1'],
  [["a,b\n1,2\n", "\na,b,c\n3,4\n"], '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; stops: E-HEADER-DIFFERS at 2'],
  [["a,b\n1,2\n", "a\n3\n"], '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; stops: E-HEADER-DIFFERS at 1'],
  [['a,b\n1,"2', "a,b\n3,4\n"], '",\\n" a | b ; 2: E-ROW-QUOTE-OPEN in "1,\\"2" ; 2: 3 =3 3/1 | 4 =4 4/1'],
  [["a,b\n1,2\n", '"a,b\n3'], '",\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1 ; stops: E-ROW-QUOTE-OPEN at 1'],
  [
    [Buffer.from("a,b\n\xe4,2\n", "latin1"), "a,b\nx,4\n"],
    '",\\n" a | b ; 2: E-ROW-UTF8 in "\ufffd,2" ; 2: x | 4 =4 4/1',
  ],
])("files are read one after another: %j", (files, reading) =>
  expect(readingOf(new SeparatedRecords(), ...files)).toBe(reading),
);

test.each<[Pieces[], boolean, string]>([
  [
    ['{"a":1}\n{"a":2', '{"a":3}'],
    false,
    'a ; 1: 1 =1 1/1 ; 2: E-ROW-JSON {"array":false} in "{\\"a\\":2" ; 1: 3 =3 3/1',
  ],
  [['[{"a":1}]', '[{"a":3}]'], true, "a ; 1: 1 =1 1/1 ; 1: 3 =3 3/1"],
  [["[]", '[{"a":3}]'], true, "a ; 1: 3 =3 3/1"],
  [
    ['[{"a":"\n"}]', '\n[{"a":3}]'],
    true,
    'a ; 1: E-ROW-JSON {"array":false} in "{\\"a\\":\\"\\n\\"}" ; 2: 3 =3 3/1'.replace("a ; ", " ; "),
  ],
])("files of objects are read one after another: %j", (files, isList, reading) =>
  expect(readingOf(new ObjectRecords(isList), ...files)).toBe(reading),
);

test.each([
  ["title\na,b\n1,2\n", 1, '",\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["one\n\na;b\n1;2\n", 2, '";\\n" a | b ; 4: 1 =1 1/1 | 2 =2 2/1'],
  ["one\n# two\na;b\n1;2\n", 1, '";\\n" a | b ; 4: 1 =1 1/1 | 2 =2 2/1'],
  ["# one\na;b\n1;2\n", 1, '";\\n" a | b ; 3: 1 =1 1/1 | 2 =2 2/1'],
  ["one\r\ntwo\r\na\r\n1\r\n", 2, '",\\r\\n" a ; 4: 1 =1 1/1'],
  ["one\n", 5, ""],
])("%j is read without its first %i lines", (text, skip, reading) => {
  expect(readingOf(new SeparatedRecords(undefined, skip), text)).toBe(reading);
  expect(readingOf(new SeparatedRecords(undefined, skip), bytewise(text))).toBe(reading);
  const twice = readingOf(new SeparatedRecords(undefined, skip), text, text);
  expect(twice).toBe(reading === "" ? "" : `${reading} ; ${reading.split(" ; ").slice(1).join(" ; ")}`);
});

test.each([
  ["a;b,c\n1;2,3\n", ";", '";\\n" a | b,c ; 2: 1 =1 1/1 | 2,3'],
  ['a¦b\n1¦"x¦y"\n', "¦", '"¦\\n" a | b ; 2: 1 =1 1/1 | x¦y'],
  ['a¦b\n1¦"x"y¦z\n', "¦", '"¦\\n" a | b ; 2: E-ROW-QUOTE {"column":2} in "1¦\\"x\\"y¦z"'],
  ["a\u00a6b\nx\u0126¦2\n", "¦", '"¦\\n" a | b ; 2: x\u0126 | 2 =2 2/1'],
  ["a,b\n1,2\n", "\t", '"\\t\\n" a,b ; 2: 1,2'],
])("%j is read with the separator %j", (text, separator, reading) => {
  expect(readingOf(new SeparatedRecords(separator), text)).toBe(reading);
  expect(readingOf(new SeparatedRecords(separator), bytewise(text))).toBe(reading);
});

describe("rows have the line numbers that are given for a file", () => {
  test.each([
    [new SeparatedRecords(), "a\n1\n2\n"],
    [new ObjectRecords(false), '{"a":1}\n{"a":2}\n'],
    [new ObjectRecords(true), '[{"a":1},{"a":2}]'],
  ])("case %#", (records, text) => {
    records.beginFile([9, 4]);
    records.feed(Buffer.from(text));
    records.finish();
    const lines: number[] = [];
    while (records.next()) lines.push(records.line);
    expect(lines).toEqual([9, 4]);
  });
});

describe("a row that does not end is refused", () => {
  const part = Buffer.alloc(2 ** 20, "x");
  const feedAll = (records: SeparatedRecords | ObjectRecords, begin: string, parts: number) => {
    records.beginFile();
    records.feed(Buffer.from(begin));
    for (let index = 0; index < parts; index += 1) {
      while (records.next());
      records.feed(part);
    }
    while (records.next());
    return readingOf(records);
  };

  test.each([
    ["a cell", () => new SeparatedRecords(), "a\n1\n"],
    ["a cell in quotes", () => new SeparatedRecords(), 'a\n1\n"'],
    ["a line", () => new ObjectRecords(false), '{"a":1}\n{"a":"'],
    ["an element", () => new ObjectRecords(true), '[{"a":1},\n{"a":"'],
  ])("%s", (_, make, begin) => {
    expect(() => feedAll(make(), begin, 7)).not.toThrow();
    expect(() => feedAll(make(), begin, 10)).toThrow("E-ROW-LONG");
  });

  test("a row in one piece", () => {
    const text = `a\n${"x".repeat(2 ** 23 + 1)}\n`;
    expect(readingOf(new SeparatedRecords(), text)).toBe(`",\\n" a ; stops: E-ROW-LONG {"limitMiB":8} at 2`);
    expect(readingOf(new SeparatedRecords(), `a\n${"x".repeat(2 ** 23)}\n`)).toMatch(/^",\\n" a ; 2: x+$/);
  });
});

test("a name with dots that is not a key leads into inner objects", () => {
  const records = new ObjectRecords(false);
  records.setKeys(["b", "a.x"]);
  const columns = ["a.y", "a", "a.y.z", "none", "a.x", "toString", "a.toString"].map((name) => records.column(name));
  records.feed(Buffer.from('{"a":{"x":1,"y":{"z":"7"}},"a.x":2}\n{"a":[1]}\n{"a":null,"b":1.0}\n'));
  const rows: string[][] = [];
  while (records.next())
    rows.push([...records.header.map((_, at) => records.written(at)), ...columns.map((at) => records.text(at))]);
  expect(rows).toEqual([
    ["", "2", '{"z":"7"}', '{"x":1,"y":{"z":"7"}}', "7", "", "2", "", ""],
    ["", "", "", "[1]", "", "", "", "", ""],
    ["1.0", "", "", "", "", "", "", "", ""],
  ]);
  expect(records.column("a.y")).toBe(columns[0]);
});

test("a column is found by its name", () => {
  const records = new SeparatedRecords();
  records.feed(Buffer.from("a,b\n1,2\n"));
  records.next();
  expect([records.column("b"), records.column("c")]).toEqual([1, undefined]);
  expect([records.isEmpty(0), records.headerLine.toString()]).toEqual([false, "a,b"]);
});

test("KeyReader gives the keys of all objects, in the order in which they come", () => {
  const keysOf = (isList: boolean, ...files: string[][]) => {
    const reader = new KeyReader(isList);
    for (const pieces of files) {
      reader.beginFile();
      for (const piece of pieces) reader.feed(Buffer.from(piece));
      reader.finish();
    }
    return [...reader.keys].join();
  };
  expect(keysOf(false, ['{"a":1}\n{"b', '":2}\nx\n{"c":1,"a":2}'])).toBe("a,b,c");
  expect(keysOf(true, ['[{"a":1},{"b":2}]'], ['[{"c":1}]'])).toBe("a,b,c");
  expect(keysOf(true, ['[{"a":1},7', ',{"b":2}]'])).toBe("a");
  // A file that cannot be read any further does not affect the next one.
  expect(keysOf(true, ['[{"a":1},7,{"b":2}]', '{"d":2}]'], ['[{"c":1}]'])).toBe("a,c");
});

test.each([
  ["a,b", ","],
  ["a;b,c;d", ";"],
  ["a\tb", "\t"],
  ['"a;b;c",d', ","],
  ['x;"a,b,c"', ";"],
  ['a"b,c"d;e;f', ";"],
  ["a¦b|c¦d", "¦"],
  ["a\u00c2b;c", ";"],
  ['a;"b', ";"],
  ["abc", ","],
  ["a,b;c", ","],
  ['a"b;c;d"e,f', ";"],
  ['"a";b', ";"],
  ["ææ,x", ","],
  ["§§,x", ","],
])("the separator of %j is %j", (line, separator) => {
  const bytes = Buffer.from(`xx${line}yy;;;;;`);
  expect(separatorIn(bytes, 2, bytes.length - 7)).toBe(separator);
});

test.each([
  ["a\nb", false, 10],
  ["a\r\nb", false, 10],
  ["a\rb", false, undefined],
  ["a\rb", true, 13],
  ["a\r", true, 13],
  ["ab", true, 10],
  ["", true, 10],
  ['"a\nb"', true, 10],
  ['"a\nb"\rc', true, 13],
  ['x,"a\nb"\rc', true, 13],
  ['x\r"a\nb"\rc', true, 13],
  ['\ufeff"a\nb"\rc', true, 13],
  ['"a""\n"\rc', true, 13],
  ['"a\nb', true, 10],
  ['x"\ny"\rc', true, 10],
  [`${"a".repeat(2 ** 16)}\nb\rc`, false, 10],
  [`a\r${"a".repeat(2 ** 16)}\n`, false, 13],
])("the line end of %j, with a whole text: %s, is %s", (text, isWhole, end) =>
  expect(lineEndOf(Buffer.from(text), isWhole)).toBe(end),
);

test("a window keeps the bytes that are still needed, however many they are", () => {
  const window = new Window();
  const shifted = (from: number, chunk: string) => window.shift(from, Buffer.from(chunk)).toString();
  expect([shifted(0, "abc"), shifted(1, "de"), shifted(4, "f"), shifted(9, "g"), shifted(0, "")]).toEqual([
    "abc",
    "bcde",
    "f",
    "g",
    "g",
  ]);
  const large = "x".repeat(2 ** 19);
  expect(shifted(0, large) === `g${large}`).toBe(true);
  expect(shifted(2 ** 19, "yz")).toBe("xyz");
  expect([window.clear().length, shifted(0, "h")]).toEqual([0, "h"]);
});

test("each format has its reader, with its separator, lines to skip and keys", () => {
  const read = (plan: Partial<BatchPlan>, text: string) =>
    readingOf(recordsFor({ skip: 0, keys: [], separator: undefined, ...plan } as BatchPlan), text);
  expect([
    read({ from: "csv" }, "a;b\n1;2\n"),
    read({ from: "csv", separator: ",", skip: 1 }, "x\na;b\n1;2\n"),
    read({ from: "tsv" }, "a\tb,c\n1\t2\n"),
    read({ from: "tsv", separator: "," }, "a\tb,c\n1\t2,3\n"),
    read({ from: "ndjson" }, '{"a":1}\n{"b":2}\n'),
    read({ from: "ndjson", keys: ["b", "a"] }, '{"a":1}\n{"b":2}\n'),
    read({ from: "json" }, '[{"a":1}]'),
  ]).toEqual([
    '";\\n" a | b ; 2: 1 =1 1/1 | 2 =2 2/1',
    '",\\n" a;b ; 3: 1;2',
    '"\\t\\n" a | b,c ; 2: 1 =1 1/1 | 2 =2 2/1',
    '",\\n" a\tb | c ; 2: 1\\t2 | 3 =3 3/1',
    "a ; 1: 1 =1 1/1 ; 2:  empty extra b",
    "b | a ; 1:  empty | 1 =1 1/1 ; 2: 2 =2 2/1 |  empty",
    "a ; 1: 1 =1 1/1",
  ]);
});

test("the keys of the first rows are columns if those of all rows are not known", () => {
  const learned = (isList: boolean, before: string[], chunk: string) => {
    const records = new ObjectRecords(isList);
    records.setKeys(before);
    learnKeys(records, Buffer.from(chunk));
    return records.header;
  };
  expect(learned(false, [], '{"a":1}\n{"b":2}\n{"c')).toEqual(["a", "b"]);
  expect(learned(true, [], '[{"a":1},{"b":2}')).toEqual(["a", "b"]);
  expect(learned(false, ["x"], '{"a":1}\n')).toEqual(["x"]);
  const separated = new SeparatedRecords();
  learnKeys(separated, Buffer.from('{"a":1}\n'));
  expect(separated.header).toEqual([]);
});

test("every row is the same if it is read again from its bytes", () => {
  const odd = ["a,b\r1,2\n3\r", "a,b\n1,2\r\r\n3,4\r5\n", '\ufeffa,b\n"x\r\ny",2\n'];
  const tables = [
    ...[...SEPARATED.map(([text]) => text), ...odd].map((text) => readTwice(new SeparatedRecords(), text)),
    ...LINES.map(([text]) => readTwice(new ObjectRecords(false), text)),
    ...LISTS.map(([text]) => readTwice(new ObjectRecords(true), text)),
  ];
  for (const { first, again } of tables) expect(again).toEqual(first);
  expect(tables.flatMap(({ first }) => first).length).toBeGreaterThan(150);
});

test("the raw text of an object has no space around it", () => {
  for (const [isList, text] of [
    [false, ' \t{"a": 1} \t\r\n'],
    [true, '[ \t\r\n {"a": 1} \t, \r\n{"a": 1}]'],
  ] as const) {
    const records = new ObjectRecords(isList);
    records.feed(Buffer.from(text));
    records.finish();
    while (records.next()) expect(records.bytes.toString("utf8", records.start, records.end)).toBe('{"a": 1}');
  }
});

test("a table may have 200 columns", () => {
  const cells = Array.from({ length: 200 }, (_, at) => `c${at}`);
  const text = `${cells.join()}\n${cells.join()}\n`;
  expect(readingOf(new SeparatedRecords(), text)).toBe(`",\\n" ${cells.join(" | ")} ; 2: ${cells.join(" | ")}`);
});
