import { containersView } from './containers.ts';
import { imagesView } from './images.ts';
import { networksView } from './networks.ts';
import type { View } from './view.ts';
import { volumesView } from './volumes.ts';

/** Every view of the sidebar, in its order. */
export const views: readonly View<unknown>[] = [containersView, imagesView, volumesView, networksView];
