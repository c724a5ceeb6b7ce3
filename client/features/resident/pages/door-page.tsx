import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { solvedLabels } from '#shared/cases/cases.i18n.ts';
import { textLimits } from '#shared/cases/text-limits.ts';
import { stanceLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { DoorWay } from '#shared/dispatch/whistle-queries.ts';
import { whistleRefusalLabels } from '#shared/dispatch/whistle-refusals.i18n.ts';
import { defineTexts, readFailure, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, Checkbox, ErrorState, Field, Icon, type IconName, Skeleton, TextArea, TextInput } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { Decided } from '../components/decided.tsx';
import { ElderSwitch, ResidentFrame } from '../components/resident-frame.tsx';
import door from '../door.module.css';
import styles from '../resident.module.css';

const texts = defineTexts({
  title: { zh: '院里的事', en: 'Our courtyard' },
  codeTitle: { zh: '请输入纸条上的码', en: 'Enter the code on the slip' },
  code: { zh: '码', en: 'Code' },
  codeHint: { zh: '十个字母和数字，不分大小写', en: 'Ten letters and digits' },
  open: { zh: '打开', en: 'Open' },
  wrong: { zh: '没有这个码', en: 'There is no such code' },
  wrongWhy: { zh: '请对着纸条再输一遍，或给网格员打电话。', en: 'Compare it with the slip once more, or call the grid worker.' },
  other: { zh: '换一个码', en: 'Another code' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '没打开', en: 'It did not open' },
  again: { zh: '再试一次', en: 'Try again' },
  opinion: { zh: '您怎么看？', en: 'What do you think?' },
  word: { zh: '说一句', en: 'In your words' },
  wordMissing: { zh: '选一个，再说一句', en: 'Choose one and say a word' },
  sendWord: { zh: '送出意见', en: 'Send' },
  heard: { zh: '已记下您家的意见，谢谢。', en: 'Your household has been heard, thank you.' },
  verdict: { zh: '修好了吗？', en: 'Is it solved?' },
  sendVerdict: { zh: '送出', en: 'Send' },
  thanks: { zh: '谢谢，您家的回话已记下。', en: 'Thank you, your answer is noted.' },
  thankThem: { zh: '谢谢来办这件事的人', en: 'Thank those who did the work', plain: '谢谢来干活的人' },
  whatIsLeft: { zh: '哪里还没好', en: 'What is left to do' },
  chooseFirst: { zh: '先选一个', en: 'Choose one first' },
  optional: { zh: '可不填', en: 'optional' },
  kept: { zh: '您写的还在', en: 'What you wrote is still here' },
});

const stances = ['agree', 'conditional', 'against'] as const;
const answers = ['yes', 'partly', 'no'] as const;
const faces = ['faceGood', 'faceFair', 'faceBad'] as const satisfies readonly IconName[];

type Came = { code: string; came: DoorWay };

/** The page behind the code of a household: what was decided, by whom, until when; a word before, an answer after. No sign-in. */
export function DoorPage() {
  const say = useLabel();
  // a link carries the code behind the #: it never travels in an address that somebody logs
  const [{ code, came }, setCode] = useState<Came>(() => ({ code: decodeURIComponent(location.hash.slice(1)), came: 'link' }));
  const [typed, setTyped] = useState('');
  if (code !== '') return <OpenDoor code={code} came={came} onOther={() => setCode({ code: '', came: 'typed' })} />;
  return (
    <ResidentFrame title={say(texts.title)} backTo="/" end={<ElderSwitch />}>
      <h1>{say(texts.codeTitle)}</h1>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          setCode({ code: typed.trim(), came: 'typed' });
        }}
      >
        <Field label={say(texts.code)} hint={say(texts.codeHint)}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={24}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button variant="primary" type="submit" missing={typed.trim().length < 6 ? say(texts.codeHint) : undefined}>
          {say(texts.open)}
        </Button>
      </form>
    </ResidentFrame>
  );
}

function OpenDoor({ code, came, onOther }: Came & { onOther: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const view = useQuery(trpc.dispatch.door.queryOptions({ code }));
  const failure = view.error ? readFailure(view.error) : null;
  if (view.data) {
    const { whistle, household, pictures, maySay, mayAnswer } = view.data;
    return (
      <ResidentFrame title={household.label} backTo="/" end={<ElderSwitch />}>
        <h1>{whistle.title}</h1>
        <p className={styles.lead}>{whistle.address}</p>
        <Decided whistle={whistle} pictures={pictures} />
        {maySay && <Opinion code={code} came={came} heard={household.opinions > 0} onSent={() => void view.refetch()} />}
        {mayAnswer && <Verdict code={code} given={household.verdict !== null} onSent={() => void view.refetch()} />}
      </ResidentFrame>
    );
  }
  return (
    <ResidentFrame title={say(texts.title)} backTo="/" end={<ElderSwitch />}>
      {view.isPending && <Skeleton lines={6} label={say(texts.loading)} />}
      {(failure?.kind === 'refused' || failure?.kind === 'invalid') && (
        <ErrorState title={say(texts.wrong)} action={<Button onClick={onOther}>{say(texts.other)}</Button>}>
          {say(texts.wrongWhy)}
        </ErrorState>
      )}
      {failure && failure.kind !== 'refused' && failure.kind !== 'invalid' && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void view.refetch()}>{say(texts.again)}</Button>}>
          {failureText(view.error)}
        </ErrorState>
      )}
    </ResidentFrame>
  );
}

/** Words of a refusal at the door. */
const doorWords: typeof caseRefusalWords = (module, code) =>
  module === 'dispatch' ? whistleRefusalLabels[code as keyof typeof whistleRefusalLabels] : caseRefusalWords(module, code);

/** An earlier try arrived after all and the words have changed since: the next try is a new request. */
function isReused(error: unknown): boolean {
  const why = readFailure(error);
  return why.kind === 'refused' && why.code === 'requestReused';
}

type Asked = { code: string; onSent: () => void };

function Opinion({ code, came, heard, onSent }: Asked & Came & { heard: boolean }) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(doorWords);
  const [requestId, renew] = useState(() => v7());
  const [stance, setStance] = useState<(typeof stances)[number] | null>(null);
  const [text, setText] = useState('');
  const send = useMutation(
    trpc.dispatch.sayAtDoor.mutationOptions({
      onSuccess: () => {
        renew(v7());
        setText('');
        setStance(null);
        onSent();
      },
      onError: (error) => isReused(error) && renew(v7()),
    }),
  );
  return (
    <section className={door.ask}>
      {heard && <Banner tone="good" title={say(texts.heard)} />}
      <Choice
        legend={say(texts.opinion)}
        name="stance"
        options={stances}
        chosen={stance}
        words={(each) => say(stanceLabels[each])}
        onChoose={setStance}
      />
      <Field label={say(texts.word)}>
        {(control) => (
          <TextArea {...control} rows={3} maxLength={textLimits.note} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {send.error && (
        <Banner tone="care" live title={failureText(send.error)}>
          {say(texts.kept)}
        </Banner>
      )}
      <Button
        variant="primary"
        busy={send.isPending}
        missing={stance === null || text.trim() === '' ? say(texts.wordMissing) : undefined}
        onClick={() => stance && send.mutate({ code, came, requestId, stance, text: text.trim() })}
      >
        {say(texts.sendWord)}
      </Button>
    </section>
  );
}

function Verdict({ code, given, onSent }: Asked & { given: boolean }) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(doorWords);
  const [requestId, renew] = useState(() => v7());
  const [solved, setSolved] = useState<(typeof answers)[number] | null>(null);
  const [note, setNote] = useState('');
  const [thanks, setThanks] = useState(false);
  const send = useMutation(
    trpc.dispatch.answerAtDoor.mutationOptions({
      onSuccess: () => {
        renew(v7());
        onSent();
      },
      onError: (error) => isReused(error) && renew(v7()),
    }),
  );
  return (
    <section className={door.ask}>
      {given && <Banner tone="good" title={say(texts.thanks)} />}
      <Choice
        legend={say(texts.verdict)}
        name="solved"
        options={answers}
        chosen={solved}
        words={(each) => say(solvedLabels[each])}
        onChoose={setSolved}
      />
      {(solved === 'yes' || solved === 'partly') && (
        <Checkbox checked={thanks} onChange={(event) => setThanks(event.target.checked)}>
          {say(texts.thankThem)}
        </Checkbox>
      )}
      <Field label={say(solved === 'no' || solved === 'partly' ? texts.whatIsLeft : texts.word)} optionalWord={say(texts.optional)}>
        {(control) => (
          <TextArea {...control} rows={2} maxLength={textLimits.note} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {send.error && (
        <Banner tone="care" live title={failureText(send.error)}>
          {say(texts.kept)}
        </Banner>
      )}
      <Button
        variant="primary"
        busy={send.isPending}
        missing={solved === null ? say(texts.chooseFirst) : undefined}
        onClick={() => solved && send.mutate({ code, requestId, solved, note: note.trim(), thanks: thanks && solved !== 'no' })}
      >
        {say(texts.sendVerdict)}
      </Button>
    </section>
  );
}

type Options<T extends string> = {
  legend: string;
  name: string;
  options: readonly T[];
  chosen: T | null;
  words: (each: T) => string;
  onChoose: (each: T) => void;
};

/** Three faces to choose from. */
function Choice<T extends string>({ legend, name, options, chosen, words, onChoose }: Options<T>) {
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.faces}>
        {options.map((each, index) => (
          <label key={each} className={styles.face}>
            <input type="radio" name={name} checked={chosen === each} onChange={() => onChoose(each)} />
            <Icon name={faces[index] ?? 'faceFair'} size={32} />
            <span>{words(each)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
