import definitions from "../../src/functions/all.registry";
import { dataVersions } from "../../src/functions/data-versions";
import { NativeFormulas } from "../../src/functions/native-formula";
import { shareCopy, ShareRefusal, type ShareLevel } from "../../src/xlsx/share";

// What `npm run share` takes from the product, for tools/share.mjs.

/** A copy of a workbook and what was done in a few lines, or the sentence that says why there is none. */
export async function shareFile(file: Uint8Array, level: ShareLevel, madeAt: Date): Promise<{ readonly bytes: Uint8Array; readonly summary: string } | { readonly refusal: string }> {
  try {
    const { bytes, summary } = await shareCopy(file, { level, expander: new NativeFormulas(definitions), madeAt, versions: dataVersions() });
    return { bytes, summary: summary.join("\n") };
  } catch (error) {
    if (error instanceof ShareRefusal) return { refusal: error.message };
    throw error;
  }
}
