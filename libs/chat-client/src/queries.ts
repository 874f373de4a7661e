/** Whom to find. */
export interface PeopleQuery {
  /** How a word of the name begins; everyone when empty. */
  readonly q?: string;
  /** Only the members of this room. */
  readonly roomId?: string;
  /** The last person of the page before. */
  readonly after?: string;
}

/** What to find. */
export interface SearchQuery {
  readonly q: string;
  /** Only in this room. */
  readonly roomId?: string;
  /** `seq` of the last message of the page before. */
  readonly before?: number;
}
