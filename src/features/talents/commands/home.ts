import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { holds, recruiter, seeker } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { findTalentsId, profileId, showId } from '../../../kernel/hiring.ts';
import { day } from '../../../kernel/time.ts';
import { companyOf, isVerified } from '../../companies/service/company.ts';
import { text as contactText } from '../messages/contact.ts';
import { text as matchText } from '../messages/match.ts';
import { text } from '../messages/profile.ts';
import { text as searchText } from '../messages/search.ts';
import { countOpen, countTalks, countWaiting } from '../service/contact.ts';
import { lastMatch } from '../service/match.ts';
import { findProfile, pauseProfile } from '../service/profile.ts';
import { questionsId, talksId } from '../wire.ts';
import { whoIs } from './profile.ts';

/** For how long an offer of which somebody was told stands in *Mon espace*. */
const matchShownFor = 7 * day;
/** The same for companies with which they agreed to talk; all stand on their profile. */
const talkShownFor = 60 * day;

async function ofSeeker(context: Context): Promise<(HomeItem | null)[]> {
  const { db } = context;
  const who = whoIs(context);
  const [profile, waiting, match] = await Promise.all([
    findProfile(db, who),
    countWaiting(db, who),
    lastMatch(db, { ...who, since: new Date(who.now.getTime() - matchShownFor) }),
  ]);
  const said = profile ? (profile.isOpen ? text.homeOpen : text.homeDraft) : text.homeNone;
  return [
    waiting > 0
      ? {
          text: contactText.homeWaiting(waiting),
          waiting: true,
          button: { label: contactText.read, customId: questionsId.encode({}) },
        }
      : null,
    match
      ? { text: matchText.home(match.title), button: { label: matchText.see, customId: showId.encode({ offerId: match.id }) } }
      : null,
    { text: said, button: { label: profile ? text.title : text.begin, customId: profileId.encode({}) } },
  ];
}

/** Also for whoever has lost the roles of those who look for work: companies know them all the same. */
async function ofTalks(context: Context): Promise<HomeItem | null> {
  const who = whoIs(context);
  const talks = await countTalks(context.db, who, new Date(who.now.getTime() - talkShownFor));
  return talks === 0
    ? null
    : { text: contactText.homeTalks(talks), button: { label: contactText.talks, customId: talksId.encode({ page: 0 }) } };
}

async function ofRecruiter(context: Context): Promise<HomeItem | null> {
  const company = await companyOf(context.db, context.actor);
  if (!company || !isVerified(company, context.clock.now())) return null;
  return {
    text: searchText.home(await countOpen(context.db, company.id)),
    button: { label: searchText.find, customId: findTalentsId.encode({}) },
  };
}

export async function home(context: Context): Promise<readonly HomeItem[]> {
  const keys = await context.keys();
  const items = [
    ...(holds(seeker, keys) ? await ofSeeker(context) : []),
    await ofTalks(context),
    ...(holds(recruiter, keys) ? [await ofRecruiter(context)] : []),
  ];
  return items.filter((item) => item !== null);
}

/** Whoever leaves the server is shown to nobody from that moment; a schedule finds those of whom no event told. */
export const left = event(GatewayDispatchEvents.GuildMemberRemove, async ({ db, clock }, { guild_id: guildId, user }) => {
  await pauseProfile(db, { guildId, userId: user.id, now: clock.now() }, 'left');
});
