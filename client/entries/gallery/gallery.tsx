import type { ComponentType } from 'react';
import type { Theme } from '../../platform/display.tsx';
import { NavLink } from '../../ui/index.ts';
import { ControlsPart } from './controls-part.tsx';
import { DeskPart } from './desk-part.tsx';
import { FeedbackPart } from './feedback-part.tsx';
import styles from './gallery.module.css';
import { IconsPart } from './icons-part.tsx';
import { MapPart } from './map-part.tsx';
import { StatusPart } from './status-part.tsx';
import { ThreadPart } from './thread-part.tsx';

const parts: readonly { key: string; title: string; Part: ComponentType }[] = [
  { key: 'status', title: '状态、时限钟、网格徽', Part: StatusPart },
  { key: 'thread', title: '案件线、照片', Part: ThreadPart },
  { key: 'controls', title: '按钮、输入、筛选', Part: ControlsPart },
  { key: 'feedback', title: '提示、空白、出错', Part: FeedbackPart },
  { key: 'desk', title: '桌面：表格、弹窗', Part: DeskPart },
  { key: 'map', title: '地图', Part: MapPart },
  { key: 'icons', title: '图标', Part: IconsPart },
];

/** Every part in its states; `?part=…&theme=…&density=…` narrows it for screenshots and checks. */
export function Gallery({ part, theme }: { part: string | null; theme: Theme }) {
  const shown = parts.filter(({ key }) => part === null || key === part);
  return (
    <main className={styles.page}>
      <h1>部件</h1>
      <nav aria-label="部件分组" className={styles.wrap}>
        {parts.map(({ key, title }) => (
          <NavLink key={key} href={`?part=${key}&theme=${theme}`}>
            {title}
          </NavLink>
        ))}
      </nav>
      {shown.map(({ key, title, Part }) => (
        <section key={key} className={styles.section} id={key}>
          <h2>{title}</h2>
          <Part />
        </section>
      ))}
    </main>
  );
}
