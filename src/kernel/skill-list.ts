/** The curated skills, one a line: id | name, or French name / English name | other spellings, separated by commas. */
export const skillList = `
javascript | JavaScript | js, ecmascript
typescript | TypeScript | ts
html | HTML | html5
css | CSS | css3
sass | Sass | scss
tailwind | Tailwind CSS | tailwind
bootstrap | Bootstrap |
react | React | reactjs, react.js
nextjs | Next.js | next js, nextjs
vue | Vue.js | vuejs, vue
nuxt | Nuxt | nuxtjs, nuxt.js
angular | Angular | angularjs
svelte | Svelte | sveltekit
jquery | jQuery |
node | Node.js | nodejs, node
express | Express | expressjs, express.js
nestjs | NestJS | nest.js, nest
webpack | Webpack |
vite | Vite | vitejs
php | PHP |
symfony | Symfony |
laravel | Laravel |
wordpress | WordPress | woocommerce
drupal | Drupal |
prestashop | PrestaShop |
shopify | Shopify |
magento | Magento | adobe commerce
python | Python | python3
django | Django |
flask | Flask |
fastapi | FastAPI |
java | Java | jee, java ee
spring | Spring | spring boot, springboot
kotlin | Kotlin |
scala | Scala |
csharp | C# | c sharp, csharp
dotnet | .NET | dotnet, asp.net, .net core
c | Langage C / C language | c, langage c ansi
cpp | C++ | cpp
rust | Rust |
go | Go | golang
ruby | Ruby |
rails | Ruby on Rails | rails, ror
perl | Perl |
r | R | langage r, rstudio
elixir | Elixir |
cobol | COBOL |
bash | Shell et Bash / Shell and Bash | bash, shell, scripting shell
powershell | PowerShell |
graphql | GraphQL |
rest | API REST / REST API | rest, api, apis, web services
soap | SOAP |
web-accessibility | Accessibilité numérique / Digital accessibility | rgaa, wcag, a11y, accessibilite web, web accessibility
eco-design | Écoconception / Sustainable web design | eco-conception, green it, numerique responsable, sobriete numerique
seo | Référencement naturel (SEO) / SEO | seo, referencement, referencement naturel
sea | Référencement payant (SEA) / Paid search (SEA) | sea, google ads, adwords
microservices | Microservices | micro-services
responsive | Conception adaptative / Responsive design | responsive, mobile first
android | Android |
ios | iOS |
swift | Swift | swiftui
flutter | Flutter |
dart | Dart |
react-native | React Native |
ionic | Ionic |
pwa | Applications web progressives / Progressive web apps | pwa
unity | Unity | unity3d
unreal | Unreal Engine | unreal
game-development | Développement de jeux vidéo / Game development | jeux video, gamedev, game design
virtual-reality | Réalité virtuelle et augmentée / Virtual and augmented reality | vr, ar, realite virtuelle, realite augmentee
sql | SQL |
postgresql | PostgreSQL | postgres, psql
mysql | MySQL | mariadb
oracle | Oracle Database | oracle, pl/sql, plsql
sql-server | SQL Server | mssql, t-sql, transact-sql
sqlite | SQLite |
mongodb | MongoDB | mongo
redis | Redis |
elasticsearch | Elasticsearch | elastic, opensearch, elk
cassandra | Cassandra |
nosql | NoSQL |
database-design | Conception de bases de données / Database design | bdd, base de donnees, bases de donnees, merise, modelisation de donnees, data modelling
data-analysis | Analyse de données / Data analysis | data analyst, data analytics, analyse de donnees
data-science | Science des données / Data science | data scientist, data science
data-engineering | Ingénierie des données / Data engineering | data engineer, etl, elt
data-visualisation | Visualisation de données / Data visualisation | dataviz, datavisualisation, data visualization
power-bi | Power BI | powerbi
tableau | Tableau Software | tableau desktop
looker | Looker Studio | looker, data studio
qlik | Qlik | qlikview, qlik sense
pandas | Pandas |
numpy | NumPy |
spark | Apache Spark | spark, pyspark
kafka | Apache Kafka | kafka
airflow | Apache Airflow | airflow
hadoop | Hadoop |
dbt | dbt | data build tool
snowflake | Snowflake |
bigquery | BigQuery |
databricks | Databricks |
talend | Talend |
statistics | Statistiques / Statistics | stats, statistique
machine-learning | Apprentissage automatique / Machine learning | ml, machine learning, apprentissage machine
deep-learning | Apprentissage profond / Deep learning | deep learning, reseaux de neurones
nlp | Traitement du langage / Natural language processing | nlp, taln
computer-vision | Vision par ordinateur / Computer vision | opencv, computer vision
tensorflow | TensorFlow | keras
pytorch | PyTorch |
scikit-learn | scikit-learn | sklearn
llm | Modèles de langage / Language models | llm, ia generative, generative ai, genai, gpt
prompt | Rédaction d’invites / Prompt writing | prompt engineering, prompting
artificial-intelligence | Intelligence artificielle / Artificial intelligence | ia, ai
mlops | MLOps |
big-data | Mégadonnées / Big data | big data
web-scraping | Collecte de données web / Web scraping | scraping, web scraping
gdpr | RGPD / GDPR | rgpd, protection des donnees, dpo
git | Git |
github | GitHub |
gitlab | GitLab |
ci-cd | Intégration continue / Continuous integration | ci/cd, cicd, ci cd, integration continue, github actions
jenkins | Jenkins |
docker | Docker | podman, conteneurs, containers
kubernetes | Kubernetes | k8s
helm | Helm |
terraform | Terraform | opentofu, infrastructure as code, iac
ansible | Ansible |
puppet | Puppet |
aws | AWS | amazon web services
azure | Microsoft Azure | azure
gcp | Google Cloud | gcp, google cloud platform
ovh | OVHcloud | ovh
openstack | OpenStack |
cloud | Infonuagique / Cloud computing | cloud, nuage
devops | DevOps | dev ops
sre | Fiabilité des services / Site reliability | sre
monitoring | Supervision / Monitoring | supervision, monitoring, observabilite, nagios, zabbix, centreon
prometheus | Prometheus |
grafana | Grafana |
nginx | Nginx |
apache | Apache HTTP Server | apache httpd, apache
linux | Linux | debian, ubuntu, red hat, rhel, centos, unix
windows | Windows | windows 10, windows 11
windows-server | Windows Server |
macos | macOS | mac os
active-directory | Active Directory | entra id, ldap
microsoft-365 | Microsoft 365 | office 365, o365, m365
virtualisation | Virtualisation / Virtualisation (VMware, Proxmox) | vmware, proxmox, hyper-v, virtualization, vsphere
network-administration | Administration réseau / Network administration | reseaux, reseau, networking, tcp/ip, lan
cisco | Cisco | ccna
routing | Routage et commutation / Routing and switching | routage, switching, vlan
vpn | VPN |
firewall | Pare-feu / Firewalls | firewall, fortinet, stormshield, pfsense
wifi | Wi-Fi | wifi
voip | Téléphonie IP / IP telephony | voip, toip, 3cx
fibre | Fibre optique / Fibre optics | ftth, fibre, fiber
telecom | Télécommunications / Telecommunications | telecoms, telecom
system-administration | Administration système / System administration | admin sys, sysadmin, adminsys, administrateur systeme
cybersecurity | Cybersécurité / Cybersecurity | cyber, securite informatique, ssi, infosec, cyber security
pentest | Test d’intrusion / Penetration testing | pentest, ethical hacking, kali
soc | Centre de sécurité (SOC) / Security operations (SOC) | soc, analyste soc
siem | SIEM | splunk, wazuh
iso-27001 | ISO 27001 | iso27001
cryptography | Cryptographie / Cryptography | chiffrement, encryption
risk-analysis | Analyse de risques / Risk analysis | ebios, ebios rm
backup | Sauvegarde / Backup | sauvegardes, veeam
blockchain | Blockchain | web3, smart contracts
solidity | Solidity |
embedded | Systèmes embarqués / Embedded systems | embarque, embedded, firmware
iot | Objets connectés / Internet of things | iot, objets connectes
arduino | Arduino |
raspberry-pi | Raspberry Pi |
robotics | Robotique / Robotics |
automation | Automatisme / Industrial automation | automates, plc, api siemens
electronics | Électronique / Electronics |
electricity | Électricité / Electrical work | habilitation electrique
3d-printing | Impression 3D / 3D printing | impression 3d
cad | CAO / CAD | autocad, solidworks, catia, dao
testing | Tests logiciels / Software testing | test logiciel, qa, recette, istqb, quality assurance
test-automation | Tests automatisés / Test automation | automatisation des tests
selenium | Selenium |
cypress | Cypress |
playwright | Playwright |
jest | Jest | vitest
junit | JUnit |
phpunit | PHPUnit |
tdd | Développement piloté par les tests / Test-driven development | tdd, bdd cucumber
unit-testing | Tests unitaires / Unit testing | tests unitaires
postman | Postman |
object-oriented | Programmation orientée objet / Object-oriented programming | poo, oop, oriente objet
functional-programming | Programmation fonctionnelle / Functional programming | fonctionnel
algorithms | Algorithmique / Algorithms | algo, algorithmes
design-patterns | Patrons de conception / Design patterns | design patterns, solid
software-architecture | Architecture logicielle / Software architecture | architecture logicielle, ddd, clean architecture
uml | UML |
code-review | Relecture de code / Code review | revue de code, code review
low-code | Low-code et no-code / Low-code and no-code | no-code, nocode, lowcode, low code, no code
bubble | Bubble | bubble.io
airtable | Airtable |
notion | Notion |
make | Make | integromat
zapier | Zapier |
n8n | n8n |
webflow | Webflow |
power-apps | Power Apps | powerapps
power-automate | Power Automate | microsoft flow
sharepoint | SharePoint |
rpa | Automatisation robotisée / Robotic process automation | rpa, uipath
salesforce | Salesforce | apex
hubspot | HubSpot |
zoho | Zoho | zoho crm
dynamics | Microsoft Dynamics | dynamics 365
crm | Gestion de la relation client / Customer relationship management | crm
odoo | Odoo | openerp
sap | SAP | sap hana, abap
sage | Sage |
erp | Progiciel de gestion intégré / Enterprise resource planning | erp, pgi
servicenow | ServiceNow |
glpi | GLPI |
itil | ITIL |
it-support | Support informatique / IT support | support technique, helpdesk, help desk, support n1, support n2, assistance informatique, support utilisateurs
user-training | Formation des utilisateurs / User training | formation utilisateurs
hardware | Maintenance matérielle / Hardware maintenance | hardware, maintenance informatique, montage pc, depannage
asset-management | Gestion de parc / IT asset management | gestion de parc, parc informatique
digital-mediation | Médiation numérique / Digital inclusion | inclusion numerique, mediateur numerique
ux | Expérience utilisateur (UX) / User experience (UX) | ux, ux design, experience utilisateur
ui | Interface utilisateur (UI) / User interface (UI) | ui, ui design
ux-research | Recherche utilisateur / User research | ux research, tests utilisateurs, user testing
figma | Figma | figjam
adobe-xd | Adobe XD | xd
sketch | Sketch |
wireframing | Maquettage / Wireframing | wireframe, maquettes, prototypage, prototyping
design-system | Système de conception / Design systems | design system
design-thinking | Pensée design / Design thinking | design thinking
photoshop | Photoshop |
illustrator | Illustrator |
indesign | InDesign | in design
after-effects | After Effects |
premiere | Premiere Pro | adobe premiere
davinci | DaVinci Resolve | davinci
blender | Blender |
canva | Canva |
gimp | GIMP |
graphic-design | Graphisme / Graphic design | graphiste, design graphique, infographie
motion-design | Animation graphique / Motion design | motion design
video-editing | Montage vidéo / Video editing | montage, montage video
photography | Photographie / Photography | photo
audio | Son et podcast / Sound and podcasts | podcast, montage audio
project-management | Gestion de projet / Project management | chef de projet, project manager, conduite de projet
agile | Méthodes agiles / Agile methods | agile, agilite
scrum | Scrum | scrum master
kanban | Kanban |
safe | SAFe | scaled agile
prince2 | PRINCE2 |
lean | Lean | lean management, six sigma
product-management | Gestion de produit / Product management | product owner, product manager, po
requirements | Recueil des besoins / Requirements analysis | analyse fonctionnelle, cahier des charges, business analyst, amoa, moa
change-management | Conduite du changement / Change management | accompagnement au changement
jira | Jira | confluence, atlassian
trello | Trello |
ms-project | MS Project | microsoft project, gantt
technical-writing | Rédaction technique / Technical writing | documentation, redaction technique
excel | Excel | tableur, spreadsheets, google sheets
vba | VBA | macros
word | Word | traitement de texte, word processing
powerpoint | PowerPoint | presentation powerpoint, google slides
outlook | Outlook |
google-workspace | Google Workspace | gsuite, g suite
libreoffice | LibreOffice | openoffice
office-suite | Suite bureautique / Office software | bureautique, pack office, ms office, microsoft office
teams | Microsoft Teams | ms teams
typing | Saisie et frappe / Typing | saisie de donnees, dactylographie, data entry
secretarial | Secrétariat / Secretarial work | assistanat, assistant administratif
accounting | Comptabilité / Accounting | compta, bookkeeping
payroll | Paie / Payroll | gestion de la paie, silae
invoicing | Facturation / Invoicing | devis et factures
budgeting | Gestion budgétaire / Budgeting | budget, controle de gestion
purchasing | Achats / Purchasing | approvisionnement, procurement
logistics | Logistique / Logistics | supply chain, gestion de stock
human-resources | Ressources humaines / Human resources | rh, hr
recruiting | Recrutement / Recruiting | sourcing, talent acquisition
law | Droit / Law | juridique, legal
reception | Accueil / Reception | accueil physique, standard
digital-marketing | Marketing numérique / Digital marketing | marketing digital, webmarketing, e-marketing
content-marketing | Marketing de contenu / Content marketing | content marketing, inbound marketing
copywriting | Rédaction web / Copywriting | redaction web, copywriter, redaction
community-management | Animation de communauté / Community management | community manager, reseaux sociaux, social media
emailing | Campagnes e-mail / Email marketing | emailing, mailing, newsletter, mailchimp, brevo
google-analytics | Google Analytics | ga4, matomo, web analytics
social-ads | Publicité sur les réseaux / Social advertising | facebook ads, meta ads, tiktok ads, linkedin ads
growth | Acquisition de clientèle / Growth marketing | growth hacking, growth marketing, acquisition
branding | Identité de marque / Branding | image de marque
communication-strategy | Stratégie de communication / Communication strategy | communication externe, plan de communication
press-relations | Relations presse / Press relations | relations presse
event-planning | Organisation d’événements / Event planning | evenementiel, events
market-research | Étude de marché / Market research | etude de marche
ecommerce | Commerce en ligne / E-commerce | e-commerce, ecommerce, vente en ligne
marketplace | Places de marché / Marketplaces | marketplaces
sales | Vente / Sales | commercial, vendeur, techniques de vente
prospecting | Prospection / Prospecting | phoning, lead generation
negotiation | Négociation / Negotiation | negociation commerciale
customer-service | Relation client / Customer service | service client, customer care, relation clientele
customer-success | Suivi de clientèle / Customer success | customer success manager, csm
tutoring | Formation et tutorat / Training and tutoring | pedagogie, animation de formation, formateur
french | Français / French | fle, francais courant
english | Anglais / English | toeic, anglais courant
spanish | Espagnol / Spanish |
german | Allemand / German |
italian | Italien / Italian |
dutch | Néerlandais / Dutch | flamand, flemish
portuguese | Portugais / Portuguese |
arabic | Arabe / Arabic |
chinese | Chinois / Chinese | mandarin
russian | Russe / Russian |
ukrainian | Ukrainien / Ukrainian |
polish | Polonais / Polish |
turkish | Turc / Turkish |
sign-language | Langue des signes / Sign language | lsf
teamwork | Travail en équipe / Teamwork | esprit d'equipe, team player
communication | Communication orale / Spoken communication | aisance orale, communication, prise de parole
writing | Expression écrite / Written communication | redactionnel, orthographe
autonomy | Autonomie / Working independently | autonome, self-starter
rigour | Rigueur / Attention to detail | rigoureux, minutie
organisation | Organisation / Organisation skills | organise, sens de l'organisation
adaptability | Adaptabilité / Adaptability | adaptation, flexibilite
curiosity | Curiosité / Curiosity | veille, veille technologique
problem-solving | Résolution de problèmes / Problem solving | resolution de probleme, troubleshooting
creativity | Créativité / Creativity | creatif
critical-thinking | Esprit critique / Critical thinking | esprit d'analyse, analytique
empathy | Empathie / Empathy | ecoute active, ecoute
time-management | Gestion du temps / Time management | gestion des priorites
stress-management | Gestion du stress / Coping with stress | gestion du stress
leadership | Animation d’équipe / Leadership | leadership, management, encadrement
mentoring | Accompagnement de pairs / Mentoring | mentorat, coaching
initiative | Prise d’initiative / Initiative | force de proposition, proactivite
customer-focus | Sens du service / Customer focus | sens du service, orientation client
driving | Permis B / Driving licence | permis b, permis de conduire
`;
