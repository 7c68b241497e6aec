import { wordsIn } from "./words.ts";

/** Words of the record, and the everyday names that people type for them, without "of", "the" and "in". */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "united states": ["us", "usa", "america", "american", "americans"],
  "united kingdom": ["uk", "gb", "britain", "great britain", "british", "england", "english"],
  "soviet union": ["ussr", "soviets"],
  russia: ["russian", "russians"],
  german: ["germans"],
  "german states": ["prussia", "prussian"],
  "germany second world war": ["nazi", "nazis", "nazi germany", "third reich", "wehrmacht"],
  france: ["french"],
  japan: ["japanese"],
  poland: ["polish"],
  finland: ["finnish", "finns"],
  canada: ["canadian", "canadians"],
  australia: ["australian", "australians", "anzac"],
  india: ["indian", "indians"],
  china: ["chinese", "prc"],
  israel: ["israeli", "israelis", "idf"],
  argentina: ["argentine", "argentinian", "argentines"],
  georgia: ["georgian", "georgians"],
  ukraine: ["ukrainian", "ukrainians"],
  confederate: ["confederacy", "csa"],
  "viet minh": ["vietminh"],
  "sri lanka": ["sri lankan", "sri lankans", "tamil tigers", "tamils", "ltte"],
  "syrian democratic forces": ["sdf", "kurds", "kurdish", "raqqa"],

  "american civil war": ["us civil war"],
  "franco prussian war": ["franco german war"],
  "first world war": ["ww1", "wwi", "ww 1", "ww i", "world war 1", "world war i", "world war one", "great war"],
  "second world war": ["ww2", "wwii", "ww 2", "ww ii", "world war 2", "world war ii", "world war two"],
  "second boer war": ["south african war", "anglo boer war"],
  gallipoli: ["dardanelles"],
  "germany france 1940": ["battle france", "fall france"],
  "german soviet war": ["barbarossa", "eastern front", "great patriotic war"],
  "winter war": ["soviet finnish war", "russo finnish war"],
  "china korean war": ["chinese volunteers", "peoples volunteers", "peoples volunteer army"],
  vietnam: ["viet nam", "nam"],
  "dien bien phu": ["dienbienphu"],
  "six day war": ["june war"],
  "yom kippur war": ["october war", "ramadan war"],
  "lebanon war of 2006": ["second lebanon war", "july war"],
  "israel lebanon": ["hezbollah", "hizbollah", "hizbullah"],
  "gaza war": ["hamas"],
  "russo georgian war": ["south ossetia", "ossetia"],
  "russo ukrainian war": ["ukraine war", "war ukraine", "ukrainian war", "russia ukraine war"],
  donbas: ["donbass"],
  "islamic state": ["isis", "isil", "daesh"],
  falklands: ["malvinas", "falkland islands", "falklands islands"],
  "gulf war": ["desert storm", "kuwait"],
  iraq: ["oif"],
  afghanistan: ["oef", "enduring freedom"],
  war: ["wars", "conflict"],
  first: ["1st"],
  second: ["2nd"],
};

/** An everyday name, as its words with a space between them → the words of the record. */
export const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(NAMES).flatMap(([words, others]) => others.map((other) => [other, wordsIn(words)] as const)),
);

/** How many words the longest everyday name has. */
export const MOST_WORDS = Math.max(...[...OTHER_NAMES.keys()].map((name) => wordsIn(name).length));
