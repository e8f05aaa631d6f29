/** Made by `node tests/evaluate/learn.ts`: words and pairs of words, with what each adds for each kind, in hundredths. */
export const kindsOfBad = ['phishing', 'spam', 'job_spam'] as const;

export const weights = `
;-158;-18;-149
+amount;-17;1;94
+badlink;218;53;-36
+job;-60;-91;-136
+link;193;3;-79
+mail;-45;44;-32
+new;96;218;135
+question;-86;-61;-69
+settled;-107;-230;-172
+telephone;-18;74;-22
0;12;-17;29
0 0;24;38;15
0 a;28;-12;-13
0 abonnes;-18;44;-22
0 ans;13;-31;12
0 au;-6;-4;-39
0 aujourd;-33;39;-58
0 avec;-46;17;-46
0 balles;-76;-89;-69
0 boosts;-27;34;-20
0 brut;-22;-23;-59
0 bucks;-58;-38;-35
0 ca;-58;-16;-25
0 chaque;0;41;-24
0 code;-47;42;-26
0 daily;-5;-39;47
0 days;-18;29;-47
0 de;-14;-38;-10
0 dites;-7;-58;-39
0 dm;-43;7;-26
0 each;-27;-26;35
0 en;29;40;-42
0 est;-34;-59;-30
0 et;-64;4;4
0 fee;63;-45;-21
0 for;69;-1;23
0 free;26;12;14
0 h;-33;-8;-33
0 hmu;-84;-85;106
0 hours;54;7;-30
0 hr;-13;-51;-3
0 in;33;45;-52
0 instant;-41;67;-37
0 janvier;-32;-76;-36
0 jour;-14;-40;-27
0 jours;-44;31;-19
0 k;-12;-12;-3
0 kilos;-17;37;-11
0 l;-10;29;-15
0 la;-77;-10;41
0 le;-97;-40;5
0 legit;-13;37;-23
0 livraison;-29;48;-29
0 meme;-39;-34;-65
0 million;-47;19;-54
0 min;-86;-96;-89
0 minutes;-25;-62;4
0 mois;21;-45;12
0 month;-4;-52;11
0 monthly;-5;-9;34
0 months;35;-8;-64
0 net;-26;-45;6
0 of;-17;11;29
0 offerts;-13;55;-24
0 only;-22;-46;55
0 paiement;-11;30;-31
0 par;-33;7;54
0 people;-47;31;-47
0 per;-24;-31;63
0 personnes;-2;-31;51
0 piece;-18;52;-41
0 places;-66;-41;34
0 postes;-39;-28;-22
0 pouces;-72;-50;-52
0 pour;-128;2;-14
0 premiers;59;-30;36
0 preuves;-10;51;-25
0 reglez;53;-35;-37
0 remote;-8;-15;16
0 reponse;-8;27;-18
0 semaines;-40;20;-97
0 si;-30;-2;-25
0 steam;55;-18;-8
0 text;-11;9;20
0 usdt;-13;29;-9
0 vous;-1;-43;-37
0 week;-24;-1;23
0 weekly;-32;64;-66
0 year;-7;32;-18
0 years;-12;-26;83
100x;-45;64;-29
10k;-30;48;-13
24h;33;3;-20
2fa;-18;-50;-21
2h;-45;50;-4
2k;-79;-48;3
3h;-25;-44;-35
3h du;-25;-44;-35
42k;-70;-65;-87
48h;-81;52;-29
a;-13;-5;0
a 0;-12;42;-23
a 3h;-25;-44;-35
a blockchain;-5;-28;57
a contact;-18;-25;26
a cs2;-40;-10;-6
a day;-3;-60;84
a deja;-21;-6;-49
a discord;29;-13;-18
a distance;-3;-4;72
a dit;-49;-58;-51
a domicile;-26;-51;63
a envoye;-22;-42;-41
a ete;62;-57;-57
a expire;-5;-67;-51
a faire;-53;-65;22
a fake;-45;-45;-60
a free;2;-60;-73
a friend;4;-22;-16
a gagne;-51;-73;-55
a gagner;-42;18;13
a grade;-18;37;-30
a jour;23;-22;-14
a junior;-28;-32;-73
a l;-43;-26;3
a la;-158;-69;-38
a lille;-13;-14;-76
a ma;-21;52;-27
a message;-37;-24;35
a mettre;-36;-55;-25
a mis;-34;-58;-56
a mme;-1;66;-25
a month;-74;-47;-85
a montreuil;-39;-82;-110
a part;-13;-34;-4
a partir;-14;-5;44
a paye;21;-17;-11
a payer;55;-36;-54
a perdu;-44;-72;-64
a petit;-15;23;13
a professional;-13;16;5
a propose;-7;-20;-76
a qr;-56;-28;-6
a recuperer;-31;-8;-21
a rh;-30;-40;37
a rien;-56;-93;-58
a saint;-29;-56;-57
a senior;0;0;69
a small;-39;-79;-61
a temps;-20;-27;-51
a tous;40;-79;-48
a toutes;-38;-52;-28
a un;82;-64;-7
a une;-7;42;-34
a vendre;-35;81;-44
a verified;-67;-56;2
a vie;8;52;-37
a votre;5;39;-28
a week;-41;8;-42
abonnement;20;-20;-20
abonnes;-18;63;-39
abonnez;-36;47;-29
abonnez vous;-36;47;-29
about;22;-35;-71
acceder;65;-49;-35
accept;136;-108;-68
acceptes;-21;-43;26
acceptes envoyez;-12;-33;54
acces;1;-56;-33
acces au;-74;-15;-31
access;23;-28;-20
access to;-1;-27;-26
accidentally;15;-13;-13
accidentally reported;15;-13;-13
accompagne;-23;-56;74
account;26;-35;7
account is;23;-16;-19
account will;49;-36;-3
accounts;-89;69;-39
accueil;-41;-37;11
achat;21;-30;-38
achat de;31;-25;-21
achete;-64;-54;-32
acheter;-49;-50;-71
acheteur;21;-17;-11
acheteur a;21;-17;-11
actif;-28;45;-27
activation;28;-38;-32
activer;30;-42;-29
activez;16;-20;-19
activez votre;23;-20;-14
activite;39;-48;21
actualisez;18;-6;-5
add;51;57;-64
add this;56;-8;-4
address;13;-40;34
admin;-36;-110;-72
adresse;-26;-19;-19
affiche;-83;-35;-30
affordable;-13;35;-5
after;-97;19;-64
again;-76;-64;-62
agence;-17;-44;-18
agency;-58;-54;-1
agent;-25;-47;60
agents;-43;-36;61
ai;-32;-14;-20
ai 0;-45;-43;-44
ai besoin;28;-165;-60
ai clique;-22;-54;-14
ai cree;47;-3;-2
ai engineer;-19;-41;71
ai eu;-50;-49;-60
ai fait;-26;-33;-45
ai mon;-41;-48;-14
ai pas;-52;-26;-36
ai perdu;-27;-22;-31
ai recu;-19;27;-1
ai une;-52;-61;25
ai vu;-46;-28;-44
aide;-3;-2;-49
aide soignante;-35;-43;-36
aider;-23;-49;-65
aimbot;39;-4;-38
aime;-32;44;-34
aime en;-8;20;-14
airbnb;-10;-1;49
airdrop;62;-58;-30
airdrop phase;37;-30;-8
ajoute;-12;62;-37
ajoutez;-13;26;35
alert;47;-50;-18
all;14;-28;-10
aller;-50;-69;-49
allez;-101;-130;-109
allocation;30;-26;-17
alternance;-74;-61;-121
am;19;16;38
am a;-1;-1;17
amazon;-28;48;9
ame;-18;35;-42
ameli;17;-26;-20
ameli votre;34;-13;-10
amende;73;-55;-43
ami;-27;17;-32
an;6;13;-8
an apprenticeship;-66;-72;-78
ancienne;-35;-43;-36
ancienne aide;-35;-43;-36
and;2;100;28
and 0;-32;18;51
and authorize;34;-25;-7
and claim;82;-34;-29
and dm;-4;-53;62
and fast;-10;-40;55
and forward;-44;-27;61
and get;62;-25;33
and i;-21;-27;-12
anglais;-41;-60;70
anna;-25;31;-26
annee;-68;23;-52
annee a;-61;10;-34
annonce;-36;-46;-49
annulez;46;-33;-22
ans;13;-31;12
ans d;-19;-15;14
ans je;-14;44;32
antai;33;-53;-44
any;-32;21;-30
any leads;-38;-62;-45
any project;-3;-21;50
anyone;-85;-119;-36
anyone know;-21;-11;-24
anything;-2;-38;88
api;-63;-66;-68
api gratuite;-8;-4;-11
app;18;-76;17
app to;49;-23;-18
appeal;66;-52;-4
appli;-46;-50;-58
application;60;-51;37
apply;-101;-109;16
apply at;-53;-37;24
apply in;-6;-10;46
apprenticeship;-66;-72;-78
apps;-6;-40;44
apres;-34;17;-64
apres 0;-23;-59;-67
are;-147;-97;11
are hiring;-36;-16;13
are you;-1;20;27
argent;-19;-6;24
arnaque;-52;1;-58
arnaques;-27;-50;-58
arrete;37;-48;-33
arrive;7;-53;-52
arrive pas;-33;-49;-42
arrive premier;22;-15;-32
article;-63;-62;-4
as;-28;-29;-60
as a;-21;-22;-66
ask;-52;28;-13
ask me;-16;43;1
asked;-36;31;-81
asking;-22;-24;-29
asking for;-22;-24;-29
asks;-29;-11;-71
assignments;-22;79;-68
assistants;-1;-46;62
asso;-24;-87;-92
association;-18;-37;-82
association a;-16;-17;-37
assurance;23;24;-28
assuree;-30;-33;51
at;-83;3;0
at 0;-109;46;-30
at noon;-29;-44;-35
at the;-38;-62;-45
atelier;-76;-33;-70
atm;-26;18;29
attend;22;-46;47
attente;46;-33;-28
attention;-33;-45;-61
attestation;-54;24;-38
attestation de;-42;-26;-31
au;-39;-91;-6
au bureau;-75;-48;-50
au hackathon;-54;-48;-61
au sort;-33;-8;-17
aucun;-13;-56;75
aucune;-6;-22;56
aucune competence;-7;-23;52
aujourd;-82;-23;6
aujourd hui;-82;-23;6
aupres;-50;-41;-63
aupres de;-50;-41;-63
authentification;-48;-47;-33
authorize;34;-25;-7
auto;-56;-65;13
automation;-19;-38;58
aux;-19;-31;-26
aux 0;-64;-37;34
aux salons;-37;-44;-49
available;-22;49;63
avant;-2;-70;0
avant ce;68;-23;-8
avant la;5;-24;26
avant le;-50;-11;-8
avant minuit;32;-53;-61
avant vendredi;-41;-26;-44
avec;48;18;23
avec l;42;-38;7
avec le;-106;-56;-15
avec les;-43;0;-7
avec mon;-67;26;-55
avec nos;-21;35;-21
avec ton;44;-28;-2
avec un;-73;-42;-42
avec vos;39;-21;-16
avec votre;39;-55;-1
avez;11;-23;-25
avez des;-11;-5;-59
avez recu;-37;-14;-6
avez vu;-27;-67;-73
avis;-50;-5;16
away;18;-41;-49
away 0;47;-18;-2
aws;-24;-29;24
azure;-98;-98;-98
b;-42;56;-28
baby;-18;27;-63
back;-35;32;-98
backend;-62;-61;-26
backend dev;-62;-51;4
badge;-18;-69;-74
balles;-76;-89;-69
balles au;-76;-89;-69
ban;39;-9;-15
bancaire;-70;-96;6
bancaire pour;-17;-15;34
bank;83;-78;18
bank account;-20;-24;36
banned;63;-1;-2
banners;-2;-20;27
banners emotes;-2;-20;27
banque;44;-12;-51
base;-38;37;23
be;-18;-106;-87
be deleted;39;-22;-14
beast;50;-20;-4
been;69;-38;-19
before;9;-76;-65
before friday;-43;-45;-75
before it;28;-20;-27
before midnight;-37;-37;-35
before the;30;-62;-39
besoin;-20;17;26
besoin d;-41;31;16
besoin de;-4;-61;14
best;-46;37;-23
beta;-13;-49;-49
bien;-91;-102;-22
bien la;-19;-34;-8
bienvenue;-6;-26;-9
bienvenus;-43;-90;-62
billet;16;-38;27
binance;36;25;-28
binome;-60;-51;-36
bio;-16;65;-25
bitcoin;-13;2;-26
bleu;-66;15;-65
blockchain;-8;-30;57
bloque;-2;-44;-54
bloque apres;-18;-21;-19
boite;103;-54;-71
boite recrute;-19;-36;-39
bon;-87;-98;-98
bonjour;37;-33;-34
bonjour a;8;-60;-39
bonjour je;-52;-61;-8
bonjour moi;-20;-57;-28
bonjour mon;-41;-55;-42
bonjour nous;-16;-15;12
bonne;-2;-59;-35
bons;21;-30;-39
bons d;21;-30;-39
bonus;-14;67;29
bonus 0;-39;67;-28
boost;-36;24;-1
boost your;-29;39;-21
boosts;-28;41;-22
boosts 0;-12;71;-29
bordeaux;-21;-53;-78
bored;-50;52;-28
bot;-24;-6;35
bot de;-68;-37;-11
bots;-31;-9;58
bourse;-30;-27;-12
boutique;-48;-49;-95
brief;-45;-61;-46
bro;106;-62;-15
brut;-22;-23;-59
brut par;-18;-14;-52
bucks;38;-82;-50
bucks on;-58;-38;-35
budget;-28;-35;11
budget 0;-27;-34;15
bug;-65;-112;-90
build;-18;-63;65
build a;-18;-28;27
built;-67;-68;4
bureau;-75;-48;-50
business;-23;46;29
button;-82;-86;-57
buy;-28;61;-30
buy real;-11;31;-10
by;32;-114;-52
c;-15;-54;-53
c est;4;-34;-46
ca;-109;-121;-105
ca aide;-50;-15;-20
ca me;-25;-15;-32
ca peut;-19;-28;-48
ca vaut;-39;-20;-10
ca vous;-32;-32;-48
cabinet;-17;26;-31
cadeau;15;-51;-29
cadeaux;-45;38;-43
caf;20;-37;-42
cafe;-101;-100;-80
cagnotte;-57;-61;-80
caisse;48;-49;-26
calls;-28;-20;21
campagne;-70;-88;-15
campagne de;-70;-88;-15
campus;-40;-58;-58
can;21;-56;-13
can do;-40;47;-7
can help;-54;-35;9
can someone;-98;-96;-84
can u;60;-17;-10
can you;-20;-99;-54
candidature;-30;-59;-64
candidature sur;-23;-30;-43
canva;-15;57;-40
capture;-106;-117;-78
card;63;-31;-17
cards;-26;85;-60
carrefour;31;-37;29
carte;35;-35;-30
carte bancaire;-73;-86;-73
carte cadeau;-44;-24;-33
carte vitale;19;-19;-10
cartes;-33;-34;-22
cartes cadeaux;-29;-40;-24
cas;-68;-48;-31
casino;-48;62;-3
casino 0;-36;29;34
cc;-22;67;-62
cda;-52;-89;-64
cdd;-35;-46;-72
cdd de;-17;-11;-43
cdi;-27;-46;35
cdi a;-17;-23;-64
ce;16;-20;-55
ce n;24;-10;0
ce que;21;-49;-52
ce soir;38;1;-61
centre;30;-28;-27
ces;-36;-41;-69
cette;30;-83;-52
cette video;77;-12;0
ceux;-66;-82;-85
ceux qui;-66;-82;-85
chacun;-79;-95;-45
chaine;-52;19;-30
chaine youtube;-50;-3;-27
chaines;-10;38;-23
chance;33;4;-44
change;-101;-135;-100
channel;-48;25;-65
channels;24;-33;-41
chaque;23;5;57
chaque semaine;-77;34;-46
chargeur;-28;-73;-48
chargeur usb;-28;-73;-48
chat;-33;-43;37
chat moderators;-7;-38;39
chaud;-50;-21;-47
cheap;-119;145;1
cheap nitro;-7;32;-18
cheap price;-9;-50;48
cheapest;-31;32;-17
check;-26;-21;25
check my;-39;-2;38
check out;-45;4;-75
check this;-16;-74;-20
cher;-27;-42;-86
cherche;-22;-45;34
cherche 0;-7;-24;60
cherche des;-11;-23;2
cherche deux;-12;-33;-37
cherche un;-25;-13;-66
cherche une;-20;-43;-22
cherchons;-39;-28;25
chez;-116;-56;68
chez moi;-83;-129;-142
chez vous;-87;-2;39
chill;-52;73;-35
choisissez;70;-24;-42
chronopost;26;-17;-20
ci;41;-84;-66
claim;48;-50;-41
claim your;28;9;-15
clair;-23;-48;-57
class;-118;-15;-53
cle;-43;-80;-83
clear;64;-1;-1
click;-49;-43;-29
click the;-65;-26;-14
client;23;-72;47
client mystere;-29;-44;15
cliente;-40;-49;-96
clients;-24;42;25
clique;-20;-33;-11
cliquez;-18;-43;-38
cliquez pas;-76;-56;-48
cliquez sur;10;-10;-13
clone;1;-40;-26
clone login;-40;-44;-27
closers;-14;-59;33
cloture;-65;-42;-11
cni;-22;43;-36
code;-8;61;-45
code beast;50;-20;-4
code de;-34;26;-10
code je;-28;-59;-41
code promo;-59;37;-26
codes;26;41;-41
coding;-25;-27;41
colis;60;-76;83
com;51;42;-50
com gift;87;-25;-2
come;-72;-10;-66
commandes;-1;-30;52
comme;-40;-99;-72
commence;-79;-21;-46
commence la;-35;-43;-36
comment;-68;-95;17
comment je;-29;-43;-33
comment on;-30;-30;-28
commerce;-19;-46;15
commission;-25;-65;29
commissions;-4;-47;77
community;24;-53;-23
community manager;-26;-36;-29
company;-29;-78;37
competence;-7;-23;52
complement;-3;-13;38
complement de;-3;-13;38
completez;53;-27;-26
comprends;-28;-59;-49
comprends pas;-44;-67;-50
compte;33;-44;76
compte bancaire;-14;-35;53
compte discord;-27;-30;-23
compte github;-23;-26;-25
compte insta;-36;-67;-20
compte linkedin;-30;-30;24
compte steam;32;-10;-13
comptes;24;36;-55
comptes netflix;-8;42;-31
concert;-8;-37;-12
concert de;-8;-37;-12
concours;-55;-55;-67
concours de;-44;-48;-35
conduire;0;41;-15
confiance;-7;16;-32
confirmant;12;-26;-18
confirmant votre;12;-26;-18
confirme;-15;-13;-14
confirmez;37;-55;-19
confirmez vos;59;-30;-7
confirmez votre;18;-46;-25
connait;-8;-4;-11
connait une;-8;-4;-11
connect;-43;-187;-161
connect your;98;-38;11
connecte;29;-63;-51
connecte a;15;-37;-30
connectez;28;-28;-21
connectez vous;28;-28;-21
connexion;-30;-42;35
conseiller;-20;-23;-36
const;-83;-94;-52
contact;-28;92;50
contact me;-28;32;52
contact my;-17;18;12
contact on;-14;21;2
contact recrutement;-23;-24;-64
contact telegram;-45;16;14
contacte;-32;-20;-33
contacter;-39;-41;24
contactes;24;-14;-42
contactez;-21;60;45
contactez ines;-4;-22;7
contactez la;-1;28;-17
contactez moi;-24;17;55
contactez nous;0;32;-14
contacts;77;-69;-55
content;-75;95;-105
contract;-37;-29;21
contrat;-14;-40;15
contrat c;-3;-3;-9
contre;-9;4;-25
contre une;-11;-49;14
cookies;-67;-55;-90
copilot;35;-46;-14
copyright;27;-26;0
coquines;-36;66;-64
cote;-56;56;-30
coup;-38;-28;-56
coup de;-21;-28;-49
courriel;-34;-51;-44
cours;-38;-63;-47
course;-67;-110;-86
coutant;-6;-10;-9
covoiturage;-43;-32;-79
cpf;-7;-62;59
cpf expire;38;-26;-39
credit;26;23;-110
cree;46;-46;30
creer;-22;-14;52
crois;-25;-39;-29
crypto;-34;29;-7
crypto casino;-36;29;34
cs;35;-80;-91
cs2;52;21;-31
cs2 ce;-40;-10;-6
csgo;-77;-44;-36
cv;-66;-56;-8
cv a;-13;-41;32
d;-36;25;9
d accueil;-9;-37;23
d achat;21;-30;-38
d adresse;-54;-20;-23
d alternance;-17;-14;-14
d argent;-9;5;14
d emploi;-48;-41;9
d en;-44;-56;-78
d experience;-10;-23;31
d identite;-58;-49;25
d infos;-1;-10;25
d inscription;-55;-36;-16
d un;-26;-1;12
d une;-11;8;35
daily;-36;61;7
dans;-32;6;-57
dans 0;-75;-48;-74
dans ce;-67;-78;-68
dans le;-64;-58;-36
dans les;-50;-3;-4
dans ma;-6;40;-35
dans une;0;32;-14
data;-9;-28;32
data entry;-3;-28;34
date;5;-31;-25
day;-40;20;47
day earn;-1;-40;49
days;-54;-4;-71
de;-46;27;-6
de 0;68;-19;-22
de chez;-51;68;-4
de commandes;-1;-30;52
de conduire;0;41;-15
de connexion;-38;-13;-10
de demain;-54;-67;-26
de discord;9;-28;-6
de dossier;-51;-31;25
de douane;26;-17;-20
de fin;-48;16;-43
de formation;14;-74;-85
de frais;18;-23;13
de l;-49;56;-67
de la;-53;-71;-66
de luxe;-17;32;19
de lyon;-80;-77;-65
de ma;-33;-52;36
de messages;-29;-15;-33
de mon;-54;28;-59
de notre;-31;-84;-64
de paie;-31;46;-32
de parrainage;-26;26;-44
de passe;-10;-18;-52
de payer;-9;-10;-7
de phishing;-15;-48;-9
de produits;-3;-43;42
de recuperation;39;-27;-24
de reseau;-9;-23;36
de saisie;-11;-24;39
de salaire;-14;-13;3
de securite;4;-30;-20
de suite;-37;12;18
de test;-72;-34;-51
de toi;-25;-118;-95
de trading;-2;26;-21
de trois;-17;-30;-36
de valider;-34;-40;-23
de verification;-42;-39;-10
dear;-16;29;8
debite;11;-39;-44
debutants;-21;-43;26
debutants acceptes;-21;-43;26
debute;-48;-46;-60
debute en;-49;-46;-50
decathlon;-23;-32;-47
dedans;-42;-43;-24
deja;-36;-55;-65
deja ete;-7;-10;-53
deleted;35;-73;-41
deleted in;27;-19;-14
delivery;-27;89;-10
delivery dm;-17;30;4
demain;-4;-87;-79
demain je;-57;-64;-68
demande;-16;-29;-24
demande de;10;-35;-10
demande ma;-14;-9;-16
demande un;-13;-53;-16
demandez;-12;-18;27
demo;-65;-96;-56
denis;-29;-56;-57
deposit;-73;88;-45
deposit bonus;-29;33;-16
depuis;-31;-62;44
depuis 0;-15;-15;-59
depuis chez;-3;-61;7
depuis votre;-13;-38;19
derniere;-52;-13;-34
des;-22;-40;90
des 0;-16;3;-33
des aujourd;-13;-42;58
des cartes;-21;-11;-12
des comptes;31;-2;-17
des deux;-44;-28;-48
des faux;-70;-43;-73
des questions;-11;-5;-59
des videos;-4;-43;31
des volontaires;-49;-35;-42
desactive;45;-50;-44
designer;-14;-47;62
desole;23;-10;-12
dessus;-12;-14;-28
detected;25;-21;-13
deux;-132;-33;-1
deux jours;-4;28;-24
deux stagiaires;-12;-33;-37
dev;-93;-135;13
dev front;-3;-14;-60
dev mobile;-24;-5;-59
devant;-45;-31;-43
developer;-26;-47;52
developer for;-35;-41;-8
developer with;-6;-10;51
developpement;-6;-16;-36
developpement web;-6;-16;-36
developpeur;-19;-92;64
developpeur se;-39;-62;-62
developpeur web;-16;-70;27
devenez;-43;-88;87
devis;-16;-46;29
devis gratuit;-18;-45;45
devs;-70;-59;-8
difference;-31;-43;-37
difference entre;-12;-18;-12
digit;11;-26;-34
diplome;-40;8;44
diplomes;-4;40;-27
discord;116;45;0
discord a;-28;-68;31
discord app;86;-39;-6
discord avant;14;-10;-27
discord bot;-60;-45;14
discord gg;-62;78;-31
discord is;24;-15;-17
discord ne;-23;-29;-9
discord nitro;65;-61;-4
discord staff;14;-8;-7
discount;-71;72;-46
discount code;-58;33;-19
discret;-27;24;12
discret et;-34;39;-37
discrete;-52;75;-47
disney;20;7;-32
dispo;-58;-134;-20
disponible;3;-80;79
distance;-3;-4;72
distance 0;-1;-16;39
dit;-57;-53;-75
dit que;-46;-41;-37
dites;-36;-77;-45
dites moi;-20;-65;-43
dix;-30;-25;-49
dlscord;-71;-38;-7
dm;-69;21;37
dm for;-22;42;30
dm me;-54;-23;-12
dm to;-17;25;24
do;-88;18;-7
do i;-111;-111;-98
do you;-6;31;-52
do your;-26;38;-28
doc;27;-27;-29
docker;-40;-101;18
doctolib;24;-41;-51
document;54;4;-27
documents;24;2;-19
does;-37;-74;-39
does anyone;-31;-44;-26
doesn;-42;-61;-22
doesn t;-42;-61;-22
dois;-56;-50;-53
doit;78;-72;-27
doit etre;73;-56;-40
domaine;-39;-42;-32
domicile;-26;-51;63
domicile 0;-16;-30;54
domicile vous;-20;-40;66
don;-44;11;-40
don t;-46;1;-42
done;-18;33;-35
donne;-24;-95;-82
dossier;26;-6;-4
dossier 0;45;-29;14
dossier avant;14;-10;-51
dossier de;-42;35;-24
dossiers;-35;-44;24
douane;26;-17;-20
double;-64;-55;-39
double authentification;-48;-47;-33
doux;-19;15;66
download;89;-62;-48
drive;-57;-19;-19
driver;-11;48;-35
driver s;-11;31;-10
droit;50;-28;-25
droits;13;-55;46
drop;14;40;-33
dropshipping;-9;-50;7
du;-119;-35;-99
du centre;-30;-22;-25
du concours;-24;-19;-23
du dropshipping;-12;-45;-68
du jour;-77;-88;-8
du mat;-25;-44;-35
du mois;20;-10;-19
du phishing;-36;-15;-1
dubai;-34;-63;83
due;56;-39;-19
due to;62;-34;-5
dyson;-35;20;-17
e;-6;-36;17
e commerce;-19;-46;15
e mail;-69;-59;-58
e r;-105;22;-31
each;-27;-26;35
earn;-50;-1;71
earn 0;-3;-59;65
earn from;-14;-37;56
eats;-60;-65;-15
eats ou;-47;-18;18
ecran;-77;-55;-76
ecran 0;-72;-50;-52
ecrire;-32;-51;-59
ecris;-3;0;41
ecris moi;-2;9;42
ecrit;-71;-57;-61
ecrivez;-13;11;-4
ecrivez moi;-14;10;-12
elle;-44;-18;-59
email;-76;-61;-107
emotes;-15;-41;55
emploi;-47;-55;23
en;-23;4;-8
en 0;-54;72;0
en 48h;-7;55;-28
en alternance;-30;-24;-44
en attente;46;-33;-28
en bio;-6;22;33
en carte;-44;-24;-33
en cdd;-26;-22;-54
en confirmant;12;-26;-18
en cours;-14;-70;-85
en deux;-100;2;19
en dev;-24;-5;-59
en francais;-62;-49;-31
en freelance;-14;-59;-68
en ligne;-7;-6;16
en main;-42;-72;-51
en message;-14;-29;-3
en mp;-25;30;22
en pensez;-72;-61;-43
en prefecture;-15;29;-20
en prive;-15;14;24
en reconversion;-71;-46;-57
en regardant;0;-34;42
en retard;-83;-96;-88
en salle;-54;-101;-75
en teletravail;-12;-39;26
en une;-1;68;-43
encore;41;-93;-82
end;-71;-57;-9
ends;-6;35;-30
ends in;-45;51;-30
enfin;-72;-69;-48
enfin en;-59;-77;-57
engineer;-26;-70;31
engineer here;-17;-35;65
english;-50;-72;27
enregistre;-9;39;-13
enregistre en;0;41;-15
entrance;-39;-53;-51
entre;-76;19;-43
entre particuliers;-10;23;-13
entre un;-16;-19;-18
entree;-51;-76;-53
entree gratuite;-51;-76;-53
entreprise;-40;12;-4
entreprises;-31;56;-56
entretien;-48;-69;-69
entry;-3;-28;34
envoie;-39;-45;28
envoye;-42;-33;-32
envoye un;-22;-42;-41
envoyer;-33;-32;-52
envoyez;-20;-84;89
envoyez cv;-22;-40;-8
envoyez info;-9;-19;22
envoyez moi;-4;-13;70
envoyez votre;-13;-22;26
epic;15;-96;-62
epingles;-50;-3;-4
equipe;-7;-76;26
equipes;-81;-80;-74
erreur;4;-134;-91
espace;58;-44;-43
essay;-58;71;-21
essays;-14;36;-25
est;-31;-42;-76
est a;-69;-56;-75
est bien;-30;-27;-12
est bloque;-21;-23;-31
est bon;-33;-25;-6
est ce;-83;-21;-25
est chaud;-54;-9;-50
est dans;-7;-25;-6
est disponible;31;-12;-17
est du;-37;-11;-1
est en;51;-18;-17
est enfin;-67;-81;-60
est fait;-32;-9;-6
est gratuit;-54;-90;-87
est la;-68;-43;-58
est normal;-22;-16;-37
est pas;18;-6;-1
est passe;-1;-35;-46
est pour;30;-12;-7
est quoi;-85;-56;-26
est sorti;-60;61;-46
est sur;-39;-8;-5
est toi;95;-13;0
est toujours;-39;-49;-19
est trop;-35;-16;-36
est un;-82;-44;-22
est une;-23;2;-63
est vrai;-14;-12;-5
et;-32;81;14
et 0;-71;9;7
et cadeaux;-32;55;-28
et de;-69;-59;-26
et des;-11;-17;-29
et j;-22;-54;-14
et je;-10;5;-44
et le;-66;-60;32
et signalez;-24;-14;-20
et un;-50;-87;-65
et une;-11;-55;37
etat;37;-59;-24
ete;67;-59;-67
eth;-7;34;-17
etre;49;16;-17
etre aime;-32;44;-34
etude;-35;-31;-37
etudiant;-35;6;-11
etudiante;-10;35;-29
etudiants;11;-23;12
eu;-51;-20;21
every;-37;32;-27
every day;-46;43;-15
everyone;51;103;-93
everyone i;-13;16;30
everything;-47;-25;-67
evidemment;-85;-92;-93
ex;-45;-65;-78
exam;-52;32;-39
examen;-1;29;-18
exams;-15;36;-26
exemple;-48;-77;-28
exo;-64;-56;-35
exp;-13;-23;9
experience;-34;-125;122
experience in;-11;-18;12
experience needed;-2;-14;16
experienced;-20;-40;55
expert;-24;37;38
experts;-30;39;-35
expire;57;-78;-60
expire ce;36;-48;-28
expires;-12;-65;-41
explain;-60;-58;-68
explique;-46;-79;-3
express;-37;-8;-47
f;47;19;26
facebook;-19;7;33
facile;-10;-43;60
faire;-54;-37;29
fais;-20;28;-39
fais 0;0;-28;20
fais quoi;-6;-27;-2
fais un;-31;-24;-16
fait;-68;-3;-43
fait du;-18;-30;-10
fait en;-40;-66;-42
fait le;-16;-20;-32
fait un;-23;-42;-16
fait voler;-25;-20;-15
faites;-78;-87;-73
fake;-82;-38;-52
fake steam;-67;-99;-12
famille;-17;33;-38
fast;-30;-11;51
fast delivery;-9;-50;48
fausse;-33;-33;-47
fausse offre;-25;-26;-48
faut;5;-32;-39
faut juste;-84;-5;-15
faut que;23;-13;-21
faux;-99;-8;-47
faux mail;-25;-20;-16
faux site;-26;-39;-28
fee;55;-45;-50
feedback;60;-25;-10
feel;-29;-56;-18
feel free;-29;-56;-18
felicitations;-15;-46;-59
felicitations a;-32;-41;-65
fiches;-39;77;-53
fiches de;-31;46;-32
fictive;-59;-60;-44
fin;3;14;-45
fin du;20;-10;-19
financement;-1;58;-40
financiere;-14;-31;35
finit;-33;-25;-31
first;-116;26;-88
first 0;7;-23;-36
fiverr;-23;-48;43
fixe;-25;-43;71
flagged;49;-12;-19
flagged for;49;-12;-19
flexible;-4;-28;38
folder;-16;42;-28
follow;-31;51;-29
followers;-83;97;-29
fonds;29;15;55
font;-43;14;-51
foot;-18;49;-22
for;37;27;47
for 0;-25;18;-15
for a;-25;-67;-5
for an;-25;44;-43
for free;-66;22;57
for illegal;36;-13;-18
for my;41;-46;62
for new;-16;-24;35
for our;16;-24;22
for people;-37;-37;63
for the;-146;-33;-145
for you;87;-9;25
for your;32;-53;35
formateurs;-37;-16;-50
formation;-10;-15;50
formation assuree;-30;-33;51
formation est;-28;-14;15
formation incluse;-5;-32;24
formation je;-50;-54;-60
formation mon;18;-25;-39
forme;-3;-29;34
forme gratuitement;-3;-29;34
formulaire;-4;-59;-75
formulaire d;-55;-36;-16
forward;-62;-46;31
fr;-28;-29;-22
fr pour;-29;-21;-9
frais;6;-37;8
frais de;10;-32;48
francais;-62;-49;-31
france;-27;-2;-73
france travail;32;-30;-44
francetravail;29;-29;-19
free;-54;29;-5
free affordable;-14;36;-25
free discord;94;-46;-3
free for;38;-55;-10
free nitro;-26;-51;-8
free pizza;-49;-87;-41
free spins;-37;45;-17
free to;-29;-56;-18
free weekend;-72;-91;-80
freelance;-16;-62;18
freelance 0;-2;-17;14
freelancing;-42;-69;-33
friday;-51;18;-60
friend;53;-38;-31
from;-33;-87;-16
from home;-37;-62;48
front;-17;-33;30
full;24;-43;-27
full stack;-45;-43;-16
fullstack;-2;-13;-11
fullz;-22;67;-62
fx;-13;46;-22
gagne;-53;-9;10
gagne 0;-40;5;24
gagne le;-42;-90;-75
gagner;-36;12;14
gagner 0;-6;-30;16
gagnez;23;-12;48
gagnez des;-21;30;6
game;96;-59;-11
game can;113;0;0
game developer;-37;-29;87
gaming;-17;44;-17
garanti;-32;13;-24
garantie;-11;51;-46
garantis;-6;28;44
gars;31;-85;-55
gars le;36;-49;-21
generator;72;-73;-19
genre;-76;-70;-56
gens;-12;-15;14
get;6;13;3
get 0;35;-7;-2
get a;-31;-45;-33
get paid;29;-55;32
gets;-55;-3;-40
gg;-119;65;-53
gift;44;10;-37
gift 0;153;-35;-10
gift for;43;-40;-15
git;-78;-86;-37
github;-63;-59;16
github com;-62;-44;-47
github est;-23;-26;-25
github student;-26;-20;-8
give;60;16;-20
giveaway;14;35;-56
giveaways;-32;51;-32
giveaways nitro;-16;24;-11
giving;36;-39;-40
giving 0;28;-18;-11
giving away;18;-41;-49
gmail;-6;64;29
gmail com;-5;69;8
go;-41;-91;-36
go to;85;-38;-6
gone;26;-34;-26
good;-40;-50;23
google;-74;40;-63
got;-99;-102;-45
got a;-62;-113;-132
got an;-21;-46;-26
gouv;43;-58;-54
gouv fr;-29;-21;-9
grace;-15;76;-12
grace a;-16;77;-35
grade;-18;37;-30
grand;-50;27;-49
graphic;-2;-20;27
graphic designer;-2;-20;27
graphiste;-58;-48;35
graphiste logos;-11;-42;39
gratification;-16;-17;-37
gratification legale;-16;-17;-37
gratuit;28;-36;-50
gratuit 0;86;15;-35
gratuit en;-1;46;12
gratuit pour;31;23;-47
gratuit sur;-110;-100;-56
gratuite;-93;-15;-8
gratuite pour;-55;-59;-64
gratuitement;-19;-35;50
gratuits;-45;-47;39
group;-12;-6;5
groupe;-10;63;-28
groupe de;-8;35;-25
guaranteed;-23;67;-35
guide;-31;40;-20
guys;-90;3;8
guys i;-35;30;27
h;-62;-46;-37
h 0;-46;-37;-41
h f;-24;-31;27
h par;0;-28;28
hackathon;-51;-38;-73
hacked;43;19;-49
hackpro;-22;42;-22
haha;-81;-63;-63
happy;-127;-150;-88
has;44;-37;-53
has been;113;-16;-1
hate;-35;-43;-36
hate de;-35;-43;-36
have;24;-64;10
have 0;37;-66;-43
have a;10;-44;-17
have any;-5;-26;75
he;-9;37;-52
he can;35;25;-36
hein;-86;-79;-83
hello;21;-7;-11
hello dear;-16;29;8
hello i;-52;-78;-78
help;-84;-36;-11
help me;-88;-93;-24
help with;-10;18;36
her;-47;64;-39
here;75;6;-55
heure;-40;-40;-2
hey;20;-11;-63
hey guys;-35;30;27
hey i;29;-73;-60
hi;-37;-113;-9
hi all;-36;-43;14
hi i;0;-72;-1
hier;-36;5;-31
him;-18;-6;-43
him on;-2;67;-15
hiring;-47;-78;46
hiring a;-43;-65;-66
hiring chat;-7;-38;39
his;13;-6;-5
hit;-76;-35;-68
hmu;-30;-10;66
home;-37;-62;48
home no;-6;-16;19
homework;-17;63;-54
hotel;-5;-14;5
hours;35;-27;0
how;-91;-28;-51
how do;-41;-100;-52
how much;-15;-35;-25
how to;-20;14;-34
hr;-9;-61;52
hui;-82;-23;6
human;41;-20;-19
hurry;-29;-2;-35
i;32;7;-9
i accidentally;34;-8;-4
i am;19;16;38
i can;-73;-4;3
i d;-47;-48;-35
i do;-12;5;31
i got;-44;-62;-6
i have;-19;-25;-28
i ll;-47;-89;59
i lost;-58;-61;-67
i m;14;17;-16
i made;33;1;-33
i make;-34;-69;-81
i need;7;-78;17
i pay;-15;-36;48
i reported;42;-16;-10
i was;-48;21;-24
i will;-32;56;-27
ia;-70;30;-31
ici;19;-114;-64
ici et;-24;-20;-19
ici je;-47;-12;-45
id;64;-28;18
id cards;-11;31;-10
identifiants;41;-39;-21
identite;-14;-64;56
if;-60;-77;-1
if you;-53;-90;-11
il;-86;-63;-45
il a;-46;-38;-34
il est;-31;1;-92
il faut;9;-43;-42
il me;-50;-81;-33
il y;-31;-25;-30
illegal;36;-13;-18
illegal purchases;36;-13;-18
ils;-8;-12;-48
imbattable;-17;14;29
impayee;47;-36;-31
impots;28;-29;-27
impots gouv;28;-29;-27
in;10;32;-17
in 0;5;58;-38
in 24h;34;-24;-17
in a;-29;16;-23
in bitcoin;28;-82;10
in class;-97;-127;-53
in dm;-14;4;38
in france;-50;-56;-82
in my;-43;61;-42
in paris;-16;-35;-28
in react;-9;-5;46
in the;38;-32;1
in this;37;-15;-13
in to;133;-45;-3
in usdt;-7;-16;32
in with;40;0;0
in your;-83;68;-59
incluse;-5;-32;24
ines;-17;-23;6
info;32;-75;16
info en;-9;-19;22
info le;-43;-64;-92
infos;3;-23;24
inscription;-89;-30;-16
inscription au;-50;-38;-25
inscription obligatoire;-29;-24;-35
inscription sur;-50;-93;-55
inscris;-25;11;15
inscris toi;-25;11;15
insta;-37;55;13
instagram;-87;118;-20
instagram 0;-13;30;17
instagram copyright;27;-26;0
instant;-40;38;-5
instant delivery;-34;47;-37
instant withdrawal;-36;-5;26
interesse;-23;-50;-53
internet;-21;-70;73
interns;-56;-41;-87
interns 0;-56;-41;-87
internship;-87;-66;1
interview;-13;-42;0
into;-73;-5;23
inventaire;-47;-43;-24
inventory;98;-36;-10
investi;-12;35;-33
io;38;-15;-85
ip;-87;-117;-45
iphone;21;-45;-71
iphone 0;21;-45;-71
is;-34;-133;-87
is 0;52;-16;-49
is flagged;49;-12;-19
is full;18;-24;-31
is giving;57;-26;-10
is live;-18;-51;-90
is that;-47;-46;-38
is this;-95;-124;-74
it;-3;-109;-61
it for;-19;-33;50
it here;28;-29;-14
it s;-32;-50;-29
j;-17;-46;-40
j ai;-35;-46;-53
jamais;-112;-31;-61
janvier;-42;-76;-48
java;-69;10;-75
je;-59;-16;-9
je cherche;-25;-21;10
je commence;-34;-63;-37
je cree;-18;-45;45
je crois;-25;-39;-29
je debute;-49;-47;-49
je dois;-47;-34;-47
je donne;8;-73;-63
je fais;-14;43;-26
je gagne;-21;23;4
je le;-44;-38;26
je m;-52;-62;49
je me;-12;-33;-21
je n;-51;-52;-48
je ne;-34;-62;-45
je passe;-38;-17;-30
je peux;-76;-85;-70
je prends;-31;-46;31
je propose;-16;-46;18
je recupere;-28;-51;-37
je regarde;-71;-47;-45
je rends;-36;28;-29
je revends;-96;-97;-79
je suis;-34;15;9
je vends;-21;77;-46
je viens;-56;-82;-74
je vous;-31;32;62
jeu;54;-9;-28
jeu en;-16;-15;-13
jeudi;-65;-63;-83
jeux;-72;26;-30
job;-59;-64;52
jobs;-20;-27;13
join;-122;87;-16
join discord;-35;52;-41
join my;-73;-91;43
join our;-47;22;-54
join the;-3;19;39
joue;-61;-105;-58
jour;-3;50;9
jour aucune;-11;-26;52
jour avec;-3;7;4
jour depuis;-1;-21;40
jour en;-4;-47;26
jour pour;-7;-27;-90
jour votre;24;-22;-15
jours;-62;35;-32
jours 0;-10;2;23
jours a;-7;-40;-68
js;-2;-4;87
julie;-64;-27;-68
junior;-56;-67;-105
jury;-39;-34;-36
just;47;-20;46
juste;8;-32;26
jwt;-37;-60;-61
k;-12;-12;-3
keep;27;-58;47
keep 0;-44;-27;61
keep the;23;-38;18
keep your;36;-15;-25
keeps;-20;-43;-32
key;54;-17;-37
kilos;-17;37;-11
kilos en;-17;37;-11
kit;-32;-52;46
knife;68;-35;-26
knife for;11;-32;-28
know;-38;-45;23
know how;-20;-10;-23
know if;-13;-24;46
l;-22;16;-48
l a;-18;-45;-8
l acces;-1;-21;-29
l accueil;-39;-20;-32
l acheteur;21;-17;-11
l activer;47;-29;-3
l api;-65;-38;-58
l application;61;-35;-12
l argent;-6;29;-35
l arnaque;-81;-54;-28
l article;-82;-40;6
l atelier;-80;-32;-52
l entreprise;-35;-45;-34
l entretien;-60;-60;-45
l equipe;-34;-62;-60
l etre;-32;44;-34
l examen;-2;23;-6
l heure;-12;-19;15
l ip;-22;-58;-21
l offre;-22;-26;-3
la;-37;-87;-24
la banque;56;2;-42
la caf;-55;-31;-70
la cagnotte;-57;-61;-80
la difference;-12;-18;-12
la double;-48;-47;-33
la fin;20;-10;-19
la formation;-32;-42;-21
la mairie;-19;-20;-20
la meteo;-20;-8;-48
la page;-10;14;-34
la promo;-79;-110;-90
la securite;-61;-46;-38
la semaine;-27;-50;28
la sur;-1;28;-17
la visio;-63;-43;-55
last;31;5;-36
le;-7;-39;-41
le 0;12;18;-62
le brief;-11;-42;-18
le c;-60;-75;-74
le cafe;-78;-55;-68
le compte;-17;-7;-7
le concert;-8;-37;-12
le contrat;-3;-3;-9
le coup;-39;-20;-10
le cours;-22;-31;-19
le cpf;-67;-36;-49
le depuis;2;-24;-27
le domaine;-21;-21;-24
le drive;-57;-19;-19
le formulaire;-4;-59;-75
le job;-41;-64;-68
le lien;-7;-101;-25
le mail;-69;-54;-42
le mec;-60;-73;-62
le meme;-44;-48;-30
le monde;40;1;-57
le mot;-107;-59;-20
le nouveau;36;-8;-1
le paiement;48;-42;-7
le premier;-70;-32;-20
le prof;-38;-20;-20
le projet;-29;-17;-144
le qr;14;-24;-25
le repo;-72;-43;-8
le salon;-35;-22;-13
le serveur;-61;-66;-30
le site;-35;-12;-30
le statut;-65;-17;-54
le support;19;-40;-20
le tester;47;-13;-12
le token;-59;-76;-48
le tournoi;-48;-65;-30
le tp;-80;-72;-30
le week;-35;-25;40
lead;-26;-41;-56
leads;-38;-62;-45
league;-36;-74;-41
leaks;-55;75;-57
learners;-81;-86;-44
learning;-62;-56;-52
leboncoin;20;-18;19
leboncoin paiement;21;-17;-11
legal;-14;-37;57
legale;-16;-17;-37
legit;-145;26;2
lens;-51;-34;-66
les;-37;-30;-33
les 0;52;28;18
les arnaques;-27;-50;-58
les etudiants;12;-15;-13
les frais;11;-12;-5
les gars;36;-49;-21
les jours;-32;16;-8
les messages;-62;-42;-14
les paris;-33;43;-51
les retours;-45;-27;-29
les salons;6;-5;-14
let;-60;-77;26
let me;-9;-24;47
let s;-62;-77;-17
leur;-23;-53;33
level;-43;16;-43
licence;-9;45;-43
license;43;-19;-15
lien;-52;2;-29
lien de;-43;14;-36
lien pour;65;-11;-1
lifetime;47;12;-45
ligne;6;-11;11
ligne 0;-1;-35;57
ligne sur;-35;-12;-10
like;-98;-85;29
liker;-4;-50;32
liker des;-4;-50;32
likes;-51;64;-17
lille;-38;-110;-110
lille 0;-33;-30;-89
lille on;-43;-88;-62
limited;-30;-52;-8
limitees;-39;6;-13
link;-71;20;-65
link account;14;-51;-55
link in;-17;33;-19
linkedin;-75;-62;4
list;-62;-47;-75
live;20;-56;-84
livraison;14;81;-65
livraison en;-7;60;-32
livreur;-4;-59;-46
ll;-47;-89;59
locked;29;-106;-53
log;-48;-70;-37
log in;64;-68;-17
logement;-50;-90;-79
login;-79;-131;-37
login admin;-115;-122;-101
login page;-33;-42;-19
login with;45;-28;-12
logo;-18;-58;73
logos;-8;-43;50
logos banners;-2;-20;27
lol;-32;-143;-127
long;-16;-16;32
long term;-16;-16;32
look;52;-22;-18
looking;-9;-55;59
looking for;-4;-53;69
lose;22;-26;-25
lose access;-19;-26;-25
lost;-59;-63;-67
lots;-13;14;-29
loue;-25;-36;31
loue ton;-15;-17;26
lucky;-57;24;-40
lundi;-75;-40;-47
lundi hate;-35;-43;-36
luxe;-17;32;19
luxe 0;-19;82;-55
lydia;-40;-63;-62
lyon;-112;-133;-103
m;-13;16;-9
m a;-58;10;-7
m bored;-50;52;-28
m envoyer;-2;-12;-1
m looking;-20;-50;2
ma;-78;29;-70
ma boite;-44;-24;-14
ma carte;-31;-27;-19
ma chaine;-38;21;-25
madame;-1;53;-49
made;33;1;-33
made 0;-2;58;-23
made a;54;-13;-7
mail;-3;18;-48
mail a;10;-40;-20
main;-55;-82;-69
main propre;-42;-72;-51
mairie;-22;-20;-56
mais;-106;-94;-59
mais je;0;-2;-8
maitre;-28;41;-31
majoration;60;-40;-29
make;-45;-51;45
make 0;-31;-43;16
maladie;29;8;-27
malt;-24;-37;-76
malware;-71;-92;-16
manage;-31;43;-42
manager;-20;-13;36
manager on;-2;-62;83
marabout;-8;20;-14
marche;-8;-67;-46
marche pas;-24;-32;-13
mardi;-61;-38;-57
market;-36;34;-36
marketing;-6;-38;51
marketing de;-9;-23;36
marque;-15;15;28
mat;-25;-44;-35
materiel;-2;-15;20
matin;-81;-92;-65
mdr;40;-96;-57
me;-10;28;40
me 0;-33;0;-5
me a;-46;-43;33
me connecte;-17;-27;-21
me contacter;-15;-16;34
me demande;-84;-21;-35
me faut;-19;-3;-10
me for;-13;41;-35
me how;-16;43;1
me i;-8;-40;73
me if;-56;-104;-93
me know;-9;-24;47
me on;-19;41;8
me propose;-14;-33;-70
me suis;-6;-24;-11
me to;-32;-72;10
me with;-96;-90;-61
me your;20;-36;22
mec;-60;-73;-62
meet;-113;41;-81
mega;-16;42;-28
mega folder;-16;42;-28
members;7;33;-34
membres;-12;34;-35
meme;-58;-23;8
memes;-33;-4;-57
memoire;-33;-8;-17
mentor;-24;9;-10
mentorat;-29;-43;-64
merci;-151;-174;-144
merci a;-58;-60;-54
mercredi;-34;-66;-74
mes;19;39;20
mes services;-11;-42;39
message;-61;-8;53
message me;-20;5;39
message prive;-14;-29;-3
messages;10;-49;-20
messages epingles;-50;-3;-4
met;-29;-2;-33
metamask;5;-40;-30
metamask wallet;25;-16;-9
meteo;-20;-8;-48
metier;-57;-80;-56
mettez;12;-36;-55
mettez a;26;-21;-15
mettre;-38;-48;-15
mettre a;-23;-30;-3
micro;-9;-45;24
microsoft;54;-51;-23
midi;-27;-21;-54
midnight;-37;-37;-35
million;-47;19;-54
min;-86;-59;-89
minceur;-27;57;-6
minceur 0;-27;57;-6
minecraft;-86;-114;-40
miniatures;-79;-60;98
minimum;-7;17;23
mint;65;-21;-1
mint is;65;-21;-1
minuit;50;-53;-55
minutes;-39;-78;-11
mis;-35;-49;-44
mise;-54;-23;41
mission;-19;-66;-52
mission de;-30;-23;-15
mission freelance;-9;-37;-64
mme;-14;29;-48
mobile;18;-70;35
moderation;-21;-82;-8
moderators;-8;-41;48
moderators and;-7;-16;32
moderators for;-7;-38;39
module;-49;-49;-29
moi;-82;24;29
moi c;-46;-79;-85
moi en;-19;-15;2
moi si;-8;-16;-41
moi sur;-6;100;-48
moi votre;-10;-30;27
mois;-13;-62;31
mois 0;-62;-87;-81
mois avec;-5;-16;31
mois de;15;-14;-16
mois en;-15;-22;10
mois je;-6;-51;23
mois paiement;-33;19;20
mois sans;-33;-69;16
mois teletravail;-3;-23;18
mon;-43;-14;-58
mon api;-33;-54;-30
mon bot;-67;-42;-41
mon code;-44;-13;-44
mon compte;-47;-31;-52
mon cpf;7;-25;-39
mon cv;-14;-9;-3
mon equipe;-7;-42;68
mon memoire;-33;-8;-17
mon portefeuille;-24;-8;-7
mon portfolio;-74;-48;-63
mon pote;-36;-53;-26
mon projet;-36;-40;-51
mon serveur;-23;8;-18
mon site;-57;-57;-37
mon telegram;-9;35;-22
mon titre;-32;-51;-14
mon tp;-17;-1;-12
mon wallet;-47;-48;-45
monde;39;-4;-75
monde en;31;-98;-66
money;-68;-31;90
monsieur;-3;45;-31
month;-16;-25;-10
monthly;-32;-26;98
monthly no;-5;-9;34
months;35;-8;-64
montre;-26;-48;23
montreuil;-39;-82;-110
moodle;-104;-150;-27
more;10;-42;-35
mot;-8;-11;-47
mot de;-8;-11;-47
motive;-20;-25;-70
motive pour;-20;-25;-70
motives;-8;-36;42
mots;37;-29;-23
mots de;-23;-48;-13
moyen;15;-27;-37
mp;-39;36;31
mp je;-20;-44;-53
mp moi;-6;8;-42
mp si;-53;-53;-43
mr;-9;42;-18
mrbeast;50;-20;-4
mrbeast is;50;-20;-4
mrs;-18;35;-23
much;-15;-35;-25
must;71;-41;-11
must verify;110;-72;-3
mvp;-79;-45;39
my;-3;29;-36
my 0;-88;19;-31
my account;-79;-62;-47
my bitcoin;-49;49;-31
my friend;47;-38;-32
my new;-26;45;-25
my old;-59;-68;-48
my portfolio;-43;-92;-14
my startup;-30;-57;10
my team;27;0;0
mystere;-29;-44;15
n;34;-42;-16
n a;8;-82;-47
n arrive;-33;-49;-42
n est;11;-31;-21
n8n;-19;-38;58
nantes;-41;-36;-80
nantes 0;-18;-23;-47
navigo;-45;-26;-67
ne;-20;-38;-50
ne cliquez;-44;-16;-24
ne comprends;-44;-67;-50
ne le;-34;-12;-2
ne marche;-28;-33;-4
ne pas;30;-25;-22
ne repond;-34;-31;-19
need;25;-43;22
need 0;9;-66;-53
need a;-23;-49;-8
need help;-10;18;36
need one;10;-42;-35
need someone;-50;-40;31
need to;37;-53;-35
needed;10;-40;3
needs;-15;-24;36
net;47;-60;-11
net par;-12;-16;-50
netflix;-83;49;-92
netflix a;-76;2;-81
netflix spotify;-17;45;-34
never;-50;-33;-22
new;2;15;-25
next;-32;35;15
nft;-6;-32;67
nft project;-7;-16;32
nitro;95;6;-51
nitro 0;-7;32;-18
nitro gratuit;74;-49;-34
no;-120;29;61
no deposit;-58;71;-34
no experience;-14;-34;48
no interview;-3;-28;33
node;-50;-55;-49
nom;-50;-37;27
non;21;-90;-13
non c;-50;-17;-8
noon;-29;-44;-35
nord;-29;-62;-71
nord fr;-39;-62;-62
normal;-55;-53;-42
normal ou;-16;-16;-37
normal que;-67;-36;-8
nos;18;31;-21
not;-47;-65;-74
note;-82;19;-31
notes;-61;21;-65
nothing;18;-62;-27
notre;-84;-76;-34
notre appli;-46;-50;-58
notre equipe;-33;-41;17
notre projet;-47;-68;-60
nous;-2;21;20
nous cherchons;-39;-28;25
nous recherchons;-16;-15;12
nous sur;-14;29;-17
nouveau;-5;8;-109
nouvelle;15;-53;14
nouvelle carte;34;-13;-10
now;75;18;-10
now at;-2;15;-14
nudes;-43;80;-52
number;-59;-26;-42
numero;0;-32;59
o;23;12;-30
objectif;-14;20;17
obligatoire;16;-41;-30
obligatoire avant;-29;-24;-35
of;-73;2;15
of experience;-21;-16;17
of our;-69;-47;66
of salary;-17;-17;33
of the;-39;-45;-37
of vouches;-41;48;-30
off;-31;30;-60
offer;-52;-36;-21
offert;34;-45;73
offerte;-52;8;31
offerts;-17;53;-20
offre;2;-41;-29
offre d;-32;-41;15
offre de;-46;31;-91
offres;-42;-27;-10
offres emploi;-37;-38;-10
offrir;-46;33;-49
ok;-151;-200;-165
old;-59;-73;-10
omg;-74;-80;-88
on;-65;26;-47
on a;-58;-68;-46
on cherche;-10;-43;-4
on est;-42;14;-22
on fait;-22;15;-29
on how;-69;23;-20
on instagram;-24;47;-26
on le;-24;-47;-23
on m;-16;-58;-92
on me;-31;-51;-58
on peut;-37;-48;-33
on recherche;-3;-15;6
on telegram;-11;49;24
on the;-75;3;-29
on whatsapp;-42;52;0
on your;-68;-57;19
one;39;9;-46
one more;10;-42;-35
online;-60;7;8
only;-32;-42;32
only dm;-21;8;27
onlyfans;-16;29;16
onlyfans leaks;-16;42;-28
ont;-2;-9;-8
open;-38;-50;43
open for;-17;12;34
open to;-3;-20;75
openclassrooms;-67;-60;-46
opensea;65;-21;-1
opportunite;-24;-63;80
or;25;-31;3
or lose;47;-10;-5
or you;-17;-27;-25
org;-16;-17;-37
otherwise;-79;-58;-33
ou;-39;-57;21
ou paypal;-30;21;-55
our;-84;-31;49
our crypto;-10;-15;23
our nft;-7;-16;32
our team;-33;-40;36
out;6;-29;-38
out my;-45;4;-75
outlook;37;39;23
outlook fr;-6;19;41
ouvert;-34;-65;-47
ouverture;-23;-39;55
ouverture de;-23;-39;55
ouvre;-49;44;-24
overlays;-2;-20;27
pack;-41;17;-32
package;63;-68;-40
page;-20;8;-62
page de;-13;-70;-48
pages;-14;-33;17
paid;26;-87;73
paid weekly;-7;-41;50
paie;-28;46;-31
paiement;45;47;-5
paiement apres;-25;44;-28
paiement paypal;-25;52;-41
paiement pcs;-20;64;-42
paiement securise;21;-17;-11
panel;-31;49;-16
par;-14;8;40
par avis;-3;-43;42
par jour;-8;73;33
par l;36;-51;-23
par mois;-44;-65;-3
par semaine;-13;-33;-9
par un;-37;38;-47
parce;42;-6;-6
parce que;44;-5;-3
parcels;-22;-36;36
parents;-79;-85;-75
paris;-79;-8;-123
paris sportifs;-52;44;-35
parle;42;-86;-35
parle des;-50;-42;-55
parrainage;-26;26;-41
part;-7;-37;2
part time;-9;-39;2
partage;38;60;-36
partager;-49;-44;-30
partager un;-17;-24;-38
particuliers;-23;21;35
particuliers de;-17;22;-24
partiel;-8;-19;-72
partir;-14;-5;44
partir de;-14;-5;44
partner;-6;-8;25
pas;32;-39;-27
pas a;-41;-59;-68
pas d;-33;-17;22
pas dans;64;-39;-32
pas de;-79;-34;-56
pas et;-24;-14;-20
pas le;-34;-22;-14
pas les;-38;-5;-15
pas perdre;32;-22;-17
pas pu;26;-21;-15
pas vous;24;-10;0
pass;49;-59;20
passe;-19;-50;-75
passe a;-114;-95;-82
passer;-37;22;-29
passer par;-69;20;-39
passer pour;-15;-10;-12
passports;-11;31;-10
password;72;-45;-19
patron;-32;-43;73
pay;49;-33;28
pay 0;41;-68;40
pay me;-16;14;-33
pay the;8;-42;-60
paye;17;-42;54
paye 0;-8;-57;91
paye en;-9;-14;-50
payer;25;-63;-52
payer 0;-11;-22;-26
payez;54;-46;-44
payments;-26;-33;25
payouts;-45;12;33
paypal;-28;83;-77
paysafecard;54;-12;-31
pcs;-19;67;-40
pcs ou;-20;64;-42
pdf;-21;-21;-102
pendant;-29;-14;-15
pending;27;-61;-60
pensez;-69;-56;-81
pensez a;-37;-34;-23
pensez quoi;-62;-63;-35
people;-57;24;-14
people to;-42;-11;-42
people who;-15;25;5
per;-24;-38;74
perdez;8;42;-7
perdre;32;-22;-17
perdu;-84;-2;-66
perdu 0;-40;-44;-64
permanent;-38;-32;-53
permanent contract;-38;-32;-53
permis;-28;15;31
permis b;-20;20;-28
permis de;0;41;-15
personne;-16;-19;7
personne en;-15;-56;-94
personnes;-54;2;55
personnes en;-8;-46;49
personnes pour;-38;-11;16
personnes serieuses;0;-10;32
petit;-80;11;6
petit jeu;-16;-15;-13
petit prix;-15;23;13
petite;-18;12;-39
peut;-49;-52;-46
peut m;-5;-37;-32
peut me;-15;-11;-7
peux;40;-78;-67
phase;37;-30;-8
phase 0;37;-30;-8
phishing;-75;-38;-6
phone;-75;-38;22
photo;63;-64;-22
photos;66;-35;5
php;-20;-66;23
phrase;40;-27;-21
phrases;-32;-59;-56
pic;154;-22;-1
pics;-54;59;-49
piece;-58;14;-66
piece d;-60;-48;-63
ping;-1;-35;68
ping me;-1;-35;68
pizza;-49;-87;-41
place;-15;33;-54
place pour;-10;-65;-40
places;-63;-2;-5
places limitees;-39;6;-13
places pour;-42;-29;-50
plagiarism;-14;36;-25
plagiarism free;-14;36;-25
plateforme;-46;-67;-55
plateforme de;-40;-69;-62
play;-86;-5;-6
playtest;36;-18;4
please;20;-78;-39
please contact;22;-11;26
please verify;2;-33;-16
plein;-103;-114;-132
pleine;41;-24;39
pls;-22;65;-35
plus;29;-75;14
plus besoin;-51;-55;-22
plus d;-1;-10;25
porn;-69;65;-45
portefeuille;7;-38;-5
portfolio;-77;-97;42
portfolio and;-43;-92;-14
portfolio en;-4;-18;59
portfolio est;-74;-52;-62
possible;-29;-35;-76
poste;-37;22;-6
poste de;-22;-19;29
posted;-23;-73;-17
postes;-40;-33;-44
postes en;-37;-31;-43
posts;-15;-20;37
postulez;-61;-70;-51
postulez sur;-61;-70;-51
pote;-42;-54;-20
pouces;-72;-50;-52
pour;-33;-85;8
pour 0;-59;17;-38
pour ceux;-68;-86;-88
pour l;0;-45;-29
pour la;9;-53;-93
pour le;-100;-40;-63
pour les;10;-4;3
pour liker;-5;-23;24
pour mon;-76;-30;-36
pour ne;32;-22;-17
pour notre;-42;-47;-64
pour recevoir;-10;-17;46
pour tester;-54;-61;-51
pour trouver;-27;-6;-72
pour un;13;-23;16
pour une;-28;-26;5
pour valider;-65;-115;-87
pour vos;-125;-7;-20
pour votre;-32;22;-36
pour vous;-19;-59;73
pourquoi;-133;-175;-153
pouvez;-67;-71;-60
prefecture;-15;29;-20
prefecture sans;0;41;-15
premier;18;-38;38
premier arrive;22;-15;-32
premier servi;22;-15;-32
premiere;-35;-54;33
premiers;44;-24;35
premium;-31;78;-44
prends;-32;-38;35
prends 0;-16;-24;53
pres;-51;68;-4
pres de;-51;68;-4
presale;-45;64;-29
presence;-82;-41;-36
presenter;-25;-31;-49
pret;-24;25;-39
pret de;-27;3;-53
pret entre;-10;23;-13
preter;-14;-41;16
preter mon;-9;-13;-46
preuves;-10;51;-25
preuves en;-10;51;-25
prevenez;-45;-18;-38
price;-8;-52;67
price and;-8;-25;51
price check;-4;-53;62
prices;-16;49;-14
prime;47;-58;-23
primes;-34;-46;79
prive;-18;4;13
prive si;-25;-37;-64
prix;-27;57;43
prix coutant;-6;-10;-9
prize;5;-39;-51
pro;31;19;21
procedure;-49;-2;-4
product;-64;-55;17
produits;-4;-49;60
produits amazon;-3;-43;42
prof;-38;-20;-20
professional;-13;16;5
professionnel;-34;34;-47
profil;-66;-39;-85
profile;31;-14;31
profit;-10;23;-10
project;-46;-60;66
project 0;-9;-15;21
project needs;-16;-17;23
project paid;-7;-16;32
projects;-17;20;47
projet;-45;-78;-31
projet de;-47;-68;-60
projets;-22;60;-52
promo;-12;-35;-80
promo cda;-49;-48;-58
promo code;44;-43;-30
promo de;-85;-76;-62
promo on;-40;-50;-24
promos;-15;-35;-52
pronos;-18;49;-22
pronos foot;-18;49;-22
propose;-63;-50;-7
propose 0;-11;-31;-67
propose mes;-11;-42;39
propose un;-62;-34;-38
propre;-48;-79;15
propre a;-43;-66;-47
protection;-65;10;-93
pu;26;-21;-15
publier;-66;-73;-49
puis;-42;-18;-26
puissant;-8;20;-14
puissant marabout;-8;20;-14
purchases;36;-13;-18
python;-23;18;10
python qui;-24;-8;-42
qa;-38;-32;-53
qr;-11;-59;-35
qr code;13;-60;-29
qu;48;-11;36
qu il;-42;-6;41
qu on;53;-17;-15
quand;-85;-76;-69
quand je;-59;-54;-52
que;16;-38;-52
que c;-36;-15;-1
que ca;-19;-1;-7
que j;37;-35;-33
que je;-92;-63;-67
que mon;-42;-37;-39
que quelqu;-2;-12;0
que tu;56;-13;-24
que vous;-71;-80;-65
quelle;-56;-66;-36
quelles;-39;-46;-32
quelqu;-82;-109;-88
quelqu un;-82;-109;-88
questions;41;-29;-93
questions sur;-11;-5;-59
qui;-104;-83;-29
qui a;-27;-33;31
qui demande;-2;-9;-2
qui est;-48;-35;-43
qui se;-23;-23;-14
qui veut;-38;-36;5
quick;-40;-44;77
quishing;-51;-49;-45
quiz;-37;-44;-45
quoi;-88;-67;-75
quoi la;-18;-22;-17
r;33;11;-30
rapide;-14;70;-46
rappel;-39;-26;-29
rate;-20;41;15
rates;-4;-23;49
re;15;-71;-3
re hiring;-81;-66;-26
reach;-22;-40;-6
reach out;-22;-40;-6
react;-73;-71;-37
react 0;-42;-46;-56
react node;-15;-14;40
reactivez;80;-44;-43
real;-10;85;-58
receive;-17;-41;48
recevez;17;19;18
recevez des;-14;-45;49
recevoir;22;-16;46
recherche;-20;-69;55
recherche des;-40;-30;-66
recherche developpeur;-15;-16;34
recherche testeurs;-3;-43;42
recherche un;-4;0;75
recherchons;-16;-15;12
reconversion;-70;-43;-47
recovery;-24;32;-25
recruiter;-32;-65;14
recrute;-51;-98;30
recrute 0;-61;-67;-2
recrute des;-17;-20;28
recrute en;-21;-32;44
recrutement;-22;-59;30
recruteur;-39;-9;-37
recruteurs;-46;-58;-74
recu;-39;-16;-21
recu un;-34;-12;-3
recuperation;18;30;-50
recuperation de;19;31;-50
recupere;-35;0;-48
recuperer;24;-15;-30
recuperez;39;-18;-26
recuperez vos;39;-18;-26
red;-86;-113;-95
redemande;-79;-69;-60
reexpediez;-14;-45;49
ref;-27;32;-32
ref 0;-27;32;-32
referral;-49;43;-43
refund;-33;41;-21
regardant;0;-34;42
regardant des;0;-34;42
regarde;-20;-102;-62
regarde ton;-71;-47;-45
regardez;-59;51;-49
registered;-11;37;-38
registration;-18;6;18
regle;73;-49;-39
reglement;54;-48;-46
reglez;54;-42;-43
reglez 0;49;-37;-44
regularisez;42;-26;-8
rejoignez;-45;12;51
rejoignez le;-32;-66;-36
rejoignez mon;-14;11;52
rejoindre;-14;-41;-66
rejoins;-27;43;-20
rejoins nous;-21;31;-19
reliable;-50;23;-5
remboursement;37;-54;-39
remboursement de;37;-54;-39
remise;-45;-57;-49
remise en;-45;-57;-49
remote;-47;-76;13
remote job;-23;-31;41
remporte;-46;-60;-79
remuneration;-26;-27;19
remunere;-14;-28;22
remunere 0;-4;-3;45
remuneree;-52;-76;-69
rencontre;-53;39;-66
rends;-36;28;-29
rent;-45;-20;17
rentree;-22;-42;-85
renvoie;-16;0;-1
repo;-8;-42;-67
repond;-100;-132;-88
repond pas;-33;-29;-17
repondez;-37;-28;16
repondez a;48;25;-42
repondre;-107;-86;-44
reponds;-10;-30;34
reponse;-30;59;-53
reponse en;-38;82;-48
reported;49;-31;-41
reported your;59;-6;-3
required;-38;-39;67
reseau;-44;-62;-1
responsable;-11;-37;16
responsable rh;-11;-37;16
reste;17;-48;-58
resultat;-28;41;-31
resultats;-6;18;-9
retard;-83;-96;-88
retire;-1;28;-17
retire 0;-1;28;-17
retirer;-31;-28;-32
retour;-7;31;-23
retour de;-8;20;-14
retours;-58;-117;-73
retrait;-9;-44;42
retrouve;-21;40;-29
revends;-96;-97;-79
revenus;-31;-52;105
review;-26;-42;0
rh;-25;-94;68
rib;49;-48;14
rib sur;50;-38;29
rich;-78;-80;-78
rien;-59;-65;10
rien a;-53;-40;-33
risque;-33;-37;44
roblox;24;-35;-20
robux;-33;-39;-50
rocket;-77;-87;-85
rocket league;-36;-74;-41
role;-50;-56;-45
role in;-38;-62;-45
run;14;-45;-58
s;-84;-28;-75
s affiche;-67;-51;-37
s est;2;-12;-9
s gone;26;-34;-26
s license;-11;31;-10
s the;-86;-3;-51
sa;-11;-39;-36
safe;57;-23;-11
saint;-29;-56;-57
saint denis;-29;-56;-57
saisie;-11;-24;39
saisie a;-11;-24;39
sait;-14;-10;-8
sait pourquoi;-12;-8;-10
salaire;-31;-20;-2
salary;-28;-83;91
salle;-79;-104;-69
salle 0;-76;-89;-66
salon;49;-18;-11
salon offres;-22;-27;-8
salons;-23;-35;-37
salut;73;-23;-14
salut j;47;-13;14
salut je;-21;-58;-45
same;15;19;-39
samedi;-52;-66;-75
sans;-93;7;10
sans diplome;0;-31;63
sans passer;0;46;-14
say;2;-43;-45
say hi;-58;-91;-43
saying;-69;-60;-41
saying i;-52;-62;-42
scam;-30;-9;-12
scammed;25;-33;-28
scams;-45;-52;-80
scan;-9;-47;-29
scan a;-56;-28;-6
scan the;-39;-53;-51
scan this;57;-25;-18
scannez;37;-7;-18
scannez le;38;-7;-21
school;50;-31;-49
se;35;-89;-98
se font;-46;-18;-12
se presenter;-20;-21;-37
secure;48;-51;-43
securise;36;-46;-11
securite;-27;-41;-27
securite sociale;-21;-31;-25
security;32;-26;-19
selling;-39;71;-13
semaine;-122;5;-7
semaines;-40;13;-3
semaines sans;-17;37;-11
send;45;-58;36
send me;26;-20;19
send the;33;-57;-66
send your;40;-48;-64
senior;-5;-20;87
senior full;0;0;69
sensibilisation;-20;-8;-5
sensibilisation j;-20;-8;-5
seo;-22;28;-43
sepolia;-79;-47;-48
sepolia j;-21;-6;-8
septembre;-29;-35;-81
sera;13;-55;-21
sera bloque;17;-26;-19
serieuses;0;-10;32
serieuses pour;0;-10;32
serieux;-27;41;24
serious;-6;15;32
server;-31;49;-54
serveur;-45;14;-54
serveur minecraft;-16;-55;-18
servi;22;-15;-32
service;5;63;-76
services;-17;-4;35
services de;-9;-59;51
ses;30;-32;8
session;17;-49;-15
setters;-9;-49;54
share;-40;61;71
shop;-3;-11;-25
shopify;-26;-67;61
should;-65;-37;-75
show;-38;25;23
si;17;-51;-45
si ca;-29;-25;-49
si ce;24;-10;0
si interesse;-17;-47;-41
si quelqu;-25;-22;-30
si tu;53;-51;-34
si vous;-26;-46;-6
sign;65;-43;-23
sign in;56;-49;-8
signale;44;-8;-18
signalez;-23;-21;-27
signalez le;-27;-29;-40
signals;-24;36;-42
signaux;-64;1;-36
signe;-76;-70;-39
signes;-39;-38;-78
simple;-6;-32;48
simplon;82;-47;-19
simplonline;13;-40;-37
single;-81;104;-35
sinon;5;-38;-38
sinon votre;-29;-23;-19
sinon vous;-76;-15;-31
site;-24;-13;17
site est;-59;-55;-22
site vitrine;-48;-67;-62
sites;-21;-85;51
skills;-27;-53;58
skin;-84;-89;-100
skins;67;8;-29
small;-52;-80;-72
smart;-14;-16;29
smart contract;-14;-16;29
smishing;-31;-43;-37
smm;-36;34;-17
smm panel;-31;49;-16
sms;-55;-23;-3
snap;-62;91;4
so;-19;-48;-61
sociale;-21;-31;-25
societe;-19;-67;66
soignante;-35;-43;-36
soignante je;-35;-43;-36
soir;37;-15;17
soir j;-40;-10;-6
soir sur;15;-28;-2
solidity;-24;-48;80
someone;-58;-89;6
someone to;-49;-36;18
someone who;-50;-35;1
son;-66;-8;-56
son compte;-61;-62;-48
sondage;-92;-59;-54
sont;22;-86;10
sophie;-10;27;-20
sorry;-32;-29;-34
sort;27;-9;-12
sorti;-60;61;-46
source;-27;-96;-13
sous;47;16;-59
sous 0;54;-34;-21
spam;-118;102;-113
spins;-37;45;-17
split;-36;-41;15
sportifs;-52;44;-35
spotify;3;80;-52
spotify premium;20;9;-10
sql;-23;22;-33
stack;-70;-62;-18
stack developer;-8;-25;-14
staff;9;-8;-5
stage;-19;-30;-55
stage de;-14;-29;-49
stagiaires;-12;-33;-37
start;-12;27;33
start at;-22;10;6
startup;-49;-82;-2
statut;-65;-17;-54
steam;72;-66;-41
steam a;30;-9;-14
steam account;0;-65;-20
steam gift;15;-50;-24
steamcommunity;87;-25;-2
steamcommunity com;87;-25;-2
storage;42;-29;-13
store;-46;36;-23
stream;-17;16;-32
stress;-38;31;-18
stripe;-51;-68;-61
student;-52;-63;-85
student pack;-31;-47;-20
students;-99;-100;-98
studio;-26;-48;-3
submit;-54;-51;-35
suffisent;-27;-71;46
suis;-31;14;9
suis developpeur;-12;-68;30
suis fait;-6;-24;-11
suis la;-2;-22;11
suite;47;-20;7
suite a;76;-66;-27
super;-86;18;-82
support;3;-1;-70
support 0;44;-14;-24
sur;-65;14;-46
sur avant;-82;-41;-36
sur cette;77;-12;0
sur francetravail;29;-29;-19
sur insta;-28;41;-34
sur instagram;-14;5;-41
sur l;-87;-50;-40
sur la;-61;-46;-38
sur le;-34;-45;-40
sur les;-95;-135;-87
sur mon;-27;15;-53
sur telegram;-6;12;60
sur verifier;-47;-26;-17
sur whatsapp;-9;59;-19
surtout;-66;-65;-67
suspendu;64;-46;-24
svp;-76;49;-70
systeme;-27;-43;39
t;4;60;-55
t me;-36;80;-41
take;38;-36;-7
takes;-84;-84;-38
tarif;-45;81;-64
tarifs;-27;-61;48
taux;-11;40;-37
tbh;-23;-28;-83
te;31;-10;32
team;28;-65;90
team in;27;0;0
tel;-14;13;25
tel 0;-14;13;25
telecharge;15;-85;-56
telecharger;-64;-48;-30
telegram;-31;60;38
telegram hr;-3;-28;33
telephone;-12;-77;38
telephone et;-3;-71;87
teletravail;-18;-46;-19
teletravail 0;-13;-14;-44
temps;-27;-34;-56
temps plein;-21;-26;-51
tente;-4;-16;-31
term;-16;-16;32
test;-67;-91;-66
tester;24;-45;-45
tester le;-80;-57;-51
testers;14;-37;40
testers for;31;-19;-13
testers wanted;-20;-34;44
testeurs;-24;-53;20
testeurs de;-3;-43;42
testeurs pour;-27;-14;-35
testez;-28;-49;13
text;-9;47;3
text me;-17;49;-14
tg;-65;61;-72
thanks;2;22;-66
thanks to;-14;53;-26
that;-41;-45;-36
the;-61;-61;-31
the 0;57;-30;-36
the airdrop;56;-58;-37
the ban;64;-9;-11
the best;-26;-24;-20
the campus;-53;-39;-41
the channels;24;-33;-41
the course;-32;-71;-76
the discord;66;-25;-31
the entrance;-39;-53;-51
the link;-16;28;-32
the qr;-49;-73;-50
the repo;11;-18;-64
the server;55;-27;-6
the steam;-75;-33;-32
the video;33;-32;-5
their;-29;-13;7
them;-37;-47;52
then;9;-34;-28
there;-113;-89;-26
they;-3;-27;-62
this;19;-37;-28
this discord;63;-1;-2
this qr;49;-23;-18
thread;-64;-94;-47
thread sur;-47;-81;-60
three;-78;-67;-84
thursday;-63;-93;-76
ticket;-35;-85;52
tiktok;2;21;-55
time;-38;8;-17
titre;-32;-51;-14
to;-42;-54;-21
to a;-13;45;-20
to and;48;-20;-10
to build;-18;-28;27
to buy;-26;33;-38
to check;-56;-38;-38
to dm;-48;-53;6
to earn;-11;12;28
to get;15;-46;-26
to join;-13;-19;-37
to keep;52;-25;-25
to meet;-74;-96;-66
to new;55;-34;40
to pay;-33;-35;-82
to test;-39;-81;-66
to the;-18;-42;-78
to this;72;-5;-6
to verify;-96;-63;-38
today;41;-100;7
toi;46;29;-4
toi avec;8;25;-40
toi sur;77;-12;0
token;-103;-65;-40
tokens;-51;21;-71
tomorrow;-46;-64;-74
ton;33;-122;43
ton compte;50;-23;23
tonight;-110;47;-69
tonight 0;-37;68;-19
took;-75;-93;-68
took me;-71;-92;-67
toucher;-44;-30;-27
toujours;-112;-140;-114
toulouse;-15;-32;-38
tournament;27;0;0
tournoi;4;-75;-81
tous;26;7;-70
tous les;-2;28;-55
tout;-24;0;52
tout de;-25;26;30
tout est;-75;-78;-74
tout le;44;2;-47
toutes;-35;37;-40
toutes et;-38;-52;-28
toutes les;-14;70;-37
tp;-95;-75;-44
tp de;-81;-53;-26
tracker;-65;-61;-96
trade;72;43;-46
trading;-14;48;-19
trainer;-37;-46;-75
training;-28;-36;39
trajet;-35;-27;-48
transcash;-19;21;-36
travail;19;-83;55
travail a;-12;-21;29
travaille;-25;-2;14
travaille a;-21;21;-60
tres;-21;-56;53
trois;-23;-32;-36
trop;-76;-109;-105
trouve;-119;-157;-120
trouver;-35;-29;-77
trust;36;-22;-31
ts;-61;-63;-114
tssr;-46;-57;-25
tu;87;-71;-21
twitch;-43;4;40
two;-61;-93;-73
type;-68;-31;40
typescript;-51;-54;-28
u;11;6;-36
uber;-57;-63;31
uber eats;-60;-65;-15
udemy;-66;-90;-43
un;-3;-53;-33
un a;-16;-6;-44
un abonnement;-17;-24;-38
un ami;-27;17;-32
un bon;-31;-5;-15
un cdi;-11;-6;-47
un chargeur;-28;-73;-48
un compte;-47;-45;55
un courriel;-33;-43;-30
un document;46;-16;-13
un ecran;-70;-31;-54
un faux;-29;-39;-15
un graphiste;-2;-11;-7
un iphone;47;-39;-11
un lien;-83;-55;-44
un message;-33;-69;66
un nouveau;42;-17;-12
un petit;-16;-15;-13
un peut;-60;-42;-35
un poste;-29;-1;-12
un pote;-33;-22;-12
un pour;-20;-5;-38
un projet;-15;-16;9
un qr;-95;-29;-13
un remboursement;55;-42;-32
un sait;-14;-10;-8
un site;-25;-52;26
un sms;-31;-14;-1
un stage;-14;-29;-49
un virement;-30;-38;11
un zip;-69;-48;-19
une;-35;-19;17
une alternance;-16;-8;-42
une application;-13;-39;52
une arnaque;-8;15;-57
une carte;-19;-32;31
une cle;-78;-82;-88
une connexion;-11;-55;37
une demo;-41;-42;-31
une erreur;-55;-51;-44
une fausse;-24;-28;-38
une mission;-30;-23;-15
une personne;-10;-13;-13
une petite;-18;12;-39
une startup;-8;-15;16
unity;-37;-29;87
unlimited;-83;102;-32
unlock;48;10;-49
until;-50;25;-23
unusual;95;-62;-12
up;-78;-10;-29
up on;-71;10;-23
upgrade;42;-29;-9
upwork;-18;-16;36
ur;101;-42;20
urgent;-29;28;47
urgent besoin;-22;-28;21
us;-26;23;28
us on;-15;31;-24
us to;-20;-24;49
usb;-30;-74;-38
usb c;-28;-73;-48
usdt;-13;26;14
use;-60;20;-1
user;9;-7;-8
users;19;-29;-1
using;82;-44;31
using ur;82;-44;31
utilise;-23;-5;28
utilisez;5;-59;45
utilisez vos;6;-54;49
v;77;-61;-61
v0us;-42;27;48
va;2;36;-34
valider;-72;-84;-70
valider mon;-31;-32;-29
valider votre;-43;-33;-29
valorant;51;-11;-33
vaut;-39;-20;-10
vaut le;-39;-20;-10
velo;-33;-69;-54
vend;-18;13;-75
vendre;-42;65;-9
vendredi;-70;-32;-59
vendredi sinon;-39;-23;-34
vends;-66;54;-91
vends mes;-11;-44;-24
vends mon;-19;35;-22
venez;-81;-40;-53
vercel;-36;-32;-15
verification;36;-1;-29
verifie;-55;-29;65
verified;0;-35;-1
verifier;44;-20;-15
verifier dans;-47;-26;-17
verifiez;64;-50;-23
verifiez votre;64;-50;-23
verify;-10;-74;-51
verify my;-58;-48;-48
verify your;-25;-23;-16
vers;27;-47;-42
veut;-31;-43;-6
veut partager;-17;-24;-38
veux;-52;-63;-83
via;-20;-34;42
video;58;-27;25
videos;-73;48;1
videos youtube;-2;-46;20
vie;10;18;25
vie 0;-7;51;-35
viens;-57;9;-23
viens de;-56;-51;-61
vient;-66;-56;-57
views;-69;-32;-78
ville;-14;-42;-14
vinted;41;-29;12
violation;58;-29;-4
vip;-23;54;-3
vip group;-14;20;-17
virement;-1;-45;10
virement de;-1;-45;10
virements;-51;-31;46
vishing;-31;-43;-37
visio;-63;-43;-55
vitale;19;-19;-10
vitale est;34;-12;-8
vite;-9;14;9
vitrine;-48;-67;-62
vocal;-38;-66;-49
voici;-68;-59;-36
voila;-105;-122;-83
voir;-39;-37;-48
voit;20;-90;-89
voler;-25;-20;-15
volontaires;-49;-35;-42
vos;46;17;14
vos 0;41;-26;-38
vos fonds;31;17;-14
vos identifiants;50;-35;-23
vos parents;-73;-73;-56
vos projets;-12;64;-53
vote;40;-28;-15
vote for;36;-16;-12
votre;134;-28;71
votre attestation;-42;-26;-31
votre boite;74;-35;-9
votre carte;44;-29;-18
votre colis;83;-48;-42
votre compte;59;-55;33
votre cpf;-52;-46;52
votre cv;-25;-31;20
votre dossier;5;18;-35
votre mot;20;-20;-4
votre nouvelle;34;-13;-10
votre numero;0;-32;59
votre place;-16;39;-28
votre presence;-82;-41;-36
votre profil;-66;-42;-52
votre rib;49;-49;14
votre session;22;-19;-17
votre site;-18;-45;45
votre telephone;-1;-20;21
vouches;-47;66;-44
voulez;-16;-41;27
vous;10;22;22
vous a;34;16;-25
vous accompagne;-17;-32;58
vous aide;-55;36;-19
vous attend;24;-17;-17
vous au;-58;-84;-66
vous avec;70;-5;-2
vous avez;12;-23;-23
vous dit;-2;-17;-5
vous en;-72;-61;-43
vous explique;-32;-55;14
vous ici;3;-21;-24
vous ne;-82;-22;-26
vous pouvez;-67;-71;-60
vous sur;-61;-19;-19
vous tente;-4;-16;-31
vous voulez;-16;-41;27
vrai;-50;-29;-33
vraiment;-20;-77;-59
vu;-49;-55;-51
vue;-32;-98;-83
wallet;35;-57;-14
wallet to;45;-16;-8
wallets;44;-30;-6
want;-35;4;-41
want to;-10;-70;34
wanted;-57;-38;74
wants;59;-46;46
wants to;-41;-30;12
was;-1;-12;-50
we;-76;-70;-25
we are;-36;-16;13
we need;0;-36;-25
we re;-61;-82;-44
web;-34;-88;11
web a;-8;0;-91
web freelance;-14;-25;8
web3;-52;-67;25
webhook;-85;-66;-41
website;-39;5;-25
websites;-31;-53;13
week;-65;-6;6
week end;-76;-46;26
weekend;-72;-91;-80
weekend on;-72;-91;-80
weekly;-39;32;14
weeks;-71;-91;-66
welcome;-41;21;-59
what;26;-19;-38
whatsapp;-37;79;37
whatsapp 0;-18;63;-5
who;93;-63;57
who can;-47;-22;19
who wants;86;-23;38
wifi;-63;-114;27
will;65;21;-30
will be;68;-44;-14
win;21;53;-43
windows;22;-74;-93
with;5;36;-18
with 0;-29;59;-28
with a;3;-38;62
with my;-81;1;-75
with our;-42;2;28
with steam;64;-15;-8
with the;42;-24;-61
with you;31;-50;-39
with your;-61;27;-50
withdraw;31;47;-42
withdrawal;13;-21;11
within;62;-46;-6
within 0;62;-46;-6
won;27;-27;-19
won a;27;-27;-19
word;-17;-21;33
word no;-17;-21;33
wordpress;-26;-59;27
work;-81;-82;33
work on;-14;-46;5
working;82;-76;10
working 0;85;-79;-20
workshop;-63;-93;-76
write;-68;29;-27
writers;-20;31;31
wsh;29;-10;-48
x;4;-76;-37
y;-73;-4;-38
y a;-31;-25;-30
year;-9;-1;-59
year 0;-7;32;-18
years;-21;-25;-15
years exp;-10;-17;73
years of;-21;-16;17
yo;128;-3;-1
you;72;-14;16
you 0;-50;-39;29
you are;48;-25;26
you get;-22;-37;7
you have;35;-58;55
you in;80;-16;-34
you just;41;-12;-31
you must;51;-21;-9
you need;-22;36;-38
you pay;-36;14;-58
you want;-40;-89;-99
you will;48;-13;-4
your;83;26;18
your account;32;6;2
your assignments;-14;36;-25
your discord;9;15;-31
your free;13;15;-10
your github;-71;-84;43
your metamask;83;-37;-23
your package;58;-40;-16
your phone;-53;-72;32
your portfolio;-13;-31;-34
your project;-20;-41;44
your server;53;70;-33
your token;-56;-28;-6
your wallet;62;-18;17
youtube;-42;14;-42
zero;-88;-108;-73
zip;10;-20;-12
`;
