export { type Job, type JobResult, runJob } from './job.js';
export type { FileNames, Kept, Output } from './keep.js';
export { createPool, type Pool, type PoolOptions } from './pool.js';
export { type BatchOptions, type BatchResult, renderBatch } from './render-batch.js';
export { type S3StoreOptions, s3Store } from './s3-store.js';
export { fileStore, type Store, type Stored } from './store.js';
export type { BatchInput, Failed, Rendered, RenderedFile, Task, TextInput, ValueInput } from './task.js';
export type { Errand } from './thread.js';
