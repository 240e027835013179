// Loads what Excel loads of an add-in before its page: the manifest and the functions' metadata.
import type { FunctionMetadata } from "../host";
import type { WorksheetFunction } from "../grid/functions";
import { type Manifest, parseManifest } from "./manifest";

export interface AddIn {
  readonly manifest: Manifest;
  readonly metadata: FunctionMetadata & { readonly functions: readonly WorksheetFunction[] };
}

const MANIFEST = "/manifest.xml";

/** @throws Error with a sentence that says what could not be loaded */
export async function loadAddIn(): Promise<AddIn> {
  const manifest = parseManifest(await text(MANIFEST, "manifest"));
  const json = await text(manifest.functionsPath, "list of functions");
  try {
    return { manifest, metadata: JSON.parse(json) as AddIn["metadata"] };
  } catch {
    throw new Error(`The add-in's list of functions (${manifest.functionsPath}) is not valid JSON.`);
  }
}

async function text(path: string, what: string): Promise<string> {
  const answer = await fetch(path).catch(() => null);
  if (!answer) throw new Error(`The add-in's ${what} (${path}) cannot be loaded: the server does not answer. Is it still running?`);
  if (!answer.ok) throw new Error(`The add-in's ${what} (${path}) cannot be loaded: the server answers ${answer.status}. Build the add-in first (npm start does).`);
  return answer.text();
}
