import { measureLabels } from '#shared/dashboards/dashboards.i18n.ts';
import { type ZoneMeasure, zoneMeasures } from '#shared/dashboards/dashboards-schema.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Menu } from '../../../ui/desk-kit/index.ts';
import { Button } from '../../../ui/index.ts';

const texts = defineTexts({ change: { zh: '换指标', en: 'Other measure' } });

/** What the map is coloured by. */
export function MeasureChoice({ measure, onChange }: { measure: ZoneMeasure; onChange: (measure: ZoneMeasure) => void }) {
  const say = useLabel();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="quiet" size="small" icon="chevronDown">
          {say(texts.change)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {zoneMeasures.map((each) => (
          <Menu.Item key={each} role="menuitemradio" aria-checked={each === measure} onClick={() => onChange(each)}>
            {say(measureLabels[each])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
