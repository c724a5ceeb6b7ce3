import { type AnchorHTMLAttributes, createContext, type MouseEvent, useContext } from 'react';

type Navigate = (href: string) => void;
const NavigateContext = createContext<Navigate | null>(null);

/** Lets links of the kit travel inside the page; each entry gives its router's own navigate. */
export const NavigateProvider = NavigateContext.Provider;

function isPlainLeftClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** A real link; inside an entry it is followed without loading the page again. */
export function NavLink({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const navigate = useContext(NavigateContext);
  const inside = href.startsWith('/') && !rest.target && rest.download === undefined;
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !navigate || !inside || !isPlainLeftClick(event)) return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
