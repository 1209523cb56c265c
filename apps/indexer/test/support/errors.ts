/** Something that a test needs did not work. */
export class SupportError extends Error {
  override readonly name = "SupportError";
}
