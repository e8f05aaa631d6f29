import type { APIEmbed } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Component } from './components.ts';
import { invalidForm, malformed } from './errors.ts';

export type UploadedFile = { key: string; name: string; type: string; bytes: Uint8Array };

/** Reads a body as Discord does: unknown keys are ignored, wrong types answer 400 50035 with the path of the field. */
export function parse<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  throw malformed(
    invalidForm(
      ...read.error.issues.map((issue) => ({
        path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
        code: codeOf(issue),
        message: issue.message,
      })),
    ),
  );
}

const codeOf = (issue: z.core.$ZodIssue): string => (issue.code === 'invalid_type' ? 'BASE_TYPE_CHOICES' : 'BASE_TYPE_BAD_VALUE');

export const id = z.union([z.string().regex(/^\d{17,20}$/), z.number().transform(String)]);

/** Discord takes permissions as text, and as numbers where they fit. */
export const bits = z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform(String);

export const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.number().int(),
    id: z.number().int().optional(),
    custom_id: z.string().optional(),
    components: z.array(component).optional(),
    component: component.optional(),
    accessory: component.optional(),
  }),
) as unknown as z.ZodType<Component>;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const media = z
  .looseObject({ url: z.string() })
  .nullish()
  .transform((value) => value ?? undefined);

const embed = z.object({
  title: text,
  description: text,
  url: text,
  timestamp: text,
  color: z
    .number()
    .int()
    .min(0)
    .max(0xffffff)
    .nullish()
    .transform((value) => value ?? undefined),
  footer: z
    .object({ text: z.string(), icon_url: text })
    .nullish()
    .transform((value) => value ?? undefined),
  image: media,
  thumbnail: media,
  author: z
    .object({ name: z.string(), url: text, icon_url: text })
    .nullish()
    .transform((value) => value ?? undefined),
  fields: z
    .array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().default(false) }))
    .nullish()
    .transform((value) => value ?? undefined),
}) as unknown as z.ZodType<APIEmbed>;

const attachment = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  filename: z.string().optional(),
  title: z.string().optional(),
  description: z.string().max(1024).nullish(),
});

export const allowedMentions = z.object({
  parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
  users: z.array(id).optional(),
  roles: z.array(id).optional(),
  replied_user: z.boolean().optional(),
});

/** The body of a message, wherever it is sent: channels, interaction answers, follow-ups, forum posts. */
export const messageDraft = z.object({
  content: z.union([z.string(), z.number().transform(String)]).nullish(),
  embeds: z.array(embed).nullish(),
  components: z.array(component).nullish(),
  attachments: z.array(attachment).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.number().int().nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({
      message_id: id.optional(),
      channel_id: id.optional(),
      guild_id: id.optional(),
      fail_if_not_exists: z.boolean().optional(),
    })
    .nullish(),
});
export type MessageDraft = z.output<typeof messageDraft>;
