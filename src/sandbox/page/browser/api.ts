import type { APIMessage } from 'discord-api-types/v10';
import type { AuditView, Person, Refusal, Replies, Requests, Snapshot } from '../wire.ts';

/** The server said no, with words for the person. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(
    path,
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) {
    const refusal = (await response.json().catch(() => null)) as Refusal | null;
    throw new Refused(refusal ?? { message: `${response.status}` });
  }
  return (await response.json()) as T;
}

const persona = (userId: string) => `/persona/${encodeURIComponent(userId)}`;

export const fetchPeople = () => ask<Person[]>('/people');
export const createPerson = (person: { name: string; locale: string }) => ask<Person>('/people', person);
export const fetchSnapshot = (userId: string, channelId: string | null) =>
  ask<Snapshot>(`${persona(userId)}${channelId ? `?channel=${encodeURIComponent(channelId)}` : ''}`);
export const fetchMessages = (userId: string, channelId: string) =>
  ask<APIMessage[]>(`${persona(userId)}/channels/${encodeURIComponent(channelId)}`);
export const fetchAudit = (userId: string) => ask<AuditView[]>(`${persona(userId)}/audit`);
export const advanceClock = (hours: number) => ask<null>('/clock', { hours });

/** What this person does. Throws `Refused` when Discord, or its client, would not let them. */
export const act = <K extends keyof Requests>(userId: string, action: K, request: Requests[K]) =>
  ask<Replies[K]>(`${persona(userId)}/${action}`, request);

export const liveUrl = (userId: string) => `ws://${location.host}${persona(userId)}/live`;
