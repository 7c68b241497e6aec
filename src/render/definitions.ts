/** What the definitions of killed in the historical record are called. */
export const DEFINITION: Readonly<Record<string, string>> = {
  "battle-deaths": "battle deaths",
  "killed-in-action": "killed in action",
  "hostile-deaths": "hostile deaths",
  "reported-killed": "killed as reported",
  "dead-and-missing": "dead and missing",
  "all-deaths": "deaths from all causes",
};
