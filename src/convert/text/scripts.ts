const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
const raisedOf = "0123456789+-=()ni";
const lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ";
const loweredOf = "0123456789+-=()aeoxhklmnpst";

/** A text in raised ("m²") or lowered ("H₂O") characters; undefined if some letter has none. */
export function toScript(text: string, kind: "sub" | "sup"): string | undefined {
  const [characters, plain] = kind === "sup" ? [raised, raisedOf] : [lowered, loweredOf];
  const converted = [...text.replace(/−/g, "-")].map((letter) => [...characters][plain.indexOf(letter)]);
  return converted.includes(undefined) ? undefined : converted.join("");
}
