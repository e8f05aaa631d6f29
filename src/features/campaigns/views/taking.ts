import { ButtonStyle } from 'discord-api-types/v10';
import type { CampaignPart } from '../../../../prisma/client/client.ts';
import type { Message } from '../../../discord/command.ts';
import { profileId, type Reason, requestId, statusId } from '../../../kernel/mentoring.ts';
import { buttonOf, row } from '../../../kernel/piece.ts';
import { bold, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/taking.ts';
import type { Campaign } from '../service/campaign.ts';
import type { Standing } from '../service/join.ts';
import { joinAsId, joinId, leaveId } from '../wire.ts';
import { reasonsIn } from './reason.ts';

const closing = ({ closesAt }: Pick<Campaign, 'closesAt'>): string => timeOf(closesAt);

/** What a state says where the campaign asked people to take part. */
const notices: Partial<Record<Campaign['state'], Text>> = {
  closed: text.over,
  preview: text.over,
  published: text.finished,
  cancelled: text.stopped,
};

/** In each place: one button while it is open, then what became of it. */
export function inviteMessage(campaign: Campaign, locale: Locale): Message {
  const notice = notices[campaign.state];
  return {
    content: '',
    embeds: [
      {
        title: text.invite(campaign.name)[locale],
        description: (notice ?? text.invitation(closing(campaign)))[locale],
      },
    ],
    components: notice ? [] : [row(buttonOf(text.join[locale], joinId.encode({ campaignId: campaign.id }), ButtonStyle.Primary))],
    allowed_mentions: { parse: [] },
  };
}

/** For whoever could be either. */
export const partQuestion = (campaignId: number, locale: Locale): Message => ({
  content: text.askPart[locale],
  components: [
    row(
      buttonOf(text.asLearner[locale], joinAsId.encode({ campaignId, part: 'learner' }), ButtonStyle.Primary),
      buttonOf(text.asMentor[locale], joinAsId.encode({ campaignId, part: 'mentor' })),
    ),
  ],
});

const formButton = (part: CampaignPart, locale: Locale) =>
  part === 'learner'
    ? buttonOf(text.request[locale], requestId.encode({}), ButtonStyle.Primary)
    : buttonOf(text.profile[locale], profileId.encode({}), ButtonStyle.Primary);

/** After the click: what comes next, and what is missing. */
export const joinedCard = ({ campaign, part, isReady }: Standing, locale: Locale): Message => ({
  content: [
    text.joined[part](bold(campaign.name), closing(campaign))[locale],
    ...(isReady ? [] : [text.missing[part][locale]]),
  ].join('\n'),
  components: [
    row(
      ...(isReady ? [] : [formButton(part, locale)]),
      buttonOf(text.leave[locale], leaveId.encode({ campaignId: campaign.id })),
    ),
  ],
});

export const leftCard = (campaign: Campaign, locale: Locale): Message => ({
  content: text.left(bold(campaign.name))[locale],
  components: [row(buttonOf(text.join[locale], joinId.encode({ campaignId: campaign.id })))],
});

const told = (content: string): Message => ({ content, allowed_mentions: { parse: [] } });

/** Their form is missing, and the close is near. Said in a direct message: the way to the form is *Mon espace* and the command. */
export const reminder = ({ campaign, part }: { campaign: Campaign; part: CampaignPart }, locale: Locale): Message =>
  told([text.remind(bold(campaign.name), closing(campaign))[locale], text.missing[part][locale]].join('\n'));

type Outcome = {
  campaign: Campaign;
  part: CampaignPart;
  why: string | null;
  /** Their form is there. */
  isReady: boolean;
  /** They have a mentor, whatever became of this campaign. */
  isPaired: boolean;
  pairs: readonly { learnerId: string; mentorId: string; reasons: readonly Reason[] }[];
};

function cancelled({ campaign, part, isReady, isPaired }: Outcome): Text {
  const name = bold(campaign.name);
  if (isPaired) return text.cancelled.paired(name);
  if (isReady) return text.cancelled[part](name);
  return part === 'learner' ? text.cancelled.noRequest(name) : text.cancelled.noProfile(name);
}

function words(outcome: Outcome, locale: Locale): string {
  const { campaign, part, why, pairs } = outcome;
  const name = bold(campaign.name);
  if (campaign.state === 'cancelled') return cancelled(outcome)[locale];
  const [first] = pairs;
  if (first && part === 'learner') {
    // How long somebody waits is for staff: it is nothing that two people share.
    const shared = first.reasons.filter((reason) => reason.part !== 'waiting');
    const reasons = reasonsIn(shared, locale);
    return [
      text.paired.learner(name, `<@${first.mentorId}>`)[locale],
      ...(reasons === '' ? [] : [text.because(reasons)[locale]]),
    ].join('\n');
  }
  if (first) {
    const learners = pairs.map(({ learnerId }) => `<@${learnerId}>`).join(', ');
    return text.paired.mentor(name, pairs.length, learners)[locale];
  }
  if (why === 'paired') return text.alone.paired(name)[locale];
  if (part === 'learner') return (why === 'form' ? text.alone.noRequest(name) : text.alone.learner(name))[locale];
  return (why === 'form' ? text.alone.noProfile(name) : text.alone.mentor(name))[locale];
}

/** What came of it, for one person; in the thread of the server it has buttons, which a direct message cannot have. */
export const outcomeMessage = (outcome: Outcome, locale: Locale): Message => told(words(outcome, locale));

export const outcomeInThread = (outcome: Outcome, locale: Locale): Message => ({
  ...told(words(outcome, locale)),
  components: [
    row(
      buttonOf(text.status[locale], statusId.encode({}), ButtonStyle.Primary),
      ...(outcome.pairs.length > 0 || outcome.isPaired ? [] : [formButton(outcome.part, locale)]),
    ),
  ],
});
