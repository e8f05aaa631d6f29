/** Made by `node tests/evaluate/learn.ts`: words and pairs of words, with what each adds for each kind, in hundredths. */
export const kindsOfBad = ['phishing', 'spam', 'job_spam'] as const;

export const weights = `
;-149;-5;-150
+amount;-12;-1;91
+badlink;213;48;-47
+job;-69;-86;-140
+link;193;-1;-85
+mail;-44;40;-20
+new;90;218;143
+question;-71;-79;-72
+settled;-109;-245;-178
+telephone;-22;60;-9
0;12;-21;36
0 0;-9;23;0
0 a;53;-15;13
0 abonnes;-19;64;-36
0 ans;21;-64;24
0 aujourd;-30;40;-54
0 avec;-54;14;-69
0 brut;-14;-28;-54
0 bucks;-70;-66;-36
0 ca;-50;-21;-30
0 chaque;0;75;-31
0 code;-56;49;-23
0 daily;-10;-39;41
0 days;-9;37;-23
0 de;7;-58;-17
0 dm;-26;-34;-14
0 each;-22;6;-41
0 en;44;15;-55
0 est;-62;-57;-35
0 et;-62;10;-44
0 free;10;18;21
0 h;-40;2;-31
0 hmu;-46;-92;83
0 hours;43;0;-30
0 hr;-16;-55;7
0 in;28;46;-57
0 instant;-31;48;-51
0 janvier;-46;-60;-35
0 jour;-14;-25;-2
0 jours;-34;27;-14
0 k;-13;-17;-5
0 kilos;-17;34;-9
0 l;-14;41;8
0 la;-89;-24;50
0 le;-122;-25;-8
0 legit;-13;50;-32
0 livraison;-32;59;-27
0 meme;-38;-29;-71
0 million;-65;35;-59
0 min;-108;-100;-98
0 minutes;-57;-48;8
0 mois;39;-59;13
0 month;-16;-65;8
0 monthly;-7;-14;51
0 months;47;-13;-48
0 net;-22;-13;-38
0 of;-14;9;25
0 offerts;10;49;-23
0 only;-18;-41;43
0 paiement;-14;34;-42
0 par;-37;3;55
0 people;-21;52;-33
0 per;-30;-58;68
0 personnes;-7;-27;45
0 piece;-22;16;-33
0 places;-61;-42;17
0 pouces;-60;-50;-46
0 pour;-99;-61;9
0 premiers;70;-27;22
0 preuves;-10;71;-34
0 reglez;49;-68;-36
0 remote;-2;-7;27
0 reponse;-8;33;-23
0 semaines;-16;33;-110
0 si;-29;-1;-19
0 steam;69;-9;-1
0 text;-28;6;9
0 usdt;-19;25;-11
0 vous;17;-59;-48
0 weekly;-28;53;-47
0 year;-11;35;-23
0 years;-14;-19;28
100x;-42;63;-28
10k;-24;28;-26
24h;31;9;-30
2fa;-22;-50;-20
2h;-52;31;9
2k;-104;-48;-8
3h;-23;-36;-35
3h du;-23;-36;-35
42k;-88;-88;-92
48h;-54;41;-43
a;-22;8;3
a 0;-18;40;-25
a 3h;-23;-36;-35
a blockchain;-2;-26;47
a contact;-17;-17;32
a cs2;-48;-18;-8
a day;-10;-44;41
a deja;-15;-10;-52
a discord;33;-13;-12
a distance;-16;5;43
a dit;-65;-52;-57
a domicile;-22;-47;64
a envoye;-19;-47;-50
a ete;82;-64;-59
a expire;16;-61;-50
a faire;-59;-31;29
a fake;-28;-28;-14
a free;-17;-72;-82
a friend;-9;-16;-20
a gagne;-61;-83;-67
a gagner;-40;0;-15
a grade;-11;53;-35
a jour;30;-24;-15
a junior;-37;-37;-62
a l;-50;-31;11
a la;-129;-66;-30
a lille;-12;-11;-50
a ma;-13;49;-24
a mettre;-38;-49;-22
a mis;-46;-53;-53
a mme;-1;38;-14
a montreuil;-47;-46;-112
a partir;-3;-30;14
a paye;23;-18;-11
a payer;47;-42;-46
a perdu;-32;-29;-38
a petit;-13;19;23
a professional;-12;17;5
a propose;-6;-14;-85
a qr;-55;-28;-4
a recuperer;-24;3;-17
a rh;-24;-38;61
a rien;-53;-78;-65
a senior;0;0;83
a small;-72;-93;-70
a temps;-1;-15;-19
a tous;52;-78;-47
a toutes;-33;-41;-24
a un;44;-40;13
a une;-7;11;-48
a vendre;-27;81;-49
a verified;-58;-63;-14
a vie;15;24;-27
a votre;16;47;-20
a week;-65;-2;-64
abonnement;48;-30;-27
abonnes;-22;59;-28
abonnez;-43;46;-52
abonnez vous;-43;46;-52
about;23;-53;-50
acceder;67;-48;-39
accept;124;-66;-90
acceptes;-17;-37;22
acceptes envoyez;-16;-33;47
acces;-49;-19;-25
acces au;-62;-16;-13
access;23;-41;-38
access to;-9;-45;-30
accidentally;28;-12;-15
accidentally reported;28;-12;-15
accompagne;-18;-21;54
account;25;-54;13
account is;34;-11;-19
account will;39;-23;-2
accounts;-69;72;-51
accueil;-48;-32;20
achat;22;-30;-35
achat de;39;-25;-26
achete;-76;-49;-38
acheter;-54;-43;-71
acheteur;23;-18;-11
acheteur a;23;-18;-11
actif;-25;43;-27
activation;9;-72;-55
activer;36;-35;-38
activez;17;-28;-24
activez votre;56;-32;-10
activite;45;-70;15
actualisez;12;-13;-11
add;30;68;-50
admin;-50;-132;-81
adresse;-2;-20;-17
affiche;-103;-33;-29
affordable;-17;34;-1
after;-73;30;-35
again;-66;-89;-43
agence;-14;-54;-20
agency;-59;-83;11
agent;-36;-39;43
agents;-38;-43;66
ai;-7;-15;-23
ai 0;-67;-41;-24
ai besoin;-39;-140;-26
ai clique;-16;-40;-9
ai cree;44;-5;-1
ai engineer;-17;-40;53
ai eu;-93;-73;-81
ai fait;-25;-23;-46
ai mon;-63;-54;-13
ai pas;-43;-18;-39
ai perdu;-51;-65;-53
ai recu;-16;41;-1
ai une;-47;-56;-37
ai vu;-67;-23;-77
aide;-32;18;-48
aide soignante;-30;-35;-33
aider;-14;-38;-50
aimbot;60;-9;-44
aime;-3;28;-15
aime en;-3;28;-15
airbnb;-4;-6;27
airdrop;73;-66;-24
airdrop phase;32;-49;-16
ajoutez;-12;33;19
alert;70;-67;-14
all;0;-49;-40
aller;-37;-43;-40
allez;-126;-144;-127
allocation;21;-28;-23
alternance;-84;-57;-96
am;27;9;48
amazon;-40;28;49
ameli;15;-19;-13
ameli votre;39;-6;-4
amende;58;-86;-43
ami;-38;18;-33
an;16;-10;1
an apprenticeship;-57;-55;-56
ancienne;-30;-35;-33
ancienne aide;-30;-35;-33
and;11;87;15
and 0;-29;18;54
and authorize;42;-20;-7
and claim;72;-47;-23
and dm;-17;-38;44
and forward;-44;-25;58
and get;69;-33;36
and i;-32;-34;6
anna;-19;33;-27
annee;-67;38;-61
annee a;-62;17;-38
annonce;-33;-24;-28
annulez;29;-22;-15
ans;21;-64;24
ans d;-26;-8;33
antai;35;-59;-35
any;-27;19;29
any project;-13;-22;30
anyone;-101;-153;-72
anyone know;-16;-4;-30
api;-70;-84;-63
api gratuite;-4;-3;-16
app;19;-77;39
app to;56;-26;-17
appeal;49;-66;-13
appli;-40;-63;-54
application;61;-43;57
apply;-72;-101;21
apply at;-25;-32;25
apply in;-9;-9;52
apprenticeship;-57;-55;-56
apps;-17;-48;51
apres;-41;3;-82
apres 0;-28;-47;-61
are;-139;-77;11
are hiring;-24;-27;-10
are you;-3;18;7
argent;-3;-22;15
arnaque;-64;14;-40
arnaques;-22;-57;-53
arrete;40;-43;-33
arrive;4;-62;-54
arrive pas;-28;-43;-35
arrive premier;20;-17;-35
article;-60;-91;-37
as;-50;-27;-62
as a;-38;-36;-54
ask;-47;23;-4
ask me;-5;37;11
asked;-31;4;-40
asking;-24;-49;-56
asking for;-24;-49;-56
asks;-52;-15;-27
assignments;-21;66;-51
assistants;-1;-70;95
asso;-36;-60;-79
association;-25;-60;-76
association a;-19;-25;-43
assurance;11;26;-41
assuree;-30;-39;55
at;-32;17;-6
at 0;-65;41;-5
at the;-54;-43;-36
atelier;-86;-35;-77
atm;-23;11;27
attend;26;-37;53
attente;27;-21;-15
attention;-49;-62;-74
attestation;-51;26;-42
attestation de;-42;-25;-20
au;-60;-73;-4
au bureau;-74;-51;-42
au hackathon;-43;-32;-62
au sort;-31;-9;-17
aucun;-18;-50;73
aucune;-12;-32;43
aucune competence;-13;-27;34
aujourd;-80;-29;0
aujourd hui;-80;-29;0
aupres;-29;-39;-56
aupres de;-29;-39;-56
authentification;-43;-36;-25
authorize;42;-20;-7
auto;-51;-47;12
aux;13;1;-19
aux 0;-59;-40;18
aux salons;-43;-37;-31
available;-40;17;48
avant;-19;-52;-30
avant ce;63;-12;-16
avant la;15;-27;24
avant minuit;63;-30;-20
avant vendredi;-59;-28;-32
avec;10;15;17
avec l;45;-42;24
avec les;-24;-3;10
avec mon;-73;22;-46
avec nos;-17;32;-38
avec un;-61;-49;-53
avec votre;33;-73;1
avez;9;-24;-44
avez des;-15;-1;-83
avez recu;-40;-8;-8
avez vu;-44;-40;-43
avis;-43;-25;60
away;52;-18;-1
away 0;52;-18;-1
aws;-22;-22;25
azure;-101;-103;-92
b;-31;42;-40
baby;-18;27;-55
back;-17;39;-61
backend;-66;-72;-24
backend dev;-66;-72;-24
badge;-24;-70;-54
ban;1;-18;-9
bancaire;-72;-91;-11
bancaire pour;-15;-14;-14
bank;48;-91;39
bank account;-32;-37;43
banned;50;-7;-13
banners;-3;-37;38
banners emotes;-3;-37;38
banque;45;-2;-36
base;-18;38;-23
be;-46;-123;-85
be deleted;64;-26;-11
beast;57;-21;-1
been;48;-57;-15
before;-34;-48;-63
before friday;-34;-53;-65
before it;51;14;-14
before midnight;-30;-37;-45
besoin;-53;-17;15
besoin d;-32;20;8
besoin de;-49;-62;16
best;-54;34;-35
beta;-13;-46;-73
bien;-98;-97;-16
bien la;-23;-42;-6
bienvenue;3;-32;-7
bienvenus;-32;-87;-37
billet;3;-36;25
binance;5;23;-16
bio;-15;61;-17
bitcoin;-40;5;-6
bleu;-54;6;-58
blockchain;-9;-37;42
bloque;4;-64;-49
bloque apres;-17;-15;-21
boite;88;-33;-54
boite recrute;-20;-20;-52
bon;-102;-87;-95
bonjour;-26;-26;-25
bonjour a;23;-35;-25
bonjour je;-82;-71;-8
bonjour nous;-11;-15;5
bonne;-23;-88;-29
bons;23;-30;-36
bons d;23;-30;-36
bonus;-30;58;38
bonus 0;-43;65;-17
boost;-22;31;-5
boosts;-33;51;-31
boosts 0;-33;51;-31
bored;-39;56;-48
bot;-35;2;33
bot de;-66;-65;-9
bots;-22;-8;60
bourse;-38;-17;-24
boutique;-54;-43;-128
brief;-38;-62;-42
bro;100;-52;-18
brut;-14;-28;-54
brut par;-13;-17;-52
bucks;16;-84;-42
bucks on;-70;-66;-36
budget;-31;-39;25
budget 0;-26;-37;38
bug;-85;-96;-80
build;-28;-74;72
build a;-24;-42;20
bureau;-74;-51;-42
business;-33;36;25
button;-106;-81;-39
buy;-44;64;-31
buy real;-14;27;-14
by;27;-107;-40
c;-38;-54;-77
c est;-18;-28;-68
ca;-109;-111;-100
ca aide;-49;-20;-28
ca me;-15;-17;-28
ca peut;-20;-45;-64
ca vaut;-32;-24;-11
ca vous;-36;-25;-52
cabinet;-5;24;-35
cadeau;16;-39;-36
cadeaux;-37;32;-40
caf;13;-36;-31
cafe;-80;-94;-91
cagnotte;-65;-57;-72
caisse;36;-55;-33
calls;-43;-42;32
campagne;-67;-84;-10
campagne de;-67;-84;-10
campus;-52;-69;-71
can;-6;-43;-23
can do;-46;54;15
can help;-56;-29;17
can someone;-95;-79;-77
can u;66;-15;-8
can you;-18;-82;-23
candidature;-36;-63;-64
candidature sur;-36;-47;-43
capture;-95;-119;-88
card;104;-31;-79
cards;-33;72;-45
carrefour;39;-31;27
carte;27;-37;-24
carte bancaire;-73;-80;-79
carte cadeau;-50;-23;-29
carte vitale;20;-4;-3
cartes;-29;-32;-22
cartes cadeaux;-30;-35;-23
cas;-73;-41;-38
casino;-44;47;-18
casino 0;-29;44;18
cc;-24;57;-46
cda;-48;-78;-39
cdd;-27;-30;-47
cdd de;-12;-14;-40
cdi;-31;-62;28
cdi a;-17;-19;-55
ce;46;-11;-49
ce n;32;-9;0
ce que;30;-39;-30
ce soir;38;5;-57
ces;-50;-43;-61
cette;46;-98;-40
cette video;81;-8;0
ceux;-71;-78;-80
ceux qui;-71;-78;-80
chacun;-62;-92;-61
chaine;-49;22;-44
chaine youtube;-41;-19;-45
chance;13;17;-27
change;-120;-95;-121
channel;-60;4;-73
channels;7;-48;-35
chaque;11;12;44
chaque semaine;-100;29;-26
chargeur;-24;-56;-29
chargeur usb;-24;-56;-29
chat;-14;-41;37
chat moderators;-14;-41;37
chaud;-38;-15;-41
cheap;-110;133;0
cheap nitro;-11;35;-23
cheap price;-24;-53;55
cheapest;-30;43;-24
check;-19;-17;-6
check my;-35;3;37
check out;-45;-3;-63
check this;-13;-56;-15
cher;-45;-58;-81
cherche;-21;-64;31
cherche 0;-12;-37;83
cherche des;-17;-32;22
cherche deux;-14;-21;-41
cherche un;-22;-16;-48
cherche une;-19;-51;-16
cherchons;-52;-34;15
chez;-113;-50;53
chez moi;-90;-119;-91
chez vous;-102;-20;35
chill;-50;73;-47
chronopost;31;-22;-16
ci;36;-71;-69
claim;50;-31;-35
claim your;24;11;-8
clair;-25;-48;-48
class;-113;-26;-53
cle;-38;-66;-57
click;-68;-51;-22
click the;-57;-26;-20
client;-18;-43;36
client mystere;-34;-25;24
clients;-34;18;22
clique;-12;-30;-9
cliquez;-5;-33;-40
cliquez pas;-72;-33;-51
cliquez sur;14;-13;-10
clone;11;-38;-23
clone login;-39;-48;-21
cloture;-53;-27;-14
code;-11;52;-53
code beast;57;-21;-1
code de;-33;53;-4
code je;-61;-52;-57
code promo;-53;46;-25
codes;-59;48;-51
coding;-13;42;30
colis;68;-97;56
com;27;38;-51
com gift;84;-25;-1
come;-89;-23;-71
commandes;-1;-47;53
comme;-53;-78;-71
commence;-64;-23;-41
commence la;-30;-35;-33
comment;-78;-98;20
comment je;-32;-31;-30
comment on;-30;-28;-41
commerce;-13;-49;6
commission;-35;-42;22
commissions;-7;-68;84
community;41;-50;12
company;-38;-75;54
competence;-13;-27;34
complement;-1;-15;28
complement de;-1;-15;28
completez;59;-30;-24
comprends;-29;-45;-52
comprends pas;-32;-41;-41
compte;49;-57;60
compte discord;-22;-24;-26
compte github;-24;-18;-23
compte insta;-26;-64;-24
compte linkedin;-45;-45;34
compte steam;17;-8;-19
comptes;25;37;-55
comptes netflix;-15;29;-28
concert;-11;-49;-23
concert de;-11;-49;-23
concours;-37;-55;-38
concours de;-28;-36;-25
conduire;-13;23;-15
confiance;-12;28;-45
confirmant;26;-29;-23
confirmant votre;26;-29;-23
confirme;28;-14;-17
confirmez;29;-43;-25
confirmez votre;12;-32;-23
connait;-4;-3;-16
connait une;-4;-3;-16
connect;-58;-176;-149
connect your;91;-40;4
connecte;22;-54;-33
connecte a;13;-30;-23
connectez;36;-21;-17
connectez vous;36;-21;-17
connexion;-24;-42;30
conseiller;-20;-38;-54
const;-81;-53;-40
contact;-30;91;28
contact me;-30;26;60
contact my;-24;18;24
contact on;-15;31;-16
contact recrutement;-14;-26;-38
contact telegram;-39;15;8
contacte;-65;-19;-26
contacter;-25;-44;4
contactes;29;-10;-39
contactez;-20;74;49
contactez la;-1;29;-14
contactez moi;-23;-20;69
contactez nous;-5;33;-15
contacts;79;-43;-50
content;-65;70;-95
contract;-53;-33;37
contrat;-19;-55;40
contre;-13;7;-21
contre une;-14;-41;23
cookies;-81;-72;-72
copilot;28;-66;-23
copyright;33;-15;0
cote;-53;57;-18
coup;-32;-24;-11
courriel;-34;-53;-58
cours;-50;-68;-46
course;-51;-97;-49
coutant;-5;-12;-13
covoiturage;-43;-40;-72
cpf;-1;-57;37
cpf expire;52;-12;-23
credit;-21;22;-74
cree;40;-4;28
creer;-33;-18;41
crois;-30;-35;-32
crypto;-37;36;-47
crypto casino;-29;44;18
cs;7;-57;-93
cs2;45;6;-41
cs2 ce;-48;-18;-8
cv;-75;-46;7
cv a;-14;-31;32
d;-32;40;13
d accueil;-15;-32;22
d achat;22;-30;-35
d adresse;-41;-20;-22
d alternance;-8;-18;-18
d argent;-1;0;8
d emploi;-56;-49;10
d en;-63;-60;-91
d experience;-3;-10;39
d identite;-67;-50;29
d infos;-2;-8;18
d inscription;-50;-28;-16
d un;0;-13;-10
d une;-23;14;42
daily;-39;51;9
dans;-33;-25;-77
dans 0;-74;-57;-73
dans ce;-87;-71;-52
dans le;-70;-55;-32
dans les;-66;-6;-5
dans ma;-10;26;-45
dans une;-5;33;-15
data;-12;-41;45
data entry;-10;-42;48
day;-47;15;50
day earn;-11;-35;27
days;-59;33;-28
de;-48;39;2
de 0;75;-31;-64
de chez;-69;66;-11
de commandes;-1;-47;53
de conduire;-13;23;-15
de connexion;-34;-8;-8
de demain;-40;-63;-23
de discord;1;-31;-13
de dossier;-37;-17;20
de douane;31;-22;-16
de fin;-36;14;-46
de formation;-12;-93;-95
de frais;20;-21;-21
de l;-62;47;-72
de la;-62;-69;-60
de luxe;-21;27;24
de lyon;-77;-82;-66
de ma;-23;-43;40
de messages;-46;-24;-33
de mon;-83;11;-56
de parrainage;-37;18;-42
de passe;0;-39;-26
de phishing;-21;-63;-17
de recuperation;23;-50;-32
de reseau;-8;-27;39
de saisie;-3;-27;42
de salaire;-12;-10;12
de securite;12;-43;-23
de suite;-48;3;24
de test;-78;-41;-45
de valider;-26;-29;-19
dear;-24;31;-3
debite;16;-33;-32
debutants;-17;-37;22
debutants acceptes;-17;-37;22
debute;-66;-46;-54
debute en;-71;-53;-46
decathlon;-9;-33;-55
dedans;-30;-27;-23
deja;-23;-46;-58
deja ete;-9;-5;-45
deleted;64;-26;-11
deleted in;33;-15;0
delivery;-38;60;5
delivery dm;-25;36;6
demain;-45;-85;-85
demain je;-55;-68;-72
demande;3;-28;-20
demande de;14;-38;-12
demande ma;-15;-14;-14
demande un;-7;-37;-14
demo;-49;-52;-53
deposit;-58;76;-36
depuis;-18;-65;15
depuis 0;-24;-21;-37
depuis chez;-12;-46;14
depuis votre;-1;-27;15
derniere;-50;-119;-61
des;2;-24;96
des 0;-19;4;-50
des aujourd;-17;-54;66
des cartes;-13;-11;-4
des comptes;29;2;-26
des faux;-66;-55;-72
des questions;-15;-1;-83
des videos;-5;-51;32
des volontaires;-44;-33;-57
desactive;51;-48;-49
designer;-3;-37;38
desole;27;-8;-8
dessus;-10;-12;-17
detected;46;-34;-8
deux;-112;-15;-13
deux jours;-2;29;-19
deux stagiaires;-14;-21;-41
dev;-104;-139;-3
dev front;-3;-26;-48
dev mobile;-26;-4;-49
devant;-34;-30;-61
developer;-31;-52;54
developer for;-38;-57;-18
developer with;-1;-1;65
developpement;-4;-15;-43
developpement web;-4;-15;-43
developpeur;-13;-72;50
developpeur se;-28;-56;-59
developpeur web;-6;-45;32
devenez;-45;-75;84
devis;-11;-14;13
difference;-46;-63;-50
difference entre;-13;-13;-8
digit;9;-26;-26
diplome;-35;16;3
discord;131;25;-4
discord a;-48;-46;40
discord avant;13;-11;-30
discord bot;-59;-65;23
discord gg;-51;81;-46
discord is;25;-14;-14
discord nitro;36;-71;-5
discord staff;45;-1;-3
discount;-64;76;-27
discount code;-56;54;-18
discret;-14;12;26
discrete;-53;61;-77
disney;50;23;-23
dispo;-98;-132;-119
disponible;-14;-100;87
distance;-16;5;43
distance 0;-1;-25;57
dit;-63;-46;-88
dit que;-48;-32;-17
dites;-38;-56;-50
dites moi;-29;-42;-46
dix;-32;-24;-31
dlscord;-74;-46;-6
dm;-57;26;46
dm for;-20;28;24
dm me;-42;-21;1
dm to;-31;20;16
do;-83;43;-17
do i;-106;-118;-71
do you;3;24;-37
do your;-14;42;-27
doc;33;-57;-48
docker;-40;-88;20
doctolib;30;-41;-52
document;41;-12;-12
documents;32;-6;-19
does;-42;-74;-31
does anyone;-28;-50;-31
doesn;-63;-57;-19
doesn t;-63;-57;-19
dois;-47;-38;-36
doit;81;-49;-22
doit etre;31;-57;-23
domaine;-57;-38;-37
domicile;-22;-47;64
domicile 0;-14;-21;39
domicile vous;-18;-30;37
don;-43;26;-57
don t;-44;14;-41
done;-17;42;-39
donne;-8;-105;-119
dossier;30;3;-13
dossier 0;39;-53;-2
dossier avant;14;-14;-20
dossier de;-38;33;-38
dossiers;-31;-41;24
douane;31;-22;-16
double;-60;-55;-37
double authentification;-43;-36;-25
download;75;-76;-57
drive;-72;-16;-14
driver;-14;27;-14
driver s;-14;27;-14
droit;63;-26;-22
droits;19;-24;15
drop;21;39;-18
dropshipping;-12;-40;20
du;-108;-32;-69
du concours;-17;-26;-26
du dropshipping;-10;-34;-119
du jour;-75;-89;-7
du mat;-23;-36;-35
du mois;19;-4;-16
du phishing;-49;-16;0
dubai;-28;-81;75
due;35;-24;-3
due to;35;-24;-3
e;16;-2;5
e commerce;-13;-49;6
e r;-91;24;-30
each;-22;6;-41
earn;-49;24;73
earn 0;-7;-63;58
earn from;-6;-35;61
eats;-58;-68;-11
eats ou;-46;-29;23
ecran;-63;-57;-83
ecran 0;-60;-50;-46
ecrire;-26;-52;-63
ecris;-4;-28;68
ecris moi;-3;-17;54
ecrit;-61;-49;-53
ecrivez;-9;12;0
ecrivez moi;-11;20;-14
elle;-40;-16;-78
email;-79;-53;-54
emotes;-17;-42;42
emploi;-47;-71;15
en;-22;4;-16
en 0;-40;75;-32
en 48h;-8;58;-28
en alternance;-25;-21;-49
en attente;27;-21;-15
en bio;-7;27;33
en carte;-50;-23;-29
en cdd;-19;-30;-48
en confirmant;26;-29;-23
en cours;-12;-79;-76
en deux;-124;11;9
en dev;-26;-4;-49
en francais;-68;-50;-32
en freelance;-12;-47;-68
en ligne;2;26;30
en main;-35;-75;-38
en mp;-25;1;34
en pensez;-66;-45;-35
en prefecture;-16;31;-17
en prive;-21;-9;14
en reconversion;-69;-41;-64
en regardant;-2;-43;30
en retard;-102;-93;-89
en salle;-87;-82;-57
en teletravail;-10;-42;39
encore;37;-94;-117
end;-45;-52;-9
ends;3;28;-48
ends in;-43;46;-37
enfin;-79;-70;-34
engineer;-23;-53;51
engineer here;-17;-40;53
english;-45;-86;32
enregistre;-15;22;-14
enregistre en;-13;23;-15
entrance;-46;-59;-45
entre;-95;6;-49
entre particuliers;-9;26;-17
entre un;-17;-15;-12
entree;-30;-73;-49
entree gratuite;-30;-73;-49
entreprise;-35;40;-5
entreprises;-37;39;-23
entretien;-56;-84;-80
entry;-10;-42;48
envoie;-46;-78;37
envoye;-38;-37;-37
envoye un;-19;-47;-50
envoyer;-50;-37;-47
envoyez;-26;-80;81
envoyez cv;-10;-42;26
envoyez info;-14;-26;26
envoyez moi;-10;-19;41
envoyez votre;-11;-13;27
epic;13;-120;-65
epingles;-66;-6;-5
equipe;7;-72;30
equipes;-79;-92;-79
erreur;-6;-148;-104
espace;29;-32;-19
essay;-54;70;-42
essays;-18;35;-18
est;-18;-39;-82
est a;-84;-56;-81
est bien;-29;-36;-10
est bloque;-18;-13;-16
est bon;-45;-32;-5
est ce;-100;-36;-20
est chaud;-35;-10;-44
est dans;-15;-20;-12
est disponible;20;-6;-15
est du;-40;-11;-1
est en;36;-23;-22
est enfin;-89;-76;-57
est fait;-20;-7;-5
est gratuit;-67;-35;-28
est la;-70;-31;-32
est normal;-22;-20;-28
est pas;15;-14;-7
est pour;-21;-16;-10
est quoi;-88;-53;-18
est sorti;-51;68;-29
est sur;-52;-10;-8
est toi;81;-8;0
est toujours;-29;-64;-20
est trop;-27;-12;-37
est un;-67;-25;-19
est une;-19;12;-64
est vrai;-16;-14;-3
et;-15;88;-7
et 0;-62;-4;-53
et cadeaux;-22;48;-26
et de;-67;-57;-24
et des;-19;-17;-21
et j;-16;-40;-9
et je;-1;25;-5
et le;-65;-46;41
et signalez;-37;-16;-25
et un;-56;-83;-72
et une;-6;-53;44
etat;30;-49;-26
ete;78;-49;-60
eth;-19;44;-22
etre;53;-27;-3
etre aime;-3;28;-15
etude;-37;-45;-25
etudiant;-36;-5;-10
etudiants;7;-44;27
eu;-72;-49;1
every;-37;35;-19
every day;-40;53;-22
everyone;50;114;-64
everyone i;-30;7;21
evidemment;-105;-89;-84
ex;-42;-62;-75
examen;-12;22;-14
exams;-15;29;-23
exemple;-40;-77;-31
exo;-64;-61;-47
exp;-17;-20;20
experience;-29;-155;138
experience in;-14;-20;1
experience needed;0;-16;41
experienced;-23;-41;43
expire;54;-73;-57
expire ce;31;-44;-25
expires;4;-67;-39
explain;-78;-69;-78
explique;-47;-69;12
express;-46;-11;-63
f;41;14;33
facebook;-25;12;34
facile;-17;-57;74
faire;-53;-52;28
fais;-14;47;-51
fais 0;0;-27;23
fais quoi;-8;-15;-2
fais un;-29;-20;-16
fait;-63;-47;-32
fait du;-26;-32;-21
fait en;-49;-55;-38
fait le;-16;-16;-34
fait un;-23;-36;-16
fait voler;-27;-13;-14
fake;-82;-14;-22
fake steam;-67;-90;-10
famille;-16;30;-25
fast;-27;6;32
fast delivery;-24;-53;55
fausse;-30;-31;-46
fausse offre;-32;-31;-59
faut;-16;-31;-50
faut juste;-59;-4;-15
faut que;29;-12;-49
faux;-98;-7;-50
faux mail;-16;-26;-10
faux site;-17;-20;-24
fee;47;-42;-65
feedback;48;-37;-15
feel;-14;-22;5
feel free;-14;-22;5
felicitations;-4;-43;-56
felicitations a;-53;-61;-72
fiches;-42;64;-41
fictive;-52;-53;-41
fin;-1;-1;-56
fin du;19;-4;-16
financiere;-16;-41;38
finit;-35;-27;-31
first;-81;-25;-80
first 0;14;2;-40
fiverr;-37;-65;43
fixe;-31;-58;93
flagged;58;-6;-8
flagged for;58;-6;-8
flexible;-12;-50;37
folder;-17;45;-31
follow;-37;58;-50
followers;-84;91;-29
fonds;37;-3;58
font;-16;32;-46
foot;-17;40;-20
for;46;20;47
for 0;-29;35;-27
for a;-67;-67;38
for an;-19;32;-52
for free;-55;27;55
for illegal;36;-13;-14
for my;57;-57;48
for new;-16;-39;49
for our;36;-30;24
for the;-141;-19;-89
for you;124;-8;19
formateurs;-38;-23;-55
formation;-35;-62;39
formation assuree;-30;-39;55
formation est;-20;-14;15
formation incluse;-7;-23;47
formation je;-38;-44;-48
formation mon;19;-21;-36
forme;-10;-24;32
forme gratuitement;-10;-24;32
formulaire;10;-50;-65
formulaire d;-50;-28;-16
forward;-67;-47;26
fr;-31;-27;-14
fr pour;-29;-17;-15
frais;11;-32;21
frais de;12;-31;22
francais;-68;-50;-32
france;-9;-2;-46
france travail;30;-27;-41
francetravail;25;-23;-13
free;-50;28;-13
free affordable;-18;35;-18
free discord;101;-56;-3
free nitro;-5;-44;-6
free spins;-32;37;-19
free to;-14;-22;5
free weekend;-67;-92;-76
freelance;-36;-56;26
freelance 0;-3;-8;14
freelancing;-75;-90;-48
friday;-37;18;-35
friend;46;-59;-51
from;-21;-92;-38
from home;-50;-72;84
front;-3;-26;-48
full;5;-48;-4
full stack;-38;-40;-11
fullstack;-11;-14;-26
fullz;-24;57;-46
fx;-15;34;-19
gagne;-36;0;6
gagne 0;-28;15;21
gagne le;-61;-77;-79
gagner;-42;-8;-22
gagner 0;-6;-32;10
gagnez;23;-38;45
game;105;-57;37
game developer;-37;-25;66
gaming;-24;41;-25
garanti;-19;17;-35
garantis;-16;3;17
gars;22;-55;-46
gars le;31;-39;-13
generator;78;-85;-29
genre;-56;-52;-54
get;16;32;-9
get 0;44;-15;1
get a;-27;-57;-48
get paid;33;-49;31
gg;-96;71;-75
gift;47;4;-46
gift 0;135;-33;-11
gift for;56;-42;-15
git;-74;-90;-44
github;-69;-69;21
github com;-43;-47;-48
github est;-24;-18;-23
github student;-30;-21;-18
giveaway;-6;39;-50
giveaways;-22;52;-22
giveaways nitro;-15;44;-17
giving;58;-30;-10
giving 0;30;-21;-12
giving away;52;-18;-1
gmail;-8;49;10
gmail com;-8;49;10
go;-10;-93;-2
go to;56;-26;-17
good;-73;-39;44
google;-104;45;-82
got;-87;-109;-16
got a;-98;-128;-109
gouv;57;-47;-38
gouv fr;-29;-17;-15
grace;-16;82;1
grace a;-16;83;-24
grade;-11;53;-35
grand;-34;29;-29
graphic;-3;-37;38
graphic designer;-3;-37;38
graphiste;-61;-41;25
graphiste logos;-5;-25;42
gratification;-19;-25;-43
gratification legale;-19;-25;-43
gratuit;27;-13;-65
gratuit 0;51;42;-53
gratuit en;-2;39;11
gratuit pour;49;13;-26
gratuit sur;-108;-92;-72
gratuite;-85;-3;-8
gratuite pour;-54;-74;-62
gratuitement;-19;-30;60
gratuits;-40;-5;10
group;-13;-3;-20
groupe;-15;55;-49
guaranteed;-31;63;-40
guide;-21;41;-38
guys;-94;1;3
guys i;-35;26;20
h;-78;-55;-28
h 0;-50;-37;-28
hackathon;-46;-39;-89
hacked;34;23;-49
hackpro;-25;44;-20
haha;-48;-17;-13
happy;-131;-159;-78
has;52;-41;-61
has been;51;-27;-6
hate;-30;-35;-33
hate de;-30;-35;-33
have;20;-68;3
have 0;21;-48;-23
have a;9;-54;-14
have any;-14;-22;49
he;-45;30;-40
hein;-73;-36;-65
hello;12;1;-28
hello dear;-24;31;-3
hello i;-39;-46;-31
help;-88;-8;2
help me;-65;-79;-12
help with;-14;13;20
her;-24;51;-35
here;59;11;-44
heure;-23;-68;-3
hey;17;2;-13
hey guys;-35;26;20
hey i;34;-70;-53
hi;-19;-104;-50
hi i;14;-70;-12
hier;-59;-44;-36
him;1;-11;-68
hiring;-58;-114;21
hiring a;-32;-37;-53
hiring chat;-14;-41;37
hmu;-52;-5;76
home;-50;-72;84
home no;-1;-14;39
homework;-23;70;-50
hotel;-6;-27;-5
hours;41;-20;-3
how;-79;-9;-59
how do;-45;-105;-71
how much;-8;-61;-54
hr;-12;-60;49
hui;-80;-29;0
human;45;-22;-19
i;46;12;9
i accidentally;35;-10;-14
i am;27;9;48
i can;-73;-14;24
i d;-67;-73;-30
i do;-18;31;14
i got;-24;-39;32
i have;-21;-25;-30
i ll;-40;-70;77
i m;13;22;10
i made;50;-2;-48
i need;-3;-88;-3
i reported;18;-24;-18
i was;-40;7;-32
i will;-21;54;-27
ia;-76;31;-32
ici;29;-114;-58
ici et;-44;-19;-16
ici je;-30;-6;-51
id;74;-4;-27
id cards;-14;27;-14
identifiants;18;-49;-16
identite;8;-78;47
if;-63;-78;-3
if you;-46;-81;-7
il;-76;-81;-24
il a;-51;-38;-38
il est;-26;43;-27
il faut;-15;-38;-49
il me;-35;-63;-29
il y;-28;-19;-18
illegal;36;-13;-14
illegal purchases;36;-13;-14
ils;-10;-12;-44
imbattable;-17;28;24
impots;34;-27;-21
impots gouv;34;-27;-21
in;7;34;-13
in 0;5;54;-26
in 24h;33;-49;-17
in a;-40;13;-26
in bitcoin;27;-53;31
in class;-86;-114;-92
in dm;-8;13;37
in france;-78;-68;-38
in paris;-24;-68;-82
in react;-15;-11;41
in the;26;-37;-47
in this;54;-9;-1
in to;60;-50;-8
in usdt;-9;-20;36
in with;39;0;0
in your;-83;81;-39
incluse;-7;-23;47
ines;-19;-36;-126
info;40;-70;11
info en;-14;-26;26
info le;-42;-30;-74
infos;22;-9;18
inscription;-92;-30;-22
inscription au;-44;-32;-25
inscription obligatoire;-37;-24;-25
inscription sur;-57;-93;-57
inscris;-37;12;20
inscris toi;-37;12;20
insta;-31;53;0
instagram;-81;107;-25
instagram 0;-7;32;12
instagram copyright;33;-15;0
instant;-40;50;-27
instant delivery;-20;36;-52
instant withdrawal;-28;16;29
interesse;-22;-48;-48
internet;-20;-53;72
interns;-57;-48;-78
interns 0;-57;-48;-78
internship;-86;-57;-74
interview;-14;-46;-13
into;-80;-18;52
inventory;101;-34;-12
investi;-12;0;-25
io;34;-6;-72
ip;-87;-107;-24
iphone;15;-77;-104
iphone 0;15;-77;-104
is;-45;-154;-88
is 0;56;-11;-77
is flagged;58;-6;-8
is giving;58;-30;-10
is live;40;-18;-14
is this;-93;-52;-21
it;25;-75;-29
it for;-24;-40;51
it here;50;-41;-11
it s;-30;-70;-33
j;-34;-33;-68
j ai;-48;-41;-66
jamais;-124;-58;-67
janvier;-46;-58;-44
java;-77;-62;-62
je;-51;-40;-1
je cherche;-21;-23;-18
je commence;-30;-35;-33
je crois;-30;-35;-32
je debute;-63;-45;-57
je dois;-43;-18;-39
je donne;5;-56;-61
je fais;-13;48;-48
je gagne;-18;19;8
je le;-36;-8;40
je me;-13;-25;-22
je n;-46;-50;-53
je ne;-28;-40;-39
je passe;-31;-18;-32
je peux;-76;-80;-72
je prends;-27;-35;37
je propose;-5;-25;42
je recupere;-34;-44;-47
je regarde;-47;-29;-74
je rends;-48;36;-53
je suis;-29;-30;17
je vends;-27;61;-65
je viens;-58;-73;-72
je vous;-20;-44;70
jeu;54;-17;-30
jeu en;-10;-12;-8
jeudi;-61;-81;-87
jeux;-65;15;-17
job;-57;-78;51
jobs;-18;-69;8
join;-107;79;-31
join discord;-27;47;-40
join my;-89;-86;39
join our;-24;25;-50
joue;-41;-69;-36
jour;-28;47;21
jour aucune;-14;-28;23
jour avec;-12;23;2
jour depuis;-2;-14;17
jour en;-3;-44;29
jour pour;-9;-18;-98
jour votre;31;-25;-18
jours;-35;48;-16
jours 0;-16;14;3
jours a;-8;-50;-67
js;-14;-14;43
julie;-70;-22;-82
junior;-79;-69;-104
jury;-41;-38;-33
just;53;-20;-1
juste;-49;-39;27
jwt;-71;-61;-62
k;-13;-17;-5
keep;16;-53;61
keep 0;-44;-25;58
keep the;17;-30;36
kilos;-17;34;-9
kilos en;-17;34;-9
kit;-24;-43;11
knife;44;-39;-40
knife for;9;-37;-43
know;-43;-50;37
know if;-16;-32;43
l;-27;19;-55
l a;-24;-66;-19
l acces;-2;-17;-32
l accueil;-44;-28;-35
l acheteur;23;-18;-11
l activer;37;-34;-9
l api;-102;-41;-53
l application;62;-30;-17
l argent;-10;30;-21
l arnaque;-77;-57;-19
l article;-80;-55;-26
l atelier;-73;-30;-54
l entreprise;-39;-42;-33
l entretien;-57;-63;-27
l equipe;-39;-69;-50
l etre;-3;28;-15
l examen;-1;53;-2
l heure;-7;-18;4
l offre;-16;-19;-9
la;-22;-106;-24
la banque;52;13;-30
la caf;-71;-17;-28
la cagnotte;-65;-57;-72
la difference;-13;-13;-8
la double;-43;-36;-25
la fin;19;-4;-16
la formation;-36;-52;-19
la meteo;-15;-7;-30
la page;-6;21;-43
la promo;-94;-109;-83
la recherche;-1;-8;12
la securite;-76;-43;-31
la semaine;-9;-14;32
la sur;-1;29;-14
la visio;-63;-32;-44
last;50;-51;-27
le;-4;-50;-29
le 0;29;-43;-77
le bon;-11;-14;-12
le brief;-9;-43;-17
le c;-52;-59;-53
le cafe;-63;-40;-56
le compte;-33;-1;-6
le concert;-11;-49;-23
le coup;-32;-24;-11
le cours;-29;-24;-25
le depuis;12;-20;-15
le domaine;-17;-20;-24
le drive;-72;-16;-14
le formulaire;10;-50;-65
le lien;-4;-92;-37
le mail;-94;-76;-49
le mec;-68;-59;-62
le meme;-39;-26;-22
le monde;6;-6;-54
le nouveau;46;-4;-2
le paiement;37;-20;-4
le premier;-88;-37;-22
le prof;-62;-27;-17
le projet;-19;-25;-106
le qr;28;-31;-26
le repo;-51;-30;-14
le salon;-31;-18;-10
le serveur;-88;-83;-35
le site;-27;-14;-42
le statut;-48;-11;-56
le support;-12;-43;-36
le tester;43;-12;-8
le token;-72;-45;-41
le tournoi;-43;-74;-35
le tp;-87;-83;-38
le week;-33;-34;25
lead;-23;-50;-77
league;-43;-77;-43
leaks;-54;78;-49
learning;-70;-48;-42
leboncoin;23;-18;-11
leboncoin paiement;23;-18;-11
legal;-20;-57;31
legale;-19;-25;-43
legit;-162;16;-1
lens;-52;-39;-62
les;-67;-26;-40
les 0;55;24;26
les arnaques;-22;-57;-53
les etudiants;21;-13;-7
les frais;43;-3;-7
les gars;31;-39;-13
les jours;-25;19;-7
les messages;-69;-56;-10
les paris;-36;34;-42
les retours;-32;-35;-27
les salons;-3;-5;-11
let;-89;-69;46
let me;-13;-33;44
let s;-89;-108;-42
licence;-9;35;-45
license;43;-20;-25
lien;-19;-1;-29
lien de;-50;18;-35
lien pour;48;-13;-5
lifetime;30;-6;-29
ligne;9;23;28
ligne 0;-1;-49;35
ligne sur;-46;-17;-19
like;-71;-25;16
liker;-5;-56;18
liker des;-5;-56;18
likes;-44;54;-19
lille;-37;-97;-105
lille 0;-28;-21;-90
limitees;-38;23;-23
link;-69;45;-44
linkedin;-78;-79;-19
live;55;-56;-32
livraison;38;97;-74
livraison en;-11;72;-42
livreur;-54;-63;-6
ll;-40;-70;77
locked;22;-96;-54
log;-39;-64;-35
log in;77;-77;-12
logement;-32;-94;-118
login;-94;-102;-42
login admin;-102;-102;-79
login page;-37;-40;-17
login with;76;-31;-9
logo;-19;-43;67
logos;-3;-41;61
logos banners;-3;-37;38
lol;-37;-167;-129
long;-11;-18;66
long term;-11;-18;66
look;65;-38;-15
looking;-11;-39;63
looking for;0;-35;81
lose;32;-32;-48
lose access;-7;-36;-42
lost;-61;-41;-32
lots;-7;29;-17
loue;-35;-55;37
lucky;-36;24;-53
lundi;-64;-47;-55
lundi hate;-30;-35;-33
luxe;-21;27;24
luxe 0;-18;73;-70
lydia;-38;-67;-47
lyon;-114;-126;-97
m;-14;7;-27
m a;-58;-12;3
m bored;-39;56;-48
m envoyer;-1;-11;-2
m looking;-2;-23;42
ma;-69;16;-62
ma boite;-23;-18;-16
ma carte;-15;-13;-13
ma chaine;-41;25;-43
made;50;-2;-48
made 0;-4;38;-15
made a;57;-11;-4
mail;-4;41;-39
main;-50;-85;-51
main propre;-35;-75;-38
mairie;-18;-17;-32
mais;-124;-98;-59
mais je;-1;-1;-12
maitre;-21;40;-24
majoration;47;-45;-38
make;-24;-49;80
make 0;-6;-42;58
maladie;36;16;-43
malt;-16;-36;-90
malware;-73;-90;-26
manager;-16;4;40
manager on;-10;-43;51
marabout;-3;28;-15
marche;1;-48;-54
marche pas;-41;-20;-18
mardi;-74;-49;-35
market;-53;23;-39
marketing;-5;-30;53
marketing de;-8;-27;39
marque;-22;9;33
mat;-23;-36;-35
materiel;-3;-24;15
matin;-65;-59;-48
mdr;10;-93;-48
me;-41;19;16
me 0;-58;-2;20
me a;-62;-77;-70
me connecte;-15;-27;-24
me contacter;-15;-18;15
me demande;-67;-21;-23
me faut;-10;-3;-10
me how;-5;37;11
me i;-5;-38;77
me if;-52;-111;-69
me know;-13;-33;44
me on;-18;33;-2
me propose;-16;-44;-67
me suis;-10;-13;-13
me to;-25;-52;25
me with;-76;-75;-61
me your;-17;-50;78
mec;-68;-59;-62
meet;-102;56;-77
mega;-17;45;-31
mega folder;-17;45;-31
members;-5;35;-32
membres;-12;29;-38
meme;-54;-11;8
memes;-31;18;-36
memoire;-31;-9;-17
mentor;-30;-31;-4
merci;-138;-157;-134
merci a;-61;-65;-57
mercredi;-45;-91;-83
mes;28;36;-37
mes services;-5;-25;42
message;-68;4;58
message me;-25;2;46
messages;10;-47;-22
messages epingles;-66;-6;-5
met;-32;-6;-35
metamask;4;-48;-30
metamask wallet;23;-16;-12
meteo;-15;-7;-30
metier;-77;-61;-51
mettez;12;-53;-70
mettez a;32;-23;-18
mettre;-32;-41;-15
mettre a;-24;-29;-5
micro;-12;-19;31
midi;-43;-26;-62
midnight;-30;-37;-45
million;-65;35;-59
min;-62;-54;-85
minceur;-46;67;-2
minceur 0;-46;67;-2
minecraft;-87;-104;-24
minimum;-30;11;-31
mint;40;-18;-14
mint is;40;-18;-14
minuit;85;-46;-24
minutes;-71;-71;2
mis;-52;-60;-52
mise;-63;-19;19
mission;-21;-65;-49
mission de;-36;-43;-12
mission freelance;-8;-47;-74
mme;-8;22;-43
mobile;35;-69;28
moderation;-19;-68;-7
moderators;-15;-42;46
moderators and;-9;-20;36
moderators for;-14;-41;37
module;-42;-27;-22
moi;-84;29;35
moi c;-44;-65;-82
moi en;-18;-7;7
moi si;-14;-22;-47
moi sur;-8;109;-45
moi votre;-13;-30;22
mois;-4;-51;28
mois 0;-38;-77;-95
mois avec;-3;-17;49
mois de;15;-19;-9
mois en;-16;-19;16
mois je;-6;-33;19
mois paiement;-46;31;24
mois sans;-36;-48;19
mois teletravail;-4;-34;6
mon;-41;-14;-57
mon api;-26;-64;-28
mon bot;-51;-49;-63
mon code;-48;-3;-42
mon compte;-55;-38;-42
mon cpf;17;-13;-28
mon cv;-7;-13;-1
mon equipe;-13;-36;55
mon memoire;-31;-9;-17
mon portefeuille;-30;-21;-12
mon portfolio;-71;-46;-58
mon projet;-25;-33;-22
mon serveur;-15;44;-17
mon site;-80;-60;-32
mon titre;-35;-42;-8
mon tp;-10;-1;-17
mon wallet;-46;-46;-35
monde;6;-6;-54
money;-58;-41;98
monsieur;-1;59;-29
month;-19;-63;5
monthly;-35;-28;91
monthly no;-7;-14;51
months;47;-13;-48
montre;-10;-38;31
montreuil;-47;-46;-112
moodle;-104;-156;-31
more;8;-53;-45
mot;11;-33;-24
mot de;11;-33;-24
mots;21;-53;-31
mots de;-20;-36;-18
mp;-58;41;41
mp moi;-16;22;-48
mp si;-59;-48;-28
mr;-3;57;-22
mrbeast;57;-21;-1
mrbeast is;57;-21;-1
mrs;-21;52;-32
much;-8;-61;-54
must;94;-40;-4
must verify;74;-45;-8
mvp;-81;-50;36
my;-4;44;-41
my 0;-74;13;-63
my account;-79;-70;-43
my friend;39;-77;-63
my new;-18;40;-33
my portfolio;-41;-117;-29
my startup;-20;-59;8
my team;30;0;0
mystere;-34;-25;24
n;12;-64;-29
n a;14;-50;-38
n arrive;-28;-43;-35
n est;12;-48;-25
nantes;-32;-41;-88
nantes 0;-14;-21;-57
ne;0;-47;-52
ne cliquez;-49;-10;-22
ne comprends;-32;-41;-41
ne le;-63;-8;-5
ne pas;29;-29;-26
ne repond;-41;-40;-34
need;27;-1;30
need a;-16;-56;6
need help;-14;13;20
need one;8;-53;-45
need someone;-50;-45;38
need to;26;-45;-33
needed;-64;-10;-50
needs;-10;-17;55
net;61;-48;-61
net par;-10;-12;-44
netflix;-105;34;-67
netflix spotify;-15;26;-21
never;-37;-39;-23
new;2;10;0
next;-16;27;27
nft;-7;-39;64
nft project;-9;-20;36
nitro;76;11;-61
nitro 0;-11;35;-23
nitro gratuit;73;-57;-26
no;-120;69;20
no deposit;-58;70;-21
no experience;-15;-45;55
no interview;-1;-48;61
node;-51;-59;-69
nom;-75;-63;30
non;42;-71;-2
non c;-39;-30;-10
nord;-22;-55;-66
nord fr;-28;-56;-59
normal;-60;-59;-41
normal ou;-15;-16;-23
normal que;-101;-29;-17
nos;10;29;-44
not;-64;-46;-66
notes;-55;0;-60
nothing;22;-68;-38
notre;-86;-62;-23
notre appli;-40;-63;-54
notre equipe;-32;-49;3
notre projet;-32;-69;-56
nous;-13;25;13
nous cherchons;-52;-34;15
nous recherchons;-11;-15;5
nous sur;-24;28;-16
nouveau;4;16;-108
nouvelle;-28;-49;36
nouvelle carte;39;-6;-4
now;63;24;-25
nudes;-50;84;-47
number;-66;-47;-61
numero;-18;-31;43
o;18;16;-29
objectif;-10;20;29
obligatoire;21;-51;-22
obligatoire avant;-37;-24;-25
of;-59;27;21
of experience;-26;-12;-2
of our;-67;-47;51
of salary;-15;-18;30
of the;-54;-55;-32
offer;-28;-36;-36
offert;22;-45;70
offerte;-53;29;50
offerts;-13;31;-26
offre;-7;-36;-35
offre d;-31;-47;15
offre de;-45;19;-32
offres;-36;-32;-28
offres emploi;-18;-22;-10
ok;-155;-183;-165
on;-60;34;-24
on a;-32;-80;-48
on cherche;-2;-20;-39
on est;-46;30;-13
on fait;-19;9;-14
on how;-55;7;-20
on instagram;-16;39;-27
on le;-26;-46;-22
on m;-16;-51;-78
on me;-24;-42;-52
on peut;-1;-35;-25
on recherche;-3;-13;-7
on telegram;-10;40;19
on the;-78;-16;-45
on whatsapp;-51;64;-27
on your;-16;-21;31
one;8;23;-44
one more;8;-53;-45
online;-57;24;31
only;-14;-51;16
only dm;-18;1;18
onlyfans;-27;27;16
onlyfans leaks;-17;45;-31
ont;-1;-11;-2
open;-27;-12;52
open for;-9;6;6
open to;-14;-19;47
openclassrooms;-72;-79;-53
opensea;40;-18;-14
opportunite;-30;-57;87
or;5;-55;-1
or lose;64;-12;-7
or you;-16;-27;-22
org;-19;-25;-43
otherwise;-75;-62;-52
ou;-44;-27;11
ou paypal;-26;29;-53
our;-87;6;27
our crypto;-9;-13;46
our nft;-9;-20;36
our team;-38;-39;35
out;-8;-18;-18
out my;-45;-3;-63
outlook;37;-12;38
outlook fr;-12;-36;44
ouvert;-53;-70;-35
ouvre;-43;31;-17
overlays;-3;-37;38
pack;-39;25;-62
package;63;-56;-33
page;4;17;-63
page de;-10;-10;-9
pages;-17;-30;14
paid;30;-50;53
paid weekly;-19;-43;51
paie;-29;42;-27
paiement;24;41;-15
paiement apres;-25;36;-24
paiement paypal;-35;67;-54
paiement pcs;-18;41;-31
paiement securise;23;-18;-11
panel;-31;30;-17
par;-1;5;42
par jour;-8;67;11
par l;43;-37;-22
par mois;-49;-67;-8
par semaine;-16;-58;-10
par un;-25;41;-41
parce;30;-10;-5
parce que;31;-13;-4
parents;-63;-59;-77
paris;-108;-46;-118
paris sportifs;-59;55;-28
parle;11;-97;-46
parle des;-51;-42;-59
parrainage;-36;18;-41
part;-1;-29;54
part time;0;-31;55
partage;-43;56;-37
partager;-47;-37;-26
partager un;-16;-16;-26
particuliers;-30;22;19
particuliers de;-10;25;-19
partiel;-7;-19;-63
partir;-3;-30;14
partir de;-3;-30;14
partner;-12;-13;24
pas;18;-55;-36
pas a;-26;-52;-64
pas d;-25;-16;28
pas dans;57;-47;-53
pas de;-69;-42;-56
pas et;-37;-16;-25
pas le;-50;-27;-14
pas les;-31;-3;-15
pas pu;32;-23;-18
pas vous;32;-9;0
pass;62;-57;28
passe;-26;-55;-64
passe a;-101;-51;-68
passer;-39;26;-24
passer par;-65;18;-27
passer pour;-11;-13;-2
passports;-14;27;-14
password;77;-64;-17
patron;-24;-35;67
pay;33;3;-33
pay 0;52;-64;2
pay me;-15;17;-32
pay the;47;-42;-65
paye;7;-47;38
paye 0;-13;-43;43
paye en;-3;-7;-48
payer;47;-41;-44
payez;8;-28;-27
payments;-30;-42;25
payouts;-29;24;29
paypal;-20;84;-90
paysafecard;39;3;-25
pcs;-20;54;-42
pcs ou;-18;41;-31
pdf;-32;-21;-76
pendant;-21;-11;-7
pending;34;-33;-35
pensez;-61;-47;-91
pensez a;-25;-29;-19
pensez quoi;-79;-62;-44
people;-33;27;2
per;-33;-62;77
perdez;5;64;-3
perdu;-69;-8;-69
perdu 0;-32;-33;-46
permis;-20;30;-31
permis b;-32;22;-52
permis de;-13;23;-15
personne;-15;-2;-13
personne en;-17;-61;-88
personnes;-34;-7;55
personnes en;-21;-65;37
personnes pour;-51;-14;32
personnes serieuses;0;-14;26
petit;-69;-3;-7
petit jeu;-10;-12;-8
petit prix;-13;19;23
peut;-66;-45;-39
peut m;-5;-43;-47
peut me;-20;-26;-25
peux;34;-74;-61
phase;32;-49;-16
phase 0;32;-49;-16
phishing;-90;-49;-8
phone;-46;-35;65
photo;48;-45;-19
photos;39;-45;22
php;-16;-56;16
phrase;42;-38;-17
phrases;-26;-38;-36
pic;146;-24;-1
pics;-45;47;-63
piece;-62;5;-44
piece d;-70;-49;-90
place;-19;52;-32
places;-63;1;-6
places limitees;-38;23;-23
plagiarism;-18;35;-18
plagiarism free;-18;35;-18
plateforme;-46;-70;-57
play;-85;-81;-12
playtest;53;-4;23
please;-8;-86;-36
please contact;50;-2;36
please verify;14;-25;-27
plein;-114;-121;-120
pleine;24;-20;9
pls;-19;62;-26
plus;34;-72;17
plus besoin;-46;-50;-20
plus d;-2;-8;18
porn;-56;68;-56
portefeuille;21;2;-14
portfolio;-86;-93;71
portfolio and;-41;-117;-29
portfolio en;-12;-31;41
portfolio est;-72;-54;-43
possible;-65;-42;-64
poste;-34;18;-44
posted;-13;-59;-26
postes;-35;-35;-43
postes en;-35;-35;-43
posts;-9;-40;61
postulez;-64;-56;-62
postulez sur;-64;-56;-62
pote;-23;-34;-18
pouces;-60;-50;-46
pour;-14;-84;3
pour ceux;-75;-81;-83
pour l;24;-39;-27
pour la;-21;-45;-106
pour le;-109;-29;-42
pour les;5;8;-40
pour liker;-6;-26;3
pour mon;-79;-36;-27
pour notre;-48;-65;-71
pour recevoir;12;-30;24
pour tester;-84;-48;-47
pour trouver;-17;-17;-63
pour un;-28;-39;6
pour une;-23;-15;14
pour valider;-72;-85;-61
pour vos;-107;-100;-117
pour votre;-32;42;-27
pour vous;-28;-58;67
pourquoi;-151;-169;-138
pouvez;-77;-76;-60
prefecture;-16;31;-17
prefecture sans;-13;23;-15
premier;34;-37;39
premier arrive;20;-17;-35
premier servi;20;-17;-35
premiere;-30;-47;39
premiers;54;-21;18
premium;-34;73;-36
prends;-27;-35;37
pres;-69;66;-11
pres de;-69;66;-11
presale;-42;63;-28
presence;-75;-37;-30
presenter;-16;-33;-48
pret;-7;36;-17
pret entre;-9;26;-17
preter;-12;-35;7
preter mon;-8;-10;-44
preuves;-10;71;-34
preuves en;-10;71;-34
prevenez;-52;-27;-26
price;-22;-62;62
price and;-12;-48;61
price check;-17;-38;44
prices;-18;61;-25
prime;30;-46;-32
prive;-19;-10;22
prive si;-16;-18;-104
prix;-15;61;38
prix coutant;-5;-12;-13
prize;31;-49;-67
pro;22;20;20
procedure;-63;-1;-6
product;-66;-78;34
produits;-15;-90;69
prof;-62;-27;-17
professional;-12;17;5
professionnel;-34;40;-29
profil;-69;-38;-75
profit;-19;41;-19
project;-63;-71;64
project 0;0;-16;40
project needs;-10;-17;55
project paid;-9;-20;36
projects;-27;-10;50
projet;-40;-76;-26
projet de;-32;-69;-56
projets;-27;19;-37
promo;-28;-23;-76
promo cda;-39;-42;-48
promo code;33;-58;-23
promo de;-77;-82;-66
promo on;-52;-48;-24
pronos;-17;40;-20
pronos foot;-17;40;-20
propose;-87;-58;-19
propose 0;-16;-50;-66
propose mes;-5;-25;42
propre;-46;-80;26
protection;-56;10;-87
pu;32;-23;-18
puis;-52;-21;-28
puissant;-3;28;-15
puissant marabout;-3;28;-15
purchases;36;-13;-14
python;-19;18;8
python qui;-12;-7;-20
qr;0;-58;-35
qr code;37;-55;-29
qu;-24;-18;26
qu il;-37;-4;41
quand;-97;-73;-50
quand je;-53;-51;-41
que;29;-45;-11
que c;-49;-16;0
que j;20;-29;-23
que je;-94;-59;-53
que mon;-30;-21;-14
que quelqu;-2;-11;-2
que tu;69;-10;-8
quelle;-43;-63;-50
quelles;-58;-63;-33
quelqu;-83;-97;-84
quelqu un;-83;-97;-84
questions;35;-7;-44
questions sur;-15;-1;-83
qui;-104;-89;-33
qui a;-34;-35;23
qui demande;-2;-16;-1
qui est;-37;-37;-45
qui se;-22;-16;-11
qui veut;-43;-23;12
quick;-29;-31;36
quishing;-47;-69;-52
quoi;-88;-72;-59
quoi la;-17;-17;-10
r;29;15;-30
rapide;-25;59;-40
rappel;-59;-28;-28
rate;-21;34;13
rates;-13;-19;35
re;10;-76;-26
re hiring;-54;-61;-8
reach;-19;-38;-4
reach out;-19;-38;-4
react;-60;-63;-56
react 0;-41;-53;-61
react node;-19;-11;52
reactivez;50;-30;-25
real;-18;68;-60
receive;-10;-20;28
recevez;17;9;26
recevez des;-10;-46;32
recevoir;25;-29;24
recherche;-37;-95;66
recherche des;-39;-28;-78
recherche developpeur;-15;-18;15
recherche un;-10;-6;36
recherchons;-11;-15;5
reconversion;-68;-36;-70
recovery;-31;38;-27
recrute;-51;-93;25
recrute 0;-53;-56;-7
recrute des;-21;-41;26
recrute en;-13;-50;27
recrutement;-17;-52;44
recruteur;-42;-13;-15
recruteurs;-31;-59;-65
recu;-40;0;-23
recu un;-39;-10;-3
recuperation;15;25;-56
recuperation de;30;40;-42
recupere;-42;0;-42
recuperer;26;-13;-28
recuperez;42;-21;-23
recuperez vos;42;-21;-23
red;-95;-115;-42
reexpediez;-10;-46;32
ref;-22;27;-35
ref 0;-22;27;-35
refund;-41;56;-30
regardant;-2;-43;30
regardant des;-2;-43;30
regarde;-11;-84;-64
regarde ton;-47;-29;-74
regardez;-70;47;-57
registration;-13;0;20
regle;46;-35;-34
reglement;8;-64;-33
reglez;49;-68;-36
regularisez;56;-38;-16
rejoignez;-48;15;62
rejoignez le;-49;-82;-61
rejoignez mon;-17;3;53
rejoindre;-23;-66;-49
rejoins;-27;36;-18
rejoins nous;-33;25;-20
reliable;-41;39;-20
remboursement;61;-36;-28
remboursement de;61;-36;-28
remote;-53;-82;6
remote job;-15;-26;30
remporte;-47;-56;-72
remuneration;-29;-28;28
remunere;-10;-10;43
remunere 0;-10;-10;43
remuneree;-39;-31;-85
rencontre;-51;47;-49
rends;-48;36;-53
repo;-4;-54;-51
repond;-93;-113;-63
repond pas;-36;-34;-28
repondez;-11;-51;48
repondre;-122;-83;-42
reponds;-19;-22;37
reponse;-28;54;-43
reponse en;-31;51;-41
reported;46;-43;-27
reported your;35;-10;-14
required;-35;-51;35
reseau;-40;-64;-5
responsable;-2;-33;18
responsable rh;-2;-33;18
reste;-76;-44;-55
resultat;-21;40;-24
resultats;-6;18;-16
retard;-102;-93;-89
retire;-1;29;-14
retire 0;-1;29;-14
retour;-14;29;-21
retour de;-3;28;-15
retours;-65;-106;-55
retrait;-12;-25;29
retrouve;-18;40;-15
revenus;-37;-59;77
review;-24;-56;-4
rh;-13;-85;90
rib;66;-47;-20
rib sur;52;-47;-21
rich;-79;-84;-92
rien;-57;-88;-8
rien a;-43;-47;-46
risque;-37;-43;75
roblox;6;-72;-36
robux;-28;-15;-35
rocket;-69;-94;-65
rocket league;-43;-77;-43
role;-40;-27;-69
run;5;-68;-67
s;-82;-18;-92
s affiche;-84;-36;-28
s est;7;-12;-4
s license;-14;27;-14
s the;-73;-7;-43
sa;-11;-44;-36
safe;57;-12;-4
saisie;-3;-27;42
saisie a;-3;-27;42
sait;-5;-3;-9
sait pourquoi;-6;-3;-8
salaire;-32;-19;11
salary;-33;-88;90
salle;-85;-94;-64
salle 0;-75;-89;-74
salon;49;-17;-9
salon offres;-16;-19;-9
salons;-50;-32;-30
salut;41;-4;-65
salut je;-22;-55;-36
same;43;14;-42
samedi;-64;-68;-67
sans;-85;-3;14
sans diplome;-10;-18;34
sans passer;-1;30;-15
say;16;-81;-30
saying;-82;-59;-44
scam;-19;-11;-15
scams;-78;-62;-70
scan;-22;-58;-31
scan a;-55;-28;-4
scan the;-46;-59;-45
scan this;56;-26;-17
scannez;36;-12;-11
scannez le;37;-14;-12
school;56;-49;-57
se;15;-87;-83
se presenter;-14;-28;-40
secure;43;-49;-31
securise;36;-49;-11
securite;-34;-46;-27
securite sociale;-5;-32;-26
security;45;-48;-20
selling;-27;72;-27
semaine;-140;28;-25
semaines;-18;21;-3
semaines sans;-17;34;-9
send;38;-81;22
send me;20;-24;-12
send the;35;-49;-64
send your;32;-56;-35
senior;-1;-7;108
senior full;0;0;83
sensibilisation;-20;-8;-6
sensibilisation j;-20;-8;-6
seo;-21;42;-16
sepolia;-82;-58;-58
sepolia j;-28;-20;-13
septembre;-15;-10;-46
sera;34;-44;-23
sera bloque;20;-26;-17
serieuses;0;-14;26
serieuses pour;0;-14;26
serieux;-22;42;27
serious;-5;19;13
server;-42;49;-56
serveur;-25;17;-42
serveur minecraft;-32;-75;-22
servi;20;-17;-35
service;17;59;-76
services;-28;-17;50
services de;-3;-36;51
ses;24;-39;10
session;25;-44;-38
setters;-3;-21;47
share;-44;66;44
shop;-4;-9;-26
shopify;-31;-58;49
should;-48;-60;-80
show;-37;27;35
si;30;-66;-32
si ca;-32;-23;-49
si ce;32;-9;0
si interesse;-22;-48;-48
si quelqu;-19;-16;-32
si tu;39;-42;-48
si vous;-34;-37;-14
sign;62;-45;-25
sign in;59;-41;-9
signale;49;-15;-18
signalez;-24;-25;-33
signalez le;-29;-27;-44
signals;-14;59;-37
signe;-68;-73;-45
signes;-37;-38;-64
simple;-2;-24;31
simplon;65;-76;-24
simplonline;11;-39;-36
single;-78;88;-30
sinon;11;-16;-22
sinon votre;-44;-30;-16
sinon vous;-62;-23;-32
site;-15;1;10
site est;-86;-64;-45
sites;-20;-60;60
skin;-81;-73;-108
skins;66;35;-24
small;-72;-93;-70
smart;0;-23;53
smart contract;0;-23;53
smishing;-33;-59;-45
smm;-37;37;-18
smm panel;-31;30;-17
sms;-67;-14;-8
snap;-75;104;21
so;-17;-17;-21
sociale;-5;-32;-26
societe;-16;-42;47
soignante;-30;-35;-33
soignante je;-30;-35;-33
soir;38;-6;21
soir j;-48;-18;-8
solidity;-25;-54;61
someone;-53;-99;-14
someone to;-47;-41;21
someone who;-46;-50;12
son;-56;7;-56
son compte;-59;-63;-45
sondage;-88;-66;-58
sont;-52;-53;-58
sophie;-3;27;-19
sorry;-19;-34;-24
sort;16;-17;-28
sorti;-51;68;-29
sous;46;5;-24
sous 0;59;-39;-22
spam;-91;108;-92
spins;-32;37;-19
split;-27;-27;16
sportifs;-59;55;-28
spotify;3;28;-50
spotify premium;15;14;-14
stack;-56;-48;-12
stack developer;-14;-19;-13
staff;37;-3;-3
stage;-12;-14;-77
stagiaires;-14;-21;-41
start;11;31;34
start at;-70;52;19
startup;-48;-67;0
statut;-48;-11;-56
steam;47;-74;-38
steam a;17;-19;-22
steam account;-5;-46;-17
steam gift;22;-48;-25
steamcommunity;84;-25;-1
steamcommunity com;84;-25;-1
store;-41;46;-15
stream;-15;24;-27
stress;-28;31;-39
stripe;-58;-79;-56
student;-78;-67;-43
student pack;-42;-46;-25
students;-99;-92;-86
submit;-30;-69;-24
suffisent;-18;-78;35
suis;-27;-30;17
suis a;-1;-8;12
suis developpeur;-8;-49;28
suis fait;-10;-13;-13
suis la;-11;-20;5
suite;27;-10;19
suite a;87;-64;-42
super;-71;18;-75
support;8;8;-62
support 0;48;-16;-16
sur;-59;3;-50
sur avant;-75;-37;-30
sur cette;81;-8;0
sur francetravail;25;-23;-13
sur la;-76;-43;-31
sur le;1;-41;-42
sur les;-98;-138;-64
sur mon;-37;21;-44
sur telegram;-13;19;47
sur verifier;-49;-31;-12
sur whatsapp;-4;61;-60
surtout;-87;-72;-71
suspendu;57;-49;-20
svp;-60;57;-57
systeme;-25;-39;45
t;12;38;-50
t me;-36;75;-40
take;19;-50;-7
takes;-62;-79;-50
tarif;-41;70;-92
tarifs;-20;-74;63
taux;-13;40;-31
tbh;-34;-41;-62
team;11;-76;83
team in;30;0;0
tel;-11;26;48
tel 0;-11;26;48
telecharge;13;-99;-55
telecharger;-37;-44;-20
telegram;-45;87;47
telegram hr;-1;-48;61
telephone;-11;-60;31
telephone et;-3;-83;102
teletravail;-17;-63;-13
teletravail 0;-15;-17;-32
temps;-9;-53;-61
tente;-12;-15;-50
term;-11;-18;66
test;-26;-72;-47
tester;13;-40;-38
tester le;-82;-42;-43
testers;33;-61;41
testers for;39;-26;-16
testers wanted;-16;-58;57
testeurs;-18;-94;50
testeurs pour;-18;-11;-33
testez;-43;-46;8
text;-23;31;-4
text me;-24;52;-32
tg;-66;57;-60
thanks;13;44;-49
thanks to;-9;48;-21
that;-70;-30;-45
the;-66;-76;-51
the 0;40;-50;-23
the airdrop;65;-33;-32
the best;-30;-26;-30
the campus;-39;-40;-42
the channels;7;-48;-35
the discord;62;-28;-27
the entrance;-46;-59;-45
the link;-15;24;-35
the qr;-46;-71;-42
the repo;14;-20;-25
the server;65;-26;-9
the steam;-68;-83;-46
the video;36;-51;-6
their;-39;-20;20
them;-22;-24;26
then;15;-36;-20
there;-89;-72;-13
they;-14;-49;-89
this;8;-37;-43
this discord;50;-7;-13
this qr;56;-26;-17
thread;-56;-87;-42
thread sur;-43;-86;-41
three;-71;-77;-65
ticket;-39;-81;45
tiktok;24;32;-18
time;-36;8;-16
titre;-35;-42;-8
to;-22;-71;-30
to and;39;-25;-17
to build;-24;-42;20
to buy;-22;40;-26
to check;-52;-38;-32
to earn;-5;12;28
to get;64;-51;-24
to join;-22;6;-26
to keep;40;-23;-20
to meet;-91;-100;-64
to new;45;-38;51
to pay;-29;-34;-40
to the;-10;-72;-34
to this;65;-6;-14
to verify;-60;-54;-31
today;59;-83;-31
toi;19;22;-15
toi avec;25;16;-40
toi sur;81;-8;0
token;-96;-50;-27
tokens;-63;41;-68
tomorrow;-47;-97;-76
ton;18;-123;39
ton compte;62;-33;4
tonight;-103;55;-50
tonight 0;-30;37;-18
took;-72;-95;-67
took me;-68;-92;-61
toucher;-35;-51;-38
toujours;-132;-137;-125
tournament;30;0;0
tournoi;-68;-86;-87
tous;16;-17;-85
tous les;-23;22;-76
tout;-49;5;1
tout de;-46;6;35
tout est;-58;-91;-81
tout le;9;-4;-46
toutes;-35;4;-26
toutes et;-33;-41;-24
tp;-98;-54;-27
tp de;-75;-78;-39
tracker;-82;-47;-36
trade;74;20;-50
trading;-23;55;-21
training;-24;-46;17
trajet;-31;-24;-40
transcash;-13;30;-26
travail;13;-74;56
travail a;-14;-27;30
travaille;-20;1;27
tres;-24;-50;33
trois;-30;-33;-22
trop;-74;-144;-101
trouve;-116;-143;-134
trouver;-54;-24;-65
trust;31;-38;-22
ts;-65;-60;-107
tu;90;-56;-7
twitch;-54;1;25
two;-27;-31;-38
type;-70;-26;31
typescript;-36;-45;-9
u;12;-1;-47
uber;-55;-66;33
uber eats;-58;-68;-11
udemy;-53;-71;-37
un;-26;-73;-23
un a;-10;-14;-33
un abonnement;-16;-16;-26
un ami;-38;18;-33
un bon;-29;-4;-17
un cdi;-10;-4;-44
un chargeur;-24;-56;-29
un compte;-54;-37;68
un courriel;-43;-50;-28
un ecran;-59;-29;-73
un faux;-17;-22;-10
un graphiste;-2;-13;-10
un iphone;38;-24;-18
un lien;-78;-36;-46
un message;-13;-73;83
un petit;-10;-12;-8
un peut;-83;-34;-30
un poste;-26;-1;-15
un pote;-22;-29;-9
un pour;-14;-7;-27
un qr;-104;-23;-16
un remboursement;61;-36;-28
un sait;-5;-3;-9
un site;-27;-62;10
un sms;-29;-15;-1
un zip;-81;-46;-20
une;-35;-18;35
une alternance;-15;-10;-46
une application;-13;-41;69
une arnaque;-5;22;-47
une carte;-20;-39;44
une cle;-64;-61;-61
une connexion;-6;-53;44
une erreur;-55;-57;-42
une fausse;-31;-28;-49
une mission;-36;-43;-12
une personne;-12;3;-12
une startup;-2;-7;27
unity;-37;-25;66
unlimited;-87;108;-28
unlock;40;11;-46
until;-43;2;-32
up;-69;-1;-24
up on;-69;-1;-24
upgrade;63;-27;-16
upwork;-22;-25;55
ur;73;-42;27
urgent;-20;12;34
us;-15;13;17
us on;0;40;-4
usb;-25;-53;-27
usb c;-24;-56;-29
usdt;-19;24;10
use;-64;31;-29
user;4;-22;-13
users;52;-14;-1
using;91;-42;36
using ur;91;-42;36
utilise;-11;-14;23
utilisez;21;-33;-21
v;84;-73;-45
v0us;-51;37;36
valider;-55;-80;-61
valider mon;-9;-19;-30
valider votre;-32;-28;-23
valorant;70;-20;-36
vaut;-32;-24;-11
vaut le;-32;-24;-11
vend;-22;16;-44
vendre;-26;79;-25
vendredi;-69;-34;-62
vendredi sinon;-45;-31;-38
vends;-86;61;-102
vends mes;-18;-55;-25
vends mon;-25;20;-41
venez;-74;-51;-63
vercel;-43;-46;-21
verification;27;5;-18
verifie;-57;-43;43
verified;-15;-21;-18
verifier;46;-21;-14
verifier dans;-49;-31;-12
verifiez;50;-35;-20
verifiez votre;50;-35;-20
verify;-8;-79;-51
verify my;-61;-63;-43
verify your;-11;-16;-30
vers;26;-66;-35
veut;-40;-27;11
veut partager;-16;-16;-26
veux;-52;-61;-76
via;-16;-39;53
video;62;-4;46
videos;-66;35;23
videos youtube;-3;-32;13
vie;5;5;29
viens;-50;3;-26
vient;-65;-86;-35
ville;-13;-43;-14
vinted;27;-20;-18
violation;35;-22;-3
vip;-25;41;9
vip group;-13;25;-17
virement;2;-45;-49
virement de;2;-45;-49
virements;-36;-21;39
vishing;-33;-59;-45
visio;-63;-32;-44
vitale;20;-4;-3
vitale est;38;-4;-3
vite;-40;11;3
vocal;-39;-64;-52
voici;-83;-43;-32
voila;-95;-120;-88
voir;-28;-48;-29
voit;-46;-75;-88
voler;-27;-13;-14
volontaires;-44;-33;-57
vos;36;24;-29
vos 0;58;-17;-22
vos fonds;46;14;-6
vos identifiants;26;-32;-16
vote;51;-11;-22
vote for;51;-11;-22
votre;134;-38;62
votre attestation;-42;-25;-20
votre boite;49;-19;-15
votre carte;60;-34;-21
votre colis;79;-45;-41
votre compte;65;-60;35
votre cpf;-39;-35;63
votre cv;-16;-16;24
votre dossier;1;19;-43
votre mot;18;-11;-10
votre nouvelle;39;-6;-4
votre numero;-18;-31;43
votre presence;-75;-37;-30
votre profil;-66;-46;-58
votre rib;67;-53;-23
votre session;31;-25;-19
votre telephone;-2;-14;17
vouches;-16;46;-33
voulez;-15;-24;23
vous;-4;11;26
vous accompagne;-18;-21;54
vous aide;-45;28;-23
vous au;-72;-71;-66
vous avec;50;-5;-3
vous avez;10;-24;-39
vous dit;-10;-17;-13
vous en;-66;-45;-35
vous explique;-19;-36;16
vous ne;-62;-32;-21
vous pouvez;-77;-76;-60
vous sur;-85;-21;-19
vous tente;-12;-15;-50
vous voulez;-15;-24;23
vrai;-52;-28;-20
vu;-51;-36;-56
vue;-50;-89;-84
wallet;2;-52;-9
wallet to;35;-18;-13
wallets;28;-42;-16
want;-48;9;-63
want to;-4;-118;36
wanted;-37;-71;77
wants;59;-35;45
wants to;-61;-22;13
was;-2;-2;-44
we;-113;-68;-29
we are;-24;-27;-10
we need;16;-39;21
we re;-60;-72;-11
web;-69;-84;18
web a;-5;-7;-102
web3;-73;-81;58
webhook;-70;-43;-36
website;-64;17;-9
week;-65;16;8
week end;-44;-54;23
weekend;-67;-92;-76
weekend on;-67;-92;-76
weekly;-26;18;2
weeks;-70;-91;-62
welcome;-35;25;-16
what;29;-21;-15
whatsapp;-26;85;39
whatsapp 0;-18;53;9
who;78;-55;45
who can;-38;-25;23
who wants;82;-40;49
wifi;-74;-111;19
will;68;23;-38
will be;73;-69;-15
win;19;54;-56
windows;4;-58;-83
with;29;15;-20
with 0;-13;36;-9
with a;-6;-35;55
with my;-79;5;-62
with steam;65;-13;-9
with the;35;-38;-37
with you;22;-51;-43
with your;-60;10;-50
withdraw;1;56;-33
withdrawal;3;10;19
word;-17;-43;45
word no;-17;-43;45
wordpress;-28;-53;-23
work;-75;-82;48
work on;-11;-90;20
working;60;-63;-5
working 0;62;-64;-27
write;-72;35;-30
writers;-17;26;30
x;4;-111;-31
y;-44;19;-31
y a;-28;-19;-18
year;-64;5;-55
year 0;-11;35;-23
years;-19;-21;-13
years exp;-15;-17;43
years of;-26;-12;-2
yo;133;-2;0
you;60;-8;10
you 0;-33;-35;25
you are;36;-27;35
you get;-3;-46;-2
you have;32;-48;43
you in;116;-33;-53
you just;31;-10;-20
you must;44;-18;-7
you need;-31;26;-24
you pay;-59;13;-51
you want;-47;-93;-71
your;91;29;-4
your account;28;-44;31
your assignments;-18;35;-18
your discord;55;-23;-7
your free;-1;23;-8
your github;-52;-62;17
your metamask;69;-38;-21
your package;71;-51;-14
your portfolio;-12;-35;-36
your project;-26;-56;52
your server;5;44;-29
your token;-55;-28;-4
your wallet;114;-27;15
youtube;-40;-4;-30
zero;-88;-95;-42
zip;-21;-27;-19
`;
