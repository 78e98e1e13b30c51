import { loadShelf } from './runtime/src/cli/load-shelf.ts';
import { behaviourDiff, compile } from './engine/src/index.ts';
const s: any = loadShelf('procedures');
const get=(id:string)=>s.find((x:any)=>(x.pack?.pack.id??x.id)===id);
console.log(Object.keys(s[0]));
const b=get('child-protection').pack, o=get('benin').pack;
const d=behaviourDiff(compile(b,'a'),compile(o,'b'),{...b.scenarios,...o.scenarios});
for (const x of d.slice(0,6)) { console.log(x.story,x.differs); if(!('untold' in x.before)&&!('untold' in x.after)) { const m=new Map(x.after.deadlines.map(q=>[q.id,JSON.stringify(q)])); for(const q of x.before.deadlines) if(m.get(q.id)!==JSON.stringify(q)) console.log('  ',JSON.stringify(q),m.get(q.id)); for (const q of x.after.deadlines) if(!x.before.deadlines.some(w=>w.id===q.id)) console.log('  +',JSON.stringify(q)); } }
