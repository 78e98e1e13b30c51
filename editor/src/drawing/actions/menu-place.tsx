import type { CSSProperties, Ref } from 'react';

type Props = {
  readonly ref?: Ref<HTMLSpanElement>;
  readonly className?: string;
  readonly style?: CSSProperties;
};

/** Where a menu stands that something else opens: nothing to press, and nothing told of it to a screen reader. */
export function MenuPlace({ ref, className, style }: Props) {
  return <span ref={ref} className={className} style={style} aria-hidden />;
}
