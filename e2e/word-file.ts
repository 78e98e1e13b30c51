import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** A file as a person chooses it on a page. */
export type Brought = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
const numbered = (text: string) => new Paragraph({ text, numbering: { reference: 'steps', level: 0 } });
const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } });
const table = (rows: readonly (readonly string[])[]) =>
  new Table({
    rows: rows.map(
      (row) =>
        new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });

const TITLE = 'Accueil de l’enfant en danger (exemple inventé)';

/** A procedure as a committee wrote it: headings, numbered paragraphs, a table, notes beside. Everything in it is invented. */
export async function wordProcedure(): Promise<Brought> {
  const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }];
  const file = new Document({
    numbering: { config: [{ reference: 'steps', levels }] },
    sections: [
      {
        children: [
          new Paragraph({ text: TITLE, heading: HeadingLevel.TITLE }),
          new Paragraph('Document de travail du comité, relu en séance.'),
          heading('Accueil'),
          new Paragraph('Accueillir l’enfant sans enquêter.'),
          numbered('Recevoir le signalement'),
          bullet('Dans un lieu calme, sans témoin.'),
          numbered('Évaluer le danger'),
          new Paragraph('Si l’enfant est en danger ce soir, prévenir le procureur.'),
          heading('Suivi'),
          table([
            ['N°', 'Quoi', 'Qui', 'Quand', 'Avec qui', 'Comment'],
            [
              '1',
              'Visiter la famille',
              'Assistante sociale',
              'Sous 48 heures',
              'Chef de quartier',
              'En binôme, à une heure convenue.',
            ],
            ['2', 'Tenir la réunion de suivi', 'Cellule des proches', 'Dès que possible', '', ''],
          ]),
          heading('Clôture'),
          numbered('Écrire le bilan avec l’enfant'),
        ],
      },
    ],
  });
  return { name: 'procédure du comité.docx', mimeType: WORD, buffer: await Packer.toBuffer(file) };
}
