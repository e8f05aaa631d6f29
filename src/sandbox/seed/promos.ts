import { ChannelType } from 'discord-api-types/v10';
import { day } from '../../kernel/time.ts';
import type { Persona } from '../persona/persona.ts';
import type { World } from '../world.ts';
import { once, reached, type Stage, until, userCalled } from './act.ts';

const campuses = ['Lille', 'Roubaix', 'Valenciennes'] as const;
const courses = [
  { name: 'CDA', diploma: true },
  { name: 'DWWM', diploma: true },
  { name: 'TSSR', diploma: false },
] as const;

type Cohort = {
  name: string;
  course: (typeof courses)[number]['name'];
  campus: (typeof campuses)[number];
  /** First and last day, from today. */
  from: number;
  to: number;
  manager: string;
  trainers: readonly string[];
  learners: readonly string[];
  /** Ended by hand: a promo of the past cannot be created. */
  isOver?: boolean;
};

const manager = 'aissatou.diop';

/** One that runs, one in its last week, one to come and one that is over. Names as `usernameOf` makes them. */
export const cohorts: readonly Cohort[] = [
  {
    name: 'CDA Lille 4',
    course: 'CDA',
    campus: 'Lille',
    from: -60,
    to: 150,
    manager,
    trainers: ['karim.benali', 'sophie.dumont'],
    learners: [
      'lea.dubois',
      'mehdi.el.amrani',
      'chloe.petit',
      'yanis.haddad',
      'ines.martins',
      'lucas.lemaire',
      'ngoc.anh.tran',
      'moussa.coulibaly',
      'olena.kovalenko',
    ],
  },
  {
    name: 'TSSR Valenciennes 2',
    course: 'TSSR',
    campus: 'Valenciennes',
    from: -170,
    to: 5,
    manager: 'thomas.vasseur',
    trainers: ['olivier.nguyen'],
    learners: ['remi.wattel', 'sarah.cohen', 'joao.pereira'],
  },
  {
    name: 'DWWM Roubaix 7',
    course: 'DWWM',
    campus: 'Roubaix',
    from: 21,
    to: 230,
    manager,
    trainers: ['fatoumata.traore'],
    learners: ['manon.fournier', 'bilal.yilmaz'],
  },
  {
    name: 'DWWM Lille 6',
    course: 'DWWM',
    campus: 'Lille',
    from: -240,
    to: 20,
    manager,
    trainers: ['fatoumata.traore'],
    learners: ['piotr.kowalczyk', 'laurie.descamps', 'dylan.rakotomalala', 'guillaume.hennebelle'],
    isOver: true,
  },
];

const running = 'CDA Lille 4';

const dayFromNow = ({ clock }: World, days: number): string =>
  new Date(clock.now().getTime() + days * day).toISOString().slice(0, 10);

/** Campuses, courses and promos as a project manager makes them, with groups and an announcement. What failed, if anything. */
export async function playPromos(stage: Stage, acts: Set<string>): Promise<string | null> {
  const user = userCalled(stage.world, manager);
  if (!user) return null;
  const staff = stage.persona(user.id);
  if (!staff.member) return null;
  try {
    await until(stage.world, () => staff.commands().some(({ path }) => path === 'promo create'));
    await Promise.all([
      ...campuses.map((name) => once(acts, `campus ${name}`, async () => void reached(await staff.run('campus add', { name })))),
      ...courses.map(({ name, diploma }) =>
        once(acts, `course ${name}`, async () => void reached(await staff.run('course add', { name, diploma }))),
      ),
    ]);
    for (const cohort of cohorts) await playCohort(stage, staff, acts, cohort);
    await once(acts, `groups ${running}`, () => makeGroups(stage.world, staff));
    await once(acts, 'announcement Lille', () => announce(staff));
    return null;
  } catch (error) {
    return `The promos: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function playCohort({ world }: Stage, staff: Persona, acts: Set<string>, cohort: Cohort): Promise<void> {
  const { name, course, campus, from, to, trainers, learners, isOver } = cohort;
  const idOf = (username: string): string => userCalled(world, username)?.id ?? '';
  const [trainer1, trainer2] = trainers.map(idOf);
  await once(acts, `promo ${name}`, async () => {
    const preview = reached(
      await staff.run('promo create', {
        course,
        campus,
        name,
        start: dayFromNow(world, from),
        end: dayFromNow(world, to),
        manager: idOf(cohort.manager),
        ...(trainer1 && { trainer1 }),
        ...(trainer2 && { trainer2 }),
      }),
    );
    await confirm(staff, preview.message);
  });
  // Those at the page may have sent somebody away.
  const present = learners.filter((username) => staff.guild.members.has(idOf(username)));
  await Promise.all(
    present.map((username) =>
      once(
        acts,
        `promo ${name} ${username}`,
        async () => void reached(await staff.run('promo add', { promo: name, member: idOf(username) })),
      ),
    ),
  );
  if (isOver)
    await once(acts, `end ${name}`, async () => confirm(staff, reached(await staff.run('promo end', { promo: name })).message));
}

async function confirm(staff: Persona, preview: { id: string } | null, target = 'promos:confirm:'): Promise<void> {
  if (!preview) throw new Error('nothing to confirm is shown');
  reached(await staff.press(preview, target));
}

/** Its forum has posts once the whole space is there. */
const isOpen = (staff: Persona): boolean => {
  const channels = staff.channels();
  const category = channels.find(({ name, type }) => name === running && type === ChannelType.GuildCategory);
  const inside = channels.filter(({ parent_id }) => category && parent_id === category.id);
  return ['Général', 'Suivi'].every((post) =>
    channels.some(({ name, parent_id, thread }) => thread && name === post && inside.some(({ id }) => id === parent_id)),
  );
};

async function makeGroups(world: World, staff: Persona): Promise<void> {
  await until(world, () => isOpen(staff));
  reached(await staff.run('group make', { promo: running, size: 3 }));
  reached(await staff.run('group publish', { promo: running, until: dayFromNow(world, 14) }));
}

async function announce(staff: Persona): Promise<void> {
  const form = reached(await staff.run('announce campus', { campus: 'Lille' }));
  const preview = reached(
    await staff.submit(form, {
      title: 'Forum des métiers',
      body: 'Le forum des métiers a lieu **jeudi de 14 h à 17 h** au campus. Douze entreprises viennent recruter : préparez votre CV !',
      mention: false,
    }),
  );
  await confirm(staff, preview.message, 'announcements:confirm:');
}
