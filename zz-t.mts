import { loadShelf } from './runtime/src/cli/load-shelf.ts';
import * as E from './engine/src/index.ts';
const s: any = loadShelf('procedures');
const base=s.find((x:any)=>x.id==='child-protection').pack;
for (const tz of ['Africa/Tunis','America/Bogota','America/Costa_Rica']) {
 const pack={...base,pack:{...base.pack,timeZone:tz}};
 const path=E.compile(pack,'x'); let bad=0; const names=[] as string[];
 for (const [id,sc] of Object.entries(base.scenarios)) { try { const r=E.play(path,sc as any); if(r.mismatches.length){bad++;names.push(id+' '+JSON.stringify(r.mismatches[0]));} } catch(e:any){bad++;names.push(id+e.message)} }
 console.log(tz,bad,names);
}
// null in an overlay title
const files={'pack.json':JSON.stringify({id:'cr',version:'0.1.0',kind:'overlay',extends:{id:'child-protection',version:base.pack.version},title:{es:'Hola',fr:null,en:null},jurisdiction:'CR',languages:{es:'unreviewed',fr:'unreviewed',en:'unreviewed'},timeZone:'UTC',licence:'CC-BY-4.0',authors:['x'],review:{state:'unvalidated',validations:[]}})};
const r:any=E.parsePack(files as any); console.log(r.findings, r.parsed?.head?.title);
if (r.parsed) { const q:any=E.resolvePack(r.parsed,()=>({kind:'procedure',pack:base,hash:'h'} as any)); console.log(q.pack?.pack.title, q.findings); const o:any=E.overlayOf(base,q.pack); console.log(JSON.stringify(o).slice(0,300)); }
console.log('-----');
const f2={'pack.json':JSON.stringify({...JSON.parse(files['pack.json']),title:{es:'Hola'}})};
const r2:any=E.parsePack(f2 as any); const q2:any=E.resolvePack(r2.parsed,()=>({kind:'procedure',pack:base,hash:'h'} as any)); console.log(q2.pack.pack.title);
const o2=E.writePack(E.overlayOf(base,{...q2.pack,pack:{...q2.pack.pack,title:{es:'Hola'}}}) as any) as any; console.log(o2['pack.json'].slice(0,400));
const r3:any=E.parsePack(o2); const q3:any=E.resolvePack(r3.parsed,()=>({kind:'procedure',pack:base,hash:'h'} as any)); console.log(q3.pack.pack.title);
