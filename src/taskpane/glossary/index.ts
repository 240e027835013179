export type { TermId } from "./glossary";
export { Term, TermButton } from "./Term";
