/** The version that this code was built as: the build writes it in. */
export const ownVersion: string | undefined = process.env.WEB_VERSION;
