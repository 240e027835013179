/** Why a file cannot be shared: a sentence for whoever asked. The file is as it was. */
export class ShareRefusal extends Error {
  override readonly name = "ShareRefusal";
}
