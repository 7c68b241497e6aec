/** Whether two units are the same: "km2" and "square kilometres", "vehicle" and "Vehicles". */
export function isSameUnit(first: string, second: string): boolean {
  return unitOf(first) === unitOf(second);
}

/** A single spelling for each unit: lower case and singular, with "km²" for "sq km" and "square kilometres". */
export function unitOf(unit: string): string {
  const words = unit.toLowerCase().trim().split(/\s+/).map(singular).join(" ");
  return words
    .replace(/2$/, "²")
    .replace(/3$/, "³")
    .replace(/^(?:square|sq\.?) ?(.+)$/, "$1²")
    .replace(/\bkilomet(?:re|er)/, "km")
    .replace(/\bmile/, "mi");
}

/** What one of a unit is called, for "losses per mile". */
export function oneOf(unit: string): string {
  return unit.split(" ").map(singular).join(" ");
}

/** "vehicles" → "vehicle", "batteries" → "battery"; "glass" and "US" stay. */
function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/(?<=..[^s])s$/, "");
}
