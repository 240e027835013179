/** ajv's check of portfolio.schema.json; made by tools/portfolio-validator.cjs. Fills in defaults and gives true, or leaves what is wrong in `errors`. */
declare module "*.validator" {
  const validate: {
    (document: unknown): boolean;
    errors?: readonly { readonly instancePath: string; readonly keyword: string; readonly params: Readonly<Record<string, unknown>> }[] | null;
  };
  export default validate;
}
