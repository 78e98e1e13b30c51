/** The peer of the map: React Flow as it comes, with as many default nodes and about as many lines, in a grid. */
import '@xyflow/react/dist/style.css';
import { Background, Controls, MiniMap, ReactFlow } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

const NODES = Number(new URLSearchParams(location.search).get('nodes') ?? 300);
const WIDE = 10;

const nodes = Array.from({ length: NODES }, (_, at) => ({
  id: `${at}`,
  position: { x: (at % WIDE) * 240, y: Math.floor(at / WIDE) * 130 },
  data: { label: `Étape inventée ${at + 1} : rencontrer, écouter, écrire` },
}));
const edges = nodes.flatMap((_, at) =>
  [at + 1, ...(at % 3 === 0 ? [at + 2] : [])]
    .filter((to) => to < NODES)
    .map((to) => ({ id: `${at}>${to}`, source: `${at}`, target: `${to}`, label: `${at} est faite` })),
);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <div style={{ height: '100vh' }}>
      <ReactFlow
        defaultNodes={nodes}
        defaultEdges={edges}
        defaultViewport={{ x: 40, y: 40, zoom: 0.85 }}
        minZoom={0.05}
      >
        <Background />
        <Controls />
        <MiniMap />
      </ReactFlow>
    </div>,
  );
