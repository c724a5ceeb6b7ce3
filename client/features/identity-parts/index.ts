export { homeOfPosts } from './home-of-posts.ts';

export { PasswordSignIn } from './password-sign-in.tsx';
export { PhoneSignIn } from './phone-sign-in.tsx';
