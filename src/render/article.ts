/** Countries, alliances, forces and houses of government. */
const ALONE =
  /^(?:BBC|US|USA|UK|UN|EU|UAE|USSR|OSCE|CIA|Pentagon|Kremlin|White House|Viet Minh|Syrian Democratic Forces|German states|Netherlands|Philippines)$/;

/** "Soviet Union", "General Staff", "French foreign minister", "militia", "New York Times". */
const LAST =
  /(?:^| )(?:[Aa]lliance|[Aa]ir [Ff]orce|[Aa]rmy|[Cc]oalition|[Ff]orces|[Mm]ilitia|[Nn]avy|Group|Journal|Post|Standard|Times|Tribune|Allies|Commander-in-Chief|Confederacy|Empire|General Staff|Kingdom|Ministry|Nations|Powers|Republic|Secretary(?:[- ]General)?|Service|States|Union|[Gg]overnment|[Mm]inister|[Oo]ffice|[Pp]resident)$/;

/** "UK Ministry of Defence", "US ambassador to the OSCE". */
const WITHIN =
  /(?:^| )(?:(?:Armed Forces|Department|General Staff|Institute|Ministry|Office|Secretary|Service) (?:of|for)|(?:ambassador|delegation) to) /;

/** One of many: "US official". */
const ANY = /(?:^| )(?:adviser|analyst|diplomat|officer|official|spokes(?:man|woman|person))$/;

/** A name as sentences have it: "the UK Ministry of Defence". Only some names are known to need an article. */
export function withArticle(name: string): string {
  // "US and Europe", "UK government, in Hansard".
  const [first = ""] = name.split(/, | \(|: | and /);
  if (ANY.test(first)) return `${/^(?:[AIO]|E(?!u))/i.test(first) ? "an" : "a"} ${name}`;
  const isKnown = [ALONE, LAST, WITHIN].some((pattern) => pattern.test(first));
  return isKnown && !/^the /i.test(first) ? `the ${name}` : name;
}
