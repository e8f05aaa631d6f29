import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import type { Announcement } from '../../../src/features/announcements/service/announcement.ts';
import {
  announcementCard,
  announcementMessage,
  isAnnouncement,
  listCard,
  previewCard,
} from '../../../src/features/announcements/views.ts';
import { monday } from '../../support/monday.ts';

/** As long as the form and the rules of names allow, with many places that failed. */
const longest: Announcement = {
  id: 2_147_483_647,
  guildId: '1',
  authorId: '2',
  audience: 'promos',
  audienceName: null,
  people: 30_000,
  title: 'T'.repeat(200),
  body: '*'.repeat(4_000),
  mentions: true,
  state: 'posted',
  revision: 3,
  createdAt: monday,
  postedAt: monday,
  editedAt: null,
  withdrawnAt: null,
  places: Array.from({ length: 300 }, (_, index) => ({
    id: index,
    announcementId: 1,
    promoId: index,
    name: '*'.repeat(80),
    channelId: null,
    messageId: null,
    revision: 0,
    problem: 'forbidden' as const,
  })),
};

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const sizeOf = ({ embeds = [] }: Message) =>
  embeds.reduce(
    (sum, { title = '', description = '', footer }) => sum + title.length + description.length + (footer?.text.length ?? 0),
    0,
  );

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test('the longest announcement fits wherever it is shown', () => {
    for (const message of [
      announcementMessage(longest, { locale, roleId: '3' }),
      previewCard({ ...longest, state: 'draft' }, locale),
      announcementCard(longest, locale),
      listCard({ announcements: Array.from({ length: 10 }, () => longest), total: 99, page: 3 }, locale, 10),
    ]) {
      expect(sizeOf(message)).toBeLessThanOrEqual(6_000);
      for (const { description = '' } of message.embeds ?? []) expect(description.length).toBeLessThanOrEqual(4_096);
    }
  });

  test('mentions the role of the promo when its author wants it, and nobody else ever', () => {
    expect(announcementMessage({ ...longest, body: '@everyone' }, { locale, roleId: '3' })).toMatchObject({
      content: '<@&3>',
      allowed_mentions: { parse: [], roles: ['3'] },
    });
    for (const quiet of [
      announcementMessage({ ...longest, mentions: false }, { locale, roleId: '3' }),
      announcementMessage(longest, { locale, roleId: null }),
    ])
      expect(quiet).toMatchObject({ content: '', allowed_mentions: { parse: [], roles: [] } });
  });

  test('a posted message is found again by its number, whatever the language then', () => {
    const { embeds } = announcementMessage(longest, { locale, roleId: null });
    expect(isAnnouncement({ embeds }, longest.id)).toBe(true);
    expect(isAnnouncement({ embeds }, 2_147_483)).toBe(false);
    expect(isAnnouncement({ embeds: [] }, longest.id)).toBe(false);
  });
});
