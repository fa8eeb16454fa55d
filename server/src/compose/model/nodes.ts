/** What rules need of the YAML tree: values of the model are nodes of it. */
export { pathOf } from '../syntax/path.ts';
export { describe, headOf } from '../syntax/places.ts';
export {
  asMapping,
  asSequence,
  asText,
  type Entry,
  items,
  type Mapping,
  type Node,
  resolve,
  type Scalar,
} from '../syntax/tree.ts';
