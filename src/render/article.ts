/** Countries, alliances, forces and houses of government. */
const ALONE =
  /^(?:US|USA|UK|UN|EU|UAE|USSR|OSCE|CIA|Pentagon|Kremlin|White House|Viet Minh|Syrian Democratic Forces|German states|Netherlands|Philippines)$/;

/** "Soviet Union", "General Staff", "French foreign minister". */
const LAST =
  /(?:^| )(?:Allies|Commander-in-Chief|Confederacy|Empire|General Staff|Kingdom|Ministry|Nations|Powers|Republic|Secretary(?:[- ]General)?|Service|States|Union|[Gg]overnment|[Mm]inister|[Oo]ffice|[Pp]resident)$/;

/** "UK Ministry of Defence", "US ambassador to the OSCE". */
const WITHIN =
  /(?:^| )(?:(?:Armed Forces|Department|General Staff|Institute|Ministry|Office|Secretary|Service) (?:of|for)|(?:ambassador|delegation) to) /;

/** A name as sentences have it: "the UK Ministry of Defence". Only some names are known to need an article. */
export function withArticle(name: string): string {
  // "US and Europe", "UK government, in Hansard".
  const [first = ""] = name.split(/, | \(|: | and /);
  const isKnown = [ALONE, LAST, WITHIN].some((pattern) => pattern.test(first));
  return isKnown && !/^the /i.test(first) ? `the ${name}` : name;
}
