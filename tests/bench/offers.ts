import type pg from 'pg';

/** Job offers as companies write them, the same at every run. */

/** Mulberry32: small, quick, and the same numbers for the same seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const list = (words: string): string[] => words.split(',').map((word) => word.trim());

/** A trade, the skills it asks for, and what is done in it. */
const trades: readonly [titles: string[], skills: string[], work: string[]][] = [
  [
    list(
      'Développeur web,Développeuse full stack,Développement front-end,Développement back-end,Développeur PHP,Développeuse Java',
    ),
    list('javascript,typescript,react,vue,angular,node,php,symfony,laravel,java,spring,sql,postgresql,git,docker,html,css'),
    list(
      'Vous développez de nouvelles fonctionnalités,Vous écrivez les tests automatiques,Vous relisez le code de vos collègues,' +
        'Vous corrigez les anomalies remontées par les équipes,Vous participez aux choix d’architecture,Vous intégrez les maquettes',
    ),
  ],
  [
    list('Technicien systèmes et réseaux,Administratrice réseau,Technicienne support,Administration Linux,Ingénieur DevOps'),
    list('linux,network-administration,docker,kubernetes,git,Windows Server,Active Directory,VMware'),
    list(
      'Vous installez les postes et les serveurs,Vous surveillez la supervision,Vous traitez les incidents de second niveau,' +
        'Vous documentez les procédures,Vous automatisez les déploiements,Vous gérez les sauvegardes',
    ),
  ],
  [
    list('Analyste de données,Data engineer,Data analyst,Développement Python,Ingénieure intelligence artificielle'),
    list('python,sql,postgresql,mongodb,django,Power BI,Tableau,pandas'),
    list(
      'Vous construisez les tableaux de bord,Vous nettoyez les jeux de données,Vous entraînez des modèles de prévision,' +
        'Vous alimentez l’entrepôt,Vous présentez vos résultats aux métiers',
    ),
  ],
  [
    list('Analyste cybersécurité,Consultante sécurité,Technicien SOC,Auditrice en sécurité'),
    list('linux,network-administration,python,ISO 27001,SIEM'),
    list('Vous analysez les alertes de sécurité,Vous menez des audits,Vous sensibilisez le personnel,Vous rédigez des rapports'),
  ],
  [
    list('Cheffe de projet digital,Chef de projet informatique,Product owner,Référent digital,Assistante numérique'),
    list('project-management,teamwork,Jira,Figma,Scrum'),
    list('Vous animez les ateliers,Vous suivez le budget,Vous rédigez les besoins,Vous coordonnez les prestataires'),
  ],
  [
    list('Conseiller numérique,Médiatrice numérique,Formatrice bureautique,Animateur d’atelier'),
    list('teamwork,Pédagogie,Bureautique,WordPress'),
    list('Vous accueillez le public,Vous préparez les ateliers,Vous aidez aux démarches en ligne,Vous évaluez les besoins'),
  ],
];

const common = list(
  'Vous travaillez dans une équipe à taille humaine,Vous profitez d’un accompagnement régulier,Le poste est ouvert à toutes les candidatures,' +
    'Nos locaux sont accessibles en transports,Vous échangez chaque semaine avec votre responsable,Une période de formation est prévue à l’arrivée,' +
    'Notre clientèle est composée de collectivités,Nous accompagnons des associations et des entreprises,La qualité du service nous tient à cœur,' +
    'Des déplacements ponctuels sont possibles en région,Le matériel est fourni,Les horaires sont souples,Une prime annuelle complète le salaire',
);
const wanted = list(
  'Vous aimez apprendre et partager,Vous êtes à l’aise à l’oral comme à l’écrit,Une première expérience est un plus,Vous avez le sens du service,' +
    'Vous savez travailler avec méthode,La curiosité compte plus que les diplômes,Vous lisez l’anglais technique,Vous êtes disponible rapidement',
);
const houses = list(
  'Atelier,Studio,Groupe,Agence,Coopérative,Fabrique,Maison,Réseau,Laboratoire,Compagnie,Institut,Comptoir,Collectif,Société,Bureau',
);
const names = list(
  'du Nord,des Flandres,Horizon,Boréal,Lumen,Équinoxe,du Littoral,Nova,Artois,Solstice,des Trois Villes,Cobalt,Zéphyr,Ardoise,du Canal,' +
    'Mistral,Indigo,Safran,Garance,Ondine,Quartz,Ébène,Olivine,Pivoine,Mimosa,Tilleul,Alizé,Cigogne,Galaxie,Orion',
);
const suffixes = list(
  'Conseil,Numérique,Services,Technologies,Solutions,Industrie,Santé,Énergie,Mobilité,Finance,Éducation,Logistique',
);
/** A third in the north, as the community is, and the rest all over. */
export const towns: readonly [string, string][] = [
  ['Lille', '59'],
  ['Lille', '59'],
  ['Roubaix', '59'],
  ['Valenciennes', '59'],
  ['Arras', '62'],
  ['Lens', '62'],
  ['Amiens', '80'],
  ['Paris', '75'],
  ['Paris', '75'],
  ['Saint-Denis', '93'],
  ['Lyon', '69'],
  ['Marseille', '13'],
  ['Nantes', '44'],
  ['Toulouse', '31'],
  ['Bordeaux', '33'],
  ['Rennes', '35'],
  ['Strasbourg', '67'],
  ['Grenoble', '38'],
  ['Montpellier', '34'],
  ['Guéret', '23'],
  ['Mende', '48'],
];
const syllables = list(
  'ba,cor,da,fel,gri,lo,mar,neo,or,pra,qui,ra,sol,ta,vel,xi,zen,bri,cla,du,fon,lu,mo,ni,pol,ro,sa,tri,va,ju',
);
/** As brands are: thousands of words that no dictionary has. */
const brand = (roll: (sides: number) => number): string => {
  const name = Array.from({ length: 3 }, () => syllables[roll(syllables.length)] ?? '').join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
};
const contracts = [
  'cdi',
  'cdi',
  'cdi',
  'cdd',
  'apprenticeship',
  'apprenticeship',
  'internship',
  'temporary',
  'freelance',
] as const;
const remotes = ['none', 'none', 'partial', 'partial', 'full'] as const;
const levels = ['beginner', 'junior', 'junior', 'confirmed', 'senior', null] as const;

const batch = 5_000;
const companiesWritten = 2_000;

/** Verified companies of a server. */
async function writeCompanies(client: pg.Client, guildId: string): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO company (guild_id, name, siret, website, email, about, state, created_at, submitted_at, decided_at, verified_since, verified_until)
    SELECT $1, name || ' ' || n, lpad((40000000000000 + n)::text, 14, '0'), 'https://e' || n || '.example', 'rh@e' || n || '.example', 'Une entreprise.',
      'verified', now(), now(), now(), now(), now() + interval '1 year'
    FROM unnest($2::text[]) WITH ORDINALITY AS made (name, n) RETURNING id`,
    [guildId, companyNames(companiesWritten)],
  );
  return rows.map(({ id }) => id);
}

function companyNames(count: number): string[] {
  const roll = dice(7);
  const one = (words: readonly string[]): string => words[roll(words.length)] ?? '';
  return Array.from({ length: count }, () => `${one(houses)} ${brand(roll)} ${one(names)} ${one(suffixes)}`);
}

/** `count` published offers of the last 45 days, and their companies; the server's first `open` stay open, all others are closed. */
export async function writeOffers(
  client: pg.Client,
  { guildId, count, open }: { guildId: string; count: number; open: number },
): Promise<void> {
  const companies = await writeCompanies(client, guildId);
  const roll = dice(42);
  const one = <T>(words: readonly T[]): T => words[roll(words.length)] as T;
  const several = <T>(words: readonly T[], few: number): T[] => [...new Set(Array.from({ length: few }, () => one(words)))];
  for (let begun = 0; begun < count; begun += batch) {
    const made = Array.from({ length: Math.min(batch, count - begun) }, (_, place) => {
      const [titles, known, work] = one(trades);
      const [city, department] = one(towns);
      const remote = one(remotes);
      return {
        company: one(companies),
        title: `${one(titles)} (F/H)`,
        missions: [...several(work, 4), `Vous utilisez notre logiciel ${brand(roll)}`, ...several(common, 6)].join('. '),
        profile: [...several(wanted, 3), `Vous connaissez ${several(known, 3).join(', ')}`].join('. '),
        contract: one(contracts),
        city: remote === 'full' ? null : city,
        department: remote === 'full' ? null : department,
        remote,
        skills: several(known, 4).join('|'),
        level: one(levels),
        minutes: roll(45 * 24 * 60),
        open: begun + place < open,
      };
    });
    const column = (key: keyof (typeof made)[number]) => made.map((offer) => offer[key]);
    await client.query(
      `INSERT INTO offer (guild_id, company_id, state, title, missions, profile, process, contract, city, department, remote, pay_min_cents, pay_max_cents,
        pay_period, skills, level, created_at, submitted_at, decided_at, published_at, expires_at, closed_at, ended_as)
      SELECT $1, company, (CASE WHEN open THEN 'published' ELSE 'closed' END)::offer_state, title, missions, profile, 'Un échange, puis une réponse en une semaine.',
        contract::offer_contract, city, department, remote::offer_remote, 2600000, 3400000, 'year', string_to_array(skills, '|'), level::offer_level,
        at, at, at, at, at + interval '46 days', CASE WHEN open THEN NULL ELSE now() END, (CASE WHEN open THEN NULL ELSE 'filled' END)::offer_end
      FROM (SELECT *, now() - make_interval(mins => minutes) AS at FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::text[], $10::text[], $11::text[], $12::int[], $13::bool[])
        AS made (company, title, missions, profile, contract, city, department, remote, skills, level, minutes, open)) AS made`,
      [
        guildId,
        column('company'),
        column('title'),
        column('missions'),
        column('profile'),
        column('contract'),
        column('city'),
        column('department'),
        column('remote'),
        column('skills'),
        column('level'),
        column('minutes'),
        column('open'),
      ],
    );
  }
  await settleTables(client);
}

/** The worst a search can meet: every offer of the server is open. The index is built when all are there, in a tenth of the time. */
export async function openAll(client: pg.Client, guildId: string): Promise<void> {
  const { rows } = await client.query<{ indexdef: string }>(
    `SELECT indexdef FROM pg_indexes WHERE indexname = 'listed_offer_words'`,
  );
  await client.query('DROP INDEX listed_offer_words');
  await client.query(
    `UPDATE offer SET state = 'published', closed_at = NULL, ended_as = NULL WHERE guild_id = $1 AND state = 'closed'`,
    [guildId],
  );
  await client.query(`SET maintenance_work_mem = '256MB'; ${rows[0]?.indexdef}`);
  await settleTables(client);
}

async function settleTables(client: pg.Client): Promise<void> {
  await client.query('VACUUM ANALYZE company, offer, listed_offer, offer_word');
}
