import type { Pack, Pathway } from '@parcours/engine';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Answers } from '../forms/fact-form.tsx';
import type { StepGuide } from '../guidance/types.ts';
import { useNow } from '../words/clock.tsx';
import type { Previewed } from './preview-step.ts';

type Preview = (view: Previewed, step: StepGuide, answers: Answers, at: string) => StepGuide;

const previews = new Map<string, Promise<Preview>>();

/** The engine, loaded when somebody first types, and the pathway of a version, compiled once. */
function previewOf(pack: Pack, hash: string): Promise<Preview> {
  const known = previews.get(hash);
  if (known) return known;
  const loading = Promise.all([import('@parcours/engine'), import('./preview-step.ts')]).then(
    ([{ compile }, { previewStep }]): Preview => {
      const pathway: Pathway = compile(pack, hash);
      return (view, step, answers, at) => previewStep(pathway, view, step, answers, at);
    },
  );
  loading.catch(() => previews.delete(hash));
  previews.set(hash, loading);
  return loading;
}

/** The step of the guide, and once something is typed the step as it would stand with it. */
export function usePreviewStep(pack: Pack, view: Previewed, step: StepGuide, answers: Answers): StepGuide {
  const [preview, setPreview] = useState<{ readonly run: Preview }>();
  const typed = useDeferredValue(answers);
  const minute = new Date(useNow()).toISOString();
  const typing = Object.keys(typed).length > 0;
  const { hash } = view.file.pack;
  useEffect(() => {
    if (!typing) return;
    let here = true;
    // Without the engine the guide of the service stands: answers are then recorded before an outcome opens.
    previewOf(pack, hash).then(
      (run) => here && setPreview({ run }),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [typing, pack, hash]);
  return useMemo(
    () => (preview && typing ? preview.run(view, step, typed, minute) : step),
    [preview, typing, view, step, typed, minute],
  );
}
