import definitions from "./all.registry";
import { associateAll } from "./associate";

associateAll(definitions);
