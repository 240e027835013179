export { catalogMachine, defaultScenario } from "./scenario-inputs";
export type { CandidateInputs, FleetInputs, HorizonInputs, Machine, MarketInputs, ScenarioInputs, SiteInputs } from "./scenario-inputs";
export { checkScenario, problemText, type InputPath, type InputProblem } from "./check-scenario";
export { ALTERNATIVES, planScenario, type Alternative, type ScenarioMonth, type ScenarioPlan } from "./scenario";
export { fileProblemText, readScenarioFile, type FileProblem } from "./scenario-file";
