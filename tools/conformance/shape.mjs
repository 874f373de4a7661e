/** The value itself, if the schema takes it. */
export function shaped(schema, value, name) {
  const { success, error } = schema.safeParse(value);
  if (success) return value;
  const [{ path, message }] = error.issues;
  throw new Error(`${name} is malformed at "${path.join('.')}": ${message}`);
}
