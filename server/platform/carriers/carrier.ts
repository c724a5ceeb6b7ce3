/**
 * A message on its way out; `key` is the same in every try until the other side took it and gave it back: what was sent under a key is
 * sent once. `link` is a page of ours, null where the text says it all.
 */
export type Message = { id: string; key: string; to: string; subject: string; text: string; link: string | null };

/** Hands one message over. Throws when it was not taken: `RefusedForGood` when another try would be answered alike. */
export type Carrier = { send: (message: Message) => Promise<void> };

export class RefusedForGood extends Error {}

/** The ways out of the house; null = not configured, so nobody is offered it. */
export type Carriers = { email: Carrier | null; sms: Carrier | null; wecom: Carrier | null };
