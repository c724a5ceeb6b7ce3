export { isSinglePost, roleFits, roleOfLevel } from '#shared/territory/post-roles.ts';
