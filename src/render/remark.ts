/** A text with a remark in brackets after it. No bracket is in another. */
export function withRemark(text: string, remark: string): string {
  const own = withoutBrackets(remark);
  return text.endsWith(")") ? `${text.slice(0, -1)}, ${own})` : `${text} (${own})`;
}

/** A text that can be in brackets, with commas instead of its own: "Iraq War, Operation Iraqi Freedom". */
export function withoutBrackets(text: string): string {
  return text.replace(/ \(([^()]*)\)( ?)/g, (_, inner, space) => `, ${inner}${space && ", "}`);
}
