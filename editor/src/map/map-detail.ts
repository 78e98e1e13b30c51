import { createContext } from 'react';

/** How near one looks: from afar only titles can be read; nearer who acts and by when; nearest every far way. */
export type MapDetail = 'far' | 'near' | 'nearest';

export const detailAt = (zoom: number): MapDetail => (zoom < 0.42 ? 'far' : zoom < 0.7 ? 'near' : 'nearest');

/** True where a large map is seen from afar: what cannot be read there is not made. */
export const FromAfarContext = createContext(false);
