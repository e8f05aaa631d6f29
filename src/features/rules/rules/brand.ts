/**
 * Sites that impostors imitate, and the domains that are really theirs. A label of `name` on any other domain is an imitation as long as `look.ts` finds it
 * close enough. Gaming and chat first: they are what scams on Discord imitate; then what people in France log in to.
 */
const lines = `
discord discord.com discord.gg discord.gift discord.new discordapp.com discordapp.net discord.media discordstatus.com discord.dev dis.gd discordmerch.com discordjs.guide discordjs.dev discord.js.org
steamcommunity steamcommunity.com
steampowered steampowered.com
steam steamcommunity.com steampowered.com steamgames.com steamusercontent.com steamdb.info steam-chat.com s.team steamcharts.com steamdeck.com steamstatic.com
epicgames epicgames.com
fortnite fortnite.com
roblox roblox.com rbxcdn.com
minecraft minecraft.net minecraft.fr minecraft.wiki
twitch twitch.tv
youtube youtube.com youtu.be youtube-nocookie.com
github github.com github.io githubusercontent.com githubassets.com github.dev github.blog githubstatus.com
gitlab gitlab.com gitlab.io
google google.com google.fr google.dev googleapis.com googleusercontent.com withgoogle.com google.be google.ch google.ca google.co.uk
microsoft microsoft.com microsoftonline.com microsoft365.com
outlook outlook.com office.com live.com outlook.fr
apple apple.com
icloud icloud.com
amazon amazon.com amazon.fr amazon.de amazon.co.uk amazon.es amazon.it amazonaws.com amazon.jobs amazon.be
netflix netflix.com
spotify spotify.com
instagram instagram.com
facebook facebook.com facebook.net fb.com
whatsapp whatsapp.com whatsapp.net wa.me
telegram telegram.org telegram.me t.me
linkedin linkedin.com linkedin.cn lnkd.in
paypal paypal.com paypal.me paypalobjects.com
binance binance.com
coinbase coinbase.com
metamask metamask.io
opensea opensea.io
revolut revolut.com
leboncoin leboncoin.fr
vinted vinted.fr vinted.com
laposte laposte.fr laposte.net
colissimo colissimo.fr laposte.fr
chronopost chronopost.fr
mondialrelay mondialrelay.fr mondialrelay.com
ameli ameli.fr
francetravail francetravail.fr francetravail.org
franceconnect franceconnect.gouv.fr
impots impots.gouv.fr
antai antai.gouv.fr amendes.gouv.fr
moncompteformation moncompteformation.gouv.fr
creditagricole credit-agricole.fr credit-agricole.com ca-cib.com
labanquepostale labanquepostale.fr
boursorama boursorama.com boursobank.com
simplon simplon.co simplonline.co simplon.org simplonprod.co
openclassrooms openclassrooms.com
chatgpt chatgpt.com openai.com
openai openai.com chatgpt.com
figma figma.com
notion notion.so notion.site notion.com
canva canva.com canva.site
wetransfer wetransfer.com we.tl
dropbox dropbox.com dropboxusercontent.com
docusign docusign.com docusign.net
netlify netlify.com netlify.app
cloudflare cloudflare.com cloudflare-dns.com pages.dev workers.dev
`;

export type Brand = { name: string; domains: readonly string[] };

export const brands: readonly Brand[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', ...domains] = line.split(' ');
    return { name, domains };
  });

export const officialDomains: ReadonlySet<string> = new Set(brands.flatMap(({ domains }) => domains));

/** Sites that shorten addresses, so that nobody sees where they lead. */
export const shorteners: ReadonlySet<string> = new Set(
  `bit.ly tinyurl.com t.ly is.gd v.gd cutt.ly rb.gy shorturl.at shorturl.asia ow.ly buff.ly rebrand.ly tiny.cc bl.ink soo.gd s.id lnk.to adf.ly
  linkvertise.com urlz.fr tiny.one shorte.st ouo.io bc.vc goo.gl x.gd qr.ae clck.ru u.to surl.li short.gy shrtco.de tny.im n9.cl acortar.link
  lc.cx urlr.me t2m.io vu.fr lstu.fr da.gd kutt.it dub.sh grabify.link iplogger.org iplogger.com 2no.co cutt.us gg.gg l8.nu tr.ee han.gl
  me-qr.com qrco.de short.io snip.ly hyperurl.co trib.al dlvr.it zpr.io spoo.me ulvis.net`.split(/\s+/),
);

/** Endings that are given away or sold for a cent, on which most throw-away sites stand. */
export const cheapEndings: ReadonlySet<string> = new Set(
  `top xyz click live buzz icu cyou shop online site work vip fun club space website rest quest sbs cfd monster lol store info cc tk ml ga cf gq
  ru su cn pw ws gift gifts promo win bid loan download stream racing date review trade party cam bond autos boats hair makeup mom skin beauty
  pics lat best today life world zone center support help link pro run men country kim science gdn mobi rocks asia one ltd finance money cash
  bet casino poker market exchange capital fund digital solutions codes claims ink uno bar sx to is gl nu biz tel zip mov wiki team games`.split(
    /\s+/,
  ),
);

/** Where anybody may put a page for nothing, under a name of theirs: honest projects of learners, and pages of thieves. */
export const hosting: ReadonlySet<string> = new Set(
  `github.io gitlab.io netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com onrender.com glitch.me repl.co replit.app
  surge.sh fly.dev railway.app 000webhostapp.com wixsite.com weebly.com blogspot.com wordpress.com carrd.co webflow.io framer.website framer.app
  notion.site github.dev codesandbox.io stackblitz.io ngrok.io ngrok-free.app ngrok.app trycloudflare.com loca.lt tumblr.com godaddysites.com
  square.site mystrikingly.com r2.dev azurewebsites.net azurestaticapps.net cloudfront.net lovable.app bolt.host streamlit.app hf.space
  alwaysdata.net infinityfreeapp.com free.fr softr.app typedream.app bubbleapps.io`.split(/\s+/),
);

/** Where learners, trainers and recruiters link to every day. */
export const everyday: ReadonlySet<string> = new Set(
  `stackoverflow.com stackexchange.com mozilla.org w3schools.com freecodecamp.org codepen.io codewars.com leetcode.com codingame.com exercism.org
  npmjs.com pypi.org docker.com nodejs.org python.org php.net symfony.com laravel.com react.dev reactjs.org vuejs.org angular.dev angular.io
  wikipedia.org medium.com dev.to hashnode.dev reddit.com trello.com miro.com slack.com zoom.us meet.google.com teams.live.com calendly.com
  welcometothejungle.com indeed.fr indeed.com hellowork.com apec.fr malt.fr malt.com freelance.com lefigaro.fr lemonde.fr liberation.fr
  gouv.fr service-public.fr urssaf.fr cnil.fr cybermalveillance.gouv.fr education.fr univ-lille.fr udemy.com coursera.org edx.org
  eventbrite.fr eventbrite.com meetup.com helloasso.com framasoft.org framapad.org framadate.org imgur.com giphy.com tenor.com
  vimeo.com deezer.com bandcamp.com soundcloud.com x.com twitter.com mastodon.social bsky.app tiktok.com pinterest.com dribbble.com behance.net
  kaggle.com huggingface.co mistral.ai anthropic.com claude.ai jetbrains.com visualstudio.com vscode.dev tailwindcss.com getbootstrap.com
  developer.mozilla.org caniuse.com regex101.com postman.com mongodb.com postgresql.org mysql.com sqlite.org kubernetes.io debian.org ubuntu.com
  archlinux.org doctolib.fr sncf-connect.com blablacar.fr ratp.fr grafikart.fr ovh.com ovhcloud.com ionos.fr gandi.net hostinger.fr jsfiddle.net
  excalidraw.com draw.io lucidchart.com root-me.org tryhackme.com hackthebox.com ecoindex.fr gitbook.io readthedocs.io docs.rs`.split(
    /\s+/,
  ),
);

/** Families of attached files, by what opens them. */
export const extensionsOf = {
  executable: 'exe msi scr com pif cpl dll apk app dmg pkg deb rpm jar appimage msix xpi crx ipa'.split(' '),
  script: 'bat cmd ps1 vbs vbe jse wsf wsh hta lnk reg scf url inf msc'.split(' '),
  archive: 'zip rar 7z tar gz tgz bz2 xz ace cab arj lzh z'.split(' '),
  disk_image: 'iso img vhd vhdx udf vmdk'.split(' '),
  macro: 'docm dotm xlsm xltm xlam pptm potm ppam sldm xll one'.split(' '),
} as const;
