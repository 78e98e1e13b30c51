import { loadShelf } from './runtime/src/cli/load-shelf.ts';
import { diffPacks } from './engine/src/index.ts';
const s: any = loadShelf('procedures');
const get=(id:string)=>s.find((x:any)=>x.id===id).pack;
const l=process.argv[2] as 'fr';
for (const d of diffPacks(get('child-protection'),get('benin'))) console.log(d.words[l]);
