import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, placeOf, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, localeOf } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/circle.ts';
import { longestWithoutMentor, threadKept } from '../rules/circle.ts';
import type { Circle, CircleView } from '../service/circle.ts';
import type { Leading } from '../service/life.ts';
import type { MeetingPlan } from '../service/meeting.ts';
import type { Told } from '../service/place.ts';
import type { ReportView } from '../service/report.ts';
import {
  type CircleNews,
  circleEndId,
  circleGiveId,
  circleHandledId,
  circleLeaveId,
  circleMetId,
  circleMoveId,
  circlePlanId,
  circleProlongId,
  circleReportId,
  circleShowId,
  circleUnmetId,
  type PlaceNews,
} from '../wire.ts';
import { dayShown, person, shown, when, whereOf } from './circle.ts';

/** The first message of the thread. */
export const welcomeMessage = ({ circle }: CircleView, locale: Locale): Message => ({
  embeds: [
    {
      title: cut(text.cardTitle(escapeMarkdown(circle.title))[locale], 256),
      description: [
        text.welcome(person(circle.mentorId, locale))[locale],
        shown(circle.about, 1_500),
        text.rules(dayShown(circle.endsOn))[locale],
      ].join('\n\n'),
    },
  ],
  components: [
    row(
      buttonOf(text.plan[locale], circlePlanId.encode({ circleId: circle.id })),
      buttonOf(text.manage[locale], circleShowId.encode({ circleId: circle.id })),
      buttonOf(text.leave[locale], circleLeaveId.encode({ circleId: circle.id })),
      buttonOf(text.report[locale], circleReportId.encode({ circleId: circle.id }), ButtonStyle.Danger),
    ),
  ],
});

/** Who is called when something concerns everybody there. */
const called = (people: readonly string[]): Pick<Message, 'allowed_mentions'> & { names: string } => ({
  names: people.map((id) => `<@${id}>`).join(' '),
  allowed_mentions: { parse: [], users: [...people] },
});

export function newsMessage({ circle, inside, backOn }: CircleView, news: CircleNews, locale: Locale): Message {
  const { names, allowed_mentions } = called(inside.map(({ userId }) => userId));
  const [until, mentor] = [dayShown(circle.endsOn), person(circle.mentorId, locale)];
  const said = {
    warned: text.news.warned(until, circle.prolongedAt === null),
    prolonged: text.news.prolonged(until),
    paused: backOn ? text.news.away(dayShown(backOn)) : text.news.paused,
    back: text.news.back(mentor),
    given: text.news.given(mentor),
  }[news][locale];
  const isLoud = (news === 'warned' || news === 'paused') && allowed_mentions !== undefined && names !== '';
  return {
    content: isLoud ? `${names}\n${said}` : said,
    ...(isLoud && { allowed_mentions }),
    ...(news === 'warned' &&
      circle.prolongedAt === null && {
        components: [row(buttonOf(text.prolong[locale], circleProlongId.encode({ circleId: circle.id })))],
      }),
  };
}

export const endedMessage = ({ endedAt }: Circle, locale: Locale): Message => ({
  content: text.news.ended(timeOf(new Date((endedAt?.getTime() ?? 0) + threadKept), 'D'))[locale],
});

export function meetingMessage({ meeting }: MeetingPlan, locale: Locale): Message {
  const meetingId = meeting.id;
  const over = { done: text.meetingDone, cancelled: text.meetingCancelled, planned: null }[meeting.state];
  return {
    embeds: [{ title: (over ?? text.nextMeeting)[locale], description: when(meeting, locale) }],
    components: over
      ? []
      : [
          row(
            buttonOf(text.met[locale], circleMetId.encode({ meetingId }), ButtonStyle.Primary),
            buttonOf(text.replan[locale], circleMoveId.encode({ meetingId })),
            buttonOf(text.unmet[locale], circleUnmetId.encode({ meetingId })),
          ),
        ],
  };
}

export function reminderMessage({ meeting, people }: MeetingPlan, locale: Locale): Message {
  const { names, allowed_mentions } = called(people);
  return {
    content: [names, text.reminder(timeOf(meeting.startsAt))[locale], ...whereOf(meeting.place)].join('\n'),
    ...(allowed_mentions && { allowed_mentions }),
  };
}

export function placeMessage({ circle }: Told, news: PlaceNews, locale: Locale): Message {
  const thread = circle.threadId ? placeOf(circle.guildId, circle.threadId) : '';
  const said = news === 'let_in' ? text.told.let_in(circle.title, thread) : text.told[news](circle.title);
  return { content: said[locale] };
}

/** When a circle without its mentor ends by itself. */
const lostOn = ({ pausedAt, endsOn }: Circle, backOn: Date | null): Date => {
  const late = new Date((pausedAt?.getTime() ?? 0) + longestWithoutMentor);
  const waits = backOn && backOn > late ? backOn : late;
  return waits < endsOn ? waits : endsOn;
};

/** To whoever leads it, when it pauses with them. */
export function leadingMessage({ circle, locale: spoken, backOn }: Leading): Message {
  const locale = localeOf(spoken);
  const until = lostOn(circle, backOn);
  const isKept = backOn !== null && until >= backOn;
  return {
    content: (isKept ? text.told.away(circle.title, dayShown(backOn)) : text.told.absent(circle.title, timeOf(until, 'D')))[
      locale
    ],
  };
}

/** For staff: a circle without a mentor, and what came of it. */
export function staffCard({ circle, inside, backOn }: CircleView, locale: Locale): Message {
  const title = cut(text.staffTitle(escapeMarkdown(circle.title))[locale], 256);
  if (circle.state !== 'paused' || !circle.pausedAt)
    return {
      embeds: [{ title, description: text.settled[circle.state === 'ended' ? 'ended' : 'open'][locale] }],
      components: [],
    };
  const until = lostOn(circle, backOn);
  return {
    embeds: [{ title, description: text.staffHow(timeOf(circle.pausedAt, 'R'), inside.length, timeOf(until, 'D'))[locale] }],
    components: [
      row({
        type: ComponentType.UserSelect,
        custom_id: circleGiveId.encode({ circleId: circle.id }),
        placeholder: text.giveTo[locale],
      }),
      row(buttonOf(text.finish[locale], circleEndId.encode({ circleId: circle.id }), ButtonStyle.Danger)),
    ],
  };
}

/** For staff: what somebody wrote of a thread, with the people concerned. */
export function reportCard({ report, flash, circle }: ReportView, locale: Locale): Message {
  const about = flash ? text.reportFlash(flash.id) : text.reportCircle(circle?.title ?? '');
  const people = flash ? [flash.learnerId, flash.mentorId] : [circle?.mentorId ?? null];
  const threadId = flash?.deletedAt || circle?.deletedAt ? null : (flash?.threadId ?? circle?.threadId ?? null);
  const by = (id: string | null) => (id ? `<@${id}>` : text.erased[locale]);
  return {
    embeds: [
      {
        title: text.reportTitle[locale],
        description: report.words ? `> ${shown(report.words.replace(/\n+/g, '\n> '), 1_800)}` : text.erased[locale],
        fields: [
          { name: text.reportAbout[locale], value: `${about[locale]} · ${people.map(by).join(', ')}` },
          { name: text.reportBy[locale], value: by(report.userId), inline: true },
          ...(threadId ? [{ name: text.reportThread[locale], value: `<#${threadId}>`, inline: true }] : []),
        ],
        ...(report.handledAt && { footer: { text: text.settledAs[locale] } }),
      },
    ],
    components: report.handledAt
      ? []
      : [row(buttonOf(text.handle[locale], circleHandledId.encode({ reportId: report.id }), ButtonStyle.Primary))],
  };
}
