import { Icon, iconNames, ShapeMark, type ShapeName, shapes } from '../../ui/index.ts';
import styles from './gallery.module.css';

const shapeNames = Object.keys(shapes) as ShapeName[];

export function IconsPart() {
  return (
    <>
      <ul className={styles.icons}>
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} size={24} />
            {name}
          </li>
        ))}
      </ul>
      <ul className={styles.icons}>
        {shapeNames.map((name) => (
          <li key={name}>
            <ShapeMark shape={name} size={24} />
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
