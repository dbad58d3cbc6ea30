import type Ruler from "markdown-it/lib/ruler.mjs";

/** Finds a rule of markdown-it by its name, so that another rule can extend it. Throws if there is no such rule. */
export function findRule<Rule>(rules: Ruler<Rule>, name: string): Rule {
  // A ruler gives only lists of active rules: the one that is missing while the name is disabled is the rule.
  const activeRules = rules.getRules("");
  rules.disable(name);
  const otherRules = new Set(rules.getRules(""));
  rules.enable(name);
  const rule = activeRules.find((candidate) => !otherRules.has(candidate));
  if (rule === undefined) throw new Error(`Expected markdown-it to have an active rule "${name}".`);
  return rule;
}
