import { useDisplay } from '../../platform/display.tsx';
import { defineTexts, useLabel } from '../../platform/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { TopBar } from '../../ui/navigation.tsx';
import { EmptyState } from '../../ui/states.tsx';

const texts = defineTexts({
  name: { zh: '网格哨', en: 'Gridwhistle' },
  elder: { zh: '长辈版', en: 'Large print' },
  normal: { zh: '标准版', en: 'Standard' },
  scan: { zh: '请扫楼道里的二维码', en: 'Please scan the code in your stairwell' },
  scanWhy: { zh: '扫码就知道您在哪一栋，不用登录。', en: 'It tells us your building; no sign-in needed.' },
});

/** The start without a building's code. */
export function Home() {
  const say = useLabel();
  const { theme, setTheme } = useDisplay();
  const elder = theme === 'elder';
  return (
    <>
      <TopBar
        title={say(texts.name)}
        end={<Button onClick={() => setTheme(elder ? 'base' : 'elder')}>{say(elder ? texts.normal : texts.elder)}</Button>}
      />
      <main>
        <EmptyState icon="home" title={say(texts.scan)}>
          {say(texts.scanWhy)}
        </EmptyState>
      </main>
    </>
  );
}
