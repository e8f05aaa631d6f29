/**
 * Letters of other alphabets that pass for ours, in lower case: the part of the Unicode Consortium's confusables that people use to hide words, folded to
 * letters without accents. What Unicode itself decomposes (mathematical, full-width, circled letters) needs no line.
 * Source: UTS #39, Unicode Security Mechanisms, https://www.unicode.org/Public/security/latest/confusables.txt
 */
const lines = `
a ɑα а⍺ᴀꭺɐ
b ƅЬвʙᏏбßβɓ
c ϲсᴄⲥↄƈꮯ
d ԁꓒɗđᏧᴅ
e еҽ℮ɛεєэᴇꬲɘǝ
f ꬵꞙẝϝꜰƒғ
g ɡցɢᶃƍ
h һհᏂнʜηħ
i іɩıɪӏ˛Ꭵιꭵ׀ⅰ
j јϳᴊʝ
k кκᴋқҝⲕ
l ⅼʟłⱡɭᏞ
m мᴍʍɱⲙ
n ппոռɴηɲŋπ
o οоօᴏσθ٥ⲟ०ᴑøөⵔ
p рρⲣᴘþƿ
q ԛգզϙ
r гᴦɼʀяⲅꮁɾ
s ѕꜱʂꮪƽ
t тτᴛțŧ†ⲧ
u υսᴜцʋμµ
v νѵᴠⱱטⲩ
w шщѡԝᴡɯωш
x хχⲭ×ᕁ
y уүʏγყўч
z ᴢʐꮓƶⲍ
`;

/** Capitals whose likeness is another letter than that of their small letter. */
const capitals = `
h НΗ
n Ν
b ВΒ
p РΡ
x ΧХ
y ΥУ
u Ս
`;

const table = (source: string): Map<string, string> => {
  const found = new Map<string, string>();
  for (const line of source.trim().split('\n')) {
    const [letter = '', ...alike] = line.split(' ');
    for (const other of alike.join('')) if (!found.has(other)) found.set(other, letter);
  }
  return found;
};

const small = table(lines);
const great = table(capitals);

/** The Latin letter that a character passes for, or null. */
export const likeness = (character: string): string | null =>
  great.get(character) ?? small.get(character) ?? small.get(character.toLowerCase()) ?? null;
